import type { Basis } from "#domain/mandate/may-act.ts";
import type { TrainingTerms } from "#domain/people/training.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import { moveMandateEpoch } from "./mandate-ledger.ts";

export interface NewTraining {
  readonly id: string;
  readonly terms: TrainingTerms;
  readonly basis: Basis;
  readonly actorId: AccountId;
  readonly now: Instant;
  readonly newId: () => string;
}

/** Writes a session with one row for each participant and field, and moves the epoch: it counts from the next act. */
export async function writeTraining(tx: Tx, training: NewTraining): Promise<void> {
  const { id, terms, basis, actorId, now, newId } = training;
  const accreditation = terms.participants.flatMap(({ accountId, result }) =>
    terms.fieldCodes.map((fieldCode) => ({
      id: newId(),
      account_id: accountId,
      field_code: fieldCode,
      held_on: terms.heldOn,
      valid_from: terms.validFrom,
      valid_to: terms.validTo,
      result,
      training_id: id,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawal_reason: null,
    })),
  );
  const session = {
    id,
    title: terms.title,
    held_on: terms.heldOn,
    held_by: terms.heldBy,
    field_codes: [...terms.fieldCodes],
    valid_from: terms.validFrom,
    valid_to: terms.validTo,
    basis_kind: basis.kind,
    basis_id: basis.id,
    recorded_by: actorId,
    recorded_at: now,
  };
  await insertRows(tx, { training: [session] }, { text: "select 1", values: [] });
  for (let from = 0; from < accreditation.length; from += CHUNK)
    await insertRows(
      tx,
      { accreditation: accreditation.slice(from, from + CHUNK) },
      { text: "select 1", values: [] },
    );
  await moveMandateEpoch(tx);
}

/** A statement has 65,535 parameters at most. */
const CHUNK = 1000;

/** Withdraws training recorded by mistake. @returns false when it is withdrawn already */
export async function writeWithdrawal(
  tx: Tx,
  withdrawal: {
    readonly id: string;
    readonly actorId: AccountId;
    readonly reason: string;
    readonly now: Instant;
  },
): Promise<boolean> {
  const withdrawn = await tx
    .updateTable("accreditation")
    .set({
      withdrawn_at: withdrawal.now,
      withdrawn_by: withdrawal.actorId,
      withdrawal_reason: withdrawal.reason,
    })
    .where("id", "=", withdrawal.id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (withdrawn.numUpdatedRows !== 1n) return false;
  await moveMandateEpoch(tx);
  return true;
}
