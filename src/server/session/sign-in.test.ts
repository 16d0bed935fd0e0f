import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../../../db/demo/people.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(() => app.clock.advance(16 * 60_000)); // A new code, and no lock of the test before.

async function codeOf(username: string): Promise<string> {
  const { accounts } = (await app.anonymous.get("/demo/accounts")).body as {
    accounts: { username: string; code: string }[];
  };
  return accounts.find((account) => account.username === username)?.code ?? "";
}
const knock = (username: string, password: string, code: string) =>
  app.anonymous.send("POST", "/session", { username, password, code });
const rightly = async (username: string) => knock(username, DEMO_PASSWORD, await codeOf(username));

describe("the door opens", () => {
  test("for who knows the password and holds the authenticator, however the name is typed", async () => {
    const answer = await rightly(" LAN.clerk ");
    expect(answer.status).toBe(401); // The code of nobody: the demo knows the account by its own name.
    const opened = await knock(" LAN.clerk ", DEMO_PASSWORD, await codeOf("lan.clerk"));
    expect(opened).toMatchObject({
      status: 200,
      body: { username: "lan.clerk", roles: ["postalClerk"], counter: null },
    });
    const cookie = String(opened.headers["set-cookie"]);
    expect(cookie).toMatch(/^motcua_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  test("to a code that is one step early or late, since clocks differ, and no further", async () => {
    const code = await codeOf("ha.case");
    app.clock.advance(60_000);
    expect((await knock("ha.case", DEMO_PASSWORD, code)).status).toBe(401);
    app.clock.advance(-30_000);
    expect((await knock("ha.case", DEMO_PASSWORD, code)).status).toBe(200);
  });

  test("once to one code: a second time says to wait for the next", async () => {
    expect((await rightly("phuc.clerk")).status).toBe(200);
    const again = await rightly("phuc.clerk");
    expect(again).toMatchObject({
      status: 401,
      body: { code: "sign_in_code_used", details: { seconds: expect.any(Number) } },
    });
    app.clock.advance(30_000);
    expect((await rightly("phuc.clerk")).status).toBe(200);
  });

  test("once even when the same code comes twice at the same moment", async () => {
    const both = await Promise.all([rightly("phuc.clerk"), rightly("phuc.clerk")]);
    expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });
});

describe("the door stays shut", () => {
  test("and wrong is wrong: a wrong password, a wrong code and an unknown name get the same answer", async () => {
    const code = await codeOf("duc.officer");
    const answers = [
      await knock("duc.officer", "mot-cua-2025", code),
      await knock("duc.officer", DEMO_PASSWORD, "000000"),
      await knock("duc.officer", DEMO_PASSWORD, "not a code"),
      await knock("duc.officer", "", ""),
      await knock("nobody.here", DEMO_PASSWORD, code),
    ];
    for (const { status, body } of answers) {
      expect([status, { ...body, requestId: "" }]).toEqual([401, { ...answers[0]?.body, requestId: "" }]);
      expect(body["code"]).toBe("sign_in_failed");
    }
    expect((await rightly("duc.officer")).status).toBe(200);
  });

  test("for a quarter of an hour after five wrong tries, also to the right ones", async () => {
    for (let tries = 1; tries <= 5; tries += 1)
      expect((await knock("thai.approver", "wrong", "000000")).body["code"]).toBe("sign_in_failed");
    expect(await rightly("thai.approver")).toMatchObject({
      status: 429,
      body: { code: "sign_in_locked", details: { minutes: 15 } },
    });
    app.clock.advance(14 * 60_000);
    expect(await rightly("thai.approver")).toMatchObject({
      body: { code: "sign_in_locked", details: { minutes: 1 } },
    });
    app.clock.advance(61_000);
    expect((await rightly("thai.approver")).status).toBe(200);
  });

  test("and a right one in between lets the count begin anew", async () => {
    for (let tries = 1; tries <= 4; tries += 1) await knock("thai.approver", "wrong", "000000");
    expect((await rightly("thai.approver")).status).toBe(200);
    for (let tries = 1; tries <= 4; tries += 1) await knock("thai.approver", "wrong", "000000");
    app.clock.advance(30_000);
    expect((await rightly("thai.approver")).status).toBe(200);
  });

  test("to an account that is not in force on the day", async () => {
    const until = (day: string | null) =>
      app.owner.query("update nation.account set valid_to = $1 where username = 'ha.case'", [day]);
    await until("2026-11-15");
    expect((await rightly("ha.case")).body["code"]).toBe("sign_in_failed");
    await until(null);
    expect((await rightly("ha.case")).status).toBe(200);
  });

  test("to an address that tries too often, whatever the names, and to that address only", async () => {
    const tried = app.clock.now();
    await app.owner.query(
      `insert into nation.rate_bucket values ('sign-in:127.0.0.1', $1, 299) on conflict (key) do update set window_start = $1, hits = 299`,
      [tried],
    );
    expect((await knock("nobody.1", "x", "1")).body["code"]).toBe("sign_in_failed");
    expect(await knock("nobody.2", "x", "1")).toMatchObject({
      status: 429,
      body: { code: "sign_in_locked" },
    });
    expect((await rightly("duc.officer")).status).toBe(429);
    const elsewhere = await app.program.app.inject({
      method: "POST",
      url: "/api/v1/session",
      remoteAddress: "10.0.0.9",
      payload: { username: "nobody.3", password: "x", code: "1" },
    });
    expect(elsewhere.statusCode).toBe(401);
    app.clock.advance(10 * 60_000 + 1);
    expect((await rightly("duc.officer")).status).toBe(200);
  });
});

test("no password, code or token stands in the database or in a line of the log", async () => {
  const answer = await rightly("lan.clerk");
  const token = String(answer.headers["set-cookie"]).split(/[=;]/)[1] ?? "?";
  const { rows } = await app.owner.query(
    "select s::text from nation.session s union all select a.password_hash from nation.account a",
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString("hex"));
  expect(JSON.stringify(rows)).not.toContain(DEMO_PASSWORD);
  expect(app.logged.join("\n")).not.toMatch(new RegExp(`${token}|${DEMO_PASSWORD}`));
});
