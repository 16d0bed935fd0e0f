import type { MandateEventPayload, MandateEventType } from "#domain/mandate/mandate-event.ts";
import { EVENT_OF_MOVE } from "#domain/mandate/mandate-event.ts";
import type { MandateMove, MandateStatus } from "#domain/mandate/mandate-life.ts";
import type { MandateTerms } from "#domain/mandate/mandate.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId, MandateId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";
import { moveMandateEpoch } from "./mandate-ledger.ts";

/** Who does something to a mandate, by which right and when. */
export interface MandateAct {
  readonly actorId: AccountId;
  readonly basis: Basis;
  readonly now: Instant;
}

/** A draft as it is written: its terms, what goes with them in words, and the phase that it belongs to. */
export interface MandateDraft {
  readonly id: MandateId;
  readonly terms: MandateTerms;
  readonly conditions: string;
  readonly phaseId: string | null;
}

/** Writes a draft with its first event. Drafts give no right, so the epoch stays. */
export async function writeDraft(tx: Tx, act: MandateAct, draft: MandateDraft): Promise<void> {
  await tx
    .insertInto("mandate")
    .values({
      id: draft.id,
      ...columnsOf(draft.terms),
      conditions: draft.conditions,
      phase_id: draft.phaseId,
      status: "drafted",
      drafted_by: [act.actorId],
      version: 1,
    })
    .execute();
  await writeEvent(tx, act, draft.id, 1, "mandate.drafted", { decisionId: null, reason: "" });
}

/**
 * Changes a draft that was seen at a version, and counts the writer among its drafters.
 * @returns the new version, or undefined when somebody was faster or it is no draft any more
 */
export async function changeDraft(
  tx: Tx,
  act: MandateAct,
  draft: MandateDraft & { readonly version: number; readonly draftedBy: readonly string[] },
): Promise<number | undefined> {
  const version = draft.version + 1;
  const changed = await tx
    .updateTable("mandate")
    .set({
      ...columnsOf(draft.terms),
      conditions: draft.conditions,
      phase_id: draft.phaseId,
      drafted_by: [...new Set([...draft.draftedBy, act.actorId])],
      version,
    })
    .where("id", "=", draft.id)
    .where("version", "=", draft.version)
    .where("status", "=", "drafted")
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return undefined;
  await writeEvent(tx, act, draft.id, version, "mandate.changed", { decisionId: null, reason: "" });
  return version;
}

export interface MandateMoving extends MandateEventPayload {
  readonly id: MandateId;
  /** As seen. */
  readonly version: number;
  readonly move: MandateMove;
  readonly status: MandateStatus;
}

/**
 * Moves a mandate that was seen at a version: its status, its next event, and the epoch, so that the next act
 * anywhere is decided anew. The decision of an approval becomes the mandate's own.
 * @returns the new version, or undefined when somebody was faster
 */
export async function writeMove(tx: Tx, act: MandateAct, moving: MandateMoving): Promise<number | undefined> {
  const { id, move, status, decisionId, reason } = moving;
  const version = moving.version + 1;
  const moved = await tx
    .updateTable("mandate")
    .set({ status, version, ...(move === "approve" && { decision_id: decisionId }) })
    .where("id", "=", id)
    .where("version", "=", moving.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return undefined;
  await writeEvent(tx, act, id, version, EVENT_OF_MOVE[move], { decisionId, reason });
  await moveMandateEpoch(tx);
  return version;
}

function columnsOf(terms: MandateTerms) {
  return {
    unit_id: terms.unitId,
    post_office_id: terms.postOfficeId,
    counter_ids: [...terms.counterIds],
    tasks: [...terms.tasks],
    field_codes: [...terms.fieldCodes],
    procedure_codes: [...terms.procedureCodes],
    except_procedure_codes: [...terms.exceptProcedureCodes],
    autonomy: terms.autonomy,
    valid_from: terms.validFrom,
    valid_to: terms.validTo,
  };
}

/** An event's number is the version that it made. */
async function writeEvent(
  tx: Tx,
  { actorId, basis, now }: MandateAct,
  mandateId: MandateId,
  seq: number,
  type: MandateEventType,
  payload: MandateEventPayload,
): Promise<void> {
  await tx
    .insertInto("mandate_event")
    .values({
      mandate_id: mandateId,
      seq,
      type,
      type_version: 1,
      payload: JSON.stringify(payload),
      basis_kind: basis.kind,
      basis_id: basis.id,
      actor_id: actorId,
      occurred_at: now,
      recorded_at: now,
    })
    .execute();
}
