import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ, givePost } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const newDossier = async () => String((await receive(desks.clerk)).body["dossierId"]);
const idsOf = async (by: Client, desk: string, query = "") =>
  (passed(await by.get(`/queues/${desk}${query}`)).body["dossiers"] as { dossierId: string }[]).map(
    ({ dossierId }) => dossierId,
  );

describe("one move of many dossiers", () => {
  interface Results {
    readonly results: { dossierId: string; status: string | null; refusal: { code: string } | null }[];
  }
  const move = async (
    by: Client,
    what: string,
    dossiers: readonly { dossierId: string; version: number }[],
    { key, note }: { key?: string; note?: string } = {},
  ) => {
    const body = { move: what, dossiers, ...(note !== undefined && { note }) };
    return by.send("POST", "/bulk-moves", body, key === undefined ? {} : { key });
  };
  const results = async (reply: ReturnType<typeof move>) =>
    (passed(await reply).body as unknown as Results).results.map(
      ({ status, refusal }) => refusal?.code ?? status,
    );
  const at = (dossierId: string, version: number) => ({ dossierId, version });

  test("is an act for each: one that changed or is not there stays as it is, and the rest is done", async () => {
    const [good, stale, moved] = [await newDossier(), await newDossier(), await newDossier()];
    await bringTo(desks, moved, "processing");
    const asked = [at(good, 1), at(stale, 0), at(moved, 3), at(randomUUID(), 1), at(good, 1)];
    expect(await results(move(desks.officer, "forward", asked))).toEqual([
      "forwarded",
      "dossier_changed",
      "move_not_allowed",
      "not_found",
    ]);
    expect((await desks.officer.get(`/dossiers/${stale}`)).body["version"]).toBe(1);
    const seen = (await desks.officer.get(`/dossiers/${good}`)).body["events"] as { type: string }[];
    expect(seen.map(({ type }) => type)).toEqual(["dossier.received", "dossier.forwarded"]);
  });

  test("sent twice is done once, and what was refused is tried again", async () => {
    const [one, other] = [await newDossier(), await newDossier()];
    const key = randomUUID();
    const asked = [at(one, 1), at(other, 1)];
    expect(await results(move(desks.officer, "forward", asked, { key }))).toEqual(["forwarded", "forwarded"]);
    expect(await results(move(desks.officer, "forward", asked, { key }))).toEqual(["forwarded", "forwarded"]);
    expect((await desks.officer.get(`/dossiers/${one}`)).body["version"]).toBe(2);
    const [first, second] = await Promise.all([
      results(move(desks.caseOfficer, "take", [at(one, 2), at(other, 2)])),
      results(move(desks.caseOfficer, "take", [at(other, 2), at(one, 2)])),
    ]);
    expect([...first, ...second].map(String).toSorted()).toEqual([
      "dossier_changed",
      "dossier_changed",
      "processing",
      "processing",
    ]);
  });

  test("goes back to the desk with a reason, never without one", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "forwarded");
    expect((await move(desks.caseOfficer, "sendToDesk", [at(id, 2)])).body["code"]).toBe(
      "bulk_reason_missing",
    );
    const note = "Không thuộc thẩm quyền";
    expect(await results(move(desks.caseOfficer, "sendToDesk", [at(id, 2)], { note }))).toEqual(["received"]);
    const seen = (await desks.officer.get(`/dossiers/${id}`)).body["events"] as { note: string | null }[];
    expect(seen.at(-1)?.note).toBe(note);
  });

  test("asks for the right of each: nobody approves what they prepared, and a clerk decides nothing", async () => {
    const [own, others] = [await newDossier(), await newDossier()];
    await bringTo(desks, own, "awaitingApproval");
    await bringTo(desks, others, "awaitingApproval");
    await givePost(app, "ha.case", { role: "approver", at: "agency:commune:30163" });
    const both = await app.signIn("ha.case");
    expect(await results(move(both, "approve", [at(own, 4)]))).toEqual(["same_person_forbidden"]);
    expect(await results(move(desks.clerk, "approve", [at(own, 4)]))).toEqual(["act_reserved_to_state"]);
    expect(await results(move(desks.approver, "approve", [at(own, 4), at(others, 4)]))).toEqual([
      "finished",
      "finished",
    ]);
    const { body } = await desks.officer.get(`/dossiers/${others}`);
    expect((body["items"] as { kind: string }[]).filter(({ kind }) => kind === "result").length).toBe(1);
  });
});

