import {
  type DossierEvent,
  type DossierState,
  type PastDossierEvent,
  applyEvent,
} from "#domain/dossier/dossier-event.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId, CounterId, DossierId } from "#domain/shared/id.ts";
import { type Instant, laterOf } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type Selectable, sql } from "kysely";
import { type Rows, type Statement, insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { MandatesMoved } from "./mandates-moved.ts";

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

/** The columns of the projection that are folded from the events, in one place. */
export function foldedColumns(state: DossierState) {
  return {
    version: state.version,
    business_status: state.business,
    money_status: state.money,
    delivery_status: state.delivery,
    sync_status: state.sync,
    case_officer_id: state.caseOfficerId,
    prepared_by: state.preparedBy,
    outcome: state.outcome,
    result_file_id: state.resultFileId,
    result_number: state.resultNumber,
    imported_from: state.importedFrom,
    awaiting_by: state.awaitingBy,
    receipt_due: state.receiptDue,
  };
}

/** The state that a row of the projection claims; tests compare it with the fold. */
export function stateOfRow(row: Selectable<Database["dossier"]>): DossierState {
  return {
    version: row.version,
    business: row.business_status as DossierState["business"],
    money: row.money_status as DossierState["money"],
    delivery: row.delivery_status as DossierState["delivery"],
    sync: row.sync_status as DossierState["sync"],
    caseOfficerId: row.case_officer_id as DossierState["caseOfficerId"],
    preparedBy: row.prepared_by as DossierState["preparedBy"],
    outcome: row.outcome as DossierState["outcome"],
    resultFileId: row.result_file_id as DossierState["resultFileId"],
    resultNumber: row.result_number,
    importedFrom: row.imported_from,
    awaitingBy: row.awaiting_by as DossierState["awaitingBy"],
    receiptDue: row.receipt_due as DossierState["receiptDue"],
  };
}

/**
 * Appends an event to a dossier that was seen at a version: moves the projection, writes the event and
 * what belongs to it. Refuses `dossier_changed` when somebody was faster; nothing is overwritten. No event is earlier
 * than the one before it: a request that waited came with the moment of its arrival.
 * @throws MandatesMoved when the mandate epoch is not the one of the decision.
 */
export async function appendEvent(
  tx: Tx,
  given: ActRecord,
  seen: DossierState,
  event: DossierEvent,
  rows: Rows = {},
): Promise<Result<DossierState, "dossier_changed">> {
  const past = { ...event, actorId: given.actorId } as PastDossierEvent;
  const next = applyEvent(seen, past);
  const moved = await tx
    .updateTable("dossier")
    .set(foldedColumns(next))
    .where("id", "=", given.dossierId)
    .where("version", "=", seen.version)
    .returning(
      sql<Instant | null>`(select recorded_at from dossier_event as before
        where before.dossier_id = dossier.id and before.seq = ${seen.version})`.as("last"),
    )
    .executeTakeFirst();
  if (!moved) return refuse("dossier_changed");
  const act = notBefore(given, moved.last);
  const moments = { occurred_at: act.occurredAt, recorded_at: act.recordedAt };
  const custody = rows.custody_entry?.map((entry) => ({ ...entry, ...moments }));
  const all: Rows = {
    ...rows,
    ...(custody && { custody_entry: custody }),
    dossier_event: [eventRow(act, event, next.version)],
  };
  if (!(await insertRows(tx, all, epochGuard(act)))) throw new MandatesMoved();
  return done(next);
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
