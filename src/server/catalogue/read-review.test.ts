import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

/** Two procedures of the reference data with warnings, as an import leaves them. */
const BIRTH = "1.001193";
const EXTRACT = "2.000635";

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await testApp();
  await employ(app, "quan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
  await warn(BIRTH, [
    ["limitMissing", "channels.direct.limits[0]", ""],
    ["feeNotUnderstood", "channels.direct.fees[0]", "Theo quy định của Hội đồng nhân dân"],
  ]);
  await warn(EXTRACT, [["feeNotUnderstood", "channels.direct.fees[0]", "8000 đồng/bản"]]);
  await app.owner.query(
    `insert into nation.portal_record (code, sha256, record, read_at)
     values ($1, '\\x01', '{"code": "1.001193", "name": "Đăng ký khai sinh"}', '2026-11-16T01:00:00Z')`,
    [BIRTH],
  );
  await app.owner.query(
    "update nation.procedure_version set record_sha256 = '\\x01', origin = 'portal' where code = $1",
    [BIRTH],
  );
  admin = await app.signIn("quan.admin");
});
afterAll(() => app[Symbol.asyncDispose]());

async function warn(code: string, warnings: readonly (readonly [string, string, string])[]): Promise<void> {
  for (const [position, [kind, path, words]] of warnings.entries()) {
    await app.owner.query(
      `insert into nation.procedure_warning (version_id, position, kind, path, words)
       select id, $2, $3, $4, $5 from nation.procedure_version where code = $1`,
      [code, position, kind, path, words],
    );
  }
}

interface Row {
  readonly code: string;
  readonly name: string;
  readonly openWarnings: number;
}

async function list(query = ""): Promise<readonly Row[]> {
  return (await admin.get(`/catalogue/procedures${query}`)).body["procedures"] as Row[];
}

const codes = (rows: readonly Row[]) => rows.map(({ code }) => code).toSorted();

/** Everything, page after page. */
async function all(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const after: string = next === "" ? "" : `&after=${next}`;
    const { body } = await admin.get(`/catalogue/procedures?scope=all${after}`);
    rows.push(...(body["procedures"] as Row[]));
    next = body["next"] as string | null;
  }
  return rows;
}

describe("the list of what is to be looked at", () => {
  test("has the procedures with open warnings, with their kinds and the version in force", async () => {
    const rows = await list();
    expect(codes(rows)).toEqual([BIRTH, EXTRACT]);
    expect(rows.find(({ code }) => code === BIRTH)).toMatchObject({
      openWarnings: 2,
      kinds: ["feeNotUnderstood", "limitMissing"],
      origin: "portal",
      inForceFrom: "2025-07-01",
    });
  });

  test.each([
    { query: "?kind=limitMissing", found: [BIRTH], because: "a kind" },
    { query: "?origin=shipped", found: [EXTRACT], because: "an origin" },
    { query: "?q=trich luc", found: [EXTRACT], because: "words of the name without diacritics" },
    { query: "?q=1.0011", found: [BIRTH], because: "the beginning of a code" },
    { query: "?field=civilStatus", found: [BIRTH, EXTRACT], because: "a field" },
    { query: "?q=1.004884", found: ["1.004884"], because: "a whole code, whose procedure needs no warning" },
    { query: "?field=library", found: [], because: "a field without warnings" },
    { query: "?q=100%25", found: [], because: "a sign that means something to the database" },
    { query: "?kind=feeNotUnderstood&origin=portal", found: [BIRTH], because: "two at once" },
  ])("is filtered by $because", async ({ query, found }) => {
    expect(codes(await list(query.replaceAll(" ", "+")))).toEqual(found);
  });

  test("page after page it has every procedure once, in the order of their names", async () => {
    const rows = await all();
    const { rows: there } = await app.owner.query<{ code: string }>(
      `select code from nation.procedure_version group by code, name order by name collate "vi-x-icu", code`,
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(codes(rows)).toEqual(there.map(({ code }) => code).toSorted());
    expect(rows.map(({ name }) => name)).toEqual(
      rows.map(({ name }) => name).toSorted(new Intl.Collator("vi").compare),
    );
  });

  test("the summary counts warnings and procedures by kind", async () => {
    const { body } = await admin.get("/catalogue/summary");
    expect(body).toMatchObject({ procedures: (await all()).length, proceduresOpen: 2 });
    expect((body["kinds"] as { kind: string }[]).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: "feeNotUnderstood", warnings: 2, procedures: 2 },
      { kind: "limitMissing", warnings: 1, procedures: 1 },
    ]);
  });
});

