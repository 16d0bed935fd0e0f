import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { Warning } from "#domain/catalogue/warnings.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type Selectable, sql } from "kysely";
import type { Db, Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { bumpReferenceEpoch } from "./publish-store.ts";

/** A version as the import finds it, its row held until the transaction ends. */
export type FoundVersion = Pick<
  Selectable<Database["nation.procedure_version"]>,
  "id" | "code" | "valid_from" | "valid_to" | "origin" | "content" | "record_sha256"
>;

export interface FoundProcedures {
  /** Versions that were not withdrawn, by code, the newest first. */
  readonly versions: ReadonlyMap<string, readonly FoundVersion[]>;
  /** The record that was read last, by code, as lower-case hex. */
  readonly records: ReadonlyMap<string, string>;
}

/** Holds all versions of these procedures, so that an editor and an import take turns, and reads them. */
export async function holdProcedures(tx: Tx, codes: readonly string[]): Promise<FoundProcedures> {
  await tx
    .selectFrom("nation.procedure_version")
    .select("id")
    .where("code", "in", [...codes])
    .orderBy("id")
    .forUpdate()
    .execute();
  const rows = await tx
    .selectFrom("nation.procedure_version")
    .select(["id", "code", "valid_from", "valid_to", "origin", "content", "record_sha256"])
    .where("code", "in", [...codes])
    .where("withdrawn_at", "is", null)
    .orderBy("valid_from", "desc")
    .execute();
  const records = await tx
    .selectFrom("nation.portal_record")
    .distinctOn("code")
    .select(["code", "sha256"])
    .where("code", "in", [...codes])
    .orderBy("code")
    .orderBy("read_at", "desc")
    .execute();
  return {
    versions: new Map(codes.map((code) => [code, rows.filter((row) => row.code === code)])),
    records: new Map(records.map((row) => [row.code, row.sha256.toString("hex")])),
  };
}

/** What one batch writes. */
export interface ImportWrites {
  readonly records: readonly { readonly code: string; readonly sha256: string; readonly json: string }[];
  readonly versions: readonly ImportedVersion[];
}

export interface ImportedVersion {
  readonly id: string;
  readonly content: ProcedureContent;
  readonly fieldName: string;
  readonly sha256: string;
  readonly validFrom: PlainDate;
  readonly warnings: readonly Warning[];
  /** The version before, with the last day that it gets; null where it ended by then or there is none. */
  readonly previous: {
    readonly id: string;
    readonly ends: PlainDate | null;
    readonly ended: PlainDate | null;
  } | null;
}

export interface ImportAct {
  readonly at: Instant;
  readonly newId: () => string;
  /** Stands in the ledger of changes. */
  readonly reason: string;
}

/** Writes a batch: records, fields, the ends of the versions before, versions, warnings, and the ledger. */
export async function writeImport(tx: Tx, writes: ImportWrites, act: ImportAct): Promise<void> {
  await insertRecords(tx, writes.records, act);
  const { versions } = writes;
  if (versions.length === 0) return;
  await insertFields(tx, versions);
  for (const { previous } of versions) {
    if (previous?.ends) await endVersion(tx, previous.id, previous.ends);
  }
  await insertVersions(tx, versions, act);
  await insertWarnings(tx, versions);
  await recordChanges(tx, versions, act);
  await bumpReferenceEpoch(tx);
}

async function insertRecords(tx: Tx, records: ImportWrites["records"], act: ImportAct): Promise<void> {
  if (records.length === 0) return;
  await tx
    .insertInto("nation.portal_record")
    .values(
      records.map(({ code, sha256, json }) => ({
        code,
        sha256: Buffer.from(sha256, "hex"),
        record: json,
        read_at: act.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(["code", "sha256"]).doUpdateSet({ read_at: act.at }))
    .execute();
}

async function insertFields(tx: Tx, versions: readonly ImportedVersion[]): Promise<void> {
  const names = new Map(versions.map(({ content, fieldName }) => [content.fieldCode, fieldName]));
  await tx
    .insertInto("nation.field")
    .values([...names].map(([code, name]) => ({ code, name, changed_here: true })))
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

async function endVersion(tx: Tx, id: string, ends: PlainDate): Promise<void> {
  await tx
    .updateTable("nation.procedure_version")
    .set({ valid_to: ends, changed_here: true })
    .where("id", "=", id)
    .execute();
}

async function insertVersions(tx: Tx, versions: readonly ImportedVersion[], act: ImportAct): Promise<void> {
  await tx
    .insertInto("nation.procedure_version")
    .values(
      versions.map(({ id, content, sha256, validFrom, previous }) => ({
        id,
        code: content.code,
        name: content.name,
        search_key: searchKey(content.name),
        field_code: content.fieldCode,
        valid_from: validFrom,
        content: JSON.stringify(content),
        changed_here: true,
        origin: "portal",
        record_sha256: Buffer.from(sha256, "hex"),
        published_at: act.at,
        replaces_id: previous?.id ?? null,
      })),
    )
    .execute();
}

async function insertWarnings(tx: Tx, versions: readonly ImportedVersion[]): Promise<void> {
  const rows = versions.flatMap(({ id, warnings }) =>
    warnings.map((warning, position) => ({ version_id: id, position, ...warning })),
  );
  if (rows.length > 0) await tx.insertInto("nation.procedure_warning").values(rows).execute();
}

/** A line in the ledger for each version that came, and for each that ended. Nobody's office gave it: a rule did. */
async function recordChanges(tx: Tx, versions: readonly ImportedVersion[], act: ImportAct): Promise<void> {
  const change = (rowKey: string, before: unknown, after: unknown) => ({
    id: act.newId(),
    table_name: "procedure_version",
    row_key: rowKey,
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify(after),
    basis_kind: "rule",
    basis_id: "catalogue import",
    actor_id: null,
    reason: act.reason,
    recorded_at: act.at,
  });
  const rows = versions.flatMap(({ id, content, validFrom, previous }) => [
    ...(previous?.ends ? [change(previous.id, { validTo: previous.ended }, { validTo: previous.ends })] : []),
    change(id, null, { code: content.code, validFrom, origin: "portal" }),
  ]);
  await tx.insertInto("nation.reference_change").values(rows).execute();
}

/** Any constant will do, but for those of the migrations and the reference data. */
const LOCK_KEY = 6_682_822;

/**
 * Runs while no other import runs. The lock goes with its connection, also when the process is killed.
 * @returns undefined, without running, when another import runs
 */
export function whileAlone<T>(db: Db, run: () => Promise<T>): Promise<T | undefined> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${LOCK_KEY}) as held`.execute(
      connection,
    );
    if (rows[0]?.held !== true) return undefined;
    try {
      return await run();
    } finally {
      await sql`select pg_advisory_unlock(${LOCK_KEY})`.execute(connection);
    }
  });
}

/** Whether the catalogue of the program itself is stored: before the first start there is nothing to add to. */
export async function hasCatalogue(db: Db): Promise<boolean> {
  const found = await db.selectFrom("nation.field").select("code").limit(1).executeTakeFirst();
  return found !== undefined;
}
