import { DEFAULT_WATCH_SETTINGS, WATCH_KINDS } from "#domain/watch/watch.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type AnotherProgram, type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import { referenceId } from "../units/reference-table.ts";
import { openQuestions } from "../linked/store.ts";
import { openSteps } from "../steps/store.ts";
import { FOUND } from "./found.ts";
import { momentsOf, watchSpace } from "./watch-space.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** One round, as the running program makes it every ten minutes. */
async function watch({ program }: Pick<AnotherProgram, "program"> = app) {
  const { deps } = program;
  const [space] = deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  return watchSpace(deps, space, DEFAULT_WATCH_SETTINGS);
}
const rows = async (statement: string, ...values: unknown[]) =>
  (await app.owner.query(statement.replaceAll("$space", "space_dong_thap"), values)).rows as Record<
    string,
    unknown
  >[];
const tasksOf = (dossierId: string) =>
  rows(
    "select kind, desk, state, account_id is not null as named from $space.watch_task where dossier_id = $1 order by opened_at, kind",
    dossierId,
  );
const noticesOrdered = async (dossierId: string) =>
  (
    await rows(
      "select payload ->> 'kind' as kind from $space.outbox where topic = 'dossier.notice' and payload ->> 'dossierId' = $1 order by 1",
      dossierId,
    )
  ).map(({ kind }) => kind);
interface Task {
  readonly taskId: string;
  readonly dossierId: string;
  readonly kind: string;
  readonly own: boolean;
  readonly person: string | null;
}
const listed = async (by: Client, dossierId: string, query = "") =>
  ((await by.get(`/tasks${query}`)).body["tasks"] as Task[]).filter((task) => task.dossierId === dossierId);
const count = async (by: Client) => Number((await by.get("/task-count")).body["count"]);

describe("a due date", () => {
  test("is one task of the case officer's when it is soon, another when it is over, and none once it is decided", async () => {
    const id = await receivedInDecember(app, desks);
    await bringTo(desks, id, "processing");
    await goTo(app, "12-10 16:00");
    await watch();
    expect(await tasksOf(id)).toEqual([]);
    await goTo(app, "12-11 08:00"); // Friday; due on Monday.
    const before = await count(desks.caseOfficer);
    expect(await watch()).toMatchObject({ opened: 1 });
    expect(await watch()).toEqual({ opened: 0, closed: 0, readdressed: 0 });
    expect(await tasksOf(id)).toEqual([{ kind: "dueSoon", desk: "case", state: "open", named: true }]);
    expect(await listed(desks.caseOfficer, id)).toMatchObject([{ kind: "dueSoon", own: true }]);
    expect(await listed(desks.clerk, id)).toEqual([]);
    expect(await count(desks.caseOfficer)).toBe(before + 1);
    await goTo(app, "12-15 08:00");
    await watch();
    expect(await tasksOf(id)).toEqual([
      { kind: "dueSoon", desk: "case", state: "closed", named: true },
      { kind: "overdue", desk: "case", state: "open", named: true },
    ]);
    expect(await noticesOrdered(id)).toEqual([]);
    await app.owner.query("update space_dong_thap.dossier set business_status = 'stopped' where id = $1", [
      id,
    ]);
    await watch();
    await app.owner.query("update space_dong_thap.dossier set business_status = 'processing' where id = $1", [
      id,
    ]);
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(["closed", "closed"]);
    await watch();
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(["closed", "open"]);
  });

  test("goes to the desk where nobody has the dossier, and to everybody there when its officer is suspended", async () => {
    const waiting = await receivedInDecember(app, desks);
    const taken = await receivedInDecember(app, desks);
    await bringTo(desks, taken, "processing");
    await goTo(app, "12-15 08:00");
    await watch();
    expect(await tasksOf(waiting)).toEqual([
      { kind: "overdue", desk: "counter", state: "open", named: false },
    ]);
    expect(await listed(desks.clerk, waiting)).toMatchObject([{ own: false, person: null }]);
    const [officer] = await rows("select case_officer_id as id from $space.dossier where id = $1", taken);
    await app.owner.query(
      `insert into space_dong_thap.suspension (id, target, target_id, decision_id, reason, from_at, suspended_by)
       select gen_random_uuid(), 'account', $1::text, id, 'thử', $2::timestamptz, $1::text::uuid from space_dong_thap.mandate_decision limit 1`,
      [officer?.["id"], app.clock.now()],
    );
    expect(await watch()).toMatchObject({ opened: 0 });
    expect(await tasksOf(taken)).toEqual([{ kind: "overdue", desk: "case", state: "open", named: false }]);
    await app.owner.query("delete from space_dong_thap.suspension where reason = 'thử'");
    await watch();
    expect(await tasksOf(taken)).toMatchObject([{ named: true }]);
  });
});

