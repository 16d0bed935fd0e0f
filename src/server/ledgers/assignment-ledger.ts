import type { Assignment, SuspensionTarget, Task } from "#domain/mandate/mandate.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { moveMandateEpoch } from "./mandate-ledger.ts";

/** Giao việc: what the head of a unit writes. */
export interface NewAssignment {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly task: Task;
  readonly subject: Assignment["subject"];
  readonly reason: string;
  readonly standsBy: boolean;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
  readonly givenBy: AccountId;
  readonly basis: Basis;
  readonly now: Instant;
}

/** Gives a task outside of the list, and moves the epoch: it can be used from the next act. */
export async function writeAssignment(tx: Tx, given: NewAssignment): Promise<void> {
  const { subject } = given;
  await tx
    .insertInto("assignment")
    .values({
      id: given.id,
      account_id: given.accountId,
      unit_id: given.unitId,
      task: given.task,
      dossier_id: subject.kind === "dossier" ? subject.dossierId : null,
      procedure_code: subject.kind === "procedure" ? subject.procedureCode : null,
      reason: given.reason,
      stands_by: given.standsBy,
      valid_from: given.validFrom,
      valid_to: given.validTo,
      given_by: given.givenBy,
      given_by_post: given.basis.id,
      given_at: given.now,
    })
    .execute();
  await moveMandateEpoch(tx);
}

/** Takes a task back from now on. @returns false when it was taken back already */
export async function writeRevocation(
  tx: Tx,
  { id, actorId, now }: { readonly id: string; readonly actorId: AccountId; readonly now: Instant },
): Promise<boolean> {
  const revoked = await tx
    .updateTable("assignment")
    .set({ revoked_at: now, revoked_by: actorId })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows !== 1n) return false;
  await moveMandateEpoch(tx);
  return true;
}

export interface NewSuspension {
  readonly id: string;
  readonly target: SuspensionTarget;
  readonly targetId: string;
  readonly decisionId: string;
  readonly reason: string;
  readonly successorId: string | null;
  readonly actorId: AccountId;
  readonly now: Instant;
}

/** Stops the post at once: the next act anywhere, also in a session that is open, is decided anew. */
export async function writeSuspension(tx: Tx, stop: NewSuspension): Promise<void> {
  await tx
    .insertInto("suspension")
    .values({
      id: stop.id,
      target: stop.target,
      target_id: stop.targetId,
      decision_id: stop.decisionId,
      reason: stop.reason,
      successor_id: stop.successorId,
      from_at: stop.now,
      suspended_by: stop.actorId,
    })
    .execute();
  await moveMandateEpoch(tx);
}

/** Lifts a suspension from now on. @returns false when there is none that holds */
export async function writeLifting(
  tx: Tx,
  { id, actorId, now }: { readonly id: string; readonly actorId: AccountId; readonly now: Instant },
): Promise<boolean> {
  const lifted = await tx
    .updateTable("suspension")
    // Never before it began, should another process's clock have been ahead.
    .set({ to_at: sql`greatest(${now}::timestamptz, from_at)`, lifted_by: actorId })
    .where("id", "=", id)
    .where("to_at", "is", null)
    .executeTakeFirst();
  if (lifted.numUpdatedRows !== 1n) return false;
  await moveMandateEpoch(tx);
  return true;
}
