import type { PlannedStep } from "#domain/dossier/internal-procedure.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** An internal procedure as the list shows it. */
export interface StoredProcedure {
  readonly id: string;
  readonly agencyId: string | null;
  readonly validFrom: PlainDate;
  readonly steps: readonly PlannedStep[];
  readonly decision: { readonly number: string; readonly issuedOn: PlainDate; readonly signer: string };
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

/** All of a procedure version, the newest first. */
export async function findProcedures(tx: Tx, versionId: string): Promise<readonly StoredProcedure[]> {
  const rows = await tx
    .selectFrom("internal_procedure as plan")
    .innerJoin("nation.account as writer", "writer.id", "plan.recorded_by")
    .selectAll("plan")
    .select("writer.full_name as writer")
    .where("plan.procedure_version_id", "=", versionId)
    .orderBy("plan.recorded_at", "desc")
    .orderBy("plan.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    validFrom: row.valid_from,
    steps: row.steps as readonly PlannedStep[],
    decision: { number: row.decision_number, issuedOn: row.decided_on, signer: row.signer },
    recordedBy: row.writer,
    recordedAt: row.recorded_at,
  }));
}

/**
 * Lets one at a time keep an internal procedure of a procedure version, until the transaction ends.
 * @returns the id of the newest of this agency; null when there is none
 */
export async function holdProcedures(
  tx: Tx,
  versionId: string,
  agencyId: string | null,
): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`internal_procedure:${versionId}`}, 0))`.execute(
    tx,
  );
  const newest = await tx
    .selectFrom("internal_procedure")
    .select("id")
    .where("procedure_version_id", "=", versionId)
    .where("agency_id", agencyId === null ? "is" : "=", agencyId)
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.id ?? null;
}
