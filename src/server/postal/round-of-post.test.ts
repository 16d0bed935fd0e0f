import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { bringTo, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { DEFAULT_WATCH_SETTINGS } from "#domain/watch/watch.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { recordShipmentEvents } from "../ledgers/shipment-ledger.ts";
import { openForChecking } from "../checking/check-ledgers.ts";
import { checkShipments } from "../checking/check-shipments.ts";
import { inSpace } from "../db/kysely.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import { loadOutgoing } from "./load-outgoing.ts";
import { sendReady } from "./send-ready.ts";
import { watchSpace } from "../watchers/watch-space.ts";

const SPACE = { id: "dong-thap", schema: "space_dong_thap" };

let app: TestApp;
let admin: Client;
let desks: PostalDesk["desks"];
let courier: PostalDesk["courier"];
let received: PostalDesk["received"];
let order: PostalDesk["order"];
let ordered: PostalDesk["ordered"];
let view: PostalDesk["view"];
beforeAll(async () => {
  app = await testApp();
  ({ desks, courier, received, order, ordered, view } = await postalDesk(app));
  await employ(app, "ngan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
  admin = await app.signIn("ngan.admin");
});
afterAll(() => app[Symbol.asyncDispose]());

describe("what nobody knows", () => {
  test("is kept aside, shown, and attached by a person, once", async () => {
    const shipmentId = await ordered();
    const { reference, db, newId, ring } = app.program.deps;
    const [space] = reference.current().spaces;
    if (!space) throw new Error("there is the space");
    const now = app.clock.now();
    await inSpace(db, space, { places: [] }, (tx) =>
      recordShipmentEvents(
        tx,
        [
          {
            type: "pickedUp",
            source: "vnpost",
            sourceId: "77",
            at: now,
            withdrawn: false,
            waybill: "VN-UNKNOWN-1",
            orderNumber: null,
          },
        ],
        { now, newId, ring, calendar: postalCalendar(reference.current()) },
      ),
    );
    const listed = (await desks.clerk.get("/postal/quarantine")).body["events"] as { eventId: string }[];
    expect((await desks.clerk.get("/postal/waiting-count")).body["strays"]).toBe(1);
    expect(listed).toMatchObject([{ source: "vnpost", waybill: "VN-UNKNOWN-1", type: "pickedUp" }]);
    const { rows: kept } = await app.owner.query<{ bare: boolean }>(
      "select payload is null and payload_sealed is not null as bare from space_dong_thap.quarantined_event",
    );
    expect(kept).toEqual([{ bare: true }]);
    const settle = (shipment: string | null) =>
      desks.clerk.send("POST", `/postal/quarantine/${listed[0]?.eventId}/settlement`, { shipment });
    expect((await settle("NOSUCH")).body["code"]).toBe("shipment_unknown");
    const { shipment } = await view(shipmentId);
    // Laid aside by mistake: it waits again.
    passed(await settle(null));
    expect((await desks.clerk.get("/postal/quarantine")).body["events"]).toEqual([]);
    const settled = async () => (await desks.clerk.get("/postal/quarantine?settled=true")).body["events"];
    expect(await settled()).toMatchObject([
      { waybill: "VN-UNKNOWN-1", settled: { as: "dismissed", shipment: null, mayReopen: true } },
    ]);
    const reopen = () => desks.clerk.send("POST", `/postal/quarantine/${listed[0]?.eventId}/reopening`, {});
    passed(await reopen());
    expect((await desks.clerk.get("/postal/quarantine")).body["events"]).toHaveLength(1);
    expect(await settled()).toEqual([]);
    passed(await settle(String(shipment["orderNumber"])));
    expect(await settled()).toMatchObject([
      { settled: { as: "attached", by: "Nguyễn Thị Lan", shipment: { shipmentId }, mayReopen: false } },
    ]);
    expect((await reopen()).body["code"]).toBe("quarantine_settled");
    expect((await settle(null)).body["code"]).toBe("quarantine_settled");
    expect((await view(shipmentId)).events.map(({ type }) => type)).toContain("pickedUp");
    expect((await desks.clerk.get("/postal/quarantine")).body["events"]).toEqual([]);
  });
});

describe("a ready result that the citizen wants by post", () => {
  const round = async () => {
    const { deps } = app.program;
    const [space] = deps.reference.current().spaces;
    if (!space) throw new Error("there is the space");
    return sendReady(deps, space);
  };

  test("is ordered by itself, once; without a commune it is shown as waiting for one", async () => {
    await round();
    const complete = { applicant: { ...AN_APPLICANT, communeCode: "30163" }, returnMethod: "postal" };
    const [known, lacking] = [await received(complete), await received({ returnMethod: "postal" })];
    await bringTo(desks, known, "finished");
    await bringTo(desks, lacking, "finished");
    const rounds = await Promise.all([round(), round()]);
    expect(rounds.reduce((sum, { ordered: count }) => sum + count, 0)).toBe(1);
    expect((await round()).ordered).toBe(0);
    const { dossiers } = (await desks.clerk.get("/postal/unsent")).body as {
      dossiers: { dossierId: string; missing: string[] }[];
    };
    expect(dossiers.find(({ dossierId }) => dossierId === lacking)?.missing).toEqual(["commune"]);
    expect(dossiers.some(({ dossierId }) => dossierId === known)).toBe(false);
    const post = (await desks.clerk.get(`/dossiers/${known}/postal-orders`)).body as {
      orders: { source: string; quote: { total: number }; shipments: { state: string }[] }[];
    };
    expect(post.orders).toMatchObject([
      { source: "auto", quote: { total: 26_000 }, shipments: [{ state: "ordered" }] },
    ]);
  });

  test("that was ordered before goes to the carrier when it is ready", async () => {
    const dossierId = await received();
    const [back] = shipmentsOf(passed(await order(dossierId)));
    expect((await view(back?.shipmentId ?? "")).shipment["waitsForResult"]).toBe(true);
    await bringTo(desks, dossierId, "finished");
    await round();
    expect((await view(back?.shipmentId ?? "")).shipment).toMatchObject({
      waitsForResult: false,
      state: "ordered",
    });
  });
});

describe("numbers", () => {
  test("are issued in order from a range, none twice, also to many at once", async () => {
    const open = (fromSerial: number, toSerial: number) =>
      admin.send("POST", "/postal/ranges", {
        carrier: "own",
        service: "PA",
        country: "VN",
        fromSerial,
        toSerial,
      });
    expect((await open(9, 5)).body["code"]).toBe("range_upside_down");
    passed(await open(100, 102));
    expect((await open(102, 200)).body["code"]).toBe("range_overlaps");
    const dossiers = [await received(), await received(), await received(), await received()];
    const answers = await Promise.all(dossiers.map((id) => order(id)));
    const numbers = answers.map((answer) => shipmentsOf(passed(answer))[0]?.waybill ?? null);
    expect(new Set(numbers.filter((number) => number !== null)).size).toBe(3);
    expect(numbers.filter((number) => number === null)).toHaveLength(1);
    const { ranges } = (await admin.get("/postal/numbers")).body as {
      ranges: { rangeId: string; left: number; next: string | null }[];
    };
    expect(ranges).toMatchObject([{ left: 0, next: null }]);
    // The one that went without gets its number when there is one again, once, or that of a slip filled in by hand.
    const bare = answers.flatMap(shipmentsOf).find(({ waybill }) => waybill === null)?.shipmentId ?? "";
    const give = (waybill?: string) =>
      desks.clerk.send("POST", `/postal/shipments/${bare}/waybill`, { waybill });
    expect((await give()).body["code"]).toBe("waybill_numbers_gone");
    expect((await give(numbers.find((number) => number !== null) ?? "")).body["code"]).toBe(
      "waybill_used_before",
    );
    passed(await open(200, 201));
    const given = await Promise.all([give(), give()]);
    expect(new Set(given.map((answer) => passed(answer).body["waybill"])).size).toBe(1);
    const number = String(given[0]?.body["waybill"]);
    expect(passed(await give(number.toLowerCase())).body["waybill"]).toBe(number);
    const other = (await give("RR473124829VN")).body;
    expect(other).toMatchObject({ code: "waybill_given_already", details: { waybill: number } });
    passed(await admin.send("POST", `/postal/ranges/${ranges[0]?.rangeId}/closing`, {}));
    expect((await admin.send("POST", `/postal/ranges/${randomUUID()}/closing`, {})).body["code"]).toBe(
      "not_found",
    );
  });

  test("typed for two shipments at once are one's, and a doubtful one is told", async () => {
    const typed = "EE123456789VN";
    for (let turn = 0; turn < 3; turn += 1) {
      const bare = [await ordered(), await ordered(), await ordered()];
      await app.owner.query("update space_dong_thap.shipment set waybill = null where id = any ($1)", [bare]);
      const answers = await Promise.all(
        bare.map((id) => desks.clerk.send("POST", `/postal/shipments/${id}/waybill`, { waybill: typed })),
      );
      const good = answers.filter(({ status }) => status === 200);
      expect(good.map(({ body }) => body["warning"])).toEqual(["checkDigitDiffers"]);
      const refused = answers.filter(({ status }) => status !== 200).map(({ body }) => body["code"]);
      expect(refused).toEqual(["waybill_used_before", "waybill_used_before"]);
      await app.owner.query("update space_dong_thap.shipment set waybill = null where waybill = $1", [typed]);
    }
  });

  test("are those of a carrier that carries here", async () => {
    const range = { carrier: "vnpots", service: "PA", country: "VN", fromSerial: 5, toSerial: 9 };
    expect((await admin.send("POST", "/postal/ranges", range)).body["code"]).toBe("carrier_unknown");
    const pool = { carrier: "vnpots", numbers: ["RR000000014VN"] };
    expect((await admin.send("POST", "/postal/pool", pool)).body["code"]).toBe("carrier_unknown");
  });

  test("of a pool are each for one shipment, and a list with the same twice takes it once", async () => {
    const numbers = ["RR000000005VN", "rr000000005vn", "VTP-1", "rr000000005VN", "?"];
    const filled = passed(await admin.send("POST", "/postal/pool", { carrier: "own", numbers }));
    expect(filled.body).toEqual({
      added: 2,
      left: [{ number: "?", why: "unreadable" }],
      doubtful: ["VTP-1"],
    });
    const first = shipmentsOf(passed(await order(await received())));
    expect(["RR000000005VN", "VTP-1"]).toContain(first[0]?.waybill);
    expect((await admin.get("/postal/numbers")).body["pools"]).toEqual([
      { carrier: "own", free: 1, taken: 1 },
    ]);
  });
});

describe("the list", () => {
  test("finds by waybill and by dossier code, and knows what is open and what has ended", async () => {
    const shipmentId = await ordered({ waybill: "EB000000104VN" });
    const { shipment } = await view(shipmentId);
    const found = async (query: string) =>
      (
        (await desks.clerk.get(`/postal/shipments?${query}`)).body["shipments"] as { shipmentId: string }[]
      ).map((one) => one.shipmentId);
    expect(await found("q=eb000000104vn")).toEqual([shipmentId]);
    expect(await found(`q=${String(shipment["orderNumber"])}`)).toEqual([shipmentId]);
    expect(await found(`q=${encodeURIComponent("nguyen thi hong")}`)).toContain(shipmentId);
    expect(await found(`q=${encodeURIComponent("khong ai ten the")}`)).toEqual([]);
    expect(shipment["applicant"]).toBe("Nguyễn Thị Hồng Nhung");
    expect(await found("show=ended&q=EB000000104VN")).toEqual([]);
    expect(await found("show=open&leg=send&q=EB000000104VN")).toEqual([shipmentId]);
    expect(await found("show=late&q=EB000000104VN")).toEqual([]);
  });

  test("shows nobody what is not of his or her places", async () => {
    const shipmentId = await ordered();
    await employ(app, "xa.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const stranger = await app.signIn("xa.officer");
    expect((await stranger.get(`/postal/shipments/${shipmentId}`)).status).toBe(404);
    expect((await stranger.get("/postal/shipments")).body["shipments"]).toEqual([]);
    expect((await courier.get(`/postal/shipments/${shipmentId}`)).status).toBe(200);
  });
});

test("a shipment that stands where no report says is found by the check", async () => {
  const shipmentId = await ordered();
  const set = (state: string) =>
    app.owner.query("update space_dong_thap.shipment set state = $1 where id = $2", [state, shipmentId]);
  await set("delivered");
  const db = openForChecking(app.database.owner);
  const found = () => inSpace(db, SPACE, { places: [] }, checkShipments);
  const broken = await found();
  await set("ordered");
  // What is taken for ended cannot be the live one either.
  expect(broken).toMatchObject([
    { ledger: "state ordered", projection: "state delivered" },
    { ledger: "live false", projection: "live true" },
  ]);
  expect(await found()).toEqual([]);
  await db.destroy();
});

test("a carrier outside is told by the outbox, with the people of the order and never in the journey", async () => {
  const dossierId = await received();
  const answer = passed(await order(dossierId, { service: "send" }));
  const shipmentId = shipmentsOf(answer)[0]?.shipmentId ?? "";
  const { db, ring, reference } = app.program.deps;
  const [space] = reference.current().spaces;
  if (!space) throw new Error("there is the space");
  const day = plainDate("2026-11-23");
  const told = await inSpace(db, space, { places: [], dossierId }, (tx) =>
    loadOutgoing(tx, shipmentId, { ring, reference: reference.current(), day }),
  );
  expect(told).toMatchObject({
    carrier: "own",
    cancelledAt: null,
    order: {
      sender: { name: "Nguyễn Thị Hồng Nhung", phone: "0912345678", province: "Tỉnh Đồng Tháp" },
      recipient: { phone: "" },
      codAmount: 0,
    },
  });
});

describe("a result that goes by post", () => {
  test("is nobody's to fetch: no task, no reminder, and the list of the uncollected says so", async () => {
    const [byPost, fetched] = [await received(), await received()];
    passed(await order(byPost));
    for (const dossierId of [byPost, fetched]) await bringTo(desks, dossierId, "finished");
    const { results } = (await desks.clerk.get("/custody/uncollected")).body as {
      results: { dossierId: string; orderedByPost: boolean }[];
    };
    const isOrdered = new Map(results.map(({ dossierId, orderedByPost }) => [dossierId, orderedByPost]));
    expect([isOrdered.get(byPost), isOrdered.get(fetched)]).toEqual([true, false]);
    app.clock.advance(30 * 86_400_000);
    const { deps } = app.program;
    const [space] = deps.reference.current().spaces;
    if (!space) throw new Error("there is the space");
    await watchSpace(deps, space, DEFAULT_WATCH_SETTINGS);
    const { rows } = await app.owner.query(
      "select dossier_id from space_dong_thap.watch_task where kind = 'resultNotCollected' and dossier_id = any ($1)",
      [[byPost, fetched]],
    );
    expect(rows).toEqual([{ dossier_id: fetched }]);
  });
});
