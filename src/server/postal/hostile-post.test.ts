import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFile, makeContainer, offer } from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { aDecision } from "../../../test/kit/mandate-forms.ts";
import { type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { bringTo, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { sendReady } from "./send-ready.ts";

let app: TestApp;
let desk: PostalDesk;
let clerk: Client;
beforeAll(async () => {
  app = await testApp();
  desk = await postalDesk(app);
  clerk = desk.desks.clerk;
});
afterAll(() => app?.[Symbol.asyncDispose]());

const rows = async (statement: string, values: readonly unknown[] = []) =>
  (await app.owner.query(statement.replaceAll("@", "space_dong_thap."), [...values])).rows as Record<
    string,
    unknown
  >[];
const accountOf = async (client: Client) => String((await client.get("/session")).body["accountId"]);

const DOOR = { taker: "recipient", name: "Nguyễn Thị Hồng Nhung", identityChecked: true };
const deliver = async (shipmentId: string, papersRecovered: number) =>
  desk.report(shipmentId, "delivered", {
    delivery: { ...DOOR, papersRecovered },
    signatureFileId: await keepFile(desk.courier, "signature"),
  });

describe("a number of the pool", () => {
  test("that a clerk typed from its slip is out of the pool: the next order gets another one, and no number comes twice", async () => {
    await employ(app, "ngan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
    const admin = await app.signIn("ngan.admin");
    const numbers = ["RR000000014VN", "RR000000028VN", "RR000000031VN"];
    passed(await admin.send("POST", "/postal/pool", { carrier: "own", numbers }));
    const numberOf = async (more = {}) =>
      shipmentsOf(passed(await desk.order(await desk.received(), more)))[0]?.waybill;
    expect(await numberOf({ waybill: "rr 000 000 014 vn" })).toBe("RR000000014VN");
    // The carrier put the next one on a parcel of its own accord.
    await rows("update @shipment set waybill = $1 where waybill = $2", ["RR000000028VN", "RR000000014VN"]);
    expect(await numberOf()).toBe("RR000000031VN");
    await rows("update @shipment set state = 'delivered', live = false where waybill is not null");
    expect(await numberOf()).toBeNull();
    await rows("delete from @waybill_pool");
  });
});

test("a drawing signs one delivery: not a second one, however often the first is sent", async () => {
  const [one, two] = [await desk.ordered(), await desk.ordered()];
  const signatureFileId = await keepFile(desk.courier, "signature");
  const report = { reportId: randomUUID(), at: app.clock.now(), delivery: DOOR, signatureFileId };
  passed(await desk.report(one, "delivered", report));
  passed(await desk.report(one, "delivered", report));
  const again = await desk.report(two, "delivered", { delivery: DOOR, signatureFileId });
  expect(again.body["code"]).toBe("file_missing");
});

describe("what a courier takes back at a door", () => {
  test("is with the courier whatever else is wrong with the delivery: no packet, or the second report of it", async () => {
    const dossierId = await desk.received();
    const shipmentId = shipmentsOf(passed(await desk.order(dossierId)))[0]?.shipmentId ?? "";
    await bringTo(desk.desks, dossierId, "finished");
    passed(await deliver(shipmentId, 0));
    passed(await deliver(shipmentId, 3));
    const kept = await rows(
      `select i.originals, c.holder_kind as kind, c.holder_id as holder from @item i
       join @container c on c.id = i.holder_id where i.dossier_id = $1 and i.position >= 2000`,
      [dossierId],
    );
    expect(kept).toEqual([{ originals: 3, kind: "person", holder: await accountOf(desk.courier) }]);
    const listed = await rows("select kind from @custody_task where shipment_id = $1", [shipmentId]);
    expect(listed).toEqual([{ kind: "deliveryElsewhere" }]);
  });

  test("is nothing of what comes in: that is counted at the counter", async () => {
    expect((await deliver(await desk.ordered(), 3)).body["code"]).toBe("recovered_on_way_in");
  });
});

test("a carrier that cannot be heard is told of above the list of shipments", async () => {
  const since = "2026-11-20T01:00:00.000Z";
  await rows("insert into @carrier_feed (carrier, failing_since) values ('vnpost', $1)", [since]);
  expect((await desk.desks.officer.get("/postal/shipments")).body["silent"]).toEqual([
    { carrier: "vnpost", since },
  ]);
});

test("what is sent in and arrives waits for the count at the counter", async () => {
  const dossierId = await desk.received();
  const [sent] = shipmentsOf(passed(await desk.order(dossierId, { service: "send" })));
  passed(await deliver(sent?.shipmentId ?? "", 0));
  const status = await rows("select business_status as status from @dossier where id = $1", [dossierId]);
  expect(status).toEqual([{ status: "received" }]);
  expect(await rows("select kind from @custody_task where shipment_id = $1", [sent?.shipmentId])).toEqual([]);
});

test("a number of a report takes back the report of that number only", async () => {
  const shipmentId = await desk.ordered();
  const reportId = randomUUID();
  passed(await desk.report(shipmentId, "pickedUp", { reportId }));
  const other = await desk.report(shipmentId, "accepted", { reportId, withdrawn: true });
  expect(other.body["code"]).toBe("report_of_another");
  passed(await desk.report(shipmentId, "pickedUp", { reportId, withdrawn: true }));
});

test("one result that trips over a fault keeps no other from being ordered", async () => {
  const byPost = { applicant: { ...AN_APPLICANT, communeCode: "30163" }, returnMethod: "postal" };
  const ready = async () => {
    const dossierId = await desk.received(byPost);
    await bringTo(desk.desks, dossierId, "finished");
    return dossierId;
  };
  const both = [await ready(), await ready()].toSorted();
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  expect.assert(space);
  // Such a fault does not exist as far as we know: the database is made to refuse one of the two.
  await rows(`alter table @postal_order add constraint tripwire check (dossier_id <> '${both[0]}')`);
  const round = await sendReady(deps, space);
  await rows("alter table @postal_order drop constraint tripwire");
  const ordered = await rows("select dossier_id as id from @shipment where dossier_id = any ($1)", [both]);
  expect(ordered).toEqual([{ id: both[1] }]);
  expect(round.ordered).toBe(1);
  expect((await sendReady(deps, space)).ordered).toBe(1);
});

describe("whoever may not act any more", () => {
  test("stopped in person: does nothing of the postal service until it is lifted", async () => {
    const shipmentId = await desk.ordered();
    const head = await app.signIn("kiet.programme");
    for (const stopped of [clerk, desk.courier])
      passed(
        await head.send("POST", "/suspensions", {
          target: "account",
          targetId: await accountOf(stopped),
          decision: aDecision("611/QĐ-UBND"),
          reason: "Kiểm tra đột xuất",
        }),
      );
    app.clock.advance(1_000);
    const { order } = (await desk.desks.officer.get(`/postal/shipments/${shipmentId}`)).body as {
      order: { orderId: string; version: number };
    };
    const tried = [
      await desk.report(shipmentId, "accepted"),
      await clerk.send("POST", `/postal/orders/${order.orderId}/cancellation`, {
        version: order.version,
        reason: "citizen",
      }),
      await clerk.send("POST", `/postal/shipments/${shipmentId}/recall`, {}),
    ];
    for (const { body } of tried) expect(body["code"]).toBe("right_suspended");
  });

  test("whose contract has run out: nothing is handed to, and nobody is offered the name", async () => {
    await employ(app, "het.hop.dong", [{ role: "courier", at: "post:30163:30148" }]);
    const gone = await accountOf(await app.signIn("het.hop.dong"));
    const names = async () =>
      ((await desk.desks.officer.get("/custody/receivers")).body["receivers"] as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(await names()).toContain(gone);
    await rows("update nation.account set valid_to = '2026-11-15' where id = $1", [gone]);
    expect(await names()).not.toContain(gone);
    const packet = await makeContainer(desk.desks.officer);
    const offered = await offer(desk.desks.officer, [packet], { kind: "person", id: gone });
    expect(offered.status).toBe(422);
  });
});
