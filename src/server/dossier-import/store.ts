import { isValidOn } from "#domain/catalogue/valid-version.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Client, DatabaseError, escapeIdentifier } from "pg";
import { StartFailure } from "../db/start-failure.ts";

/** What a space knows of the codes of a part of a file. */
export interface KnownCodes {
  /** The hash of the row that a code of this system came in with, hexadecimal. */
  readonly imported: ReadonlyMap<string, string>;
  /** Codes that a dossier has, whatever it came from. */
  readonly taken: ReadonlySet<string>;
}

/** Looks up the old codes of one system, and the codes as they would be kept. */
export async function findKnown(
  client: Client,
  schema: string,
  system: string,
  oldCodes: readonly string[],
  codes: readonly string[],
): Promise<KnownCodes> {
  const space = escapeIdentifier(schema);
  const imported = await client.query<{ code: string; hash: string }>(
    `select old_code as code, encode(row_sha256, 'hex') as hash from ${space}.imported_dossier
     where system = $1 and old_code = any($2::text[])`,
    [system, oldCodes],
  );
  const taken = await client.query<{ code: string }>(
    `select code from ${space}.dossier where code = any($1::text[])`,
    [codes],
  );
  return {
    imported: new Map(imported.rows.map(({ code, hash }) => [code, hash])),
    taken: new Set(taken.rows.map(({ code }) => code)),
  };
}

/** Two numbers make a lock of their own kind; the first stands for imports of dossiers. */
const LOCK_KIND = 668_282;
/** A session that was just killed may still hold the lock until its server process has noticed. */
const LOCK_WAIT = "5s";

/**
 * Lets one import into a space at a time; the lock goes with the session.
 * @throws StartFailure when another import has it
 */
export async function lockImports(client: Client, schema: string): Promise<void> {
  try {
    await client.query(`set lock_timeout to '${LOCK_WAIT}'`);
    await client.query("select pg_advisory_lock($1, hashtext($2))", [LOCK_KIND, schema]);
    await client.query("reset lock_timeout");
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== "55P03") throw error;
    throw new StartFailure("Another import of dossiers is running: wait until it has ended.");
  }
}

export interface Batch {
  readonly id: string;
  readonly system: string;
  readonly fileName: string;
  readonly startedAt: Instant;
}

export async function insertBatch(client: Client, schema: string, batch: Batch): Promise<void> {
  await client.query(
    `insert into ${escapeIdentifier(schema)}.import_batch (id, system, file_name, started_at) values ($1, $2, $3, $4)`,
    [batch.id, batch.system, batch.fileName, batch.startedAt],
  );
}

export async function addToBatch(
  client: Client,
  schema: string,
  batchId: string,
  imported: number,
): Promise<void> {
  await client.query(
    `update ${escapeIdentifier(schema)}.import_batch set imported = imported + $2 where id = $1`,
    [batchId, imported],
  );
}

export async function closeBatch(
  client: Client,
  schema: string,
  batchId: string,
  at: Instant,
): Promise<void> {
  await client.query(`update ${escapeIdentifier(schema)}.import_batch set finished_at = $2 where id = $1`, [
    batchId,
    at,
  ]);
}

/**
 * Codes that the other system gave today must not be given again here: the day's counters go past them. Codes of
 * earlier days cannot be given any more.
 */
export async function passCodesOfToday(
  client: Client,
  schema: string,
  codes: readonly string[],
  today: PlainDate,
): Promise<void> {
  const last = new Map<string, number>();
  for (const code of codes) {
    const read = readDossierCode(code);
    if (!read.ok || !isValidOn({ validFrom: today }, read.value.receivedOn)) continue;
    const { agencyCode, sequence } = read.value;
    if (sequence <= COUNTER_MAX) last.set(agencyCode, Math.max(sequence, last.get(agencyCode) ?? 0));
  }
  for (const [agencyCode, sequence] of last) {
    await client.query(
      `insert into ${escapeIdentifier(schema)}.dossier_code_counter as counter (agency_code, day, last)
       values ($1, $2, $3)
       on conflict (agency_code, day) do update set last = greatest(counter.last, excluded.last)`,
      [agencyCode, today, sequence],
    );
  }
}

const COUNTER_MAX = 2_000_000_000;

/** The keys under which reference files and lists name the one-stop units. */
export async function readUnitKeys(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; key: string }>(
    "select id, key from nation.one_stop_unit",
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** A dossier with the sealed secret of its look-up. */
export interface SealedSecret {
  readonly id: string;
  readonly code: string;
  readonly sealed: Buffer;
}

/** A page of the dossiers of one system that were not returned yet, by id, after the one that ended the page before. */
export async function findSecrets(
  client: Client,
  schema: string,
  system: string,
  after: string,
): Promise<readonly SealedSecret[]> {
  const space = escapeIdentifier(schema);
  const { rows } = await client.query<SealedSecret>(
    `select dossier.id, dossier.code, dossier.track_secret_sealed as sealed
     from ${space}.imported_dossier as imported join ${space}.dossier as dossier on dossier.id = imported.dossier_id
     where imported.system = $1 and imported.dossier_id > $2 and dossier.business_status <> 'returned'
     order by imported.dossier_id limit 1000`,
    [system, after],
  );
  return rows;
}
