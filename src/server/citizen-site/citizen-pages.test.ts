import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { openSite } from "../main.ts";
import { PUBLIC_RATE } from "../http/public-rate.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ site: await openSite() });
});
afterAll(() => app[Symbol.asyncDispose]());

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const ask = (url: string, form?: string) =>
  app.program.app.inject(
    form === undefined ? { url } : { method: "POST", url, headers: FORM, payload: form },
  );

describe("what nobody types is no error of the program", () => {
  test.each([
    { url: "/t/%00/AAAAA-AAAAA", status: 400, because: "no code has a NUL" },
    { url: "/track", form: "code=a%00b&secret=AAAAAAAAAA", status: 400, because: "nor has one in a form" },
    { url: "/post", form: "code=a&secret=b&step=fly", status: 400, because: "no such step is on the page" },
    {
      url: "/post",
      form: "code=a&secret=b&step=order&service=return&total=-1",
      status: 400,
      because: "no price",
    },
    {
      url: "/post",
      form: "code=a&secret=b&step=cancel&order=1&version=1",
      status: 400,
      because: "no such order",
    },
    {
      url: "/post",
      form: "code=a&secret=b&step=quote&service=return",
      status: 404,
      because: "no such dossier",
    },
    { url: "/procedures?q=%00", status: 200, because: "a search for nothing finds everything" },
    { url: "/procedures?q=a&q=b", status: 200, because: "so does one that is asked twice" },
    { url: "/track", form: "code=%3Cscript%3E&secret=A", status: 404, because: "a code may be anything" },
    { url: "/procedures/%00", status: 404, because: "no procedure has such a code" },
    { url: "/procedures/%3Cscript%3E", status: 404, because: "nor one that is markup" },
    { url: `/procedures/${"1".repeat(90)}`, status: 404, because: "nor one without an end" },
    { url: "/t/%3Cscript%3E/A", status: 404, because: "in the address too" },
  ])("$url $form → $status: $because", async ({ url, form, status }) => {
    const answer = await ask(url, form);
    expect(answer.statusCode, app.logged.join("\n")).toBe(status);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.body).not.toContain("<script");
  });
});

test.each(["/procedures/%zz", "/%E0%A4%A", "/t/%/x"])(
  "an address that cannot be read is a page that is not there: %s",
  async (url) => {
    const { statusCode, headers, body } = await ask(url);
    expect({ statusCode, type: headers["content-type"] }).toEqual({
      statusCode: 404,
      type: "text/html; charset=utf-8",
    });
    expect(body).toContain("Không có trang này");
    const nonce = /<style nonce="(\w{32})">/.exec(body)?.[1];
    expect(headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
  },
);

test("a page that is not there says so in the language that was asked for", async () => {
  const { statusCode, body } = await ask("/attic?lang=en");
  expect(statusCode).toBe(404);
  expect(body).toContain("There is no such page");
  expect((await ask("/attic")).body).toContain("Không có trang này");
});

test("what belongs to the API has no page, whether it can be read or not", async () => {
  for (const url of ["/api/%zz", "/api/attic"])
    expect((await ask(url)).headers["content-type"]).toContain("application/problem+json");
});

test.each([
  { url: "/procedures/1.001193/?lang=en", leads: "/procedures/1.001193?lang=en" },
  { url: "/procedures/?q=a/", leads: "/procedures?q=a/" },
  { url: "/track/", leads: "/track" },
])("$url leads to $leads", async ({ url, leads }) => {
  const { statusCode, headers } = await ask(url);
  expect({ statusCode, location: headers.location }).toEqual({ statusCode: 301, location: leads });
  expect((await ask(leads)).statusCode).toBe(200);
});

test("who reads too many procedures waits, is told so on a page, and may then read on", async () => {
  const bound = (hits: number) =>
    app.owner.query("update nation.rate_bucket set hits = $1 where key like 'public:%'", [hits]);
  const PAGES = ["/procedures?q=khai%20sinh", "/procedures/1.001193"];
  await ask(PAGES[0] ?? "");
  await bound(PUBLIC_RATE.hitsMax);
  for (const url of PAGES) {
    const { statusCode, headers, body } = await ask(url);
    expect({ statusCode, wait: headers["retry-after"] }).toEqual({ statusCode: 429, wait: "60" });
    expect(body).toContain("Vui lòng chờ một phút");
  }
  expect((await app.anonymous.get("/procedures?q=khai%20sinh")).status).toBe(429);
  expect((await ask("/")).statusCode).toBe(200);
  app.clock.advance(PUBLIC_RATE.windowMs + 1);
  for (const url of PAGES) expect((await ask(url)).statusCode).toBe(200);
});

test("a long list of procedures goes on, without script, until each was shown", async () => {
  const shown: string[] = [];
  let pages = 0;
  for (let url: string | undefined = "/procedures?q="; url !== undefined; pages += 1) {
    const { body } = await ask(url);
    shown.push(...[...body.matchAll(/class="code">([\d.]+)</g)].map(([, code]) => code ?? ""));
    url = /href="(\/procedures\?[^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    if (url !== undefined) expect(body).toContain("Xem các thủ tục tiếp theo");
  }
  expect(pages).toBeGreaterThan(1);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown.length).toBeGreaterThan(50);
});

