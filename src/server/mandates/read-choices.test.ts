import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PILOT_POST_OFFICE, PILOT_UNIT } from "../../../db/demo/people.ts";
import { employ } from "../../../test/kit/employ.ts";
import { aMandate } from "../../../test/kit/mandate-forms.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { referenceId } from "../units/reference-table.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Unit extends Named {
  readonly offices: readonly (Named & { readonly counters: readonly Named[] })[];
}

describe("what the forms of the right to act offer", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await employ(app, "tuyet.clerk", [{ role: "postalClerk", at: "post:30130" }]);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const unitsFor = async (username: string) =>
    (await (await app.signIn(username)).get("/mandate-choices")).body["units"] as readonly Unit[];

  test("the province's officer drafts for every unit of the province, with the offices at its counters", async () => {
    const units = await unitsFor("kiet.programme");
    expect(units.length).toBeGreaterThan(1);
    const pilot = units.find(({ id }) => id === referenceId(PILOT_UNIT));
    const office = pilot?.offices.find(({ id }) => id === referenceId(PILOT_POST_OFFICE));
    expect(office?.counters.map(({ name }) => name)).toContain(
      "Điểm tiếp nhận Bưu điện Văn hóa xã Bình Tấn – Quầy 1 – Bưu điện",
    );
  });

  test("the head of a unit drafts for that unit alone", async () => {
    expect((await unitsFor("hanh.head")).map(({ id }) => id)).toEqual([referenceId(PILOT_UNIT)]);
  });

  test("a field of which every procedure has ended is offered with its last day, and cannot be drafted", async () => {
    const kiet = await app.signIn("kiet.programme");
    const fields = async () =>
      (await kiet.get("/mandate-choices")).body["fields"] as readonly {
        id: string;
        endedOn: string | null;
      }[];
    expect((await fields()).every(({ endedOn }) => endedOn === null)).toBe(true);
    const end = async (lastDay: string | null, which: string) => {
      await app.owner.query(
        `update nation.procedure_version set valid_to = $1
         where field_code = 'householdBusiness' and ${which}`,
        [lastDay],
      );
      await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    };
    // While one of its procedures is left, whichever it is, the field stands.
    const codes = ["1.001266", "1.001570", "1.014034", "2.000720"];
    for (const left of codes) {
      await end("2026-09-30", `code <> '${left}'`);
      await end(null, `code = '${left}'`);
      expect(
        (await fields()).every(({ endedOn }) => endedOn === null),
        left,
      ).toBe(true);
    }
    await end("2026-10-31", `code = '${codes[0] ?? ""}'`);
    await end("2026-09-30", `code <> '${codes[0] ?? ""}'`);
    expect((await fields()).filter(({ endedOn }) => endedOn !== null)).toMatchObject([
      { id: "householdBusiness", endedOn: "2026-10-31" },
    ]);
    const sent = aMandate({ fieldCodes: ["householdBusiness"], exceptProcedureCodes: [] });
    expect(await kiet.send("POST", "/mandates", sent)).toMatchObject({
      body: { code: "mandate_invalid", details: { findings: ["field_ended householdBusiness"] } },
    });
  });

  test("clerks, offices and operators can be stopped; a civil servant cannot", async () => {
    const { body } = await (await app.signIn("thao.programme")).get("/suspension-choices");
    const names = (list: string) => (body[list] as readonly Named[]).map(({ name }) => name);
    expect(names("clerks")).toEqual(expect.arrayContaining(["Nguyễn Thị Lan", "tuyet.clerk"]));
    expect(names("clerks")).not.toContain("Lê Minh Đức");
    expect(names("offices")).toContain("Bưu điện Văn hóa xã Bình Tấn");
    expect(names("operators").length).toBeGreaterThan(0);
  });

  test("a clerk who has left is offered to nobody", async () => {
    await app.owner.query(
      `update nation.staff_post set valid_to = '2026-11-15'
       where account_id = (select id from nation.account where username = 'tuyet.clerk')`,
    );
    app.clock.advance(30_000); // A one-time code counts once.
    const { body } = await (await app.signIn("thao.programme")).get("/suspension-choices");
    expect((body["clerks"] as readonly Named[]).map(({ name }) => name)).not.toContain("tuyet.clerk");
  });
});
