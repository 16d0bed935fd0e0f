import { isDeepStrictEqual } from "node:util";
import { type DeadlineClock, type TimedEvent, deadlineClock } from "#domain/dossier/deadline-clock.ts";
import type { DossierEvent, DossierEventType } from "#domain/dossier/dossier-event.ts";
import {
  type StepStanding,
  changesSteps,
  stepDueDate,
  stepsAfter,
  stepsAhead,
} from "#domain/dossier/fold-steps.ts";
import type { PlannedStep } from "#domain/dossier/internal-procedure.ts";
import { isOpen } from "#domain/dossier/step-state.ts";
import type { AccountId } from "#domain/shared/id.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import { type Selectable, sql } from "kysely";
import { insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { Reference } from "../units/reference.ts";
import { calendarOf } from "./deadline.ts";
import type { DossierRecord } from "./load-dossier.ts";

/** An internal procedure as it is kept. */
interface InternalProcedure {
  readonly id: string;
  readonly steps: readonly PlannedStep[];
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  readonly signer: string;
}

type StepRow = Selectable<Database["dossier_step"]>;

/** The steps of a dossier with the internal procedure that it is worked by. */
export interface DossierSteps {
  readonly procedure: InternalProcedure;
  readonly rows: readonly StepRow[];
  readonly standings: readonly StepStanding[];
}

const PROCEDURE_COLUMNS = ["id", "steps", "decision_number", "decided_on", "signer"] as const;

type PlanRow = Pick<Selectable<Database["internal_procedure"]>, (typeof PROCEDURE_COLUMNS)[number]>;

function procedureOf(row: PlanRow): InternalProcedure {
  const steps = row.steps as readonly PlannedStep[];
  const { id, decision_number: decisionNumber, decided_on: decidedOn, signer } = row;
  return { id, steps, decisionNumber, decidedOn, signer };
}

/**
 * The internal procedure by which a dossier is worked: that of its procedure version which was known and in force when
 * it was received, the agency's own before the general one. What is recorded later changes no dossier.
 *
 * @rule STEPS-01
 */
async function findProcedure(tx: Tx, dossier: DossierRecord): Promise<InternalProcedure | undefined> {
  const row = await tx
    .selectFrom("internal_procedure")
    .select(PROCEDURE_COLUMNS)
    .where("procedure_version_id", "=", dossier.procedure_version_id)
    .where("valid_from", "<=", localTime(dossier.received_at).day)
    .where("recorded_at", "<=", dossier.received_at)
    .where((eb) => eb.or([eb("agency_id", "=", dossier.deciding_agency_id), eb("agency_id", "is", null)]))
    .orderBy(sql`agency_id nulls last`)
    .orderBy("valid_from", "desc")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && procedureOf(row);
}

/** The steps of a dossier; undefined when it is worked without, or nobody has taken it yet. */
export async function loadSteps(tx: Tx, dossierId: string): Promise<DossierSteps | undefined> {
  const rows = await stepRows(tx, dossierId).execute();
  return rows.length === 0 ? undefined : stepsRead(rows, await planRows(tx, dossierId).execute());
}

/** The rows of the steps of a dossier, to be read alone or with others. */
export function stepRows(tx: Tx, dossierId: string) {
  return tx.selectFrom("dossier_step").selectAll().where("dossier_id", "=", dossierId).orderBy("position");
}

/** The internal procedure that a dossier is worked by: one row, or none without steps. */
export function planRows(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("internal_procedure")
    .select(PROCEDURE_COLUMNS)
    .where("id", "=", (eb) =>
      eb
        .selectFrom("dossier_step")
        .select("internal_procedure_id")
        .where("dossier_id", "=", dossierId)
        .orderBy("position")
        .limit(1),
    );
}

/** {@link loadSteps} from rows that were read with others. */
export function stepsRead(rows: readonly StepRow[], plan: readonly PlanRow[]): DossierSteps | undefined {
  const [procedure] = plan;
  if (rows.length === 0) return undefined;
  invariant(procedure, "a dossier with steps has the plan that they are of");
  return { procedure: procedureOf(procedure), rows, standings: rows.map(standingOf) };
}

/** Names of the steps that are not done and would have to be before an outcome, in the order of the plan. */
export async function openStepNames(tx: Tx, dossierId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("dossier_step")
    .select("name")
    .where("dossier_id", "=", dossierId)
    .where("state", "not in", ["done", "dropped"])
    .orderBy("position")
    .execute();
  return rows.map(({ name }) => name);
}

/** Where one step of a dossier is; undefined when the dossier has none of this key. */
export async function stepState(tx: Tx, dossierId: string, key: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("dossier_step")
    .select("state")
    .where("dossier_id", "=", dossierId)
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.state;
}

/** Where a step stands, as its row claims; tests compare it with the fold. */
export function standingOf(row: StepRow): StepStanding {
  return {
    key: row.key,
    state: row.state as StepStanding["state"],
    holderId: row.holder_id as AccountId | null,
    inPlaceOf: row.in_place_of as AccountId | null,
    openedAt: row.opened_at,
    takenAt: row.taken_at,
    finishedAt: row.finished_at,
    papers: row.papers as StepStanding["papers"],
  };
}

/** Where a step is done: at the receiving unit by its officers, else at the agency that the plan names or that decides. */
export function placeOfStep(
  { role, agencyId }: Pick<PlannedStep, "role" | "agencyId">,
  dossier: Pick<DossierRecord, "received_at_unit_id" | "deciding_agency_id">,
): string {
  return role === "oneStopOfficer" ? dossier.received_at_unit_id : (agencyId ?? dossier.deciding_agency_id);
}

/** What stops the clock of a dossier or lets it run on moves the dates of its open steps. */
const MOVES_DATES: readonly DossierEventType[] = [
  "dossier.supplementAsked",
  "dossier.supplemented",
  "dossier.supplementTakenIn",
  "dossier.handedBack",
  "dossier.dutyImposed",
  "dossier.dutyFulfilled",
];

/**
 * Brings the projection of the steps up to an event that was just written, in its transaction: the taking makes the
 * rows, every later event changes those that it is about. Costs nothing for events that no step minds, and one look for a
 * dossier without steps.
 *
 * @rule STEPS-01
 */
export async function settleSteps(
  tx: Tx,
  reference: Reference,
  dossier: DossierRecord,
  event: DossierEvent & { readonly actorId: AccountId },
): Promise<void> {
  if (!changesSteps(event.type) && !MOVES_DATES.includes(event.type)) return;
  const next: Next = (steps, standings, at) => stepsAfter(steps, standings, { ...event, at });
  await (event.type === "dossier.taken" ? beginSteps : settleRows)(tx, reference, dossier, next);
}

/** Where the steps stand next, by their plan, where they stood and the moment of the last event. */
type Next = (
  steps: readonly PlannedStep[],
  standings: readonly StepStanding[],
  at: Instant,
) => readonly StepStanding[];

async function beginSteps(tx: Tx, reference: Reference, dossier: DossierRecord, next: Next): Promise<void> {
  const procedure = await findProcedure(tx, dossier);
  if (!procedure) return;
  const { steps } = procedure;
  const past = await loadPast(tx, dossier.id);
  const after = next(steps, stepsAhead(steps), past.at);
  const date = dueOf(past.clock, reference, dossier);
  const rows = steps.map((step, position) =>
    firstRow(dossier, procedure.id, step, position, stepOf(after, step.key), date),
  );
  await insertRows(tx, { dossier_step: rows }, { text: "select 1", values: [] });
}

/**
 * Counts the dates of open steps anew by the calendar of now, of several dossiers by two statements. A date of a step is
 * nobody's promise to the citizen: no event says that it moved.
 */
export async function recountSteps(
  tx: Tx,
  reference: Reference,
  dossiers: readonly { readonly dossier: DossierRecord; readonly events: readonly TimedEvent[] }[],
): Promise<void> {
  const { rows } = await sql<StepRow & { readonly plan: readonly PlannedStep[] }>`
    select step.*, procedure.steps as plan
    from dossier_step as step join internal_procedure as procedure on procedure.id = step.internal_procedure_id
    where step.dossier_id = any (${dossiers.map(({ dossier }) => dossier.id)}::uuid[])
      and step.state in ('open', 'assigned', 'taken')`.execute(tx);
  const byDossier = groupBy(rows, (row) => row.dossier_id);
  const changed = dossiers.flatMap(({ dossier, events }) => {
    const own = byDossier.get(dossier.id) ?? [];
    const clock = own.length > 0 ? deadlineClock(events) : undefined;
    if (!clock) return [];
    const date = dueOf(clock, reference, dossier);
    return own.flatMap(({ plan, ...row }) => {
      const made = { ...row, ...date(plannedOf(plan, row.key), standingOf(row)) };
      return isDeepStrictEqual(made, row) ? [] : [made];
    });
  });
  if (changed.length > 0) await updateRows(tx, changed);
}

function plannedOf(plan: readonly PlannedStep[], key: string): PlannedStep {
  const planned = plan.find((step) => step.key === key);
  invariant(planned, `the step ${key} is in the plan`);
  return planned;
}

async function settleRows(tx: Tx, reference: Reference, dossier: DossierRecord, next: Next): Promise<void> {
  const known = await loadSteps(tx, dossier.id);
  if (!known) return;
  const { steps } = known.procedure;
  const past = await loadPast(tx, dossier.id);
  const after = next(steps, known.standings, past.at);
  const date = dueOf(past.clock, reference, dossier);
  const changed = known.rows.flatMap((row) => {
    const made = changedRow(row, plannedOf(steps, row.key), stepOf(after, row.key), date);
    return isDeepStrictEqual(made, row) ? [] : [made];
  });
  if (changed.length > 0) await updateRows(tx, changed);
}

/** A step that goes on to somebody; null: to everybody of its role. */
export interface PassedStep {
  readonly dossierId: string;
  readonly key: string;
  readonly holderId: AccountId | null;
}

/**
 * Steps of several dossiers go on because whoever had them left: as `dossier.stepsPassed` folds, whose events are
 * written in the same transaction. Their dates stay.
 *
 * @rule STEPS-01
 */
export async function passSteps(tx: Tx, steps: readonly PassedStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`update dossier_step set state = case when next.holder is null then 'open' else 'assigned' end,
      holder_id = next.holder, in_place_of = null, taken_at = null
    from unnest(${steps.map(({ dossierId }) => dossierId)}::uuid[], ${steps.map(({ key }) => key)}::text[],
      ${steps.map(({ holderId }) => holderId)}::uuid[]) as next (dossier_id, key, holder)
    where dossier_step.dossier_id = next.dossier_id and dossier_step.key = next.key`.execute(tx);
}

/** What is not done is not done any more: the dossier was stopped, and nobody counts dates for it. */
export async function dropSteps(tx: Tx, dossierId: string): Promise<void> {
  await tx
    .updateTable("dossier_step")
    .set({ state: "dropped", ...NO_DATE })
    .where("dossier_id", "=", dossierId)
    .where("state", "<>", "done")
    .execute();
}

function stepOf(standings: readonly StepStanding[], key: string): StepStanding {
  const found = standings.find((step) => step.key === key);
  invariant(found, `the step ${key} stands somewhere`);
  return found;
}

/** The clock of the dossier, and the moment of the event that was just written. */
interface Past {
  readonly clock: DeadlineClock;
  readonly at: Instant;
}

async function loadPast(tx: Tx, dossierId: string): Promise<Past> {
  const rows = await tx
    .selectFrom("dossier_event")
    .select(["type", "occurred_at"])
    .where("dossier_id", "=", dossierId)
    .orderBy("seq")
    .execute();
  const events = rows.map((row) => ({ type: row.type as DossierEventType, at: instant(row.occurred_at) }));
  const clock = deadlineClock(events);
  const last = events.at(-1);
  invariant(clock && last, "a dossier with steps was received");
  return { clock, at: last.at };
}

interface StepDate {
  readonly due_at: Instant | null;
  readonly due_provisional: boolean;
}
type DateOf = (step: PlannedStep, standing: StepStanding) => StepDate;

function dueOf(clock: DeadlineClock, reference: Reference, dossier: DossierRecord): DateOf {
  const facts = calendarOf(reference, dossier);
  return ({ limit }, standing) => {
    const due = stepDueDate(standing, limit, clock, facts);
    return due?.ok
      ? { due_at: due.value.dueAt, due_provisional: due.value.provisional }
      : { due_at: null, due_provisional: false };
  };
}

function columnsOf(standing: StepStanding) {
  return {
    state: standing.state,
    holder_id: standing.holderId,
    in_place_of: standing.inPlaceOf,
    opened_at: standing.openedAt,
    taken_at: standing.takenAt,
    finished_at: standing.finishedAt,
    papers: standing.papers.map((paper) => ({ ...paper })),
  };
}

function firstRow(
  dossier: DossierRecord,
  procedureId: string,
  step: PlannedStep,
  position: number,
  standing: StepStanding,
  dateOf: DateOf,
): StepRow {
  return {
    dossier_id: dossier.id,
    key: step.key,
    position,
    code: dossier.code,
    procedure_name: dossier.procedure_name,
    internal_procedure_id: procedureId,
    name: step.name,
    role: step.role,
    place_id: placeOfStep(step, dossier),
    ...columnsOf(standing),
    ...dateOf(step, standing),
    scope: [...new Set([...dossier.scope, ...(step.agencyId === null ? [] : [step.agencyId])])],
  };
}

/** What is done keeps the date that it had; what is open is counted anew. */
function changedRow(row: StepRow, step: PlannedStep, standing: StepStanding, dateOf: DateOf): StepRow {
  const made = { ...row, ...columnsOf(standing) };
  if (standing.state === "done") return made;
  return { ...made, ...(isOpen(standing.state) ? dateOf(step, standing) : NO_DATE) };
}

const NO_DATE: StepDate = { due_at: null, due_provisional: false };

async function updateRows(tx: Tx, rows: readonly StepRow[]): Promise<void> {
  await sql`update dossier_step set state = next.state, holder_id = next.holder_id, in_place_of = next.in_place_of,
      opened_at = next.opened_at, taken_at = next.taken_at, finished_at = next.finished_at, due_at = next.due_at,
      due_provisional = next.due_provisional, papers = next.papers
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as next (dossier_id uuid, key text, state text, holder_id uuid,
      in_place_of uuid, opened_at timestamptz, taken_at timestamptz, finished_at timestamptz, due_at timestamptz,
      due_provisional boolean, papers jsonb)
    where dossier_step.dossier_id = next.dossier_id and dossier_step.key = next.key`.execute(tx);
}
