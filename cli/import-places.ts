import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { FILE_BYTES_MAX } from "#contract/files.ts";
import { IMPORT_KINDS, type ImportKind, type ImportRow } from "#contract/places.ts";
import { PLACE_PROBLEMS } from "#domain/unit/check-places.ts";
import { REGISTER_PROBLEMS } from "#domain/unit/register-problems.ts";
import { MAP_PROBLEMS } from "#domain/unit/read-map-row.ts";
import { systemClock } from "#server/clock.ts";
import { type Db, createDb, createPool } from "#server/db/kysely.ts";
import { StartFailure } from "#server/db/start-failure.ts";
import { planImport } from "#server/places/plan-import.ts";
import { takeReferenceTurn } from "#server/units/save-places.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { v7 as uuidV7 } from "uuid";
import { counted } from "./counted.ts";
import { visible } from "./visible-text.ts";
import { withDatabase } from "./with-database.ts";

export interface PlaceImportArgs {
  readonly file: string;
  /** As it was typed; {@link runPlaceImport} says which kinds there are. */
  readonly kind: string;
  /** Only say what would be done. */
  readonly dryRun: boolean;
}

/** Undefined when these are not its arguments. @example readPlaceArgs(["a.csv", "--kind", "counter", "--dry-run"]) */
export function readPlaceArgs(args: readonly string[]): PlaceImportArgs | undefined {
  const dryRun = args.includes("--dry-run");
  const [file, option, name, ...more] = args.filter((word) => word !== "--dry-run");
  const isAsked = file !== undefined && !file.startsWith("--") && option === "--kind" && name !== undefined;
  return isAsked && more.length === 0 ? { file, kind: name, dryRun } : undefined;
}

/**
 * Imports agencies, one-stop units, post offices, reception points, counters or administrative units from a CSV file,
 * all of it or nothing, beside a running program or without one. One line for each row that is wrong or changes; the
 * last line of standard output is the summary as JSON.
 * @throws StartFailure with one sentence when the file cannot be used or a row is refused; then nothing was changed
 */
export async function runPlaceImport(args: PlaceImportArgs): Promise<void> {
  const kind = knownKind(args.kind);
  const bytes = await bytesOf(args.file);
  await withDatabase(async (database) => {
    const db = createDb(createPool({ ...database.appConfig, max: 1 }));
    try {
      await importInto(db, { ...args, kind }, bytes);
    } finally {
      await db.destroy();
    }
  });
}

function knownKind(name: string): ImportKind {
  const kind = IMPORT_KINDS.find((known) => known === name);
  if (kind) return kind;
  throw new StartFailure(
    `--kind ${JSON.stringify(name)} is not known; the kinds are ${IMPORT_KINDS.join(", ")}. Nothing was changed.`,
  );
}

/** As much as the screen takes too: what is checked as a whole is held in memory. */
const FILE_MEGABYTES_MAX = FILE_BYTES_MAX / 1_048_576;

async function bytesOf(file: string): Promise<Uint8Array> {
  const unreadable = (error: NodeJS.ErrnoException) => {
    throw new StartFailure(`${file} cannot be read (${error.code ?? "unknown"}).`, { cause: error });
  };
  const { size } = await stat(path.resolve(file)).catch(unreadable);
  if (size > FILE_BYTES_MAX) {
    throw new StartFailure(
      `${file} is larger than ${FILE_MEGABYTES_MAX} MB: a list of places is smaller; divide it. Nothing was changed.`,
    );
  }
  const bytes = await readFile(path.resolve(file)).catch(unreadable);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw new StartFailure(`${file} is packed with gzip: unpack it and try again. Nothing was changed.`);
  return bytes;
}

type KnownArgs = PlaceImportArgs & { readonly kind: ImportKind };

async function importInto(db: Db, args: KnownArgs, bytes: Uint8Array): Promise<void> {
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
    throw new StartFailure(
      `${args.file}: ${counted(counts.refused, "row")} ${counts.refused === 1 ? "is" : "are"} wrong; nothing was changed.`,
    );
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

const PROBLEM_SENTENCES: Readonly<Record<string, string>> = {
  ...MAP_PROBLEMS,
  ...PLACE_PROBLEMS,
  ...REGISTER_PROBLEMS,
};

const SHOWN_MAX = 100;

/** What a file says may be of any length; a line that tells of it is not. */
function shown(text: string): string {
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

/** @example "line 4  counter:30163:1  validTo is before the first" */
function linesOf({ line, key, outcome, faults, tidied }: ImportRow): readonly string[] {
  const head = `line ${line}  ${key === "" ? "-" : shown(key)}`;
  const notes = tidied.length > 0 ? [`${head}  put right: ${tidied.join(", ")}`] : [];
  if (outcome === "refused") {
    return faults.map(({ field, problem, names }) => {
      const said = PROBLEM_SENTENCES[problem] ?? problem;
      return `${head}  ${field}: ${said}${names.length > 0 ? ` (${names.map(shown).join("; ")})` : ""}`;
    });
  }
  return outcome === "unchanged" ? notes : [`${head}  ${outcome}`, ...notes];
}

function say(line: string): void {
  process.stdout.write(`${visible(line)}\n`);
}