describe("the page of one procedure", () => {
  const CODE = "1.001193";
  const change = (sql: string, values: readonly unknown[] = [CODE]) => app.owner.query(sql, [...values]);
  const tellAll = () => change("update nation.reference_epoch set epoch = epoch + 1", []);

  test("every row of the search leads to one", async () => {
    const { body } = await ask("/procedures?q=khai%20sinh");
    const links = [...body.matchAll(/href="(\/procedures\/[\d.]+)"/gu)].map(([, link]) => link ?? "");
    expect(links).toContain(`/procedures/${CODE}`);
    for (const link of links) expect((await ask(link)).statusCode, link).toBe(200);
    const english = await ask("/procedures?q=khai%20sinh&lang=en");
    expect(english.body).toContain(`/procedures/${CODE}?lang=en`);
  });

  test("shows the version in force today, also from the day on which it is replaced", async () => {
    expect((await ask(`/procedures/${CODE}`)).body).toContain("từ 01/07/2025");
    const today = app.clock.now().slice(0, 10);
    await change(
      `insert into nation.procedure_version (id, code, name, search_key, field_code, valid_from, content, origin)
       select gen_random_uuid(), code, name, search_key, field_code, $2::date + 3,
         jsonb_set(content::jsonb, '{requirements}', '"Bản mới của ngày kia."'), origin
       from nation.procedure_version where code = $1`,
      [CODE, today],
    );
    await tellAll();
    expect((await ask(`/procedures/${CODE}`)).body).not.toContain("Bản mới của ngày kia.");
    app.clock.advance(3 * 86_400_000);
    expect((await ask(`/procedures/${CODE}`)).body).toContain("Bản mới của ngày kia.");
  });

  test("has the steps of the portal's record that the version was read from, and not those of another", async () => {
    const steps = "Bước 1: Chuẩn bị hồ sơ.\nBước 2: Nhận kết quả.";
    for (const [hash, text] of [
      ["02", "Bước của một bản ghi khác."],
      ["01", steps],
    ])
      await change(
        `insert into nation.portal_record (code, sha256, record, read_at) values ($1, decode($2, 'hex'), $3, now())`,
        [CODE, hash, JSON.stringify({ steps: text, agency: "Sở của một tỉnh khác", subjects: "Công dân" })],
      );
    await change("update nation.procedure_version set record_sha256 = '\\x01' where code = $1");
    await tellAll();
    const { body } = await ask(`/procedures/${CODE}`);
    expect(body).toContain(steps);
    expect(body).not.toContain("Bước của một bản ghi khác.");
    expect(body).not.toContain("Sở của một tỉnh khác");
  });

  test("a procedure that is no longer in force is not found, with its last day; nobody's code neither", async () => {
    await change("update nation.procedure_version set valid_to = '2026-01-31' where code = '1.004884'", []);
    await tellAll();
    const ended = await ask("/procedures/1.004884");
    expect(ended.statusCode).toBe(404);
    expect(ended.body).toContain("đến hết 31/01/2026");
    expect((await ask("/procedures/9.999999")).body).toContain("mã “9.999999”");
  });

  test("a version that was withdrawn before its first day counts as none", async () => {
    await change(
      "update nation.procedure_version set valid_to = valid_from - 1, withdrawn_at = now() where code = '2.000635'",
      [],
    );
    await tellAll();
    const withdrawn = await ask("/procedures/2.000635");
    expect(withdrawn.statusCode).toBe(404);
    expect(withdrawn.body).toContain("Không có thủ tục nào đang được công bố");
  });
});
