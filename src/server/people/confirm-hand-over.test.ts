import { beforeEach, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { accountId, aDecision } from "../../../test/kit/mandate-forms.ts";
import { bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let lan: Client;
let phuc: Client;
let hanh: Client;
beforeEach(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  hanh = await app.signIn("hanh.head");
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  phuc = await app.signIn("phuc.clerk");
  return () => app[Symbol.asyncDispose]();
});

/** Stops the clerk with two dossiers on the desk; the fee of the second is set beside the program. */
async function stopped(successor: string | null = "phuc.clerk"): Promise<string> {
  await receive(lan);
  const { dossierId } = (await receive(lan)).body;
  await app.owner.query("update space_dong_thap.dossier set fee_due = 8000");
  await app.owner.query("update space_dong_thap.dossier set fee_due = null where id = $1", [dossierId]);
  const suspended = await kiet.send("POST", "/suspensions", {
    target: "account",
    targetId: await accountId(app, "lan.clerk"),
    decision: aDecision("610/QĐ-UBND"),
    reason: "Kiểm tra đột xuất",
    ...(successor !== null && { successorId: await accountId(app, successor) }),
  });
  return String(passed(suspended).body["handOverId"]);
}
const WITNESS = "Lê Minh Đức, công chức một cửa";
const count = (by: Client, id: string, changes: Record<string, unknown> = {}): Promise<Reply> =>
  by.send("POST", `/hand-overs/${id}/counts`, {
    seen: 0,
    amount: 8000,
    witness: WITNESS,
    reason: "",
    ...changes,
  });
const take = (by: Client, id: string, seen: number) => by.send("POST", `/hand-overs/${id}/taking`, { seen });
const record = async (by: Client, id: string) => (await by.get(`/hand-overs/${id}`)).body;
const listed = async (by: Client) =>
  (await by.get("/hand-overs")).body["handOvers"] as Record<string, unknown>[];
const code = ({ body }: Reply) => body["code"];

describe("the money of a hand-over", () => {
  test("is shown before as the slips have it, dossier by dossier, and never as collected", async () => {
    await receive(lan);
    const { code: slip } = (await receive(lan)).body;
    await app.owner.query("update space_dong_thap.dossier set fee_due = 8000");
    await app.owner.query("update space_dong_thap.dossier set fee_due = null where code = $1", [slip]);
    const lanId = await accountId(app, "lan.clerk");
    const { inHand } = (await kiet.get(`/suspension-preview?target=account&targetId=${lanId}`))
      .body as unknown as { inHand: { fees: unknown; feeLines: { code: string; fee: number | null }[] } };
    expect(inHand.fees).toEqual({ sum: 8000, unfixed: 1 });
    expect(inHand.feeLines.find((line) => line.code === slip)?.fee).toBeNull();
    expect(inHand.feeLines.filter(({ fee }) => fee === 8000)).toHaveLength(1);
  });

  test("stays in the record as it was, also when a fee is fixed later", async () => {
    const id = await stopped();
    await app.owner.query("update space_dong_thap.dossier set fee_due = 50000");
    expect(await record(kiet, id)).toMatchObject({ fees: { sum: 8000, unfixed: 1 }, counts: [] });
  });

  test("is counted before it is taken over, counted anew with a reason, and each count stays", async () => {
    const id = await stopped();
    expect(code(await take(phuc, id, 0))).toBe("hand_over_count_missing");
    passed(await count(phuc, id));
    expect(code(await count(hanh, id))).toBe("not_found"); // It came to a person, not to her unit.
    expect(code(await count(kiet, id, { amount: 7000 }))).toBe("hand_over_counted_meanwhile");
    expect(code(await count(kiet, id, { seen: 1, amount: 7000 }))).toBe("count_invalid");
    passed(await count(kiet, id, { seen: 1, amount: 7000, reason: "Đếm lại khi niêm phong" }));
    expect(await record(phuc, id)).toMatchObject({
      counts: [
        { seq: 1, amount: 8000, difference: 0, by: "Trần Văn Phúc", witness: WITNESS, reason: null },
        { seq: 2, amount: 7000, difference: -1000, by: "Huỳnh Tuấn Kiệt", reason: "Đếm lại khi niêm phong" },
      ],
      awaited: ["Trần Văn Phúc"],
      may: { count: true, take: true },
    });
  });

  test("may be nothing: zero is counted too", async () => {
    const id = await stopped();
    passed(await count(phuc, id, { amount: 0 }));
    passed(await take(phuc, id, 1));
    expect(await record(kiet, id)).toMatchObject({ counts: [{ amount: 0, difference: -8000 }], awaited: [] });
  });

  test.each([
    { because: "the counter looked on alone", changes: { witness: "Trần Văn Phúc" }, at: 422 },
    { because: "nobody looked on", changes: { witness: " " }, at: 422 },
    { because: "it is less than nothing", changes: { amount: -1 }, at: 400 },
    { because: "it is not in whole đồng", changes: { amount: 0.5 }, at: 400 },
  ])("is refused when $because", async ({ changes, at }) => {
    expect((await count(phuc, await stopped(), changes)).status).toBe(at);
  });

  test("two who count at once: one count is recorded, the other is told", async () => {
    const id = await stopped();
    const both = await Promise.all([count(phuc, id), count(kiet, id, { amount: 9000 })]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.filter(({ body }) => body["code"] === "hand_over_counted_meanwhile")).toHaveLength(1);
    expect((await record(kiet, id))["counts"]).toHaveLength(1);
  });
});

test("whoever was stopped reads the own record and each count, and does nothing to it", async () => {
  const id = await stopped();
  passed(await count(phuc, id, { amount: 7000 }));
  expect(await listed(lan)).toMatchObject([{ handOverId: id, mine: false, counted: 7000 }]);
  expect(await record(lan, id)).toMatchObject({
    counts: [{ amount: 7000, difference: -1000, by: "Trần Văn Phúc" }],
    may: { count: false, take: false },
  });
  expect(code(await count(lan, id, { seen: 1, amount: 8000, reason: "Đếm lại" }))).toBe(
    "hand_over_not_yours",
  );
  expect(code(await take(lan, id, 1))).toBe("hand_over_not_yours");
});

describe("what a whole operator held", () => {
  const UNITS = "Trung tâm Phục vụ hành chính công xã Bình Thành";

  /** Stops the operator with a dossier of one unit and one of another in the hands of its counters. */
  async function operatorStopped(): Promise<readonly Record<string, unknown>[]> {
    await receive(lan);
    const { dossierId } = (await receive(lan)).body;
    await app.owner.query("update space_dong_thap.dossier set fee_due = 8000");
    await app.owner.query(
      `with moved as (
         update space_dong_thap.dossier set received_at_unit_id =
           (select id from nation.one_stop_unit where name like '%xã Thanh Bình') where id = $1
         returning id, received_at_unit_id)
       update space_dong_thap.dossier_search set unit_id = received_at_unit_id from moved where dossier_id = id`,
      [dossierId],
    );
    const { rows } = await app.owner.query<{ id: string }>(
      "select o.operator_id as id from nation.post_office o join nation.staff_post p on p.post_office_id = o.id where p.account_id = $1",
      [await accountId(app, "lan.clerk")],
    );
    passed(
      await kiet.send("POST", "/suspensions", {
        target: "operator",
        targetId: rows[0]?.id,
        decision: aDecision("612/QĐ-UBND"),
        reason: "Kiểm tra đột xuất",
      }),
    );
    return listed(kiet);
  }

  test("goes to each unit by a record of its own: one unit's count stands for no other", async () => {
    const records = await operatorStopped();
    expect(records).toMatchObject([
      { dossiers: 1, fees: { sum: 8000 }, counted: null },
      { dossiers: 1, fees: { sum: 8000 }, counted: null },
    ]);
    const own = await listed(hanh);
    expect(own).toMatchObject([{ awaited: [UNITS], mine: true }]);
    const id = String(own[0]?.["handOverId"]);
    passed(await count(hanh, id, { amount: 0 }));
    passed(await take(hanh, id, 1));
    const after = await listed(kiet);
    expect(new Set(after.map(({ counted }) => counted))).toEqual(new Set([0, null]));
    expect(after.find(({ counted }) => counted === null)).toMatchObject({
      awaited: ["Trung tâm Phục vụ hành chính công xã Thanh Bình"],
    });
    const { suspensions } = (await kiet.get("/suspensions")).body as {
      suspensions: { handOvers: object[] }[];
    };
    expect(suspensions[0]?.handOvers).toHaveLength(2);
    expect(suspensions[0]?.handOvers).toContainEqual({ handOverId: id, unit: UNITS });
  });

  test("is read by its people, each the record of the own counters, and counted by none of them", async () => {
    await operatorStopped();
    const seen = await listed(lan);
    expect(seen).toMatchObject([{ awaited: [UNITS], mine: false }]);
    const id = String(seen[0]?.["handOverId"]);
    expect(await record(lan, id)).toMatchObject({ may: { count: false, take: false } });
    expect(code(await count(lan, id))).toBe("hand_over_not_yours");
    expect(await listed(await app.signIn("duc.officer"))).toEqual([]);
  });
});

describe("taking over", () => {
  test("is said by the named successor, once, and anew after a recount", async () => {
    const id = await stopped();
    passed(await count(phuc, id));
    expect((await listed(phuc))[0]).toMatchObject({ handOverId: id, mine: true, counted: 8000 });
    expect((await listed(kiet))[0]).toMatchObject({ mine: false, awaited: ["Trần Văn Phúc"] });
    expect(code(await take(kiet, id, 1))).toBe("hand_over_not_yours");
    expect(code(await take(phuc, id, 0))).toBe("hand_over_counted_meanwhile");
    passed(await take(phuc, id, 1));
    expect(code(await take(phuc, id, 1))).toBe("hand_over_taken_already");
    expect(await record(kiet, id)).toMatchObject({
      awaited: [],
      takings: [{ by: "Trần Văn Phúc", unit: null, count: 1 }],
    });
    passed(await count(kiet, id, { seen: 1, amount: 9000, reason: "Tìm thấy thêm" }));
    expect((await listed(phuc))[0]).toMatchObject({ mine: true, counted: 9000 });
    passed(await take(phuc, id, 2));
  });

  test("is neither counted nor said by a successor who is stopped too", async () => {
    const id = await stopped();
    passed(
      await kiet.send("POST", "/suspensions", {
        target: "account",
        targetId: await accountId(app, "phuc.clerk"),
        decision: aDecision("611/QĐ-UBND"),
        reason: "Kiểm tra đột xuất",
      }),
    );
    expect((await count(phuc, id)).body["code"]).toBe("hand_over_not_yours");
    passed(await count(kiet, id));
    const taking = await phuc.send("POST", `/hand-overs/${id}/taking`, { seen: 1 });
    expect(taking.body["code"]).toBe("hand_over_not_yours");
  });

  test("is said by the head of the unit when nobody was named", async () => {
    const id = await stopped(null);
    expect((await listed(hanh))[0]).toMatchObject({ handOverId: id, mine: true, successor: null });
    expect(await listed(phuc)).toEqual([]);
    expect((await phuc.get(`/hand-overs/${id}`)).status).toBe(404);
    passed(await count(hanh, id));
    passed(await take(hanh, id, 1));
    expect(await record(kiet, id)).toMatchObject({
      awaited: [],
      takings: [{ by: expect.any(String), unit: "Trung tâm Phục vụ hành chính công xã Bình Thành" }],
      unit: { name: "Trung tâm Phục vụ hành chính công xã Bình Thành" },
    });
  });

  test("of cases alone asks nobody to count", async () => {
    const desks = await openDesks(app);
    const id = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, id, "processing");
    const admin = await app.signIn("quyen.admin");
    const haId = await accountId(app, "ha.case");
    const version = Number((await admin.get(`/people/${haId}`)).body["version"]);
    const end = { version, lastDay: "2026-11-16", now: true, reason: "Nghỉ việc" };
    const { handOverId } = passed(await admin.send("POST", `/people/${haId}/contract-end`, end)).body;
    expect(await record(admin, String(handOverId))).toMatchObject({
      fees: { sum: 0, unfixed: 0 },
      awaited: [],
      fromPosts: [{ role: "caseOfficer" }],
      byPosts: [{ role: "administrator" }],
    });
  });

  test("of cases alone is said by the named successor without a count", async () => {
    const desks = await openDesks(app);
    const id = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, id, "processing");
    const successorId = await employ(app, "thay.case", [{ role: "caseOfficer", at: "agency:commune:30163" }]);
    const admin = await app.signIn("quyen.admin");
    const haId = await accountId(app, "ha.case");
    const version = Number((await admin.get(`/people/${haId}`)).body["version"]);
    const end = { version, lastDay: "2026-11-16", now: true, reason: "Nghỉ việc", successorId };
    const { body } = passed(await admin.send("POST", `/people/${haId}/contract-end`, end));
    const handOverId = String(body["handOverId"]);
    const next = await app.signIn("thay.case");
    expect(await listed(next)).toMatchObject([{ handOverId, mine: true, counted: null }]);
    passed(await take(next, handOverId, 0));
    expect(await record(next, handOverId)).toMatchObject({ awaited: [], takings: [{ count: null }] });
  });

  test("names the decision by which somebody was stopped", async () => {
    expect(await record(kiet, await stopped())).toMatchObject({ decision: { number: "610/QĐ-UBND" } });
  });
});

describe("what was counted", () => {
  test("is never changed nor taken away by the program", async () => {
    const id = await stopped();
    passed(await count(phuc, id));
    for (const table of ["counted_money", "hand_over_taking"])
      for (const act of [`update ${table} set basis_id = ''`, `delete from ${table}`])
        await expect(
          app.program.deps.db.transaction().execute(async (tx) => {
            await tx.executeQuery({
              sql: "set local search_path to space_dong_thap",
              parameters: [],
            } as never);
            await tx.executeQuery({ sql: act, parameters: [] } as never);
          }),
        ).rejects.toThrow(/permission denied/);
    expect((await record(kiet, id))["counts"]).toHaveLength(1);
  });
});