describe("what the citizen owes", () => {
  test("a supplement that did not come is one task and one reminder, whatever processes look, and ends by itself", async () => {
    const id = await receivedInDecember(app, desks);
    await goTo(app, "12-09 10:00");
    passed(await turn(desks.officer, id, "supplement-requests", 1));
    await goTo(app, "12-21 16:59");
    await watch();
    expect(await tasksOf(id)).toEqual([]);
    await goTo(app, "12-21 17:00");
    await using other = await app.another(app.clock);
    await Promise.all([watch(), watch(other), watch()]);
    await watch();
    expect(await tasksOf(id)).toEqual([
      { kind: "supplementUnanswered", desk: "counter", state: "open", named: false },
    ]);
    expect(await noticesOrdered(id)).toEqual(["supplement", "supplementReminder"]);
    passed(await turn(desks.officer, id, "supplements", 2));
    await watch();
    expect(await tasksOf(id)).toMatchObject([{ state: "closed" }]);
    expect(await noticesOrdered(id)).toEqual(["newDate", "supplement", "supplementReminder"]);
  });

  test("a result that nobody collects is found after the days of the setting, and the reminder is ordered once", async () => {
    const id = await receivedInDecember(app, desks);
    await bringTo(desks, id, "finished");
    await goTo(app, "12-22 08:00");
    await watch();
    expect((await tasksOf(id)).map(({ kind }) => kind)).toEqual([]);
    await goTo(app, "12-23 08:00");
    await watch();
    await watch();
    expect(await tasksOf(id)).toEqual([
      { kind: "resultNotCollected", desk: "counter", state: "open", named: false },
    ]);
    expect(await noticesOrdered(id)).toEqual(["resultReady", "resultReminder"]);
  });
});

describe("what people of the house owe", () => {
  test("a step that nobody takes is a task of its desk, with its name, until somebody takes it", async () => {
    await goTo(app, "12-07 08:00");
    const { procedureVersionId } = await aForm(desks.officer, "1.004884");
    const verify = { key: "verify", name: "Xác minh", role: "caseOfficer", agencyId: null, limit: null };
    passed(
      await desks.approver.send("POST", "/internal-procedures", {
        procedureVersionId,
        agencyId: referenceId("agency:commune:30163"),
        validFrom: "2026-12-07",
        steps: [{ ...verify, after: [], yields: [] }],
        decision: { number: "45/QĐ-UBND", issuedOn: "2026-11-30", signer: "Trần Văn Phú" },
        seenId: null,
      }),
    );
    const id = await receivedInDecember(app, desks);
    await bringTo(desks, id, "processing");
    await goTo(app, "12-08 08:29");
    await watch();
    expect(await tasksOf(id)).toEqual([]);
    await goTo(app, "12-08 08:31");
    await watch();
    await watch();
    expect(await tasksOf(id)).toEqual([{ kind: "stepIdle", desk: "case", state: "open", named: false }]);
    expect(await listed(desks.caseOfficer, id)).toMatchObject([{ kind: "stepIdle", part: "Xác minh" }]);
    passed(await desks.caseOfficer.send("POST", `/dossiers/${id}/steps/verify/taking`, { version: 3 }));
    await watch();
    expect(await tasksOf(id)).toMatchObject([{ kind: "stepIdle", state: "closed" }]);
  });

  test("a consultation whose day is over is a task of the officer who asked", async () => {
    await goTo(app, "12-07 08:00");
    const id = String((await receive(desks.officer)).body["dossierId"]);
    await bringTo(desks, id, "processing");
    passed(
      await desks.caseOfficer.send("POST", `/dossiers/${id}/consultations`, {
        version: 3,
        agencyId: referenceId("agency:department:health"),
        question: "Trạm y tế có xác nhận ca sinh này không?",
        answerBy: "2026-12-10",
      }),
    );
    const kinds = async () => (await tasksOf(id)).map(({ kind }) => kind);
    await goTo(app, "12-10 23:59");
    await watch();
    expect(await kinds()).not.toContain("consultationUnanswered");
    await goTo(app, "12-11 00:01");
    await watch();
    expect(await tasksOf(id)).toContainEqual({
      kind: "consultationUnanswered",
      desk: "case",
      state: "open",
      named: true,
    });
  });
});

