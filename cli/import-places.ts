import { readFile } from "node:fs/promises";
import path from "node:path";
import { IMPORT_KINDS, type ImportKind, type ImportRow } from "#contract/places.ts";
import { PLACE_PROBLEMS } from "#domain/unit/check-places.ts";
import { MAP_PROBLEMS } from "#domain/unit/read-map-row.ts";
import { systemClock } from "#server/clock.ts";
import { type Db, createDb, createPool } from "#server/db/kysely.ts";
import { StartFailure } from "#server/db/start-failure.ts";
import { planImport } from "#server/places/plan-import.ts";
import { takeReferenceTurn } from "#server/places/save-places.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { v7 as uuidV7 } from "uuid";
import { withDatabase } from "./with-database.ts";

export interface PlaceImportArgs {
  readonly file: string;
  readonly kind: ImportKind;
  /** Only say what would be done. */
  readonly dryRun: boolean;
}

/** Undefined when these are not its arguments. @example readPlaceArgs(["a.csv", "--kind", "counter", "--dry-run"]) */
export function readPlaceArgs(args: readonly string[]): PlaceImportArgs | undefined {
  const dryRun = args.includes("--dry-run");
  const [file, option, name, ...more] = args.filter((word) => word !== "--dry-run");
  const kind = IMPORT_KINDS.find((known) => known === name);
  if (file === undefined || file.startsWith("--") || option !== "--kind" || !kind || more.length > 0)
    return undefined;
  return { file, kind, dryRun };
}

/**
 * Imports agencies, one-stop units, post offices, reception points, counters or administrative units from a CSV file,
 * all of it or nothing, beside a running program or without one. One line for each row that is wrong or changes; the
 * last line of standard output is the summary as JSON.
 * @throws StartFailure with one sentence when the file cannot be used or a row is refused; then nothing was changed
 */
export async function runPlaceImport(args: PlaceImportArgs): Promise<void> {
  const bytes = await readFile(path.resolve(args.file)).catch((error: NodeJS.ErrnoException) => {
    throw new StartFailure(`${args.file} cannot be read (${error.code ?? "unknown"}).`, { cause: error });
  });
  await withDatabase(async (database) => {
    const db = createDb(createPool({ ...database.appConfig, max: 1 }));
    try {
      await importInto(db, args, bytes);
    } finally {
      await db.destroy();
    }
  });
}

async function importInto(db: Db, args: PlaceImportArgs, bytes: Uint8Array): Promise<void> {
  const plan = await db.transaction().execute(async (tx) => {
    if (!args.dryRun) await takeReferenceTurn(tx);
    const planned = await planImport(tx, args.kind, bytes, null);
    if (!planned.ok) return planned;
    if (!args.dryRun && planned.value.counts.refused === 0) {
      await planned.value.save(tx, {
        basis: { kind: "rule", id: "units import" },
        actorId: null,
        reason: `units import ${path.basename(args.file)}`,
        now: systemClock.now(),
        newId: uuidV7,
        spaceId: SPACES[0].id,
      });
    }
    return planned;
  });
  if (!plan.ok) {
    const { problem = "", line, names } = plan.details;
    const where = line === undefined ? "" : `, line ${String(line)}`;
    const what = Array.isArray(names) ? ` (${names.join("; ")})` : "";
    throw new StartFailure(
      `${args.file}${where}: ${FILE_SENTENCES[String(problem)] ?? "is not usable"}${what}; nothing was changed.`,
    );
  }
  const { rows, counts } = plan.value;
  for (const row of rows) for (const line of linesOf(row)) say(line);
  say(JSON.stringify({ read: rows.length, ...counts, dryRun: args.dryRun }));
  if (counts.refused > 0)
    throw new StartFailure(`${args.file}: ${counts.refused} rows are wrong; nothing was changed.`);
}

const FILE_SENTENCES: Readonly<Record<string, string>> = {
  notText: "is not a text in UTF-8 or UTF-16",
  empty: "is empty",
  broken: "is broken as a CSV: a quote is not closed, or a row has more or fewer cells than the heading",
  unknownColumn: "has columns that this kind does not have",
  columnTwice: "has a column twice",
  columnMissing: "lacks a column",
  tooManyRows: "has more rows than the bound",
};

const PROBLEM_SENTENCES: Readonly<Record<string, string>> = { ...MAP_PROBLEMS, ...PLACE_PROBLEMS };

/** @example "line 4  counter:30163:1  validTo is before the first" */
function linesOf({ line, key, outcome, faults, tidied }: ImportRow): readonly string[] {
  const head = `line ${line}  ${key === "" ? "-" : key}`;
  const notes = tidied.length > 0 ? [`${head}  put right: ${tidied.join(", ")}`] : [];
  if (outcome === "refused") {
    return faults.map(({ field, problem, names }) => {
      const said = PROBLEM_SENTENCES[problem] ?? problem.replaceAll("_", " ");
      return `${head}  ${field}: ${said}${names.length > 0 ? ` (${names.join("; ")})` : ""}`;
    });
  }
  return outcome === "unchanged" ? notes : [`${head}  ${outcome}`, ...notes];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
