import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { purgeSessions } from "./session-store.ts";

const MINUTE = 60_000;
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const status = async (client: Client) => (await client.get("/session")).status;

describe("a session ends", () => {
  test("when it was left alone for an hour, and not while it is used", async () => {
    const lan = await app.signIn("lan.clerk");
    for (let hours = 0; hours < 3; hours += 1) {
      app.clock.advance(59 * MINUTE);
      expect(await status(lan)).toBe(200);
    }
    app.clock.advance(61 * MINUTE);
    expect(await lan.get("/session")).toMatchObject({ status: 401, body: { code: "not_signed_in" } });
  });

  test("after twelve hours, however busy it was", async () => {
    const lan = await app.signIn("lan.clerk");
    for (let minutes = 40; minutes < 12 * 60; minutes += 40) {
      app.clock.advance(40 * MINUTE);
      expect(await status(lan)).toBe(200);
    }
    app.clock.advance(40 * MINUTE);
    expect(await status(lan)).toBe(401);
  });

  test("when all sessions of the account are revoked", async () => {
    const lan = await app.signIn("lan.clerk");
    const phuc = await app.signIn("phuc.clerk");
    await app.owner.query(
      "update nation.account set revocation_epoch = revocation_epoch + 1 where username = 'lan.clerk'",
    );
    expect([await status(lan), await status(phuc)]).toEqual([401, 200]);
    expect(await status(await app.signIn("lan.clerk"))).toBe(200);
  });

  test("with the validity of the account", async () => {
    await employ(app, "mai.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
    const mai = await app.signIn("mai.officer");
    await app.owner.query("update nation.account set valid_to = '2026-11-15' where username = 'mai.officer'");
    expect(await status(mai)).toBe(401);
  });

  test("by signing out, and nobody else's with it", async () => {
    const [first, second] = [await app.signIn("lan.clerk"), await app.signIn("lan.clerk")];
    const out = await first.send("DELETE", "/session");
    expect(out.status).toBe(200);
    expect(String(out.headers["set-cookie"])).toMatch(/^motcua_session=; .*Expires=Thu, 01 Jan 1970/);
    expect([await status(first), await status(second)]).toEqual([401, 200]);
  });

  test("and what is left of it is swept away", async () => {
    await purgeSessions(app.program.deps.db, app.clock.now());
    const { rows } = await app.owner.query(
      "select count(*)::integer as n from nation.session where expires_at < $1",
      [app.clock.now()],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe("what a session carries", () => {
  test("a token that nobody gave opens nothing", async () => {
    const answer = await app.program.app.inject({
      url: "/api/v1/session",
      headers: { cookie: `motcua_session=${"a".repeat(43)}` },
    });
    expect(answer.statusCode).toBe(401);
  });

  test("a post that ends takes its permissions with it, within the session", async () => {
    await employ(app, "binh.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
    const binh = await app.signIn("binh.officer", "xã Bình Thành Quầy 1");
    expect((await binh.get("/queues/oneStop")).status).toBe(200);
    await app.owner.query(
      "update nation.staff_post set valid_to = '2026-11-15' where account_id = (select id from nation.account where username = 'binh.officer')",
    );
    expect(await binh.get("/queues/oneStop")).toMatchObject({
      status: 403,
      body: { code: "permission_missing" },
    });
    expect((await binh.get("/session")).body).toMatchObject({ roles: [] });
  });

  test("the counter where the person sits, one of those that they may serve", async () => {
    const lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    expect((await lan.get("/session")).body["counter"]).toMatchObject({
      label: "Quầy 1 – Bưu điện",
      receptionPoint: "Điểm tiếp nhận Bưu điện Văn hóa xã Bình Tấn",
      unitName: "Trung tâm Phục vụ hành chính công xã Bình Thành",
      postOfficeName: "Bưu điện Văn hóa xã Bình Tấn",
    });
    const labels = async (who: string) => {
      const { counters } = (await (await app.signIn(who)).get("/counters")).body as {
        counters: { receptionPoint: string; label: string; id: string }[];
      };
      return counters;
    };
    expect((await labels("lan.clerk")).map((counter) => counter.label)).toEqual([
      "Quầy 1 – Bưu điện",
      "Quầy 2 – Bưu điện",
    ]);
    expect(new Set((await labels("duc.officer")).map((counter) => counter.label.slice(-6)))).toEqual(
      new Set(["ột cửa"]),
    );
    for (const other of await labels("phuc.clerk")) {
      const refused = await lan.send("PUT", "/session/counter", { counterId: other.id });
      expect(refused).toMatchObject({ status: 403, body: { code: "outside_jurisdiction" } });
    }
    expect((await lan.get("/session")).body["counter"]).toMatchObject({ label: "Quầy 1 – Bưu điện" });
  });
});
