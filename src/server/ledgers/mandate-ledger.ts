import type { Mandate } from "#domain/mandate/may-act.ts";
import type { MandateId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import { insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";

/** The decision that a mandate rests on. */
export interface MandateDecision {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly title: string;
  readonly issuedOn: PlainDate;
  readonly source: string;
}

export interface Granting {
  readonly decision: MandateDecision;
  readonly mandates: readonly Omit<Mandate, "decisionNumber" | "status">[];
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
      tasks: [...mandate.tasks],
      field_codes: [...mandate.fieldCodes],
      procedure_codes: [...mandate.procedureCodes],
      except_procedure_codes: [...mandate.exceptProcedureCodes],
      autonomy: mandate.autonomy,
      status: "inForce",
      valid_from: mandate.validFrom,
      valid_to: mandate.validTo,
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
    })),
  };
  await insertRows(tx, rows, { text: "select 1", values: [] });
  await tx
    .updateTable("mandate_epoch")
    .set((set) => ({ epoch: set("epoch", "+", 1) }))
    .execute();
}

export interface Suspending {
  readonly mandateId: MandateId;
  /** By which post, and which account holds it. */
  readonly postId: string;
  readonly actorId: string;
  readonly now: Instant;
}

/**
 * Suspends a mandate: its next event, its status, and the epoch, so that the next act that would rest on it is
 * refused. @throws Error when there is no such mandate in force
 */
export async function suspendMandate(tx: Tx, { mandateId, postId, actorId, now }: Suspending): Promise<void> {
  const suspended = await tx
    .updateTable("mandate")
    .set({ status: "suspended" })
    .where("id", "=", mandateId)
    .where("status", "=", "inForce")
    .executeTakeFirst();
  invariant(suspended.numUpdatedRows === 1n, `mandate ${mandateId} is in force`);
  const { last } = await tx
    .selectFrom("mandate_event")
    .select((select) => select.fn.max("seq").as("last"))
    .where("mandate_id", "=", mandateId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("mandate_event")
    .values({
      mandate_id: mandateId,
      seq: last + 1,
      type: "mandate.suspended",
      type_version: 1,
      payload: "{}",
      basis_kind: "office",
      basis_id: postId,
      actor_id: actorId,
      occurred_at: now,
      recorded_at: now,
    })
    .execute();
  await tx
    .updateTable("mandate_epoch")
    .set((set) => ({ epoch: set("epoch", "+", 1) }))
    .execute();
}
