import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFile } from "../../../test/kit/custody.ts";
import { CITIZEN, type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { addMilliseconds } from "#domain/shared/instant.ts";

let app: TestApp;
let desks: PostalDesk["desks"];
let courier: PostalDesk["courier"];
let received: PostalDesk["received"];
let quote: PostalDesk["quote"];
let order: PostalDesk["order"];
let ordered: PostalDesk["ordered"];
let view: PostalDesk["view"];
let report: PostalDesk["report"];
beforeAll(async () => {
  app = await testApp();
  ({ desks, courier, received, quote, order, ordered, view, report } = await postalDesk(app));
});
afterAll(() => app[Symbol.asyncDispose]());

describe("what is left to order", () => {
  const left = async (dossierId: string) =>
    passed(await desks.clerk.get(`/dossiers/${dossierId}/postal-orders`)).body["services"];

  test("of what a counter of the post took in is both ways, each once", async () => {
    const dossierId = await received();
    expect(await left(dossierId)).toEqual(["send", "return", "both"]);
    passed(await order(dossierId));
    expect(await left(dossierId)).toEqual(["send"]);
  });

  test("of what the agency's own counter took in is its way back, once", async () => {
    const dossierId = await received();
    await app.owner.query(
      `update space_dong_thap.dossier set counter_id =
         (select id from nation.counter where post_office_id is null order by key limit 1) where id = $1`,
      [dossierId],
    );
    expect(await left(dossierId)).toEqual(["return"]);
    passed(await order(dossierId));
    expect(await left(dossierId)).toEqual([]);
  });
});

describe("a quote", () => {
  test("is the table's price, line by line, with the time that the post has", async () => {
    const { body } = await quote(await received());
    expect(body).toMatchObject({
      quote: {
        zone: "innerDistrict",
        total: 26_000,
        lines: [{ key: "step", leg: "return", amount: 26_000 }],
      },
      days: 1,
      tariff: { mark: "sourced" },
      vatDecided: false,
    });
  });

  test.each([
    { because: "nothing weighs nothing", changes: { weightGrams: 0 }, code: "weight_not_positive" },
    { because: "that is a parcel", changes: { weightGrams: 30_001 }, code: "weight_too_heavy" },
    { because: "no province granted it", changes: { discountId: "hero" }, code: "discount_unknown" },
    { because: "no commune ever had it", changes: { communeCode: "99999" }, code: "commune_unknown" },
  ])("is refused: $because", async ({ changes, code }) => {
    expect((await quote(await received(), changes)).body["code"]).toBe(code);
  });

  test("of a commune that ended offers those that go on for it", async () => {
    const { rows } = await app.owner.query<{ code: string }>(
      `select u.code from nation.administrative_unit u
       join nation.administrative_succession s on s.predecessor_code = u.code and s.succeeded_on = '2025-07-01'
       where length(u.code) = 5 and u.valid_to = '2025-06-30' and s.successor_code = '30163'
         and not exists (select from nation.administrative_unit n where n.code = u.code and n.valid_to is null) limit 1`,
    );
    const { body } = await quote(await received(), { communeCode: rows[0]?.code });
    expect(body).toMatchObject({ code: "commune_abolished" });
    expect((body["details"] as { successors: string[] }).successors.join()).toContain("30163");
  });
});

describe("an order", () => {
  test("is written with its quote, its people sealed and one shipment each way", async () => {
    const dossierId = await received();
    const answer = passed(await order(dossierId, { service: "both" }));
    const shipments = shipmentsOf(answer);
    expect(shipments.map(({ leg }) => leg)).toEqual(["send", "return"]);
    const [send, back] = await Promise.all(shipments.map(({ shipmentId }) => view(shipmentId)));
    expect(send).toMatchObject({
      shipment: { state: "ordered", waitsForResult: false, carrier: "own" },
      order: { citizen: { phone: "0912345678" } },
    });
    expect(back?.shipment).toMatchObject({ state: "notOrdered", waitsForResult: true });
    const { rows } = await app.owner.query<{ all: string }>(
      "select row_to_json(o)::text as all from space_dong_thap.postal_order o where dossier_id = $1",
      [dossierId],
    );
    expect(rows[0]?.all).not.toContain("Nhung");
  });

  test("of two at once for one dossier and way only one is taken", async () => {
    const dossierId = await received();
    const both = await Promise.all([order(dossierId), order(dossierId)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect(both.map(({ body }) => body["code"])).toContain("shipment_live_already");
  });

  test.each([
    { because: "the price changed", changes: { saidTotal: 1 }, code: "quote_changed" },
    {
      because: "nobody can call",
      changes: { citizen: { ...CITIZEN, phone: "abc" } },
      code: "phone_unreadable",
    },
    { because: "no such carrier", changes: { carrier: "pigeon" }, code: "carrier_unknown" },
    {
      because: "a proxy has no power of attorney",
      changes: { proxy: { name: "Trần Văn B", identityNumber: "087190001235", paper: " " } },
      code: "authorisation_missing",
    },
    { because: "no carrier prints that", changes: { waybill: "số 1" }, code: "tracking_number_unreadable" },
  ])("is refused: $because", async ({ changes, code }) => {
    expect((await order(await received(), changes)).body["code"]).toBe(code);
  });

  test("is refused with a waybill that was used before, also by two at once", async () => {
    const [one, two, three] = [await received(), await received(), await received()];
    const both = await Promise.all([
      order(one, { waybill: "RR473124829VN" }),
      order(two, { waybill: "rr 4731 2482 9 vn" }),
    ]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect((await order(three, { waybill: "RR473124829VN" })).body["code"]).toBe("waybill_used_before");
    const odd = await order(three, { waybill: "EE123456789VN" });
    expect(odd.body["warning"]).toBe("checkDigitDiffers");
  });

  test("takes no number again whose shipment has ended, for two years", async () => {
    const waybill = "EA000000009VN";
    const [first, second] = [await received(), await received()];
    const shipmentId = shipmentsOf(passed(await order(first, { waybill })))[0]?.shipmentId ?? "";
    const { order: before } = await view(shipmentId);
    const url = `/postal/orders/${before.orderId}/cancellation`;
    passed(await desks.clerk.send("POST", url, { version: 1, reason: "citizen" }));
    expect((await view(shipmentId)).shipment["live"]).toBe(false);
    expect((await order(second, { waybill })).body["code"]).toBe("waybill_used_before");
    const long =
      "update space_dong_thap.shipment set ordered_at = ordered_at - interval '25 months' where id = $1";
    await app.owner.query(long, [shipmentId]);
    passed(await order(second, { waybill }));
  });

  test("for sending in is refused where the procedure takes no post", async () => {
    const dossierId = await received();
    await app.owner.query(
      `update space_dong_thap.dossier set procedure_version_id = v.id from nation.procedure_version v
       where dossier.id = $1 and v.content ->> 'postalEligible' = 'false'`,
      [dossierId],
    );
    expect((await quote(dossierId, { service: "send" })).body["code"]).toBe("procedure_not_postal");
    expect((await quote(dossierId)).status).toBe(200);
  });

  test("is cancelled while the carrier has nothing in hand, and recalled afterwards", async () => {
    const shipmentId = await ordered();
    const { order: before } = await view(shipmentId);
    const cancel = (version: number) =>
      desks.clerk.send("POST", `/postal/orders/${before.orderId}/cancellation`, {
        version,
        reason: "citizen",
      });
    const recall = () => desks.clerk.send("POST", `/postal/shipments/${shipmentId}/recall`, {});
    expect((await recall()).body["code"]).toBe("shipment_not_under_way");
    expect((await cancel(7)).body["code"]).toBe("postal_order_changed");
    passed(await report(shipmentId, "pickedUp"));
    expect((await cancel(1)).body["code"]).toBe("carrier_has_it");
    passed(await recall());
    expect((await view(shipmentId)).shipment["recallAskedAt"]).not.toBeNull();
  });

  test("that was cancelled leaves the way free for another, with a number of its own", async () => {
    const dossierId = await received();
    const [first] = shipmentsOf(passed(await order(dossierId, { service: "send" })));
    const { order: before } = await view(first?.shipmentId ?? "");
    const url = `/postal/orders/${before.orderId}/cancellation`;
    passed(await desks.clerk.send("POST", url, { version: 1, reason: "mistake" }));
    expect((await desks.clerk.send("POST", url, { version: 2, reason: "mistake" })).body["code"]).toBe(
      "postal_order_cancelled",
    );
    const [second] = shipmentsOf(passed(await order(dossierId, { service: "send" })));
    expect(String((await view(second?.shipmentId ?? "")).shipment["orderNumber"])).toMatch(/-2$/);
  });
});

describe("the journey", () => {
  test("comes to the same however late, twice and in which order it is told", async () => {
    const shipmentId = await ordered();
    app.clock.advance(300_000);
    const now = app.clock.now();
    const at = (minutes: number) => addMilliseconds(now, -minutes * 60_000);
    const out = { reportId: randomUUID(), at: at(1) };
    passed(await report(shipmentId, "outForDelivery", out));
    passed(await report(shipmentId, "accepted", { at: at(3) }));
    const again = passed(await report(shipmentId, "outForDelivery", out));
    expect(again.body).toEqual({ state: "outForDelivery", recorded: false });
    const { shipment, events } = await view(shipmentId);
    expect(events.filter(({ type }) => type === "outForDelivery")).toHaveLength(1);
    expect(shipment).toMatchObject({ state: "outForDelivery", acceptedOn: expect.any(String) as string });
  });

  test("has a last day once the carrier has it, and asks for invitations after an attempt in vain", async () => {
    const shipmentId = await ordered();
    app.clock.advance(60_000);
    passed(await report(shipmentId, "accepted"));
    app.clock.advance(60_000);
    passed(await report(shipmentId, "attemptFailed", { reason: "nobodyHome" }));
    const { shipment, afterAttempt } = await view(shipmentId);
    expect(shipment["dueOn"]).not.toBeNull();
    expect(shipment).toMatchObject({ state: "attemptFailed", attempts: 1 });
    expect(afterAttempt).toMatchObject({ next: "invite" });
  });

  test("keeps what the courier said in words, sealed, with the attempt", async () => {
    const shipmentId = await ordered();
    const note = "Cầu hỏng, thuyền không qua được";
    passed(await report(shipmentId, "attemptFailed", { reason: "other", note }));
    const { events } = await view(shipmentId);
    expect(events.find(({ type }) => type === "attemptFailed")).toMatchObject({ reason: "other", note });
    const { rows } = await app.owner.query<{ sealed: Buffer }>(
      "select proof_sealed as sealed from space_dong_thap.shipment_event where reason = 'other'",
    );
    expect(rows.map(({ sealed }) => sealed.includes(note))).toEqual([false]);
  });

  test.each([
    {
      because: "somebody else shows no power of attorney",
      delivery: { taker: "other", name: "Trần Văn B", identityChecked: true },
      code: "authorisation_missing",
    },
    {
      because: "no proxy was named",
      delivery: { taker: "proxy", name: "Trần Văn B", identityChecked: true },
      code: "authorisation_missing",
    },
    {
      because: "no identity paper was shown",
      delivery: { taker: "recipient", name: "Nhung", identityChecked: false },
      code: "identity_not_checked",
    },
  ])("takes no delivery when $because", async ({ delivery, code }) => {
    const shipmentId = await ordered();
    const signatureFileId = await keepFile(courier, "signature");
    const answer = await report(shipmentId, "delivered", { delivery, signatureFileId });
    expect(answer.body["code"]).toBe(code);
    expect((await view(shipmentId)).shipment["live"]).toBe(true);
  });

  test("is told by whoever reports it, of its own time, with the own proofs", async () => {
    const [shipmentId, other] = [await ordered(), await ordered()];
    const codeOf = async (answer: ReturnType<typeof report>) => (await answer).body["code"];
    const early = { at: "1900-01-01T00:00:00.000Z" };
    expect(await codeOf(report(shipmentId, "accepted", early))).toBe("report_before_order");
    const never = { reason: "nobodyHome", nextOn: "2999-01-01" };
    expect(await codeOf(report(shipmentId, "attemptFailed", never))).toBe("next_day_wrong");
    const reportId = randomUUID();
    passed(await report(shipmentId, "pickedUp", { reportId }));
    expect(await codeOf(report(other, "pickedUp", { reportId }))).toBe("report_of_another");
    const back = { reportId, type: "pickedUp", at: app.clock.now(), withdrawn: true };
    const path = `/postal/shipments/${shipmentId}/events`;
    expect((await desks.clerk.send("POST", path, back)).body["code"]).toBe("report_of_another");
    passed(await courier.send("POST", path, back));
    // Whoever wrote it down at the counter finds it there to take it back, and nobody else.
    const own = { reportId: randomUUID(), type: "damaged" } as const;
    passed(await desks.clerk.send("POST", path, { ...own, at: app.clock.now() }));
    const stepsFor = async (by: Client) =>
      (await by.get(`/postal/shipments/${shipmentId}`)).body["events"] as { ownReport: unknown }[];
    expect((await stepsFor(desks.clerk)).map(({ ownReport }) => ownReport)).toContainEqual(own);
    expect((await stepsFor(desks.officer)).every(({ ownReport }) => ownReport === null)).toBe(true);
    const delivery = { taker: "recipient", name: "Nhung", identityChecked: true };
    for (const [by, purpose] of [
      [desks.clerk, "signature"],
      [courier, "photo"],
    ] as const) {
      const proof = { delivery, signatureFileId: await keepFile(by, purpose) };
      expect(await codeOf(report(shipmentId, "delivered", proof))).toBe("file_missing");
    }
  });

  test("ends with a delivery that is proven, and its proof names nobody in the clear", async () => {
    const shipmentId = await ordered();
    app.clock.advance(60_000);
    const delivery = {
      taker: "other",
      name: "Trần Văn Bảy",
      identityChecked: true,
      proxyPaper: "Giấy ủy quyền số 12/2026",
    };
    expect((await report(shipmentId, "delivered", { delivery })).body["code"]).toBe("signature_missing");
    expect(
      (await report(shipmentId, "delivered", { delivery, signatureFileId: randomUUID() })).body["code"],
    ).toBe("file_missing");
    const signatureFileId = await keepFile(courier, "signature");
    passed(await report(shipmentId, "delivered", { delivery, signatureFileId }));
    expect((await view(shipmentId)).shipment).toMatchObject({ state: "delivered", live: false });
    const { rows } = await app.owner.query<{ all: string }>(
      "select row_to_json(e)::text as all from space_dong_thap.shipment_event e where shipment_id = $1",
      [shipmentId],
    );
    expect(rows.map((row) => row.all).join()).not.toContain("Bảy");
  });

  test("takes no report of a time to come", async () => {
    const at = addMilliseconds(app.clock.now(), 3_600_000);
    expect((await report(await ordered(), "accepted", { at })).body["code"]).toBe("report_from_future");
  });

  test.each(["2026-11-24T23:59:60Z", "0000-11-24T10:00:00Z", "9999-12-31T23:59:59-23:00"])(
    "takes no report of %s, which no clock shows",
    async (at) => {
      expect((await report(await ordered(), "accepted", { at })).body["code"]).toBe("input_malformed");
    },
  );

  test("takes a moment as phones write it", async () => {
    const at = app.clock.now().replace(".000Z", "Z");
    passed(await report(await ordered(), "accepted", { at }));
    passed(await report(await ordered(), "accepted", { at: at.replace("Z", "+00:00") }));
  });
});
