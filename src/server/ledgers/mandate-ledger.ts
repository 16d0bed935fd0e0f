import type { Mandate } from "#domain/mandate/mandate.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import { sql } from "kysely";
import type { MandateDecision } from "./mandate-decision.ts";

export interface Granting {
  readonly decision: MandateDecision;
  readonly mandates: readonly (Omit<Mandate, "decisionNumber" | "status" | "counterIds"> &
    Partial<Pick<Mandate, "counterIds">>)[];
  readonly accreditations: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly fieldCode: string;
    readonly heldOn: PlainDate;
    readonly validFrom: PlainDate;
    readonly validTo: PlainDate | null;
  }[];
  readonly actorId: string;
  readonly now: Instant;
}

/**
 * Writes a decision with the mandates that it gives and the accreditations held for them, each mandate with
 * its first event, and moves the mandate epoch so that every process decides anew.
 */
export async function grantMandates(tx: Tx, granting: Granting): Promise<void> {
  const { decision, mandates, accreditations, actorId, now } = granting;
  const rows = {
    mandate_decision: [
      {
        id: decision.id,
        number: decision.number,
        issuer: decision.issuer,
        title: decision.title,
        issued_on: decision.issuedOn,
        source: decision.source,
      },
    ],
    mandate: mandates.map((mandate) => ({
      id: mandate.id,
      decision_id: decision.id,
      unit_id: mandate.unitId,
      post_office_id: mandate.postOfficeId,
      counter_ids: [...(mandate.counterIds ?? [])],
      tasks: [...mandate.tasks],
      field_codes: [...mandate.fieldCodes],
      procedure_codes: [...mandate.procedureCodes],
      except_procedure_codes: [...mandate.exceptProcedureCodes],
      autonomy: mandate.autonomy,
      status: "inForce",
      valid_from: mandate.validFrom,
      valid_to: mandate.validTo,
      conditions: "",
      phase_id: null,
      drafted_by: [actorId],
      version: 1,
    })),
    mandate_event: mandates.map((mandate) => ({
      mandate_id: mandate.id,
      seq: 1,
      type: "mandate.granted",
      type_version: 1,
      payload: { decisionId: decision.id },
      basis_kind: "rule",
      basis_id: decision.id,
      actor_id: actorId,
      occurred_at: now,
      recorded_at: now,
    })),
    accreditation: accreditations.map((held) => ({
      id: held.id,
      account_id: held.accountId,
      field_code: held.fieldCode,
      held_on: held.heldOn,
      valid_from: held.validFrom,
      valid_to: held.validTo,
      result: "passed",
      training_id: null,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawal_reason: null,
    })),
  };
  await insertRows(tx, rows, { text: "select 1", values: [] });
  await moveMandateEpoch(tx);
}

/** On which other processes hear, when it is committed, in the schema of which space the epoch has moved. */
export const MANDATES_CHANNEL = "motcua_mandates";

/**
 * Moves the epoch: whatever was decided under an older one is decided anew. The other processes are told, so that they
 * read the mandates again before somebody waits for it; an act asserts the epoch whether they heard it or not.
 */
export async function moveMandateEpoch(tx: Tx): Promise<void> {
  await tx
    .updateTable("mandate_epoch")
    .set((set) => ({ epoch: set("epoch", "+", 1) }))
    .execute();
  await sql`select pg_notify(${MANDATES_CHANNEL}, current_schema())`.execute(tx);
}

/** Whoever else wants to change what the post may do waits until this transaction is over. */
export async function holdMandateEpoch(tx: Tx): Promise<void> {
  await tx.selectFrom("mandate_epoch").select("epoch").forUpdate().execute();
}
