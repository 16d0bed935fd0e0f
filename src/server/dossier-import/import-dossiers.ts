import path from "node:path";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { Client, type ClientConfig, DatabaseError } from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Clock } from "../clock.ts";
import { type Space, createDb, createPool } from "../db/kysely.ts";
import { StartFailure } from "../db/start-failure.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { groupTrackSecret } from "../keys/track-secret.ts";
import { writeImported } from "../ledgers/import-ledger.ts";
import { loadReference } from "../units/load-reference.ts";
import { unitFinder } from "./find-unit.ts";
import { type PreparedChunk, type Rejected, codesOf, prepareChunk } from "./prepare-chunk.ts";
import { type SourceRow, readRows } from "./read-rows.ts";
import { type SourceFile, inspectFile } from "./source-file.ts";
import {
  addToBatch,
  closeBatch,
  findKnown,
  findSecrets,
  insertBatch,
  lockImports,
  passCodesOfToday,
  readUnitKeys,
} from "./store.ts";
import type { Placing } from "./take-over.ts";

export interface ImportOptions {
  readonly ownerConfig: ClientConfig;
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly file: string;
  /** The name of the other system, as it is shown; codes of one system are told apart from another's by it. */
  readonly system: string;
  /** In whose ledgers they come; needed where there is more than one space. */
  readonly space?: string;
  /** Says what would be done and writes nothing. */
  readonly dryRun: boolean;
  readonly onRejected: (rejected: Rejected) => void;
  readonly onProgress: (done: number, rows: number) => void;
  /**
   * Told at the end, when everything is written: code and look-up secret, as a slip has it, of every dossier of this
   * system that was not returned yet, also of earlier runs. Without it no secret is opened.
   */
  readonly onSecret?: (code: string, secret: string) => void;
}

/** What became of the rows of a file. */
export interface ImportSummary {
  readonly read: number;
  readonly imported: number;
  /** Came before with the same content: nothing was changed. */
  readonly unchanged: number;
  readonly rejected: number;
  readonly rowsPerSecond: number;
}

/** Dossiers of one transaction: large enough for COPY, small enough that a killed run loses little. */
const CHUNK_ROWS = 1000;

/**
 * Takes the dossiers of a file over from another system. The file is read twice as a stream: first to know that it
 * can be used at all, then row by row. Every thousand rows are one transaction, so that a run that was killed is
 * simply started again: what came before is recognised by its code and content.
 * @throws StartFailure with one sentence when the file cannot be used or another import runs; nothing is changed
 */
export async function importDossiers(options: ImportOptions): Promise<ImportSummary> {
  const began = performance.now();
  const source = await inspectFile(options.file);
  const client = new Client({ ...options.ownerConfig, options: "-c timezone=UTC" });
  const reader = new Client(options.ownerConfig);
  await client.connect();
  await reader.connect();
  try {
    const run = await openRun(options, client, reader);
    const counts = await importRows(run, source, options);
    if (!options.dryRun) await closeBatch(client, run.placing.space.schema, run.batchId, options.clock.now());
    if (options.onSecret && !options.dryRun) await tellSecrets(run, options.onSecret);
    const seconds = (performance.now() - began) / 1000;
    return { ...counts, rowsPerSecond: Math.round(counts.read / seconds) };
  } finally {
    await client.end();
    await reader.end();
  }
}

/** What is the same for all rows of a run. */
interface Run {
  readonly client: Client;
  /** Looks codes up while the other connection writes. */
  readonly reader: Client;
  readonly placing: Placing;
  readonly ring: KeyRing;
  readonly batchId: string;
  readonly now: Instant;
}

async function openRun(options: ImportOptions, client: Client, reader: Client): Promise<Run> {
  const { ring, system, clock, dryRun } = options;
  const now = clock.now();
  const placing = await openPlacing(options, reader, now);
  const { schema } = placing.space;
  await lockImports(client, schema);
  const batchId = uuidv7();
  const fileName = path.basename(options.file);
  if (!dryRun) await insertBatch(client, schema, { id: batchId, system, fileName, startedAt: now });
  return { client, reader, placing, ring, batchId, now };
}

/** The only space, or the one that was named. @throws StartFailure with the choices when neither is clear */
function spaceNamed(spaces: readonly Space[], wanted: string | undefined): Space {
  const [only, another] = spaces;
  const space = wanted === undefined && !another ? only : spaces.find(({ id }) => id === wanted);
  if (space) return space;
  throw new StartFailure(
    `Name the space that the dossiers belong to with --space: ${spaces.map(({ id }) => id).join(", ")}.`,
  );
}

