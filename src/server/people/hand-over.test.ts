import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { OFFICE, OPERATOR, accountId, aDecision } from "../../../test/kit/mandate-forms.ts";
import { aCivilServant, create, endContract, versionOf } from "../../../test/kit/people-forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { settleEnded } from "./settle-ended.ts";

let app: TestApp;
let desks: Desks;
let kiet: Client;
let admin: Client;
let lanId: string;
beforeEach(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  admin = await app.signIn("quyen.admin");
  desks = await openDesks(app);
  lanId = await accountId(app, "lan.clerk");
  return () => app[Symbol.asyncDispose]();
});

const suspend = (changes: Record<string, unknown> = {}) =>
  kiet.send("POST", "/suspensions", {
    target: "account",
    targetId: lanId,
    decision: aDecision("610/QĐ-UBND"),
    reason: "Kiểm tra đột xuất",
    ...changes,
  });
const take = async (by = desks.clerk) => String((await receive(by)).body["dossierId"]);
interface Held {
  readonly items: { readonly holder: { kind: string; name: string } | null }[];
  readonly events: { readonly type: string; readonly actor: string; readonly basis: { kind: string } }[];
}
const look = async (dossierId: string) =>
  (await desks.officer.get(`/dossiers/${dossierId}`)).body as unknown as Held;
/** Who holds the papers that stayed; one that was only shown nobody holds. */
const holders = async (dossierId: string) => [
  ...new Set(
    (await look(dossierId)).items.flatMap(({ holder }) => (holder ? [`${holder.kind} ${holder.name}`] : [])),
  ),
];
/** How many statements of the program wait for a lock. */
const waiting = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(app.program.deps.db);
  return rows[0]?.n;
};
const preview = async (query: string) => (await kiet.get(`/suspension-preview?${query}`)).body;

