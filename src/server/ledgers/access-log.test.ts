import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, upload } from "../../../test/kit/steps.ts";
import { type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let id: string;
let fileId: string;
const draftId = randomUUID();
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  id = String((await receive(desks.clerk)).body["dossierId"]);
  fileId = await upload(desks.clerk, id, "signature");
  await desks.clerk.send("PUT", `/drafts/${draftId}`, { version: 0, title: "", content: {} });
});
afterAll(() => app[Symbol.asyncDispose]());

/** What was added to the log while something was done. */
async function linesOf(act: () => Promise<Reply>): Promise<Record<string, unknown>[]> {
  const read = async () =>
    (
      await app.owner.query<Record<string, unknown>>(
        `select l.id, a.username, l.route, l.dossier_id, l.outcome, l.request_id from space_dong_thap.access_log l
         left join nation.account a on a.id = l.account_id`,
      )
    ).rows;
  const before = new Set((await read()).map((row) => row["id"]));
  await act();
  return (await read()).filter((row) => !before.has(row["id"]));
}

describe("every look at a person's data leaves one line", () => {
  test.each([
    { what: "a dossier", url: () => `/dossiers/${id}`, route: "GET /dossiers/:dossierId", dossier: true },
    {
      what: "its receipt",
      url: () => `/dossiers/${id}/receipt`,
      route: "GET /dossiers/:dossierId/receipt",
      dossier: true,
    },
    {
      what: "a file of it",
      url: () => `/dossiers/${id}/files/${fileId}`,
      route: "GET /dossiers/:dossierId/files/:fileId",
      dossier: true,
    },
    { what: "a queue", url: () => "/queues/returning", route: "GET /queues/:desk", dossier: false },
    { what: "a search", url: () => "/dossiers?q=nhung", route: "GET /dossiers", dossier: false },
    { what: "the drafts", url: () => "/drafts", route: "GET /drafts", dossier: false },
    { what: "a draft", url: () => `/drafts/${draftId}`, route: "GET /drafts/:draftId", dossier: false },
  ])("$what", async ({ url, route, dossier }) => {
    const lines = await linesOf(() => desks.clerk.get(url()));
    expect(lines).toMatchObject([
      { username: "lan.clerk", route, dossier_id: dossier ? id : null, outcome: "ok" },
    ]);
    expect(JSON.stringify(lines)).not.toContain("nhung");
  });

  test("without the line there is no answer", async () => {
    await app.owner.query("revoke insert on space_dong_thap.access_log from motcua_app");
    const answer = await desks.clerk.get(`/dossiers/${id}`);
    await app.owner.query("grant insert on space_dong_thap.access_log to motcua_app");
    expect(answer).toMatchObject({ status: 500, body: { code: "internal_error" } });
    expect(JSON.stringify(answer.body)).not.toContain("Nhung");
  });
});

describe("every refusal of somebody known leaves one line", () => {
  test.each<{ what: string; act: () => Promise<Reply>; outcome: string }>([
    {
      what: "a permission that is missing",
      act: () => desks.clerk.send("POST", `/dossiers/${id}/approval`, { version: 1 }),
      outcome: "permission_missing",
    },
    {
      what: "a dossier that is not there",
      act: () => desks.clerk.get(`/dossiers/${randomUUID()}`),
      outcome: "not_found",
    },
    {
      what: "a move that is not allowed",
      act: () => desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 1 }),
      outcome: "move_not_allowed",
    },
    {
      what: "a desk of somebody else",
      act: () => desks.clerk.get("/queues/approval"),
      outcome: "outside_jurisdiction",
    },
  ])("$what", async ({ act, outcome }) => {
    expect(await linesOf(act)).toMatchObject([{ outcome }]);
  });

  test("and what shows nobody's data leaves none", async () => {
    expect(await linesOf(() => desks.clerk.get("/procedures?q=khai"))).toEqual([]);
    expect(await linesOf(() => desks.clerk.get("/counters"))).toEqual([]);
    expect(await linesOf(() => app.anonymous.get(`/dossiers/${id}`))).toEqual([]);
  });
});