describe("whose a dossier is", () => {
  const accountOf = async (username: string) => {
    const found = await app.owner.query<{ id: string }>("select id from nation.account where username = $1", [
      username,
    ]);
    return found.rows[0]?.id ?? "";
  };
  const assign = (by: Client, dossierId: string, version: number, toAccountId: string) =>
    by.send("POST", `/dossiers/${dossierId}/assignment`, { version, toAccountId });

  test("is said by the approver: it waits for that person untaken, goes on there in work, and comes back", async () => {
    await employ(app, "binh.case", [{ role: "caseOfficer", at: "agency:commune:30163" }]);
    const [ha, binh] = [await accountOf("ha.case"), await accountOf("binh.case")];
    const other = await app.signIn("binh.case");
    const id = await newDossier();
    await bringTo(desks, id, "forwarded");
    expect(passed(await assign(desks.approver, id, 2, binh)).body).toMatchObject({ status: "forwarded" });
    expect(await idsOf(other, "case", "?holder=mine")).toEqual([id]);
    passed(await other.send("POST", `/dossiers/${id}/taking`, { version: 3 }));
    const bulk = await desks.approver.send("POST", "/bulk-moves", {
      move: "assign",
      dossiers: [{ dossierId: id, version: 4, toAccountId: ha }],
    });
    expect(passed(bulk).body).toMatchObject({
      results: [{ status: "processing", version: 5, refusal: null }],
    });
    expect(await idsOf(other, "case", "?holder=mine")).toEqual([]);
    expect(await idsOf(desks.caseOfficer, "case", "?holder=mine")).toContain(id);
    const { officers } = passed(await desks.approver.get("/case-officers")).body as {
      officers: { accountId: string; inHand: number }[];
    };
    expect(officers.find(({ accountId }) => accountId === binh)).toMatchObject({ inHand: 0 });
    expect(officers.find(({ accountId }) => accountId === ha)?.inHand).toBeGreaterThan(0);
    // Given back to the desk, it is nobody's again.
    const back = await newDossier();
    await bringTo(desks, back, "forwarded");
    passed(await assign(desks.approver, back, 2, binh));
    passed(await turn(other, back, "sending-to-desk", 3));
    passed(await desks.officer.send("POST", `/dossiers/${back}/forwarding`, { version: 4 }));
    expect(await idsOf(desks.caseOfficer, "case", "?holder=nobody")).toContain(back);
  });

  test("is never a stranger's, nor said by anybody else, nor once it waits for approval", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "forwarded");
    const [ha, thai] = [await accountOf("ha.case"), await accountOf("thai.approver")];
    for (const nobody of [thai, randomUUID()])
      expect((await assign(desks.approver, id, 2, nobody)).body["code"]).toBe("assignee_not_officer");
    expect((await assign(desks.officer, id, 2, ha)).body["code"]).toBe("permission_missing");
    expect((await assign(desks.approver, id, 1, ha)).body["code"]).toBe("dossier_changed");
    const waits = await newDossier();
    await bringTo(desks, waits, "awaitingApproval");
    expect((await assign(desks.approver, waits, 4, ha)).body["code"]).toBe("move_not_allowed");
    const without = { move: "assign", dossiers: [{ dossierId: id, version: 2 }] };
    expect((await desks.approver.send("POST", "/bulk-moves", without)).body).toMatchObject({
      results: [{ refusal: { code: "assignee_not_officer" } }],
    });
  });
});
