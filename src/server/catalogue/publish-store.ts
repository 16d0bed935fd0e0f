import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A version as it stands, with its row held until the transaction ends. */
export interface HeldVersion {
  readonly id: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly origin: string;
  readonly content: unknown;
  readonly record_sha256: Buffer | null;
  readonly withdrawn_at: Instant | null;
}

/**
 * Holds all versions of a procedure and reads them, the newest first. Whoever else wants to publish waits here; the
 * second statement then sees what the first one wrote.
 */
export async function holdVersions(tx: Tx, code: string): Promise<readonly HeldVersion[]> {
  await tx
    .selectFrom("nation.procedure_version")
    .select("id")
    .where("code", "=", code)
    .orderBy("id")
    .forUpdate()
    .execute();
  return tx
    .selectFrom("nation.procedure_version")
    .select(["id", "valid_from", "valid_to", "origin", "content", "record_sha256", "withdrawn_at"])
    .where("code", "=", code)
    .orderBy("valid_from", "desc")
    .execute();
}

/** Who changes the catalogue here, by which post, when and why. */
export interface CatalogueAct {
  readonly actorId: string;
  readonly postId: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly newId: () => string;
}

export interface NewVersion {
  readonly id: string;
  readonly content: ProcedureContent;
  readonly validFrom: PlainDate;
  readonly replacesId: string;
  readonly recordSha256: Buffer | null;
}

/** `changed_here`, so that a start of the program leaves the row alone. */
export async function insertVersion(tx: Tx, version: NewVersion, act: CatalogueAct): Promise<void> {
  const { content } = version;
  await tx
    .insertInto("nation.procedure_version")
    .values({
      id: version.id,
      code: content.code,
      name: content.name,
      search_key: searchKey(content.name),
      field_code: content.fieldCode,
      valid_from: version.validFrom,
      content: JSON.stringify(content),
      changed_here: true,
      origin: "editor",
      record_sha256: version.recordSha256,
      published_at: act.at,
      published_by: act.actorId,
      replaces_id: version.replacesId,
    })
    .execute();
}

/** Moves the last day of a version, and keeps in the ledger what it was. */
export async function setLastDay(
  tx: Tx,
  version: { readonly id: string; readonly valid_to: PlainDate | null },
  validTo: PlainDate | null,
  act: CatalogueAct,
): Promise<void> {
  await tx
    .updateTable("nation.procedure_version")
    .set({ valid_to: validTo, changed_here: true })
    .where("id", "=", version.id)
    .execute();
  await recordChange(tx, "procedure_version", version.id, { validTo: version.valid_to }, { validTo }, act);
}

/** Marks a version as one that never began: its last day lies before its first. */
export async function markWithdrawn(
  tx: Tx,
  version: HeldVersion,
  dayBefore: PlainDate,
  act: CatalogueAct,
): Promise<void> {
  await tx
    .updateTable("nation.procedure_version")
    .set({ valid_to: dayBefore, withdrawn_at: act.at, changed_here: true })
    .where("id", "=", version.id)
    .execute();
  await recordChange(
    tx,
    "procedure_version",
    version.id,
    { validTo: version.valid_to, withdrawn: false },
    { validTo: dayBefore, withdrawn: true },
    act,
  );
}

/** What the last day of a version was before it was last moved to this one; null when nobody noted it, or it was open. */
export async function lastDayBefore(
  tx: Tx,
  versionId: string,
  movedTo: PlainDate,
): Promise<PlainDate | null> {
  const found = await tx
    .selectFrom("nation.reference_change")
    .select(sql<PlainDate | null>`before ->> 'validTo'`.as("validTo"))
    .where("table_name", "=", "procedure_version")
    .where("row_key", "=", versionId)
    .where(sql<boolean>`after ->> 'validTo' = ${movedTo}`)
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.validTo ?? null;
}

/** Everything of the warnings of a version that the version made from it takes over. */
export function readWarningRows(tx: Tx, versionId: string) {
  return tx
    .selectFrom("nation.procedure_warning")
    .select(["position", "kind", "path", "words", "acknowledged_at", "acknowledged_by"])
    .where("version_id", "=", versionId)
    .orderBy("position")
    .execute();
}

export type WarningRow = Awaited<ReturnType<typeof readWarningRows>>[number];

export async function insertWarnings(tx: Tx, versionId: string, rows: readonly WarningRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("nation.procedure_warning")
    .values(rows.map((row) => ({ ...row, version_id: versionId })))
    .execute();
}

/** @returns the positions that were not yet as wanted, and are now */
export async function setAcknowledged(
  tx: Tx,
  versionId: string,
  positions: readonly number[],
  by: { readonly at: Instant; readonly actorId: string } | null,
): Promise<readonly number[]> {
  const rows = await tx
    .updateTable("nation.procedure_warning")
    .set({ acknowledged_at: by?.at ?? null, acknowledged_by: by?.actorId ?? null })
    .where("version_id", "=", versionId)
    .where("position", "in", [...positions])
    .where("acknowledged_at", by === null ? "is not" : "is", null)
    .returning("position")
    .execute();
  return rows.map((row) => row.position).toSorted((a, b) => a - b);
}

/** A line in the ledger of what was changed here. */
export async function recordChange(
  tx: Tx,
  table: "procedure_version" | "procedure_warning",
  rowKey: string,
  before: unknown,
  after: unknown,
  act: CatalogueAct,
): Promise<void> {
  await tx
    .insertInto("nation.reference_change")
    .values({
      id: act.newId(),
      table_name: table,
      row_key: rowKey,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
      basis_kind: "office",
      basis_id: act.postId,
      actor_id: act.actorId,
      reason: act.reason,
      recorded_at: act.at,
    })
    .execute();
}

/** Tells every process to read the reference data again. Last in a transaction: all writers meet at this row. */
export async function bumpReferenceEpoch(tx: Tx): Promise<void> {
  await tx
    .updateTable("nation.reference_epoch")
    .set((row) => ({ epoch: sql<number>`${row.ref("epoch")} + 1` }))
    .execute();
}