async function openPlacing(
  { ownerConfig, system, space: wanted }: ImportOptions,
  reader: Client,
  now: Instant,
): Promise<Placing> {
  const db = createDb(createPool({ ...ownerConfig, max: 1 }));
  try {
    const reference = await loadReference(db);
    const space = spaceNamed(reference.spaces, wanted);
    const findUnit = unitFinder(reference, await readUnitKeys(reader));
    return { reference, findUnit, space, system, today: localTime(now).day };
  } finally {
    await db.destroy();
  }
}

/** Codes that are not in the database yet, though this run has decided to write them. */
interface Coming {
  readonly imported: Map<string, string>;
  readonly taken: Set<string>;
}

/** Makes one part ready while the one before is written: the database and this process work side by side. */
async function importRows(run: Run, source: SourceFile, options: ImportOptions) {
  const counts = { read: 0, imported: 0, unchanged: 0, rejected: 0 };
  const count = (rows: number, part: PreparedChunk) => {
    counts.read += rows;
    counts.imported += part.hashes.size;
    counts.unchanged += part.unchanged;
    counts.rejected += part.rejected.length;
    for (const rejected of part.rejected) options.onRejected(rejected);
    options.onProgress(counts.read, source.rows);
  };
  let coming: Coming = { imported: new Map(), taken: new Set() };
  let writing: Promise<void> = Promise.resolve();
  for await (const chunk of inChunks(readRows(source))) {
    const part = await prepare(run, chunk, coming);
    await writing;
    if (options.dryRun) {
      count(chunk.length, part);
      remember(coming, part);
      continue;
    }
    coming = { imported: new Map(part.hashes), taken: new Set(part.codes) };
    writing = write(run, chunk, part).then((written) => count(chunk.length, written));
    writing.catch(() => undefined); // It is awaited when the next part is ready; until then nobody else listens.
  }
  await writing;
  return counts;
}

function remember(coming: Coming, part: PreparedChunk): void {
  for (const [code, hash] of part.hashes) coming.imported.set(code, hash);
  for (const code of part.codes) coming.taken.add(code);
}

const BEFORE_ALL_IDS = "00000000-0000-0000-0000-000000000000";

async function tellSecrets(
  { reader, ring, placing }: Run,
  tell: NonNullable<ImportOptions["onSecret"]>,
): Promise<void> {
  for (let after: string | undefined = BEFORE_ALL_IDS; after !== undefined; ) {
    const page = await findSecrets(reader, placing.space.schema, placing.system, after);
    for (const { id, code, sealed } of page)
      tell(code, groupTrackSecret(unseal<string>(ring, `dossier.track:${id}`, sealed)));
    after = page.at(-1)?.id;
  }
}

async function* inChunks(rows: AsyncIterable<SourceRow>): AsyncGenerator<readonly SourceRow[]> {
  let chunk: SourceRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function prepare(run: Run, chunk: readonly SourceRow[], coming: Coming): Promise<PreparedChunk> {
  const { placing, ring, batchId, now } = run;
  const { oldCodes, codes } = codesOf(chunk);
  const found = await findKnown(run.reader, placing.space.schema, placing.system, oldCodes, codes);
  const known = {
    imported: new Map([...found.imported, ...coming.imported]),
    taken: new Set([...found.taken, ...coming.taken]),
  };
  return prepareChunk(chunk, known, placing, { ring, newId: uuidv7 }, { batchId, now });
}

/** Somebody at a counter may be given one of these codes at this very moment; then the part is decided once more. */
const TRIES_MAX = 3;

async function write(run: Run, chunk: readonly SourceRow[], first: PreparedChunk): Promise<PreparedChunk> {
  let part = first;
  for (let tries = 1; ; tries += 1) {
    try {
      if (part.hashes.size > 0) await writeChunk(run, part);
      return part;
    } catch (error) {
      await run.client.query("rollback");
      if (tries === TRIES_MAX || !(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION)
        throw error;
      part = await prepare(run, chunk, { imported: new Map(), taken: new Set() });
    }
  }
}

const UNIQUE_VIOLATION = "23505";

async function writeChunk({ client, placing, batchId }: Run, part: PreparedChunk): Promise<void> {
  const { schema } = placing.space;
  await client.query("begin");
  await passCodesOfToday(client, schema, part.codes, placing.today);
  await writeImported(client, schema, part.rows);
  await addToBatch(client, schema, batchId, part.hashes.size);
  await client.query("commit");
}
