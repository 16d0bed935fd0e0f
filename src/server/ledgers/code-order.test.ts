import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let clerk: Client;
let officer: Client;
beforeAll(async () => {
  app = await testApp();
  clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const numbers = (codes: readonly unknown[]) =>
  codes.map((code) => Number(String(code).slice(-4))).toSorted((a, b) => a - b);
const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe("the codes of a day", () => {
  test("sixty-four dossiers at one unit at once, from two counters, are numbered 1 to 64 without gap or double", async () => {
    const form = await aForm(clerk);
    const all = await Promise.all(
      upTo(64).map((n) => (n % 2 === 0 ? clerk : officer).send("POST", "/dossiers", form)),
    );
    expect(all.map((one) => one.status)).toEqual(upTo(64).map(() => 200));
    expect(numbers(all.map((one) => one.body["code"]))).toEqual(upTo(64));
    expect(new Set(all.map((one) => String(one.body["code"]).slice(0, -4)))).toEqual(
      new Set(["H20.031-261116-"]),
    );
  });

  test("an intake that is refused leaves no gap", async () => {
    const form = await aForm(clerk);
    const before = numbers([(await receive(clerk)).body["code"]])[0] ?? 0;
    expect((await clerk.send("POST", "/dossiers", { ...form, papers: [] })).body["code"]).toBe(
      "papers_missing",
    );
    expect((await clerk.send("POST", "/dossiers", await aForm(clerk, "1.000894"))).status).toBe(403);
    expect(numbers([(await receive(clerk)).body["code"]])).toEqual([before + 1]);
  });

  test("an intake that is broken off at its last word leaves neither gap nor row", async () => {
    const form = await aForm(clerk);
    const before = numbers([(await receive(clerk)).body["code"]])[0] ?? 0;
    const rows = async () =>
      (
        await app.owner.query(
          "select count(*)::integer as n from space_dong_thap.dossier union all select count(*)::integer from space_dong_thap.idempotency",
        )
      ).rows;
    const was = await rows();
    await app.owner.query("revoke insert on space_dong_thap.outbox from public, motcua_app");
    expect((await clerk.send("POST", "/dossiers", form)).status).toBe(500);
    await app.owner.query("grant insert on space_dong_thap.outbox to motcua_app");
    expect(await rows()).toEqual(was);
    expect(numbers([(await receive(clerk)).body["code"]])).toEqual([before + 1]);
  });

  test("the ten thousandth dossier of a day gets a wider code, and none is lost on the way", async () => {
    await app.owner.query("update space_dong_thap.dossier_code_counter set last = 9998");
    const codes = [(await receive(clerk)).body["code"], (await receive(officer)).body["code"]];
    expect(codes).toEqual(["H20.031-261116-9999", "H20.031-261116-10000"]);
    await app.owner.query("update space_dong_thap.dossier_code_counter set last = 500");
  });

  test("the next day begins at one, by the wall clock in Việt Nam", async () => {
    app.clock.advance(15 * 3_600_000 + 45 * 60_000); // Past midnight here; in UTC it is still the 16th.
    const night = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    expect((await receive(night)).body["code"]).toBe("H20.031-261117-0001");
  });
});
