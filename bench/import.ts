import { createReadStream, createWriteStream, mkdtempSync, chmodSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { systemClock } from "#server/clock.ts";
import { type Database, openDatabase } from "#server/db/database.ts";
import { migrate } from "#server/db/migrate.ts";
import { type ImportSummary, importDossiers } from "#server/dossier-import/import-dossiers.ts";
import { type KeyRing, openKeyRing } from "#server/keys/key-ring.ts";
import { databaseSecrets } from "#server/open-configured.ts";
import { SPACES, storeReference } from "#server/units/store-reference.ts";
import { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { describeMachine } from "./kit/machine.ts";
import { judge, printReport } from "./kit/table.ts";
import { writeOldDossiers } from "./old-dossiers.ts";

/** What one district had in five years; `quick` measures less than half of it. */
const DOSSIERS = 45_000;
const DOSSIERS_QUICK = 20_000;
const AIM = 0.2;
const SCHEMA = SPACES[0].schema;

/** In the order in which they refer to each other. */
const TABLES = [
  "import_batch",
  "dossier",
  "dossier_event",
  "event_note",
  "party",
  "item",
  "custody_entry",
  "dossier_search",
  "imported_dossier",
] as const;

/**
 * Imports dossiers of another system into a fresh database, then writes exactly the same rows by bare COPY into the
 * emptied tables with the same indexes, and compares rows a second. `quick` takes 20,000 dossiers.
 */
export async function runImportBench(words: readonly string[]): Promise<void> {
  const count = words.includes("quick") ? DOSSIERS_QUICK : DOSSIERS;
  const root = mkdtempSync(path.join(os.tmpdir(), "motcua-bench-import-"));
  chmodSync(root, 0o711);
  const { database, ring } = await freshDatabase(path.join(root, "data"));
  const client = new Client(database.ownerConfig);
  await client.connect();
  try {
    const file = path.join(root, "old.csv");
    await writeOldDossiers(file, count, { ...(await worldOf(client)), until: new Date() });
    const watch = watchMemory();
    const summary = await importDossiers({
      ownerConfig: database.ownerConfig,
      ring,
      clock: systemClock,
      file,
      system: "bench",
      dryRun: false,
      onRejected: () => undefined,
      onProgress: () => undefined,
    });
    const memory = watch.stop();
    const rows = await countRows(client);
    await dump(client, root);
    const seconds = await bareCopy(client, root);
    const { rows: version } = await client.query<{ server_version: string }>("show server_version");
    report({ summary, rows, seconds, memory, postgres: version[0]?.server_version ?? null });
  } finally {
    await client.end();
    await database.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

async function freshDatabase(
  dataDir: string,
): Promise<{ readonly database: Database; readonly ring: KeyRing }> {
  let ring: KeyRing | undefined;
  const database = await openDatabase({ dataDir }, async (folder) => {
    ring = await openKeyRing(folder);
    return databaseSecrets(ring);
  });
  if (!ring) throw new Error("the key ring is opened with the database");
  await migrate(database.ownerConfig, {
    spaces: SPACES.map(({ schema }) => schema),
    appRole: database.appRole,
  });
  await storeReference(database.ownerConfig);
  return { database, ring };
}

async function worldOf(client: Client) {
  const procedures = await client.query<{ code: string }>(
    "select distinct code from nation.procedure_version where content->>'deciding' = 'commune' order by code",
  );
  const units = await client.query<{ code: string }>(
    `select code.code from nation.one_stop_unit unit join nation.agency_code code on code.agency_id = unit.agency_id
     where code.format_id = 'TT01_2018' order by code.code`,
  );
  return { procedures: procedures.rows.map(({ code }) => code), units: units.rows.map(({ code }) => code) };
}

/** The most memory that this process had, in MiB, looked at while it works. */
function watchMemory() {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return Math.round(most / 2 ** 20);
    },
  };
}

async function countRows(client: Client): Promise<number> {
  let rows = 0;
  for (const table of TABLES) {
    const { rows: found } = await client.query<{ count: string }>(`select count(*) from ${SCHEMA}.${table}`);
    rows += Number(found[0]?.count);
  }
  return rows;
}

async function dump(client: Client, folder: string): Promise<void> {
  for (const table of TABLES) {
    const target = createWriteStream(path.join(folder, `${table}.copy`));
    await pipeline(client.query(copyTo(`copy ${SCHEMA}.${table} to stdout`)), target);
  }
  await client.query(`truncate ${TABLES.map((table) => `${SCHEMA}.${table}`).join(", ")} cascade`);
  await client.query("checkpoint").catch(() => undefined); // Only a superuser may; the measure is fair without it too.
}

async function bareCopy(client: Client, folder: string): Promise<number> {
  const began = performance.now();
  await client.query("begin");
  for (const table of TABLES) {
    const source = createReadStream(path.join(folder, `${table}.copy`), { highWaterMark: 256 * 1024 });
    await pipeline(source, client.query(copyFrom(`copy ${SCHEMA}.${table} from stdin`)));
  }
  await client.query("commit");
  return (performance.now() - began) / 1000;
}

interface Measured {
  readonly summary: ImportSummary;
  readonly rows: number;
  readonly seconds: number;
  readonly memory: number;
  readonly postgres: string | null;
}

function report({ summary, rows, seconds, memory, postgres }: Measured): void {
  const importSeconds = summary.read / summary.rowsPerSecond;
  const ratio = seconds / importSeconds;
  printReport({
    bench: "import",
    machine: describeMachine(postgres),
    conditions: [
      `${summary.read} dossiers of another system as CSV, with history; ${summary.imported} taken over, ${summary.rejected} rejected.`,
      `They are ${rows} rows of ${TABLES.length} tables. The bare COPY writes exactly these from files, in one transaction, with the same indexes.`,
      `Most memory of the process while it imported: ${memory} MiB.`,
    ],
    tables: [
      {
        title: "Rows a second",
        head: ["way", "seconds", "dossiers/s", "rows/s"],
        rows: [
          ["dossier import", importSeconds, summary.read / importSeconds, rows / importSeconds],
          ["bare COPY", seconds, summary.read / seconds, rows / seconds],
        ],
      },
    ],
    findings: [`Import against bare COPY: ${judge(ratio, "atLeast", AIM)}`],
    figures: { summary, rows, importSeconds, copySeconds: seconds, ratio, memoryMiB: memory },
  });
}
