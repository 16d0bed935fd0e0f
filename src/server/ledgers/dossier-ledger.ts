import type { DossierEvent, PastDossierEvent } from "#domain/dossier/dossier-event.ts";
import { type DossierState, applyEvent } from "#domain/dossier/fold-dossier.ts";
import { isInCase } from "#domain/dossier/dossier-state.ts";
import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId, CounterId, DossierId } from "#domain/shared/id.ts";
import { type Instant, laterOf } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type Selectable, sql } from "kysely";
import { type Rows, type Statement, insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { lapseConsultations } from "./consultation-ledger.ts";
import { MandatesMoved } from "./mandates-moved.ts";
import { noticeTopics } from "./notice-topic.ts";

/** One act: who did what, by which right, where and when. What an event row and a custody row have in common. */
export interface ActRecord {
  readonly dossierId: DossierId;
  readonly basis: Basis;
  readonly actorId: AccountId;
  readonly counterId: CounterId | null;
  readonly requestId: string;
  /** What the actor's side claims; the server's own clock is `recordedAt`. */
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Units and agencies that may see what is written. */
  readonly scope: readonly string[];
  /** The mandate epoch that the act was decided under; the writing statement asserts it. */
  readonly mandateEpoch: number;
}

/** A new date with how it came about. */
export interface NewDate {
  readonly dueAt: Instant;
  /** The date that the figures compare with; left out, it is what it was before. */
  readonly statisticalDueAt?: Instant;
  readonly provisional: boolean;
  /** Null when there was nothing to count by: a dossier of another system came with its date alone. */
  readonly explanation: DueDateExplanation | null;
}

/** The columns of the projection that are folded from the events, in one place. */
export function foldedColumns(state: DossierState) {
  return {
    version: state.version,
    business_status: state.business,
    resumes_to: [...state.resumesTo],
    money_status: state.money,
    delivery_status: state.delivery,
    sync_status: state.sync,
    due_at: state.dueAt as Instant | null,
    supplements: state.supplements,
    extended: state.extended,
    case_officer_id: state.caseOfficerId,
    prepared_by: state.preparedBy,
    outcome: state.outcome,
    result_file_id: state.resultFileId,
    result_number: state.resultNumber,
    imported_from: state.importedFrom,
    awaiting_by: state.awaitingBy,
    receipt_due: state.receiptDue,
    collected_at_unit_id: state.collectedAt,
    result_at_unit_id: state.resultAt,
  };
}

/** The columns that {@link stateOfRow} reads: those that {@link foldedColumns} writes. */
export const STATE_COLUMNS = [
  "version",
  "business_status",
  "resumes_to",
  "money_status",
  "delivery_status",
  "sync_status",
  "due_at",
  "supplements",
  "extended",
  "case_officer_id",
  "prepared_by",
  "outcome",
  "result_file_id",
  "result_number",
  "imported_from",
  "awaiting_by",
  "receipt_due",
  "collected_at_unit_id",
  "result_at_unit_id",
] as const satisfies readonly (keyof ReturnType<typeof foldedColumns>)[];

/** The state that a row of the projection claims; `motcua check-ledgers` and the tests compare it with the fold. */
export function stateOfRow(
  row: Pick<Selectable<Database["dossier"]>, (typeof STATE_COLUMNS)[number]>,
): DossierState {
  return {
    version: row.version,
    business: row.business_status as DossierState["business"],
    resumesTo: row.resumes_to as DossierState["resumesTo"],
    money: row.money_status as DossierState["money"],
    delivery: row.delivery_status as DossierState["delivery"],
    sync: row.sync_status as DossierState["sync"],
    dueAt: row.due_at,
    supplements: row.supplements,
    extended: row.extended,
    caseOfficerId: row.case_officer_id as DossierState["caseOfficerId"],
    preparedBy: row.prepared_by as DossierState["preparedBy"],
    outcome: row.outcome as DossierState["outcome"],
    resultFileId: row.result_file_id as DossierState["resultFileId"],
    resultNumber: row.result_number,
    importedFrom: row.imported_from,
    awaitingBy: row.awaiting_by as DossierState["awaitingBy"],
    receiptDue: row.receipt_due as DossierState["receiptDue"],
    collectedAt: row.collected_at_unit_id as DossierState["collectedAt"],
    resultAt: row.result_at_unit_id as DossierState["resultAt"],
  };
}

/** What a new date sets. One that was only moved with an apology leaves the figures their own. */
function dueColumns(due: NewDate | undefined) {
  if (!due) return {};
  const { provisional, statisticalDueAt, explanation } = due;
  return {
    due_provisional: provisional,
    statistical_due_at: statisticalDueAt ?? sql<Instant | null>`coalesce(statistical_due_at, due_at)`,
    ...(explanation && { due_explanation: JSON.stringify(explanation) }),
  };
}

/**
 * Appends an event to a dossier that was seen at a version: moves the projection, writes the event and
 * what belongs to it. Refuses `dossier_changed` when somebody was faster; nothing is overwritten. No event is earlier
 * than the one before it: a request that waited came with the moment of its arrival. `due` is how a new date of the
 * event was counted.
 * @throws MandatesMoved when the mandate epoch is not the one of the decision.
 */
export async function appendEvent(
  tx: Tx,
  given: ActRecord,
  seen: DossierState,
  event: DossierEvent,
  rows: Rows = {},
  due?: NewDate,
): Promise<Result<DossierState, "dossier_changed">> {
  const past = { ...event, actorId: given.actorId } as PastDossierEvent;
  const next = applyEvent(seen, past);
  const moved = await tx
    .updateTable("dossier")
    .set({ ...foldedColumns(next), ...dueColumns(due) })
    .where("id", "=", given.dossierId)
    .where("version", "=", seen.version)
    .returning(
      sql<Instant | null>`(select recorded_at from dossier_event as before
        where before.dossier_id = dossier.id and before.seq = ${seen.version})`.as("last"),
    )
    .executeTakeFirst();
  if (!moved) return refuse("dossier_changed");
  if (isInCase(seen.business) && !isInCase(next.business)) await lapseConsultations(tx, given.dossierId);
  const act = notBefore(given, moved.last);
  const told = noticeTopics(act, event, next.version, seen);
  const all = { ...belonging(rows, act, told), dossier_event: [eventRow(act, event, next.version)] };
  if (!(await insertRows(tx, all, epochGuard(act)))) throw new MandatesMoved();
  return done(next);
}

/** What belongs to an event has its moment, and whoever is told stands in the outbox beside the rest. */
function belonging(rows: Rows, act: ActRecord, told: NonNullable<Rows["outbox"]>): Rows {
  const moments = { occurred_at: act.occurredAt, recorded_at: act.recordedAt };
  const custody = rows.custody_entry?.map((entry) => ({ ...entry, ...moments }));
  return {
    ...rows,
    ...(custody && { custody_entry: custody }),
    ...(told.length > 0 && { outbox: [...(rows.outbox ?? []), ...told] }),
  };
}

/** The act at its own moment, or at that of the dossier's last event when the clock or the waiting put it before. */
export function notBefore(act: ActRecord, last: Instant | null): ActRecord {
  if (last === null) return act;
  return { ...act, occurredAt: laterOf(act.occurredAt, last), recordedAt: laterOf(act.recordedAt, last) };
}

/** Gives a row only while the mandate epoch is the one of the decision. */
function epochGuard(act: ActRecord): Statement {
  return { text: "select epoch from mandate_epoch where epoch = $1", values: [act.mandateEpoch] };
}

/** An event as a row of the ledger. */
export function eventRow(
  act: ActRecord,
  event: DossierEvent,
  seq: number,
): Selectable<Database["dossier_event"]> {
  return {
    dossier_id: act.dossierId,
    seq,
    type: event.type,
    type_version: event.version,
    payload: event.payload,
    basis_kind: act.basis.kind,
    basis_id: act.basis.id,
    actor_id: act.actorId,
    counter_id: act.counterId,
    request_id: act.requestId,
    occurred_at: act.occurredAt,
    recorded_at: act.recordedAt,
    scope: [...act.scope],
  };
}
