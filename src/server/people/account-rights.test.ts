import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { hold } from "../../../test/kit/hold.ts";
import { accountId } from "../../../test/kit/mandate-forms.ts";
import { aPerson, aPost, endContract, versionOf } from "../../../test/kit/people-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { referenceId } from "#server/units/reference-table.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.clock.advance(60_000);
  admin = await app.signIn("quyen.admin");
});

const SOMEBODY = { username: "nguoi.moi", identityNumber: "087195010001" };
const make = (changes: Record<string, unknown> = {}, by = admin) =>
  by.send("POST", "/people", aPerson({ ...SOMEBODY, ...changes }));

describe("who may", () => {
  test("change accounts: administrators alone, and nobody the own one", async () => {
    for (const username of ["kiet.programme", "hanh.head", "lan.clerk", "thai.approver"]) {
      const other = await app.signIn(username);
      expect((await make({}, other)).body["code"]).toBe("permission_missing");
      expect((await other.get("/people")).body["code"]).toBe("permission_missing");
    }
    const own = await accountId(app, "quyen.admin");
    expect((await endContract(admin, own)).body["code"]).toBe("account_own");
    const reset = { version: await versionOf(admin, own), reason: "…" };
    expect((await admin.send("POST", `/people/${own}/credentials`, reset)).body["code"]).toBe("account_own");
  });

  test("not change what two change at once: the second is told", async () => {
    const id = String(passed(await make()).body["accountId"]);
    await employ(app, "quan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
    const other = await app.signIn("quan.admin");
    const version = await versionOf(admin, id);
    const end = (by: Client, lastDay: string) =>
      by.send("POST", `/people/${id}/contract-end`, { version, lastDay, reason: "Nghỉ việc" });
    const held = await hold(app.owner, `select from nation.account where id = '${id}' for update`);
    const both = Promise.all([end(admin, "2026-11-28"), end(other, "2026-11-29")]);
    await held.untilWaiting(1);
    await held.release();
    const codes = (await both).map(({ status, body }) => (status === 200 ? "ended" : String(body["code"])));
    expect(codes.toSorted()).toEqual(["account_changed", "ended"]);
  });

  test("not reach the people of another space", async () => {
    await app.owner.query("insert into nation.space values ('elsewhere', 'space_elsewhere', 'Nơi khác')");
    const agency = referenceId("agency:commune:30130");
    const unit = referenceId("unit:commune:30130");
    const id = await employ(app, "xa.kia", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    expect((await admin.get(`/people/${id}`)).status).toBe(200);
    await app.owner.query("update nation.space_place set space_id = 'elsewhere' where place_id = any ($1)", [
      [agency, unit],
    ]);
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    expect((await admin.get(`/people/${id}`)).status).toBe(404);
    expect((await endContract(admin, id, { version: 1 })).status).toBe(404);
    const post = aPost({ role: "caseOfficer", placeKind: "agency", placeId: agency });
    const state = { employerKind: "state", post };
    expect((await make(state)).body["code"]).toBe("outside_jurisdiction");
    await app.owner.query(
      "update nation.space_place set space_id = 'dong-thap' where space_id = 'elsewhere'",
    );
  });
});

describe("the list", () => {
  test("finds by words without diacritics, by employer, place and state", async () => {
    const names = async (query: string) =>
      ((await admin.get(`/people?${query}`)).body["people"] as { fullName: string }[]).map(
        ({ fullName }) => fullName,
      );
    expect(await names("q=minh%20duc")).toEqual(["Lê Minh Đức"]);
    expect(await names("q=lan.clerk&employerKind=state")).toEqual([]);
    expect(await names(`q=nguyen&placeId=${referenceId("post:30163:30148")}`)).toEqual(["Nguyễn Thị Lan"]);
    expect(await names("q=lan.clerk&state=inForce")).toEqual(["Nguyễn Thị Lan"]);
    expect(await names("q=khong-co-ai")).toEqual([]);
  });
});
