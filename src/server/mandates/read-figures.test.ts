import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import {
  OFFICE,
  OPERATOR,
  OTHER_OFFICE,
  OTHER_UNIT,
  UNIT,
  aDecision,
  accountId,
  bringToForce,
  draft,
  mandateOfPilot,
  move,
  train,
} from "../../../test/kit/mandate-forms.ts";
import { bringTo, type Desks, openDesks, passed, recordOutcome } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const DAY_MS = 86_400_000;
const MARRIAGE = "1.000894";

let app: TestApp;
let head: Client;
let kiet: Client;
let thao: Client;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  head = await app.signIn("hanh.head");
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

type Counts = Readonly<Record<string, number | null>>;
interface Row {
  readonly id: string;
  readonly figures: Counts;
  readonly held: readonly { tasks: string[]; postOffice: { id: string } }[];
  readonly procedures: readonly Row[];
}
const figures = async (by: Client, query = "") =>
  passed(await by.get(`/unit-figures${query}`)).body as unknown as {
    total: Counts;
    fields: readonly Row[];
    from: string;
    to: string;
    gaps: readonly { from: string; to: string | null }[];
  };
const field = async (code: string) => (await figures(head)).fields.find(({ id }) => id === code);
const receiveAs = async (by: Client) => String((await receive(by)).body["dossierId"]);

describe("what a unit does", () => {
  test("is not asked of days before the year 1000, which the database could not count back from", async () => {
    const { body } = await head.get("/unit-figures?from=0001-01-01&to=0001-01-02");
    expect(body["code"]).toBe("input_malformed");
  });

  test("is counted from the ledgers: who received, what is finished, in time, what came back", async () => {
    const [first] = [await receiveAs(desks.clerk), await receiveAs(desks.clerk)];
    const byState = await receiveAs(desks.officer);
    await bringTo(desks, byState, "finished");
    await bringTo(desks, first, "awaitingApproval");
    passed(
      await desks.approver.send("POST", `/dossiers/${first}/sending-back`, { version: 4, reason: "Sai số" }),
    );
    passed(await recordOutcome(desks.caseOfficer, first, 5));
    passed(await desks.approver.send("POST", `/dossiers/${first}/approval`, { version: 6 }));
    const seen = await figures(head);
    expect(seen.total).toMatchObject({
      byPost: 2,
      byState: 1,
      finished: 2,
      onTime: 2,
      overdue: 0,
      medianMinutes: 0,
      sentBack: 1,
      handedBack: 0,
      rating: null,
    });
    const civilStatus = seen.fields.find(({ id }) => id === "civilStatus");
    expect(civilStatus?.figures).toMatchObject({ byPost: 2, byState: 1, finished: 2 });
    expect(civilStatus?.procedures.find(({ id }) => id === "2.000635")?.figures).toMatchObject({ byPost: 2 });
  });

  test("says what the post may do of each field today, and what is excepted", async () => {
    const civilStatus = await field("civilStatus");
    expect(civilStatus?.held).toMatchObject([{ postOffice: { id: OFFICE } }]);
    const given = {
      unitId: UNIT,
      task: "receive",
      procedureCode: MARRIAGE,
      reason: "Bận họp",
      standsBy: true,
    };
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from nation.account where username = 'lan.clerk'",
    );
    passed(await head.send("POST", "/assignments", { ...given, accountId: rows[0]?.id }));
    const marriage = (await field("civilStatus"))?.procedures.find(({ id }) => id === MARRIAGE);
    expect(marriage).toMatchObject({ held: [], figures: { assignments: 1, assignmentActs: 0 } });
  });

  test("counts guidance with its minutes, but not what was taken back", async () => {
    passed(
      await desks.clerk.send("POST", "/guidance", {
        procedureCode: "2.000635",
        minutes: 12,
        outcome: "answered",
      }),
    );
    passed(
      await desks.officer.send("POST", "/guidance", {
        fieldCode: "civilStatus",
        minutes: 8,
        outcome: "answered",
      }),
    );
    const slip = passed(
      await desks.clerk.send("POST", "/guidance", {
        procedureCode: "2.000635",
        minutes: 99,
        outcome: "answered",
      }),
    );
    passed(await desks.clerk.send("DELETE", `/guidance/${String(slip.body["guidanceId"])}`));
    const civilStatus = await field("civilStatus");
    expect(civilStatus?.figures).toMatchObject({ guidances: 2, guidanceMinutes: 20 });
    expect(civilStatus?.procedures.find(({ id }) => id === "2.000635")?.figures).toMatchObject({
      guidances: 1,
      guidanceMinutes: 12,
    });
  });

  test("calls late what is past its due moment without a result", async () => {
    app.clock.advance(60 * DAY_MS);
    head = await app.signIn("hanh.head");
    kiet = await app.signIn("kiet.programme");
    thao = await app.signIn("thao.programme");
    expect((await figures(head)).total).toMatchObject({ byPost: 2, overdue: 1, onTime: 2 });
  });

  test("is asked for other days: what was received before them is not in it", async () => {
    const later = await figures(head, "?from=2026-12-01&to=2026-12-31");
    expect(later).toMatchObject({ from: "2026-12-01", to: "2026-12-31", total: { byPost: 0, guidances: 0 } });
    expect((await figures(head, "?from=2026-12-31&to=2026-12-01")).from < "2026-12-01").toBe(true);
  });

  test("is the head's own to see, and the province's everywhere", async () => {
    expect((await head.get(`/unit-figures?unitId=${OTHER_UNIT}`)).body["code"]).toBe("outside_jurisdiction");
    expect((await figures(kiet, `?unitId=${OTHER_UNIT}`)).total).toMatchObject({ byPost: 0 });
    expect((await kiet.get("/unit-figures")).body["code"]).toBe("outside_jurisdiction");
    expect((await desks.officer.get("/unit-figures")).status).toBe(401);
  });
});

