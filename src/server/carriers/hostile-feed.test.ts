import { readFileSync } from "node:fs";
import { readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import { addMilliseconds } from "#domain/shared/instant.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type NgspServer, ngspServer } from "../../../test/kit/ngsp-server.ts";
import { type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { openCarrierRegistry } from "./open-carriers.ts";
import type { PollEnd } from "./poll-carrier.ts";
import { pollSpaces } from "./poll-spaces.ts";
import { reportRecorder } from "./record-reports.ts";

const STATUSES = new URL("../../../db/reference/postal/carrier-statuses.json", import.meta.url);
const DIALECT = readCarrierStatuses(JSON.parse(readFileSync(STATUSES, "utf8"))).find(
  ({ id }) => id === "simulator",
);

let app: TestApp;
let desk: PostalDesk;
let server: NgspServer;
/** What the carrier has to tell, as it writes it: each page after the one before, then nothing. */
let pages: string[] = [];
let poll: () => Promise<readonly PollEnd[]>;
beforeAll(async () => {
  app = await testApp();
  desk = await postalDesk(app);
  server = await ngspServer(({ path }) =>
    path === "/token"
      ? { body: JSON.stringify({ access_token: "t", expires_in: 3600 }) }
      : { body: pages.shift() ?? "[]" },
  );
  expect.assert(DIALECT);
  const { deps } = app.program;
  const now = () => app.clock.now();
  const ngsp = { name: "vnpost", url: server.url, key: "k", secret: "s", dialect: DIALECT };
  const registry = openCarrierRegistry({ ngsp: { ...ngsp, customers: new Map([["*", "KH001"]]) } }, now);
  poll = () => pollSpaces({ deps, registry, now, record: reportRecorder(deps, now) });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await app?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  pages = [];
  await rows("delete from @carrier_feed");
});

const rows = async (statement: string, values: unknown[] = []) =>
  (await app.owner.query(statement.replaceAll("@", "space_dong_thap."), values)).rows as Record<
    string,
    unknown
  >[];
const seconds = (ago = 0) => Math.floor(Date.parse(app.clock.now()) / 1000) - ago;

/** A way in that was ordered with a carrier. */
async function ordered({
  carrier = "vnpost",
  dossierId,
}: {
  readonly carrier?: string;
  readonly dossierId?: string;
} = {}) {
  const of = dossierId ?? (await desk.received());
  const [shipment] = shipmentsOf(passed(await desk.order(of, { service: "send" })));
  expect.assert(shipment);
  const [row] = await rows(
    "update @shipment set carrier = $2, waybill = null where id = $1 returning order_number",
    [shipment.shipmentId, carrier],
  );
  return { id: shipment.shipmentId, dossierId: of, number: String(row?.["order_number"]) };
}

let ids = 0;
const told = (of: Record<string, unknown>) => ({
  _id: String(1_000 + ++ids),
  EventTime: seconds(60),
  POSID: "1",
  StatusCode: 904,
  StatusMessage: "",
  ...of,
});

/** The carrier tells these; and then something of a parcel that has nothing to do with them. */
async function tell(...some: readonly unknown[]): Promise<void> {
  const bystander = await ordered();
  pages.push(JSON.stringify([...some, told({ OrderNumber: bystander.number })]));
  expect(await poll()).toEqual(["read"]);
  expect(await standing(bystander.id)).toMatchObject({ state: "accepted" });
}

const standing = async (id: string) =>
  (await rows("select state, live, waybill, accepted_on::text from @shipment where id = $1", [id]))[0];
const kept = async (id: string) =>
  rows("select code, message from @shipment_event where shipment_id = $1 and type = 'unknown'", [id]);

/** What the list has under "Cần xem lại". */
async function toLookAt(): Promise<readonly string[]> {
  const { body } = await desk.desks.clerk.get("/postal/shipments?show=failed");
  const listed = (body["shipments"] as { readonly shipmentId: string }[]).map(({ shipmentId }) => shipmentId);
  const counts = passed(await desk.desks.clerk.get("/postal/waiting-count")).body;
  expect(counts["toLookAt"], "the menu counts what the list shows").toBe(listed.length);
  return listed;
}

describe("a feed that tells what cannot be", () => {
  test("of a shipment that was cancelled and ordered again, that it has the first after all: it goes on beside the second", async () => {
    const first = await ordered();
    const taken = seconds();
    app.clock.advance(600_000);
    await tell(told({ OrderNumber: first.number, StatusCode: 913, EventTime: seconds() }));
    const second = await ordered({ dossierId: first.dossierId });
    await tell(told({ OrderNumber: first.number, EventTime: taken }));
    expect(await standing(first.id)).toMatchObject({ state: "accepted", live: false });
    expect(await standing(second.id)).toMatchObject({ live: true });
    expect(await toLookAt()).toContain(first.id);
    // When the second has ended, the first is the live one again.
    await tell(told({ OrderNumber: second.number, StatusCode: 913, EventTime: seconds() }));
    expect(await standing(second.id)).toMatchObject({ state: "cancelled", live: false });
    expect(await standing(first.id)).toMatchObject({ live: true });
  });

  test("of a shipment whose cancellation it confirmed, that it moves it: that is looked at until somebody says where it ended", async () => {
    const gone = await ordered();
    await tell(told({ OrderNumber: gone.number, StatusCode: 913, EventTime: seconds(60) }));
    expect(await toLookAt()).not.toContain(gone.id);
    await tell(told({ OrderNumber: gone.number, EventTime: seconds() }));
    expect(await standing(gone.id)).toMatchObject({ state: "cancelled" });
    expect(await toLookAt()).toContain(gone.id);
    app.clock.advance(60_000);
    await tell(told({ OrderNumber: gone.number, StatusCode: 910, EventTime: seconds() }));
    expect(await toLookAt()).not.toContain(gone.id);
  });

  test("nothing of a cancellation: it is asked, not done, and looked at once the carrier has it after all", async () => {
    const asked = await ordered();
    await rows("update @shipment set told_at = now() where id = $1", [asked.id]);
    const { order, shipment } = await desk.view(asked.id);
    expect(shipment).toMatchObject({ cancelAsked: false, goesOn: false });
    const url = `/postal/orders/${order.orderId}/cancellation`;
    passed(await desk.desks.clerk.send("POST", url, { version: 1, reason: "mistake" }));
    expect((await desk.view(asked.id)).shipment).toMatchObject({ cancelAsked: true, goesOn: false });
    expect(await toLookAt()).not.toContain(asked.id);
    await tell(told({ OrderNumber: asked.number, EventTime: seconds() }));
    expect((await desk.view(asked.id)).shipment).toMatchObject({ cancelAsked: true, goesOn: true });
    expect(await toLookAt()).toContain(asked.id);
  });

  test("one number for two parcels: the first bears it, of the second it is shown", async () => {
    const [one, other] = [await ordered(), await ordered()];
    await tell(
      told({ OrderNumber: one.number, ItemCode: " pa 473 124 829 vn " }),
      told({ OrderNumber: other.number, ItemCode: "PA473124829VN" }),
      told({ OrderNumber: one.number, ItemCode: "PA473124832VN" }),
      told({ OrderNumber: one.number, ItemCode: "<script>" }),
    );
    expect(await standing(one.id)).toMatchObject({ waybill: "PA473124829VN" });
    expect(await standing(other.id)).toMatchObject({ waybill: null, state: "accepted" });
    expect(await kept(other.id)).toEqual([{ code: "waybillNotTaken", message: "PA473124829VN" }]);
    expect(await kept(one.id)).toEqual([
      { code: "waybillNotTaken", message: "PA473124832VN" },
      { code: "waybillNotTaken", message: "<script>" },
    ]);
  });

  test("of 1970: it counts as of the moment when it was heard", async () => {
    const [taken, gone] = [await ordered(), await ordered()];
    await tell(
      told({ OrderNumber: taken.number, EventTime: 1 }),
      told({ OrderNumber: gone.number, EventTime: 1, StatusCode: 913 }),
      told({ OrderNumber: gone.number }),
    );
    expect(await standing(taken.id)).toMatchObject({ state: "accepted", accepted_on: "2026-11-16" });
    expect(await standing(gone.id)).toMatchObject({ state: "accepted", live: true });
  });

  test("of a parcel that another carries: it is kept aside", async () => {
    const [own, viettel] = [await ordered({ carrier: "own" }), await ordered({ carrier: "viettel" })];
    await tell(
      told({ OrderNumber: own.number, StatusCode: 4 }),
      told({ OrderNumber: viettel.number, StatusCode: 912 }),
    );
    for (const { id } of [own, viettel])
      expect((await standing(id))?.["state"]).not.toMatch(/delivered|lost/);
    const strays = await rows("select 1 from @quarantined_event where order_number = any ($1)", [
      [own.number, viettel.number],
    ]);
    expect(strays).toHaveLength(2);
  });

  test("of two parcels under one number: both are told, each once however often", async () => {
    const [one, two] = [await ordered(), await ordered()];
    const _id = String(++ids);
    const both = [one, two].map(({ number }) => told({ _id, OrderNumber: number }));
    await tell(...both);
    await tell(...both);
    for (const { id } of [one, two]) expect(await standing(id)).toMatchObject({ state: "accepted" });
    expect(
      await rows("select 1 from @shipment_event where type = 'accepted' and shipment_id = any ($1::uuid[])", [
        [one.id, two.id],
      ]),
    ).toHaveLength(2);
  });

  test("a row nested two hundred thousand deep, and ids longer than a number of JavaScript holds", async () => {
    const { number, id } = await ordered();
    const deep = `{"_id":"${++ids}","x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    const long = [1, 2, 3].map((last) =>
      JSON.stringify(told({ OrderNumber: number, StatusCode: 77 })).replace(
        /"_id":"\d+"/,
        `"_id":123456789012345678${last}`,
      ),
    );
    pages.push(`[${[deep, ...long].join(",")}]`);
    expect(await poll()).toEqual(["read"]);
    expect(await kept(id)).toHaveLength(3);
    expect(await rows("select last_id from @carrier_feed")).toEqual([{ last_id: "1234567890123456783" }]);
    const { body } = await desk.desks.clerk.get("/postal/quarantine");
    const stray = (body["events"] as Record<string, unknown>[]).find(({ code }) => code === "unreadable");
    expect(stray?.["message"]).toContain("…");
  });

  test("pages that go in a circle: it is said", async () => {
    const circle = JSON.stringify([told({ _id: "xx" }), told({ _id: "y" })]);
    pages.push(...Array.from({ length: 5 }, () => circle));
    expect(await poll()).toEqual(["failing"]);
    expect((await rows("select last_error from @carrier_feed"))[0]?.["last_error"]).toContain("circle");
  });

  test("one row that trips over a fault of ours: it alone is kept aside", async () => {
    const { number } = await ordered();
    // Such a fault does not exist as far as we know: the database is made to refuse.
    await rows(
      `alter table @shipment_event add constraint tripwire check (message is distinct from 'tripwire')`,
    );
    try {
      await tell(told({ OrderNumber: number, StatusCode: 77, StatusMessage: "tripwire" }));
    } finally {
      await rows("alter table @shipment_event drop constraint tripwire");
    }
    expect(await rows("select type from @quarantined_event where order_number = $1", [number])).toEqual([
      { type: "unknown" },
    ]);
  });
});

test("a late report of our own courier revives what was cancelled and ordered again", async () => {
  const dossierId = await desk.received();
  const [first] = shipmentsOf(passed(await desk.order(dossierId, { service: "send" })));
  expect.assert(first);
  const taken = app.clock.now();
  app.clock.advance(600_000);
  const { order } = await desk.view(first.shipmentId);
  const { orderId, version } = order;
  passed(
    await desk.desks.clerk.send("POST", `/postal/orders/${orderId}/cancellation`, {
      version,
      reason: "citizen",
    }),
  );
  passed(await desk.order(dossierId, { service: "send" }));
  passed(await desk.report(first.shipmentId, "accepted", { at: addMilliseconds(taken, 1) }));
  expect(await standing(first.shipmentId)).toMatchObject({ state: "accepted", live: false });
});
