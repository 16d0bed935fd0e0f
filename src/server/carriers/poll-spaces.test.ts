import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type CarrierDialect, readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import { addMilliseconds, instant } from "#domain/shared/instant.ts";
import { describe, expect, test } from "vitest";
import { anOrder } from "../../../test/kit/carrier-contract.ts";
import { receive } from "../../../test/kit/forms.ts";
import { ship } from "../../../test/kit/shipped.ts";
import { simulatedCarrier } from "../../../test/kit/simulated-carrier.ts";
import { testApp } from "../../../test/kit/test-app.ts";
import { openCarrierRegistry } from "./open-carriers.ts";
import { pollSpaces } from "./poll-spaces.ts";
import { reportRecorder } from "./record-reports.ts";
import { type OutgoingShipment, tellOfCancel, tellOfOrder, tellOfRecall } from "./tell-carrier.ts";

const NOW = instant("2026-12-07T02:00:00Z");
const LATER = instant("2026-12-20T02:00:00Z");
const STATUSES = new URL("../../../db/reference/postal/carrier-statuses.json", import.meta.url);
const DIALECTS = readCarrierStatuses(JSON.parse(readFileSync(STATUSES, "utf8")));
const UNASKED = { cancelledAt: null, recalledAt: null, carrierAskedAt: null };
const SCHEMA = "space_dong_thap";

async function world() {
  const app = await testApp({ inventsRows: true });
  const simulator = await simulatedCarrier(31, NOW);
  const dialect = DIALECTS.find(({ id }) => id === "simulator") as CarrierDialect;
  const { deps } = app.program;
  const ngsp = { name: "vnpost", url: simulator.url, key: "simulator", secret: "simulator", dialect };
  const registry = openCarrierRegistry(
    { ngsp: { ...ngsp, customers: new Map([["*", "KH001"]]) } },
    () => LATER,
  );
  const now = () => LATER;
  const record = reportRecorder(deps, now);
  const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const [space] = deps.reference.current().spaces;
  expect.assert(space);
  const outgoing = new Map<string, OutgoingShipment>();
  const at = { now: NOW };
  const work = {
    deps,
    registry,
    now: () => at.now,
    load: async (_tx: unknown, id: string) => outgoing.get(id) ?? null,
    record,
  };
  return {
    app,
    simulator,
    at,
    outgoing,
    work,
    space,
    poll: () => pollSpaces({ deps, registry, now, record }),
    shipment: async (carrier = "vnpost") =>
      ship(app, String((await receive(clerk)).body["dossierId"]), carrier),
    rows: async (statement: string) =>
      (await app.owner.query(statement.replaceAll("@", `${SCHEMA}.`))).rows as Record<string, unknown>[],
    [Symbol.asyncDispose]: async () => {
      await simulator[Symbol.asyncDispose]();
      await app[Symbol.asyncDispose]();
    },
  };
}

describe("what a carrier tells", () => {
  test("moves the shipment that it is of; of an order that nobody knows it is kept aside, once", async () => {
    await using under = await world();
    const orderNumber = await under.shipment();
    for (const [number, code] of [
      [orderNumber, "904"],
      [orderNumber, "77"],
      [orderNumber, "4"],
      ["H99.99-000000-0000", "905"],
    ] as const)
      await under.simulator.happen(number, code, "Theo bưu điện");
    const { simulator, poll } = under;
    expect(await poll()).toEqual(["read"]);
    expect(await poll()).toEqual(["read"]);
    expect(await under.rows("select state, live from @shipment")).toEqual([
      { state: "delivered", live: false },
    ]);
    expect(await under.rows("select type, code, message from @shipment_event order by type")).toEqual([
      { type: "accepted", code: null, message: null },
      { type: "delivered", code: null, message: null },
      { type: "unknown", code: "77", message: "Theo bưu điện" },
    ]);
    expect(await under.rows("select order_number, type, settled_at from @quarantined_event")).toEqual([
      { order_number: "H99.99-000000-0000", type: "inTransit", settled_at: null },
    ]);
    await simulator.behave({ down: true });
    expect(await poll()).toEqual(["failing"]);
    expect(await under.rows("select carrier, failing_since from @carrier_feed")).toEqual([
      { carrier: "vnpost", failing_since: new Date(LATER) },
    ]);
  });

  test("in one page of thousands is recorded whole", async () => {
    await using under = await world();
    const orderNumber = await under.shipment();
    await under.simulator.behave({ wholePages: true });
    await Promise.all(
      Array.from({ length: 4_200 }, () => under.simulator.happen(orderNumber, "905", "Đang vận chuyển")),
    );
    expect(await under.poll()).toEqual(["read"]);
    expect(await under.rows("select count(*)::int from @shipment_event")).toEqual([{ count: 4_200 }]);
  });
});

