import type { RightFacts } from "#contract/right-facts.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { actOfMove } from "#domain/dossier/supplement.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RightSubject } from "#contract/confirming.ts";
import { actUnder, takeIn } from "../../../test/kit/assist.ts";
import { receive } from "../../../test/kit/forms.ts";
import { aDecision, accountId, mandateOfPilot, move } from "../../../test/kit/mandate-forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { rightTo } from "./right-to.ts";

let app: TestApp;
let desks: Desks;
let phuc: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  phuc = await app.signIn("phuc.clerk", "Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const factsOf = async (client: Client) => (await client.get("/right-facts")).body as unknown as RightFacts;

interface Row {
  readonly code: string;
  readonly fieldCode: string;
}

/** Of every field two procedures: what a mandate says, it says of fields and of single codes. */
async function procedures(client: Client): Promise<readonly Row[]> {
  const { body } = await client.get("/procedures?q=");
  const rows = body["procedures"] as Row[];
  const excluded = (await client.get("/procedures?q=1.000894")).body["procedures"] as Row[];
  return [...excluded, ...rows];
}

/** What the server says of an intake, and what the browser would: both as one word. */
async function bothOf(client: Client, rows: readonly Row[]) {
  const facts = await factsOf(client);
  const { counter } = (await client.get("/session")).body as { counter: { unitId: string } };
  return Promise.all(
    rows.map(async ({ code, fieldCode }) => {
      const { body } = await client.get(`/procedures/${code}/intake-preview`);
      const { refusal } = body["permit"] as { refusal: { code: string } | null };
      const offered = {
        act: "receive",
        unitId: counter.unitId,
        decidingAgencyId: null,
        procedure: { code, fieldCode },
        dossierId: null,
        preparedBy: null,
      } as const;
      const own = rightTo(facts, offered, app.clock.now());
      return { code, server: refusal?.code ?? "yes", browser: own.ok ? "yes" : own.code };
    }),
  );
}

const differing = (both: Awaited<ReturnType<typeof bothOf>>) =>
  both.filter(({ server, browser }) => server !== browser);

describe("a button decides as the server does", () => {
  test("for a clerk with a mandate, one without, and a civil servant, over the catalogue", async () => {
    const rows = await procedures(desks.clerk);
    expect(rows.length).toBeGreaterThan(30);
    const clerk = await bothOf(desks.clerk, rows);
    expect(differing(clerk)).toEqual([]);
    expect(new Set(clerk.map(({ browser }) => browser)).size).toBeGreaterThan(1);
    for (const other of [phuc, desks.officer]) expect(differing(await bothOf(other, rows))).toEqual([]);
  });

  test("while the mandate is suspended, while the clerk is, and after both are lifted", async () => {
    const rows = (await procedures(desks.clerk)).slice(0, 12);
    const kiet = await app.signIn("kiet.programme");
    const pilot = await mandateOfPilot(app);
    passed(await move(kiet, pilot, "suspend"));
    const suspended = await bothOf(desks.clerk, rows);
    expect(differing(suspended)).toEqual([]);
    expect(suspended.map(({ browser }) => browser)).not.toContain("yes");
    passed(await move(kiet, pilot, "resume"));
    const { body } = passed(
      await kiet.send("POST", "/suspensions", {
        target: "account",
        targetId: await accountId(app, "lan.clerk"),
        decision: aDecision(),
        reason: "Kiểm tra",
      }),
    );
    const stopped = await bothOf(desks.clerk, rows);
    expect(stopped.map(({ browser }) => browser)).toEqual(rows.map(() => "right_suspended"));
    expect(differing(stopped)).toEqual([]);
    passed(await kiet.send("POST", `/suspensions/${String(body["suspensionId"])}/lifting`, {}));
    expect(differing(await bothOf(desks.clerk, rows))).toEqual([]);
  });

  test("for what waits, beside its row and on its page, also for who did it", async () => {
    await actUnder(app, "assist");
    const [first, second] = [await takeIn(desks.clerk), await takeIn(desks.clerk)];
    const words = "Thiếu trang 2";
    passed(
      await desks.officer.send("POST", `/dossiers/${second.dossierId}/hand-back`, { version: 1, words }),
    );
    passed(
      await desks.officer.send("POST", `/dossiers/${second.dossierId}/resubmission`, { version: 2, words }),
    );
    const { rows } = (await desks.officer.get("/confirmations")).body as unknown as {
      rows: { dossierId: string; own: boolean; rightSubject: RightSubject }[];
    };
    const facts = await factsOf(desks.officer);
    const decided = rows.map(({ dossierId, own, rightSubject }) => {
      const { unitId, decidingAgencyId, procedureCode: code, fieldCode } = rightSubject;
      const preparedBy = own ? facts.accountId : null;
      const offered = { act: "confirm", unitId, decidingAgencyId, dossierId, preparedBy } as const;
      const right = rightTo(facts, { ...offered, procedure: { code, fieldCode } }, app.clock.now());
      return [dossierId, right.ok ? "yes" : right.code];
    });
    expect(decided).toEqual([
      [first.dossierId, "yes"],
      [second.dossierId, "same_person_forbidden"],
    ]);
    for (const [dossierId, browser] of decided) {
      const { body } = await desks.officer.get(`/dossiers/${dossierId}`);
      const acts = body["acts"] as { move: string; permit: { refusal: { code: string } | null } }[];
      const confirming = acts.find(({ move: one }) => one === "confirm");
      expect(confirming?.permit.refusal?.code ?? "yes").toBe(browser);
      const subject = body["rightSubject"] as { preparedBy: string | null };
      expect(subject.preparedBy === facts.accountId).toBe(browser === "same_person_forbidden");
    }
    await actUnder(app, "supervised");
  });

  test("for every act that a dossier's state allows, and everybody of its way", async () => {
    const dossierId = String((await receive(desks.clerk)).body["dossierId"]);
    for (const client of [desks.clerk, desks.officer, desks.caseOfficer, desks.approver]) {
      const { body } = await client.get(`/dossiers/${dossierId}`);
      const { fieldCode, ...subject } = body["rightSubject"] as {
        unitId: string;
        decidingAgencyId: string;
        fieldCode: string;
        preparedBy: string | null;
      };
      const acts = body["acts"] as { move: Move; permit: { refusal: { code: string } | null } }[];
      const facts = await factsOf(client);
      const procedure = { code: String(body["procedureCode"]), fieldCode };
      for (const { move, permit } of acts) {
        const act = actOfMove(move, 0);
        const own = rightTo(facts, { act, ...subject, dossierId, procedure }, app.clock.now());
        expect(own.ok ? null : own.code).toBe(permit.refusal?.code ?? null);
      }
    }
  });
});

test("the facts name nobody else", async () => {
  const kiet = await app.signIn("kiet.programme");
  const other = await accountId(app, "phuc.clerk");
  passed(
    await kiet.send("POST", "/suspensions", {
      target: "account",
      targetId: other,
      decision: aDecision("99/QĐ-UBND"),
      reason: "Kiểm tra",
    }),
  );
  expect(JSON.stringify(await factsOf(desks.clerk))).not.toContain(other);
  expect(JSON.stringify(await factsOf(phuc))).toContain(other);
});