describe("the figures of a proposal", () => {
  test("are kept as they were when it was proposed, whatever is counted later", async () => {
    const id = await draft(head, { procedureCodes: [], exceptProcedureCodes: [] });
    const before = (await kiet.get(`/mandates/${id}/figures`)).body as { frozen: unknown };
    expect(before.frozen).toBeNull();
    passed(await move(head, id, "propose", { reason: "Nhiều người hỏi" }));
    const again = await openDesks(app);
    await receive(again.clerk);
    const { frozen, now } = (await kiet.get(`/mandates/${id}/figures`)).body as {
      frozen: { figures: Counts; from: string };
      now: { figures: Counts };
    };
    expect([frozen.figures["byPost"], now.figures["byPost"]]).toEqual([2, 3]);
  });

  test("cannot be changed by the application afterwards", async () => {
    const { rows } = await app.owner.query<{ privilege_type: string }>(
      "select privilege_type from information_schema.role_table_grants where table_name = 'mandate_figures' and grantee <> 'owner' and grantee = $1",
      [app.database.app.user],
    );
    expect(rows.map((row) => row.privilege_type).toSorted()).toEqual(["INSERT", "SELECT"]);
  });

  test("stand side by side with those of others, with who proposed and why", async () => {
    const { body } = await thao.get("/proposals");
    const [proposal] = body["proposals"] as Record<string, unknown>[];
    expect(proposal).toMatchObject({
      proposedBy: "Trương Mỹ Hạnh",
      why: "Nhiều người hỏi",
      clerks: 1,
      trained: 0,
      overlaps: 1,
      contradictions: 0,
      refusal: null,
      frozen: { figures: { byPost: 2, rating: null } },
    });
    const mine = (await head.get("/proposals")).body["proposals"] as Record<string, unknown>[];
    expect(mine[0]?.["refusal"]).toBe("permission_missing");
  });

  test("count the training that a clerk holds, until it is taken back", async () => {
    const trained = async () => {
      const [first] = (await thao.get("/proposals")).body["proposals"] as { trained: number }[];
      return first?.trained;
    };
    await train(app, "phuc.clerk", "civilStatus");
    expect(await trained()).toBe(1);
    await app.owner.query(
      `update space_dong_thap.accreditation
       set withdrawn_at = $1, withdrawn_by = account_id, withdrawal_reason = 'Ghi nhầm'
       where account_id = (select id from nation.account where username = 'phuc.clerk')`,
      [app.clock.now()],
    );
    expect(await trained()).toBe(0);
  });

  test("count no clerk who is stopped, alone or with the office", async () => {
    const clerks = async () => {
      const [first] = (await thao.get("/proposals")).body["proposals"] as { clerks: number }[];
      return first?.clerks;
    };
    const stopped = [
      { target: "account", targetId: await accountId(app, "phuc.clerk") },
      { target: "postOffice", targetId: OTHER_OFFICE },
      { target: "operator", targetId: OPERATOR },
    ];
    for (const stop of stopped) {
      const named = { ...stop, decision: aDecision(), reason: "Kiểm tra" };
      const { body } = passed(await kiet.send("POST", "/suspensions", named));
      expect(await clerks(), stop.target).toBe(0);
      passed(await kiet.send("POST", `/suspensions/${String(body["suspensionId"])}/lifting`, {}));
      expect(await clerks()).toBe(1);
    }
  });

  test("are of the mandate's work alone: an excepted procedure is not in them", async () => {
    const id = await draft(kiet, { exceptProcedureCodes: ["2.000635"] });
    const { now } = (await kiet.get(`/mandates/${id}/figures`)).body as { now: { figures: Counts } };
    expect(now.figures).toMatchObject({ byPost: 0, guidances: 1, assignments: 1 });
    expect((await kiet.get(`/mandates/${UNIT}/figures`)).status).toBe(404);
  });
});

describe("days on which nobody holds what was held", () => {
  const gaps = async () =>
    (await kiet.get(`/mandate-gaps?unitId=${UNIT}`)).body["gaps"] as {
      task: string;
      field: { id: string };
      from: string;
      to: string | null;
    }[];

  test("are shown between two mandates, and after one that ends soon", async () => {
    const only = { fieldCodes: ["householdBusiness"], exceptProcedureCodes: [], tasks: ["receive"] };
    await bringToForce(kiet, thao, { ...only, validFrom: "2027-01-01", validTo: "2027-01-31" });
    await bringToForce(kiet, thao, { ...only, validFrom: "2027-02-11", validTo: "2027-03-31" });
    const found = (await gaps()).filter((one) => one.field.id === "householdBusiness");
    expect(found).toMatchObject([
      { task: "receive", from: "2027-02-01", to: "2027-02-10" },
      { task: "receive", from: "2027-04-01", to: null },
    ]);
  });

  test("begin on the day after a mandate was ended early", async () => {
    const id = await mandateOfPilot(app);
    expect((await gaps()).filter((one) => one.field.id === "library")).toEqual([]);
    passed(await move(kiet, id, "end"));
    const library = (await gaps()).filter((one) => one.field.id === "library");
    expect(library.length).toBeGreaterThan(0);
    expect(new Set(library.map(({ from }) => from))).toEqual(new Set(["2027-01-16"]));
  });
});