describe("one version", () => {
  test("is shown with its warnings and the record of the portal as it was read", async () => {
    const { body: procedure } = await admin.get(`/catalogue/procedures/${BIRTH}`);
    const id = String(procedure["newestId"]);
    const { body } = await admin.get(`/catalogue/procedures/${BIRTH}/versions/${id}`);
    expect(body).toMatchObject({
      content: { code: BIRTH },
      warnings: [
        { position: 0, kind: "limitMissing", acknowledgedAt: null },
        { position: 1, words: "Theo quy định của Hội đồng nhân dân" },
      ],
      record: { name: "Đăng ký khai sinh" },
      recordReadAt: "2026-11-16T01:00:00.000Z",
    });
    const other = await admin.get(`/catalogue/procedures/${EXTRACT}/versions/${id}`);
    expect(other.body["code"]).toBe("not_found");
  });

  test("a warning that was looked at is counted no more, is kept with who and when, and can be opened again", async () => {
    const { body: procedure } = await admin.get(`/catalogue/procedures/${BIRTH}`);
    const url = `/catalogue/procedures/${BIRTH}/versions/${String(procedure["newestId"])}`;
    const say = (acknowledged: boolean) =>
      admin.send("POST", `${url}/acknowledgement`, { positions: [0, 7], acknowledged });
    expect(await say(true)).toMatchObject({ status: 200, body: { openWarnings: 1 } });
    expect(await say(true)).toMatchObject({ status: 200, body: { openWarnings: 1 } });
    expect(codes(await list("?kind=limitMissing"))).toEqual([]);
    expect((await admin.get("/catalogue/summary")).body["kinds"]).toEqual([
      { kind: "feeNotUnderstood", warnings: 2, procedures: 2 },
    ]);
    expect((await admin.get(url)).body["warnings"]).toMatchObject([
      { acknowledgedBy: "quan.admin", acknowledgedAt: app.clock.now() },
      { acknowledgedBy: null },
    ]);
    expect(await say(false)).toMatchObject({ status: 200, body: { openWarnings: 2 } });
    const { rows } = await app.owner.query(
      "select after from nation.reference_change where table_name = 'procedure_warning' order by id",
    );
    expect(rows).toEqual([
      { after: { positions: [0], acknowledged: true } },
      { after: { positions: [0], acknowledged: false } },
    ]);
    const nowhere = await admin.send(
      "POST",
      `/catalogue/procedures/${EXTRACT}/versions/${String(procedure["newestId"])}/acknowledgement`,
      {
        positions: [0],
        acknowledged: true,
      },
    );
    expect(nowhere.body["code"]).toBe("not_found");
  });

  test("a mended version takes over the warnings whose place was not touched, acknowledged ones as such", async () => {
    const { body: procedure } = await admin.get(`/catalogue/procedures/${BIRTH}`);
    const id = String(procedure["newestId"]);
    const url = `/catalogue/procedures/${BIRTH}`;
    await admin.send("POST", `${url}/versions/${id}/acknowledgement`, { positions: [1], acknowledged: true });
    const { body: version } = await admin.get(`${url}/versions/${id}`);
    const content = version["content"] as {
      channels: { channel: string; limits: Record<string, unknown>[]; fees: Record<string, unknown>[] }[];
      papers: unknown;
      personalPresence: boolean;
      deciding: string;
    };
    const said = ({ mark: _mark, source: _source, ...rest }: Record<string, unknown>) => rest;
    const answer = await admin.send("POST", `${url}/versions`, {
      seenVersionId: id,
      basedOnVersionId: id,
      mending: {
        channels: content.channels.map(({ channel, limits, fees }) => ({
          channel,
          limits: limits.map((limit) => ({ ...said(limit), limit: { amount: 9, unit: "workingDay" } })),
          fees: fees.map(said),
        })),
        papers: content.papers,
        personalPresence: content.personalPresence,
        deciding: content.deciding,
      },
      validFrom: "2026-11-17",
      reason: "Đọc lại thời hạn",
      source: "Quyết định công bố, mục 3",
    });
    expect(answer).toMatchObject({ status: 200, body: { openWarnings: 0 } });
    const next = await admin.get(`${url}/versions/${String(answer.body["versionId"])}`);
    expect(next.body).toMatchObject({
      warnings: [{ position: 1, kind: "feeNotUnderstood", acknowledgedBy: "quan.admin" }],
      record: { name: "Đăng ký khai sinh" },
    });
    expect(codes(await list())).toEqual([EXTRACT]);
    await app.owner.query(
      "update nation.procedure_warning set acknowledged_at = null, acknowledged_by = null",
    );
  });
});