describe("telling a carrier", () => {
  test("of an order, twice, is one event; then of its cancelling; our own couriers are not told anything", async () => {
    await using under = await world();
    const [id, own] = [randomUUID(), randomUUID()];
    const order = anOrder(await under.shipment());
    const shipment = { carrier: "vnpost", order, orderedAt: NOW, ...UNASKED };
    under.outgoing.set(id, shipment);
    under.outgoing.set(own, { ...shipment, carrier: "own" });
    for (let tries = 0; tries < 2; tries += 1)
      expect(await tellOfOrder(under.work, under.space, id)).toBeUndefined();
    expect(await tellOfOrder(under.work, under.space, own)).toBeUndefined();
    expect(await tellOfOrder(under.work, under.space, randomUUID())).toBeUndefined();
    expect(await under.rows("select state from @shipment")).toEqual([{ state: "ordered" }]);
    const cancelled = { ...shipment, cancelledAt: addMilliseconds(NOW, 60_000), carrierAskedAt: NOW };
    under.outgoing.set(id, cancelled);
    expect(await tellOfCancel(under.work, under.space, id)).toBeUndefined();
    expect(await under.rows("select state, live from @shipment")).toEqual([
      { state: "cancelled", live: false },
    ]);
    expect(await under.rows("select type from @shipment_event order by at")).toEqual([
      { type: "ordered" },
      { type: "cancelled" },
    ]);
  });

  test("that never heard of an order hears nothing of its cancelling, and the shipment is over at once", async () => {
    await using under = await world();
    const id = randomUUID();
    const order = anOrder(await under.shipment());
    under.outgoing.set(id, { carrier: "vnpost", order, orderedAt: NOW, ...UNASKED, cancelledAt: NOW });
    await under.simulator.behave({ down: true });
    expect(await tellOfOrder(under.work, under.space, id)).toBeUndefined();
    expect(await tellOfCancel(under.work, under.space, id)).toBeUndefined();
    expect(await under.rows("select state, live from @shipment")).toEqual([
      { state: "cancelled", live: false },
    ]);
  });

  test("of a recall turns round what it has in hand, and the feed tells the rest", async () => {
    await using under = await world();
    const id = randomUUID();
    const order = anOrder(await under.shipment());
    const shipment = { carrier: "vnpost", order, orderedAt: NOW, ...UNASKED };
    under.outgoing.set(id, shipment);
    await tellOfOrder(under.work, under.space, id);
    await under.simulator.happen(order.orderNumber, "904", "Đã nhận gửi");
    under.outgoing.set(id, { ...shipment, recalledAt: addMilliseconds(NOW, 60_000) });
    for (let tries = 0; tries < 2; tries += 1)
      expect(await tellOfRecall(under.work, under.space, id)).toBeUndefined();
    await under.poll();
    expect(await under.rows("select state from @shipment")).toEqual([{ state: "returning" }]);
    expect(await under.rows("select code from @shipment_event where type = 'unknown'")).toEqual([
      { code: "recallTold" },
    ]);
  });

  test("that is away is tried later, and after a day the shipment shows it; so does one that no setting names", async () => {
    await using under = await world();
    await under.simulator.behave({ down: true });
    const [id, gone] = [randomUUID(), randomUUID()];
    const order = anOrder(await under.shipment());
    const shipment = { carrier: "vnpost", order, orderedAt: NOW, ...UNASKED };
    under.outgoing.set(id, shipment);
    under.outgoing.set(gone, {
      ...shipment,
      carrier: "viettel",
      order: anOrder(await under.shipment("viettel")),
    });
    expect(await tellOfOrder(under.work, under.space, id)).toEqual({ later: addMilliseconds(NOW, 60_000) });
    under.at.now = addMilliseconds(NOW, 24 * 3_600_000);
    expect(await tellOfOrder(under.work, under.space, id)).toBeUndefined();
    expect(await tellOfOrder(under.work, under.space, gone)).toBeUndefined();
    expect(await under.rows("select type, source, code from @shipment_event order by source")).toEqual([
      { type: "unknown", source: "viettel", code: "orderNotSent" },
      { type: "unknown", source: "vnpost", code: "orderNotSent" },
    ]);
  });
});