describe("a task", () => {
  let task: Task | undefined;
  beforeAll(async () => {
    const id = await receivedInDecember(app, desks);
    await goTo(app, "12-15 08:00");
    await watch();
    [task] = await listed(desks.officer, id);
  });
  const path = (what: string) => `/tasks/${task?.taskId}/${what}`;

  test.each([
    { until: "2026-12-15", because: "it is today" },
    { until: "2027-02-14", because: "it is more than 60 days away" },
  ])("is not put off to $until: $because", async ({ until }) => {
    const refused = await desks.officer.send("POST", path("snoozing"), { until, words: "Chờ xác minh" });
    expect(refused).toMatchObject({ status: 422, body: { code: "snooze_day_wrong" } });
  });

  test("is nobody else's to settle", async () => {
    const refused = await desks.approver.send("POST", path("finish"), { words: "Đã xong" });
    expect(refused).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test("is put off with the reason, lies in its own list, and is back on its day", async () => {
    const words = "Chờ xác minh tại thôn";
    passed(await desks.officer.send("POST", path("snoozing"), { until: "2026-12-17", words }));
    const dossierId = task?.dossierId ?? "";
    expect(await listed(desks.officer, dossierId)).toEqual([]);
    expect(await listed(desks.officer, dossierId, "?list=snoozed")).toMatchObject([
      { words, snoozedUntil: moment("12-17 00:00") },
    ]);
    await goTo(app, "12-17 00:00");
    expect(await listed(desks.officer, dossierId)).toMatchObject([{ kind: "overdue" }]);
  });

  test("is done once, with words, and does not come again for the same date", async () => {
    passed(await desks.officer.send("POST", path("finish"), { words: "Đã gọi cán bộ thụ lý" }));
    expect(await desks.officer.send("POST", path("finish"), { words: "Đã gọi lại" })).toMatchObject({
      status: 409,
      body: { code: "task_settled" },
    });
    await watch();
    expect(await tasksOf(task?.dossierId ?? "")).toEqual([
      { kind: "overdue", desk: "counter", state: "done", named: false },
    ]);
  });
});

/** How many; in a transaction that is taken back. */
const MANY = Number(process.env["WATCH_DOSSIERS"] ?? 10_000);

/** What a copy of the model has otherwise: one in fifty is open, as the statuses of a real space are. */
const COPIED: Readonly<Record<string, string>> = {
  id: "gen_random_uuid()",
  code: "'X' || n",
  due_at: `d.due_at - interval '3 years' + n * (interval '3 years' / ${MANY})`,
  due_explanation: "'{}'",
  business_status: `case when n % 50 > 0 then 'returned' else (array['received', 'processing', 'awaitingSupplement',
    'finished', 'awaitingPayment'])[(n / 50) % 5 + 1] end`,
};

/** A step and a question of each copy, nearly all of them over as in a real space. */
const COPIED_WITH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dossier_step: {
    dossier_id: "d.id",
    holder_id: "d.received_by",
    state: "case when d.business_status = 'processing' then 'taken' else 'done' end",
  },
  consultation: {
    id: "gen_random_uuid()",
    dossier_id: "d.id",
    state: "case when d.business_status = 'processing' then 'open' else 'withdrawn' end",
    answer_sealed: "null",
    answered_by: "null",
    answered_at: "null",
  },
};

test("a round over many dossiers, and the lists of steps and questions, find theirs without going through all", async () => {
  const { deps } = app.program;
  const model = await receivedInDecember(app, desks);
  const [space] = deps.reference.current().spaces;
  if (!space) throw new Error("there is a space");
  const { unitIds, agencyIds } = placesOfSpace(deps.reference.current(), space);
  const at = momentsOf(deps.reference.current(), agencyIds, DEFAULT_WATCH_SETTINGS, moment("12-11 08:00"));
  const columns = await rows(
    "select column_name as name from information_schema.columns where table_schema = '$space' and table_name = 'dossier'",
  );
  const names = columns.map(({ name }) => String(name));
  const client = await app.owner.connect();
  const through: string[] = [];
  try {
    await client.query("begin");
    await client.query(`set local search_path to ${space.schema}, nation`);
    await client.query(
      `insert into dossier (${names.join(", ")}) select ${names.map((name) => COPIED[name] ?? `d.${name}`).join(", ")}
       from dossier d, generate_series(1, ${MANY}) as n where d.id = '${model}'`,
    );
    // The copies have no events that a question could be the question of.
    await client.query("alter table consultation drop constraint consultation_dossier_id_asked_seq_fkey");
    for (const [table, own] of Object.entries(COPIED_WITH)) {
      const { rows: known } = await client.query<{ name: string }>(
        "select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2",
        [space.schema, table],
      );
      const values = known.map(({ name }) => own[name] ?? `m.${name}`).join(", ");
      const copied = await client.query(
        `insert into ${table} (${known.map(({ name }) => name).join(", ")}) select ${values}
         from (select * from ${table} where state <> 'waiting' limit 1) as m, dossier d where d.code like 'X%'`,
      );
      expect(copied.rowCount).toBe(MANY);
    }
    await client.query("analyze dossier, dossier_step, consultation");
    // The owner behind the row policies, as the application is.
    for (const table of ["dossier", "dossier_event", "dossier_step", "consultation"])
      await client.query(`alter table ${table} force row level security`);
    await client.query("select set_config('motcua.scope', $1, true)", [
      `{${[...unitIds, ...agencyIds].join(",")}}`,
    ]);
    const { rows: of } = await client.query<Record<"role" | "place" | "holder" | "asked", string>>(
      `select s.role, s.place_id as place, s.holder_id as holder, c.agency_id as asked
       from dossier_step s, consultation c where s.state = 'taken' and c.state = 'open' limit 1`,
    );
    const [{ role, place, holder, asked } = { role: "", place: "", holder: "", asked: "" }] = of;
    const looks = [
      ...WATCH_KINDS.map((kind) => [kind, FOUND[kind](at)] as const),
      ["steps of a role", openSteps({ posts: [{ role, placeIds: [place] }] }, undefined)] as const,
      ["steps of one person", openSteps({ holderId: holder }, undefined)] as const,
      ["questions", openQuestions([asked], null, null)] as const,
    ];
    for (const [kind, look] of looks) {
      const found = look.compile(deps.db);
      const { rows: plan } = await client.query<{ "QUERY PLAN": string }>(
        `explain (analyze, costs off) ${found.sql}`,
        [...found.parameters],
      );
      const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
      if (process.env["WATCH_DOSSIERS"]) process.stderr.write(`${kind}\n${lines}\n`);
      if (/Seq Scan on (?:dossier|dossier_step|consultation)\b/.test(lines)) through.push(kind);
    }
  } finally {
    await client.query("rollback");
    client.release();
  }
  expect(through).toEqual([]);
});
