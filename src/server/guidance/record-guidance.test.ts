import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let lan: Client;
let duc: Client;
beforeAll(async () => {
  app = await testApp();
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  duc = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const aLine = { procedureCode: "2.000635", minutes: 10, outcome: "answered" };
const record = (by: Client, changes: Record<string, unknown> = {}) =>
  by.send("POST", "/guidance", { ...aLine, ...changes });
interface Day {
  readonly lines: readonly { id: string; minutes: number; fieldName: string; undoable: boolean }[];
  readonly count: number;
  readonly minutes: number;
}
const day = async (of: Client) => (await of.get("/guidance")).body as unknown as Day;
const rowOf = async (id: unknown) =>
  (
    await app.owner.query<{ basis_kind: string; minutes: number; procedure_code: string | null }>(
      "select basis_kind, minutes, procedure_code, field_code, withdrawn_at from space_dong_thap.guidance where id = $1",
      [id],
    )
  ).rows[0];

describe("guidance without a dossier", () => {
  test("is an act with a right: the post's by a mandate, the state's by office", async () => {
    const byPost = await record(lan);
    expect(byPost.status).toBe(200);
    expect(await rowOf(byPost.body["guidanceId"])).toMatchObject({
      basis_kind: "mandate",
      minutes: 10,
      procedure_code: "2.000635",
      field_code: "civilStatus",
    });
    const byState = await record(duc, { procedureCode: undefined, fieldCode: "library" });
    expect(await rowOf(byState.body["guidanceId"])).toMatchObject({
      basis_kind: "office",
      procedure_code: null,
      field_code: "library",
    });
  });

  test("is counted at its counter, for its day", async () => {
    const before = await day(lan);
    await record(lan, { minutes: 25 });
    const after = await day(lan);
    expect([after.count - before.count, after.minutes - before.minutes]).toEqual([1, 25]);
    expect(after.lines[0]).toMatchObject({ minutes: 25, undoable: true });
    expect((await day(duc)).lines.some(({ minutes }) => minutes === 25)).toBe(false);
  });

  test("names nobody who was guided", async () => {
    const { rows } = await app.owner.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name = 'guidance'",
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ column_name: name }) => /name|phone|number|sealed|applicant/.test(name))).toEqual(
      [],
    );
  });

  test("sent twice with one key is one line", async () => {
    const before = (await day(lan)).count;
    const key = randomUUID();
    const first = await lan.send("POST", "/guidance", aLine, { key });
    const second = await lan.send("POST", "/guidance", aLine, { key });
    expect(second.body).toEqual(first.body);
    expect((await day(lan)).count).toBe(before + 1);
  });

  test.each([
    { changes: { procedureCode: "1.000894" }, code: "mandate_procedure_excluded", because: "it is excepted" },
    {
      changes: { procedureCode: undefined, fieldCode: "householdBusiness" },
      code: "mandate_procedure_excluded",
      because: "the field is not handed over",
    },
    {
      changes: { procedureCode: "9.999999" },
      code: "unknown_procedure",
      because: "there is no such procedure",
    },
    {
      changes: { procedureCode: undefined },
      code: "guidance_subject_missing",
      because: "it is about nothing",
    },
    {
      changes: { procedureCode: undefined, fieldCode: "magic" },
      code: "guidance_subject_missing",
      because: "there is no such field",
    },
    { changes: { minutes: 0 }, code: "input_malformed", because: "it took no time" },
    { changes: { minutes: 241 }, code: "input_malformed", because: "nobody guides for half a day" },
    { changes: { outcome: "great" }, code: "input_malformed", because: "there is no such outcome" },
  ])("is refused with $code: $because", async ({ changes, code }) => {
    const before = (await day(lan)).count;
    expect((await record(lan, changes)).body).toMatchObject({ code });
    expect((await day(lan)).count).toBe(before);
  });

  test("of somebody who sits nowhere is refused", async () => {
    const standing = await app.signIn("phuc.clerk");
    expect((await record(standing)).body).toMatchObject({ code: "counter_not_chosen" });
  });
});

describe("a line that was a slip", () => {
  test("is taken back by whoever wrote it, for a quarter of an hour; the row stays", async () => {
    const { body } = await record(lan);
    const path = `/guidance/${String(body["guidanceId"])}`;
    const before = (await day(lan)).count;
    expect((await duc.send("DELETE", path)).status).toBe(404);
    expect((await lan.send("DELETE", path)).status).toBe(200);
    expect((await day(lan)).count).toBe(before - 1);
    expect(await rowOf(body["guidanceId"])).toMatchObject({ minutes: 10 });
    expect((await lan.send("DELETE", path)).status).toBe(404);
  });

  test("is not taken back later", async () => {
    const { body } = await record(lan);
    app.clock.advance(15 * 60_000 + 1);
    expect((await day(lan)).lines.find(({ id }) => id === body["guidanceId"])?.undoable).toBe(false);
    expect((await lan.send("DELETE", `/guidance/${String(body["guidanceId"])}`)).status).toBe(404);
  });
});
