import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

/** A catalogue at its real size: the shipped procedures and 900 more, one day before and after their versions change. */
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await app.owner.query(
    `insert into nation.field (code, name) values ('field0123456789', 'Thử nghiệm phần mềm')`,
  );
  await app.owner.query(
    `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content)
     select gen_random_uuid(), '1.9' || lpad(n::text, 5, '0'),
       'Thủ tục mẫu số ' || lpad(n::text, 3, '0'), 'thu tuc mau so ' || lpad(n::text, 3, '0'),
       'field0123456789', '2026-01-01', (select content from nation.procedure_version limit 1)
     from generate_series(1, 900) n`,
  );
});
afterAll(() => app[Symbol.asyncDispose]());

interface Row {
  readonly code: string;
  readonly name: string;
  readonly fieldName: string;
}

async function found(
  query: string,
): Promise<{ readonly procedures: readonly Row[]; readonly next: string | null }> {
  const { status, body } = await app.anonymous.get(`/procedures?${query}`);
  expect(status).toBe(200);
  return body as never;
}

async function all(query: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page = await found(`${query}${after === "" ? "" : `&after=${after}`}`);
    expect(page.procedures.length).toBeLessThanOrEqual(50);
    rows.push(...page.procedures);
    after = page.next;
  }
  return rows;
}

describe("looking for a procedure", () => {
  test.each([
    { q: "1.001193", first: "1.001193", because: "the very code" },
    { q: "1.00119", first: "1.001193", because: "the beginning of a code" },
    { q: "khai sinh dang ky", first: undefined, because: "the words in any order, without diacritics" },
    { q: "ĐĂNG KÝ KHAI SINH", first: "1.001193", because: "what begins with the words comes first" },
    { q: "sinh 001193", first: "1.001193", because: "a word of the name and a piece of the code" },
    { q: "01193", first: "1.001193", because: "a piece of the code" },
  ])("finds $first for $q: $because", async ({ q, first }) => {
    const { procedures } = await found(`q=${encodeURIComponent(q)}`);
    if (first !== undefined) expect(procedures[0]?.code).toBe(first);
    expect(procedures.map(({ code }) => code)).toContain("1.001193");
  });

  test.each([{ q: "100%" }, { q: "mau_so" }, { q: "\\" }, { q: "không có thủ tục nào như vậy" }])(
    "finds nothing for $q: signs are signs",
    async ({ q }) => {
      expect((await found(`q=${encodeURIComponent(q)}`)).procedures).toEqual([]);
    },
  );

  test("the best come first over all pages, and each once", async () => {
    const rows = await all("q=thu%20tuc");
    const begins = rows.findIndex(({ name }) => !name.startsWith("Thủ tục"));
    expect(begins === -1 ? rows.length : begins).toBeGreaterThanOrEqual(900);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    const names = rows.slice(0, 900).map(({ name }) => name);
    expect(names).toEqual(names.toSorted((one, other) => (one < other ? -1 : 1)));
  });

  test("one field alone", async () => {
    const rows = await all("field=field0123456789");
    expect(rows).toHaveLength(900);
    expect(new Set(rows.map(({ fieldName }) => fieldName))).toEqual(new Set(["Thử nghiệm phần mềm"]));
    expect(
      (await found("field=civilStatus&q=mau")).procedures.map(({ fieldName }) => fieldName),
    ).not.toContain("Thử nghiệm phần mềm");
    expect((await found("field=unheardOf")).procedures).toEqual([]);
  });

  test("only the version that is in force on the day", async () => {
    await app.owner.query(
      `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content)
       select gen_random_uuid(), code, 'Tên mới của thủ tục', 'ten moi cua thu tuc', field_code, '2026-11-17', content
       from nation.procedure_version where code = '1.900900'`,
    );
    const names = async () => (await found("q=1.900900")).procedures.map(({ name }) => name);
    expect(await names()).toEqual(["Thủ tục mẫu số 900"]);
    app.clock.advance(86_400_000);
    expect(await names()).toEqual(["Tên mới của thủ tục"]);
  });

  test("a page goes on after a name of any length", async () => {
    await app.owner.query(
      `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content)
       select gen_random_uuid(), '1.8' || lpad(n::text, 5, '0'), repeat('Điều chỉnh ', 100) || lpad(n::text, 3, '0'),
         'dieu chinh dai', 'field0123456789', '2026-01-01', (select content from nation.procedure_version limit 1)
       from generate_series(1, 60) n`,
    );
    const rows = await all("q=dieu%20chinh%20dai");
    expect(rows.map(({ code }) => code)).toEqual(
      Array.from({ length: 60 }, (_, index) => `1.8${String(index + 1).padStart(5, "0")}`),
    );
    await app.owner.query("delete from nation.procedure_version where search_key = 'dieu chinh dai'");
  });

  test("a cursor of nonsense begins anew", async () => {
    const [first] = (await found("q=mau&after=bm9uc2Vuc2U")).procedures;
    expect(first).toEqual((await found("q=mau")).procedures[0]);
  });
});