describe("the list goes on where a page ended", () => {
  const LONG = "Điều chỉnh giấy chứng nhận đăng ký ".repeat(12);
  const SHORT = "Cấp giấy trùng tên";

  /** Sixty procedures that are called the same, sixty with one name of over 400 letters and sixty that end otherwise. */
  beforeAll(async () => {
    await app.owner.query(
      `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content)
       select gen_random_uuid(), '1.8' || g || lpad(n::text, 4, '0'),
         case g when 0 then $1 when 1 then $2 else $2 || lpad(n::text, 3, '0') end,
         'trung ten', field_code, '2026-01-01', content
       from generate_series(0, 2) g, generate_series(1, 60) n,
         (select field_code, content from nation.procedure_version where code = $3 limit 1) one`,
      [SHORT, LONG, BIRTH],
    );
  });
  afterAll(async () => {
    await app.owner.query("delete from nation.procedure_version where search_key = 'trung ten'");
  });

  const page = async (after?: string) =>
    (
      await admin.get(
        `/catalogue/procedures?scope=all&q=trung+ten${after === undefined ? "" : `&after=${after}`}`,
      )
    ).body as unknown as { procedures: readonly Row[]; next: string | null };

  test("also within equal names and behind names of over 200 letters: each once, in order, and then ends", async () => {
    const pages: (readonly Row[])[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const found = await page(next);
      pages.push(found.procedures);
      next = found.next;
      expect(pages.length).toBeLessThan(9);
    }
    expect(pages.map((rows) => rows.length)).toEqual([50, 50, 50, 30]);
    const rows = pages.flat();
    expect(new Set(rows.map(({ code }) => code)).size).toBe(180);
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator("vi").compare));
    expect(names.filter((name) => name === SHORT)).toHaveLength(60);
  });

  test("also when the version that ended the page was withdrawn or replaced meanwhile", async () => {
    const first = await page();
    const second = await page(first.next ?? "");
    const last = first.procedures.at(-1)?.code;
    await app.owner.query(
      `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content)
       select gen_random_uuid(), code, name, search_key, field_code, '2026-02-01', content
       from nation.procedure_version where code = $1`,
      [last],
    );
    const again = await page(first.next ?? "");
    const codesOf = ({ procedures }: { procedures: readonly Row[] }) => procedures.map(({ code }) => code);
    // The new version has an id of its own, so that its procedure may come once more; none is left out.
    expect(codesOf(again).filter((code) => code !== last)).toEqual(
      codesOf(second).slice(0, codesOf(again).includes(last ?? "") ? 49 : 50),
    );
  });

  test.each([
    { cursor: "bm9uc2Vuc2U", because: "it is no list" },
    { cursor: Buffer.from('["x"]').toString("base64url"), because: "it holds no id" },
    { cursor: Buffer.from('["\' or true --"]').toString("base64url"), because: "it holds a piece of SQL" },
    {
      cursor: Buffer.from('["00000000-0000-7000-8000-000000000000"]').toString("base64url"),
      because: "nobody knows the id",
    },
    {
      cursor: Buffer.from('["0000","00000000-0000-7000-8000-000000000000"]').toString("base64url"),
      because: "it is of another list",
    },
    { cursor: "A".repeat(200), because: "it is noise" },
  ])("and begins anew with a cursor that was made up: $because", async ({ cursor }) => {
    expect(await page(cursor)).toEqual(await page());
  });
});