describe("a clerk who is stopped", () => {
  test("hands the papers on the desk to the successor, and each dossier says so by the right of who ordered it", async () => {
    const [first, second] = [await take(), await take()];
    const forwarded = await take();
    passed(await desks.officer.send("POST", `/dossiers/${forwarded}/forwarding`, { version: 1 }));
    const before = await preview(`target=account&targetId=${lanId}`);
    expect(before).toMatchObject({
      inHand: { dossiers: 2, drafts: 0, places: [{ paperDossiers: 2, matters: 0 }] },
    });
    const successorId = await accountId(app, "phuc.clerk");
    expect(before["successors"]).toContainEqual(expect.objectContaining({ id: successorId }));

    const { handOverId } = passed(await suspend({ successorId })).body;
    expect(await holders(first)).toEqual(["person Trần Văn Phúc"]);
    expect(await holders(second)).toEqual(["person Trần Văn Phúc"]);
    expect(await holders(forwarded)).toEqual([expect.stringMatching(/^counter /)]);
    expect((await look(first)).events.at(-1)).toMatchObject({
      type: "dossier.custodyPassed",
      actor: "Huỳnh Tuấn Kiệt",
      basis: { kind: "office" },
    });
    expect((await kiet.get(`/hand-overs/${String(handOverId)}`)).body).toMatchObject({
      cause: "suspension",
      from: "Nguyễn Thị Lan",
      successor: "Trần Văn Phúc",
      by: "Huỳnh Tuấn Kiệt",
      papers: (before["inHand"] as { papers: number }).papers,
      lines: [{ to: "Trần Văn Phúc" }, { to: "Trần Văn Phúc" }],
    });
    expect((await disagreements(app)).found).toEqual([]);
    // The dossier goes on as if nothing had been.
    passed(await desks.officer.send("POST", `/dossiers/${first}/forwarding`, { version: 2 }));
  });

  test("leaves nothing behind when nobody is named: the unit itself answers for it", async () => {
    const id = await take();
    passed(await suspend());
    expect(await holders(id)).toEqual(["unit Trung tâm Phục vụ hành chính công xã Bình Thành"]);
    expect((await preview(`target=account&targetId=${lanId}`))["inHand"]).toMatchObject({ dossiers: 0 });
  });

  test("a dossier that was being taken in at that very moment is handed over with the others", async () => {
    await take(); // The counter of today's numbers is there, so that it can be held.
    const successorId = await accountId(app, "phuc.clerk");
    const held = await app.owner.connect();
    let taking: ReturnType<typeof receive>;
    let stopping: ReturnType<typeof suspend>;
    try {
      await held.query("begin; select last from space_dong_thap.dossier_code_counter for update");
      taking = receive(desks.clerk);
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      stopping = suspend({ successorId });
      await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
    } finally {
      await held.query("commit");
      held.release();
    }
    const dossierId = String((await taking).body["dossierId"]);
    passed(await stopping);
    expect(await holders(dossierId)).toEqual(["person Trần Văn Phúc"]);
  });

  test("with nothing in hand leaves no record", async () => {
    expect(passed(await suspend()).body["handOverId"]).toBeNull();
  });

  test("what came to a successor goes on when that one is stopped too", async () => {
    const id = await take();
    const phuc = await accountId(app, "phuc.clerk");
    passed(await suspend({ successorId: phuc }));
    const duc = await accountId(app, "duc.officer");
    passed(await suspend({ targetId: phuc, successorId: duc }));
    expect(await holders(id)).toEqual(["person Lê Minh Đức"]);
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("has the half-filled forms opened by the named successor", async () => {
    const draftId = "01900000-0000-7000-8000-000000000001";
    passed(
      await desks.clerk.send("PUT", `/drafts/${draftId}`, {
        version: 0,
        title: "Nhung",
        content: { step: 1 },
      }),
    );
    const phuc = await app.signIn("phuc.clerk");
    expect((await phuc.get(`/drafts/${draftId}`)).status).toBe(404);
    const { handOverId } = passed(await suspend({ successorId: await accountId(app, "phuc.clerk") })).body;
    expect((await phuc.get(`/drafts/${draftId}`)).body).toMatchObject({ content: { step: 1 }, version: 2 });
    expect((await desks.clerk.get(`/drafts/${draftId}`)).status).toBe(404);
    expect((await kiet.get(`/hand-overs/${String(handOverId)}`)).body).toMatchObject({
      drafts: 1,
      lines: [],
    });
  });
});

describe("an office or the operator that is stopped", () => {
  test.each([
    { target: "postOffice", targetId: OFFICE },
    { target: "operator", targetId: OPERATOR },
  ])("leaves what lies at its counters to the unit: $target", async ({ target, targetId }) => {
    const id = await take();
    const forwarded = await take();
    passed(await desks.officer.send("POST", `/dossiers/${forwarded}/forwarding`, { version: 1 }));
    const byOfficer = await take(desks.officer);
    expect((await preview(`target=${target}&targetId=${targetId}`))["inHand"]).toMatchObject({ dossiers: 2 });
    passed(await suspend({ target, targetId }));
    const unit = "unit Trung tâm Phục vụ hành chính công xã Bình Thành";
    expect(await holders(id)).toEqual([unit]);
    expect(await holders(forwarded)).toEqual([unit]);
    expect(await holders(byOfficer)).toEqual([expect.stringMatching(/^counter /)]);
  });

  test("cannot name one of its own as successor", async () => {
    expect((await suspend({ target: "postOffice", targetId: OFFICE, successorId: lanId })).body["code"]).toBe(
      "successor_cycle",
    );
  });
});

describe("a case officer whose contract ends", () => {
  test("hands the cases to another case officer of the agency, who goes on", async () => {
    const successorId = await create(admin, aCivilServant());
    const id = await take();
    await bringTo(desks, id, "awaitingApproval");
    const haId = await accountId(app, "ha.case");
    expect((await admin.get(`/people/${haId}/in-hand`)).body).toMatchObject({
      inHand: { dossiers: 1, places: [{ matters: 1, papers: 0 }] },
      successors: [{ id: successorId }],
    });
    const { handOverId } = passed(await endContract(admin, haId, { successorId })).body;
    expect(handOverId).not.toBeNull();
    expect((await look(id)).events.at(-1)).toMatchObject({ type: "dossier.reassigned" });
    const { rows } = await app.owner.query(
      "select case_officer_id, prepared_by from space_dong_thap.dossier where id = $1",
      [id],
    );
    expect(rows).toEqual([{ case_officer_id: successorId, prepared_by: haId }]);
    expect((await disagreements(app)).found).toEqual([]);
    passed(await desks.approver.send("POST", `/dossiers/${id}/approval`, { version: 5 }));
  });

  test("hands over steps and what was given and not taken yet, to a successor or back to the role", async () => {
    const successorId = await create(admin, aCivilServant());
    const haId = await accountId(app, "ha.case");
    const { procedureVersionId } = await aForm(desks.officer);
    const step = (key: string, role: string, after: readonly string[] = []) => ({
      key,
      role,
      after,
      name: `Bước ${key}`,
      agencyId: null,
      limit: null,
      yields: [],
    });
    passed(
      await admin.send("POST", "/internal-procedures", {
        procedureVersionId,
        agencyId: null,
        validFrom: "2026-11-16",
        steps: [
          step("appraise", "caseOfficer"),
          step("draft", "caseOfficer"),
          step("check", "approver", ["draft"]),
        ],
        decision: { number: "45/QĐ-UBND", issuedOn: "2026-11-13", signer: "Trần Văn Phú" },
        seenId: null,
      }),
    );
    app.clock.advance(60_000);
    const [worked, given] = [await take(), await take()];
    await bringTo(desks, worked, "processing");
    passed(await desks.caseOfficer.send("POST", `/dossiers/${worked}/steps/appraise/taking`, { version: 3 }));
    passed(
      await desks.approver.send("POST", `/dossiers/${worked}/steps/draft/assignment`, {
        version: 4,
        accountId: haId,
      }),
    );
    await bringTo(desks, given, "forwarded");
    passed(
      await desks.approver.send("POST", `/dossiers/${given}/assignment`, { version: 2, toAccountId: haId }),
    );
    expect((await admin.get(`/people/${haId}/in-hand`)).body).toMatchObject({
      inHand: { dossiers: 2, places: [{ matters: 2, steps: 2 }] },
      successors: [{ id: successorId }],
    });
    const { handOverId } = passed(await endContract(admin, haId, { successorId })).body;
    const held = async () =>
      (
        await app.owner.query(
          `select key, state, holder_id = $2 as next from space_dong_thap.dossier_step
          where dossier_id = $1 and state <> 'waiting' order by key`,
          [worked, successorId],
        )
      ).rows;
    expect(await held()).toEqual([
      { key: "appraise", state: "assigned", next: true },
      { key: "draft", state: "assigned", next: true },
    ]);
    const ofCase = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.dossier where case_officer_id = $1 order by id",
      [successorId],
    );
    expect(ofCase.rows.map(({ id }) => id)).toEqual([worked, given].toSorted());
    expect((await look(worked)).events.slice(-2)).toMatchObject([
      { type: "dossier.reassigned", basis: { kind: "office" } },
      { type: "dossier.stepsPassed", basis: { kind: "office" } },
    ]);
    const { lines } = (await kiet.get(`/hand-overs/${String(handOverId)}`)).body as { lines: object[] };
    expect(lines).toContainEqual(expect.objectContaining({ dossierId: worked, matter: true, steps: 2 }));
    expect(lines).toContainEqual(expect.objectContaining({ dossierId: given, matter: true, steps: 0 }));
    expect((await disagreements(app)).found).toEqual([]);

    passed(await endContract(admin, successorId));
    expect(await held()).toEqual([
      { key: "appraise", state: "open", next: null },
      { key: "draft", state: "open", next: null },
    ]);
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("without a successor gives the cases back to the agency's queue", async () => {
    const id = await take();
    await bringTo(desks, id, "processing");
    passed(await endContract(admin, await accountId(app, "ha.case")));
    const { rows } = await app.owner.query(
      "select case_officer_id from space_dong_thap.dossier where id = $1",
      [id],
    );
    expect(rows).toEqual([{ case_officer_id: null }]);
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("cannot hand cases to somebody who is no case officer there", async () => {
    const id = await take();
    await bringTo(desks, id, "processing");
    const successorId = await accountId(app, "duc.officer");
    expect((await endContract(admin, await accountId(app, "ha.case"), { successorId })).body["code"]).toBe(
      "successor_elsewhere",
    );
  });
});

describe("a contract that ends on a day to come", () => {
  test("goes on until then, and the program hands over when the day is over, once", async () => {
    const id = await take();
    const duc = await accountId(app, "duc.officer");
    const ended = passed(await endContract(admin, lanId, { lastDay: "2026-11-20", successorId: duc })).body;
    expect(ended["handOverId"]).toBeNull();
    const later = await take();
    const settle = async () => {
      for (const space of app.program.deps.reference.current().spaces)
        await settleEnded(app.program.deps, space, app.clock.now());
    };
    await settle();
    expect(await holders(id)).toEqual([expect.stringMatching(/^counter /)]);
    app.clock.advance(5 * 86_400_000);
    await settle();
    await settle();
    desks = { ...desks, officer: await app.signIn("duc.officer", "xã Bình Thành Quầy 1") };
    expect(await holders(id)).toEqual(["person Lê Minh Đức"]);
    expect(await holders(later)).toEqual(["person Lê Minh Đức"]);
    const { rows } = await app.owner.query("select cause, basis_kind from space_dong_thap.hand_over");
    expect(rows).toEqual([{ cause: "contractEnd", basis_kind: "rule" }]);
    expect((await disagreements(app)).found).toEqual([]);
  });
});

describe("a successor", () => {
  test("is refused when the circle closes, by however many hands", async () => {
    const phuc = await accountId(app, "phuc.clerk");
    const tham = await create(admin);
    passed(await endContract(admin, phuc, { lastDay: "2026-12-31", successorId: tham }));
    passed(await endContract(admin, tham, { lastDay: "2026-12-31", successorId: lanId }));
    expect((await suspend({ successorId: phuc })).body["code"]).toBe("successor_cycle");
    expect((await endContract(admin, lanId, { lastDay: "2026-12-30", successorId: tham })).body["code"]).toBe(
      "successor_cycle",
    );
  });

  test("is refused when stopped, gone or elsewhere, and then nothing is written", async () => {
    await take();
    const phuc = await accountId(app, "phuc.clerk");
    passed(await suspend({ targetId: phuc }));
    expect((await suspend({ successorId: phuc })).body["code"]).toBe("successor_suspended");
    const gone = await employ(app, "da.nghi", []);
    await app.owner.query("update nation.account set valid_to = '2026-11-15' where id = $1", [gone]);
    expect((await suspend({ successorId: gone })).body["code"]).toBe("successor_unknown");
    const elsewhere = await employ(app, "xa.kia", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    expect((await suspend({ successorId: elsewhere })).body["code"]).toBe("successor_elsewhere");
    const { rows } = await app.owner.query(
      "select count(*)::integer as count from space_dong_thap.custody_entry where type = 'succeeded'",
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe("a post that ends", () => {
  test("hands over what only that post reached, and the contract goes on", async () => {
    const id = await take();
    await bringTo(desks, id, "processing");
    const haId = await accountId(app, "ha.case");
    const { posts } = (await admin.get(`/people/${haId}`)).body as unknown as { posts: { postId: string }[] };
    const url = `/people/${haId}/posts/${posts[0]?.postId ?? ""}/end`;
    const ended = await admin.send("POST", url, {
      version: await versionOf(admin, haId),
      lastDay: "2026-11-15",
      reason: "Chuyển việc",
    });
    expect(passed(ended).body["handOverId"]).not.toBeNull();
    expect((await admin.get(`/people/${haId}`)).body).toMatchObject({
      person: { state: "inForce", posts: [] },
      history: [{ type: "account.postEnded", after: "2026-11-15" }],
    });
    expect((await disagreements(app)).found).toEqual([]);
  });
});
