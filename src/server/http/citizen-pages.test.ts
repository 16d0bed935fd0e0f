import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { openSite } from "../main.ts";

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
    { url: "/procedures?q=%00", status: 200, because: "a search for nothing finds everything" },
    { url: "/procedures?q=a&q=b", status: 200, because: "so does one that is asked twice" },
    { url: "/track", form: "code=%3Cscript%3E&secret=A", status: 404, because: "a code may be anything" },
    { url: "/t/%3Cscript%3E/A", status: 404, because: "in the address too" },
  ])("$url $form → $status: $because", async ({ url, form, status }) => {
    const answer = await ask(url, form);
    expect(answer.statusCode, app.logged.join("\n")).toBe(status);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.body).not.toContain("<script");
  });
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
