import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Ref,
  accept,
  holderOf,
  keepFile,
  makeContainer,
  offer,
  pack,
  papersAtCounter,
  sign,
} from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { read, squeezed } from "../../../test/kit/pdf-words.ts";
import { CITIZEN, type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { bringTo, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { addMilliseconds } from "#domain/shared/instant.ts";
import { inSpace } from "../db/kysely.ts";
import { closeDeliveries } from "../ledgers/delivery-ledger.ts";
import { recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { sendReady } from "./send-ready.ts";

let app: TestApp;
let desk: PostalDesk;
let courierId: string;
/** Another courier of the same office. */
let muoi: Client;
beforeAll(async () => {
  app = await testApp();
  desk = await postalDesk(app);
  courierId = String((await desk.courier.get("/session")).body["accountId"]);
  await employ(app, "muoi.courier", [{ role: "courier", at: "post:30163:30148" }]);
  muoi = await app.signIn("muoi.courier");
});
afterAll(() => app[Symbol.asyncDispose]());

const query = async (statement: string, values: readonly unknown[]) =>
  (await app.owner.query(statement.replaceAll("@", "space_dong_thap."), [...values])).rows as Record<
    string,
    unknown
  >[];

interface Sent {
  readonly dossierId: string;
  readonly shipmentId: string;
  readonly packet: Ref & { readonly code: string };
  readonly result: Ref;
}

/** A ready result in a sealed packet at the counter, with a way back ordered. */
async function packed(): Promise<Sent> {
  const { desks, received, order } = desk;
  const dossierId = await received();
  const shipmentId = shipmentsOf(passed(await order(dossierId)))[0]?.shipmentId ?? "";
  await bringTo(desks, dossierId, "finished");
  const [row] = await query("select id from @item where dossier_id = $1 and kind = 'result'", [dossierId]);
  const result = { thing: "item", id: String(row?.["id"]) } as const;
  const packet = await makeContainer(desks.officer);
  passed(await pack(desks.officer, packet, [result]));
  const sealing = `/custody/containers/${packet.id}/sealing`;
  passed(await desks.officer.send("POST", sealing, { seal: `PH-${packet.code}` }));
  return { dossierId, shipmentId, packet, result };
}

async function handToCourier({ packet }: Sent): Promise<string> {
  const offered = passed(await offer(desk.desks.officer, [packet], { kind: "person", id: courierId }));
  const manifestId = String(offered.body["manifestId"]);
  passed(await accept(desk.courier, manifestId, 1));
  return manifestId;
}

const AT_THE_DOOR = { taker: "recipient", name: "Nguyễn Thị Hồng Nhung", identityChecked: true };

async function deliver(
  { shipmentId }: Sent,
  more: Readonly<Record<string, unknown>> = {},
  by = desk.courier,
) {
  const signatureFileId = await keepFile(by, "signature");
  return desk.report(shipmentId, "delivered", { delivery: AT_THE_DOOR, signatureFileId, ...more }, by);
}

const statusOf = async (dossierId: string) =>
  (await query("select business_status as status from @dossier where id = $1", [dossierId]))[0]?.["status"];
const tasksOf = async (shipmentId: string, open = false) =>
  (
    await query("select kind, settled_at from @custody_task where shipment_id = $1 order by kind", [
      shipmentId,
    ])
  )
    .filter((task) => !open || task["settled_at"] === null)
    .map(({ kind }) => kind);

test("the page of a dossier says that its result is with the post, until it is in the citizen's hands", async () => {
  const seen = async ({ dossierId }: Sent) =>
    passed(await desk.desks.officer.get(`/dossiers/${dossierId}`)).body;
  const sent = await packed();
  expect(await seen(sent)).toMatchObject({
    resultAway: true,
    postalReturn: { shipmentId: sent.shipmentId, state: "notOrdered" },
  });
  await handToCourier(sent);
  expect(await seen(sent)).toMatchObject({ resultAway: true, postalReturn: { state: "accepted" } });
  passed(await deliver(sent));
  expect(await seen(sent)).toMatchObject({ resultAway: false, postalReturn: null });
});

describe("a packet that one of our couriers signs for", () => {
  test("is in the post's hands from then on: its days begin, nobody cancels it, and it may be lost", async () => {
    const sent = await packed();
    const manifestId = await handToCourier(sent);
    const { shipment, order, events } = await desk.view(sent.shipmentId);
    const printed = await desk.courier.get(`/custody/manifests/${manifestId}/print?paper=manifest`);
    // To whom it goes and what is collected there: the order's name, not the dossier's, and the postage.
    for (const words of [CITIZEN.name, CITIZEN.phone, "26.000"])
      expect(read(passed(printed).bytes)).toContain(squeezed(words));
    expect(shipment).toMatchObject({ state: "accepted", waitsForResult: false, acceptedOn: "2026-11-16" });
    expect(shipment["dueOn"]).not.toBeNull();
    expect(events.map(({ type }) => type)).toContain("accepted");
    const cancel = { version: order.version, reason: "citizen" };
    expect(
      (await desk.desks.clerk.send("POST", `/postal/orders/${order.orderId}/cancellation`, cancel)).body[
        "code"
      ],
    ).toBe("carrier_has_it");
    const loss = { kind: "lost", source: "counter", on: "2026-11-16", words: "Không tìm thấy bì." };
    passed(await desk.desks.clerk.send("POST", `/postal/shipments/${sent.shipmentId}/incidents`, loss));
    const waiting = passed(await desk.desks.officer.get("/custody/uncollected")).body["results"];
    expect((waiting as { dossierId: string }[]).map(({ dossierId }) => dossierId)).not.toContain(
      sent.dossierId,
    );
  });

  test("in a bag as well, and taken by an officer it stays with the unit", async () => {
    const [bagged, kept] = [await packed(), await packed()];
    const bag = await makeContainer(desk.desks.officer, "bag");
    passed(await pack(desk.desks.officer, bag, [bagged.packet]));
    await handToCourier({ ...bagged, packet: bag });
    expect((await desk.view(bagged.shipmentId)).shipment["state"]).toBe("accepted");
    const clerkId = String((await desk.desks.clerk.get("/session")).body["accountId"]);
    const offered = passed(await offer(desk.desks.officer, [kept.packet], { kind: "person", id: clerkId }));
    passed(await accept(desk.desks.clerk, String(offered.body["manifestId"]), 1));
    expect((await desk.view(kept.shipmentId)).shipment["state"]).not.toBe("accepted");
  });
});

describe("a result that the courier delivers", () => {
  test("is in the citizen's hands with its packet, and its dossier is returned, once", async () => {
    const sent = await packed();
    const { dossierId, shipmentId, packet, result } = sent;
    expect(await query("select packet_id as box from @shipment where id = $1", [shipmentId])).toEqual([
      { box: packet.id },
    ]);
    await handToCourier(sent);
    const report = {
      reportId: randomUUID(),
      at: app.clock.now(),
      signatureFileId: await keepFile(desk.courier, "signature"),
    };
    passed(await deliver(sent, report));
    passed(await deliver(sent, report));
    passed(await deliver(sent));
    expect(await holderOf(app, packet)).toBe("citizen null");
    expect(await holderOf(app, result)).toBe("citizen null");
    expect(await statusOf(dossierId)).toBe("returned");
    const events = await query(
      "select payload, basis_kind, basis_id, actor_id from @dossier_event where dossier_id = $1 and type = 'dossier.returned'",
      [dossierId],
    );
    expect(events).toEqual([
      {
        payload: { shipmentId, collector: "applicant" },
        basis_kind: "rule",
        basis_id: "DELIVERY-02",
        actor_id: courierId,
      },
    ]);
    expect(await tasksOf(shipmentId)).toEqual([]);
    const way = (await desk.desks.officer.get(`/custody/things/container/${packet.id}`)).body;
    expect(way).toMatchObject({ view: { holder: { kind: "citizen" }, waybill: null } });
    const page = (await desk.desks.officer.get(`/dossiers/${dossierId}`)).body as { collection: unknown };
    expect(page.collection).toMatchObject({ shipmentId, collector: "applicant", signatureFileId: null });
  });

  test("leaves what was recovered for the agency with the courier, in a packet that goes back by a bảng kê", async () => {
    const sent = await packed();
    await handToCourier(sent);
    const [told, reportId] = [{ delivery: { ...AT_THE_DOOR, papersRecovered: 2 } }, randomUUID()];
    passed(await deliver(sent, { ...told, reportId }));
    passed(await desk.report(sent.shipmentId, "delivered", { reportId, withdrawn: true }));
    passed(await deliver(sent, told));
    const [kept, ...more] = await query(
      `select c.id, i.originals, c.holder_kind as kind, c.holder_id as holder from @item i
       join @container c on c.id = i.holder_id where i.dossier_id = $1 and i.position >= 2000`,
      [sent.dossierId],
    );
    expect({ more, ...kept }).toMatchObject({ more: [], originals: 2, kind: "person", holder: courierId });
    const box = { thing: "container", id: String(kept?.["id"]) } as const;
    const [unit] = await query("select received_at_unit_id as id from @dossier where id = $1", [
      sent.dossierId,
    ]);
    const offered = passed(await offer(desk.courier, [box], { kind: "unit", id: String(unit?.["id"]) }));
    passed(await accept(desk.desks.officer, String(offered.body["manifestId"]), 1));
  });

  test("that the ledger has elsewhere moves nothing and is a task, until the courier's acceptance is heard", async () => {
    const sent = await packed();
    passed(await deliver(sent));
    passed(await deliver(sent));
    expect(await holderOf(app, sent.packet)).not.toBe("citizen null");
    expect(await statusOf(sent.dossierId)).toBe("finished");
    expect(await tasksOf(sent.shipmentId)).toEqual(["deliveryElsewhere"]);
    await handToCourier(sent);
    const { deps } = app.program;
    const [space] = deps.reference.current().spaces;
    expect.assert(space);
    await sendReady(deps, space);
    expect(await holderOf(app, sent.packet)).toBe("citizen null");
    expect(await statusOf(sent.dossierId)).toBe("returned");
  });

  test.each(["before", "after"])(
    "is closed by whoever had it, although another courier said so %s, and the question is settled",
    async (when) => {
      const sent = await packed();
      await handToCourier(sent);
      const mistaken = async () => passed(await deliver(sent, {}, muoi));
      if (when === "before") await mistaken();
      expect(await tasksOf(sent.shipmentId)).toEqual(when === "before" ? ["deliveryElsewhere"] : []);
      app.clock.advance(60_000);
      const reportId = randomUUID();
      passed(await deliver(sent, { reportId }));
      if (when === "after") await mistaken();
      expect(await holderOf(app, sent.packet)).toBe("citizen null");
      expect(await statusOf(sent.dossierId)).toBe("returned");
      expect(await tasksOf(sent.shipmentId, true)).toEqual([]);
      // What closed it is what must be taken back, whoever else still says so.
      passed(await desk.report(sent.shipmentId, "delivered", { reportId, withdrawn: true }));
      expect(await tasksOf(sent.shipmentId, true)).toEqual(["deliveryWithdrawn"]);
    },
  );

  test("and taken back is a task, and nothing is undone", async () => {
    const sent = await packed();
    await handToCourier(sent);
    const reportId = randomUUID();
    passed(await deliver(sent, { reportId }));
    passed(await desk.report(sent.shipmentId, "delivered", { reportId, withdrawn: true }));
    expect(await statusOf(sent.dossierId)).toBe("returned");
    const tasks = await query("select kind, found_by as by from @custody_task where shipment_id = $1", [
      sent.shipmentId,
    ]);
    expect(tasks).toEqual([{ kind: "deliveryWithdrawn", by: courierId }]);
  });
});

describe("a packet", () => {
  const name = (shipmentId: string, code: string) =>
    desk.desks.officer.send("POST", `/postal/shipments/${shipmentId}/packet`, { code });

  test("is found by the waybill that it travels under, and no other shipment takes it", async () => {
    const waybill = "EC000000209VN";
    const { desks, received, order, view } = desk;
    const dossierId = await received();
    const first =
      shipmentsOf(passed(await order(dossierId, { service: "send", waybill })))[0]?.shipmentId ?? "";
    const packet = await makeContainer(desks.officer);
    passed(await name(first, packet.code));
    expect(await view(first)).toMatchObject({ packet: { id: packet.id, code: packet.code } });
    const found = (await desks.officer.get(`/custody/things?q=${waybill}`)).body["things"] as {
      id: string;
    }[];
    expect(found[0]?.id).toBe(packet.id);
    expect((await name(await desk.ordered(), packet.code)).body["code"]).toBe("packet_travels_already");
  });

  test("with another dossier's papers, or that nobody made, is refused; so is a shipment that has ended", async () => {
    const sent = await packed();
    const other = await desk.ordered();
    expect((await name(other, sent.packet.code)).body["code"]).toBe("packet_of_another");
    expect((await name(other, "B12345678W")).body["code"]).toBe("packet_unknown");
    await handToCourier(sent);
    passed(await deliver(sent));
    expect((await name(sent.shipmentId, sent.packet.code)).body["code"]).toBe("shipment_ended");
  });

  test("with papers that whoever packs may not see is of several dossiers all the same", async () => {
    const mixed = await makeContainer(desk.desks.officer);
    passed(await pack(desk.desks.officer, mixed, await papersAtCounter(app, desk.desks.officer)));
    const other = await packed();
    for (const box of [mixed, other.packet]) await handToCourier({ ...other, packet: box });
    passed(await pack(desk.courier, mixed, [other.packet]));
    expect(await query("select dossier_id from @container where id = $1", [mixed.id])).toEqual([
      { dossier_id: null },
    ]);
  });

  test("that was packed before the way was ordered travels by it as well", async () => {
    const { desks, received, order } = desk;
    const dossierId = await received();
    await bringTo(desks, dossierId, "finished");
    const [row] = await query("select id from @item where dossier_id = $1 and kind = 'result'", [dossierId]);
    const packet = await makeContainer(desks.officer);
    passed(await pack(desks.officer, packet, [{ thing: "item", id: String(row?.["id"]) }]));
    const shipmentId = shipmentsOf(passed(await order(dossierId)))[0]?.shipmentId ?? "";
    expect(await query("select packet_id as box from @shipment where id = $1", [shipmentId])).toEqual([
      { box: packet.id },
    ]);
  });
});

test("a recall is told to a carrier outside, once, and to nobody of what our couriers carry", async () => {
  const recalled = async (carrier: string) => {
    const sent = await packed();
    await query("update @shipment set carrier = $2, state = 'inTransit' where id = $1", [
      sent.shipmentId,
      carrier,
    ]);
    const recall = () => desk.desks.officer.send("POST", `/postal/shipments/${sent.shipmentId}/recall`, {});
    passed(await recall());
    passed(await recall());
    const rows = await query("select payload from @outbox where topic = 'carrier.recall' and lane = $1", [
      sent.shipmentId,
    ]);
    await query("update @shipment set state = 'ordered' where id = $1", [sent.shipmentId]);
    return rows.length;
  };
  expect(await recalled("vnpost")).toBe(1);
  expect(await recalled("own")).toBe(0);
});

describe("a carrier outside", () => {
  const tell = async (sent: Sent, events: readonly { type: "delivered" | "accepted"; minutes: number }[]) => {
    const { deps } = app.program;
    const reference = deps.reference.current();
    const [space] = reference.spaces;
    expect.assert(space);
    const { unitIds, agencyIds } = placesOfSpace(reference, space);
    const now = app.clock.now();
    const [row] = await query("select order_number as number from @shipment where id = $1", [
      sent.shipmentId,
    ]);
    const reports = events.map(({ type, minutes }) => ({
      type,
      source: "vnpost",
      sourceId: `${sent.shipmentId}:${type}`,
      at: addMilliseconds(now, -minutes * 60_000),
      withdrawn: false,
      waybill: null,
      orderNumber: String(row?.["number"]),
    }));
    await inSpace(deps.db, space, { places: [...unitIds, ...agencyIds] }, async (tx) => {
      const { newId, ring } = deps;
      const recording = { now, newId, ring, calendar: postalCalendar(reference) };
      const { touched } = await recordShipmentEvents(tx, reports, recording);
      await closeDeliveries(tx, { deps, reference, now }, touched);
    });
  };
  const toVnpost = ({ shipmentId }: Sent) =>
    query("update @shipment set carrier = 'vnpost' where id = $1 returning id", [shipmentId]);

  test("ends the way of what its driver signed for, by its own report, twice and out of order", async () => {
    const sent = await packed();
    await toVnpost(sent);
    const { officer } = desk.desks;
    passed(
      await officer.send("POST", "/custody/hand-overs", {
        things: [{ thing: "container", id: sent.packet.id }],
        receiver: { name: "Trần Văn Tài", paper: "Thẻ VNPost 123" },
        signature: await sign(officer),
        receiverSignature: await sign(officer),
      }),
    );
    await tell(sent, [{ type: "delivered", minutes: 1 }]);
    await tell(sent, [
      { type: "accepted", minutes: 5 },
      { type: "delivered", minutes: 1 },
    ]);
    expect(await holderOf(app, sent.packet)).toBe("citizen null");
    expect(await statusOf(sent.dossierId)).toBe("returned");
    const [event] = await query(
      "select payload from @dossier_event where dossier_id = $1 and type = 'dossier.returned'",
      [sent.dossierId],
    );
    expect(event?.["payload"]).toEqual({ shipmentId: sent.shipmentId, collector: null });
  });

  test("is not believed about what never left the unit", async () => {
    const sent = await packed();
    await toVnpost(sent);
    await tell(sent, [{ type: "delivered", minutes: 1 }]);
    expect(await statusOf(sent.dossierId)).toBe("finished");
    expect(await tasksOf(sent.shipmentId)).toEqual(["deliveryElsewhere"]);
  });
});
