import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { invariant } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { unitNameKey } from "#domain/unit/unit-name.ts";
import { type CsvRow, readMapRows } from "./map-rows.ts";
import { type Json, REFERENCE_FOLDER, type Table, readJson } from "./reference-table.ts";

const FOLDER = "units/map";

/** Grows when the same file gives other rows than before: then it is stored again though it has not changed. */
const ROWS_VERSION = 1;

/** A file of the map, and its rows once they are wanted: most starts find it stored already. */
export interface MapFile {
  readonly name: string;
  /** Of the file, of its sources, and of the way its rows are made. */
  readonly sha256: Buffer;
  readonly table: () => Table;
}

type Sources = Readonly<Record<string, { readonly mark: string; readonly text: string }>>;

/**
 * The map of administrative units: provinces, districts and communes before and since 1 July 2025, their successions,
 * and names that were gone before. `docs/sources/units.md` says where each file is from.
 */
export async function mapFiles(): Promise<readonly MapFile[]> {
  const sources = (await readJson(`${FOLDER}/sources.json`)) as Sources;
  const read = (name: string, tableOf: (rows: readonly Json[]) => Table, toRow: (row: CsvRow) => Json) =>
    mapFile(name, sources, (rows) =>
      tableOf(rows.map((row) => ({ ...toRow(row), ...sourceOf(sources, row) }))),
    );
  return Promise.all([
    ...UNIT_FILES.map((name) => read(name, unitTable, unitRow)),
    read("successions", successionTable, successionRow),
    read("earlier-names", earlierNameTable, earlierNameRow),
  ]);
}

const UNIT_FILES = ["provinces", "communes", "provinces-before", "districts-before", "communes-before"];

async function mapFile(
  name: string,
  sources: Sources,
  tableOf: (rows: readonly CsvRow[]) => Table,
): Promise<MapFile> {
  const text = await readFile(path.join(REFERENCE_FOLDER, FOLDER, `${name}.csv`), "utf8");
  const sha256 = createHash("sha256")
    .update(`${ROWS_VERSION}\n${JSON.stringify(sources)}\n${text}`)
    .digest();
  return { name: `${FOLDER}/${name}.csv`, sha256, table: () => tableOf(readMapRows(text)) };
}

function sourceOf(sources: Sources, { source: key = "" }: CsvRow): Json {
  const source = sources[key];
  invariant(source, `the source ${key} of a row of the map is named`);
  return { mark: source.mark, source: source.text };
}

const unitTable = (rows: readonly Json[]): Table => ({
  name: "administrative_unit",
  key: ["code", "valid_from"],
  rows,
});
const successionTable = (rows: readonly Json[]): Table => ({
  name: "administrative_succession",
  key: ["predecessor_code", "successor_code", "succeeded_on"],
  rows,
});
const earlierNameTable = (rows: readonly Json[]): Table => ({
  name: "earlier_unit_name",
  key: ["name", "parent_code", "successor_code"],
  rows,
});

function unitRow({ code, name = "", kind, parent = "", validFrom, validTo }: CsvRow): Json {
  return {
    code,
    name,
    kind,
    parent_code: parent || null,
    valid_from: validFrom,
    valid_to: validTo || null,
    ...unitNameKeys(name),
  };
}

/** The keys under which a unit of the map is found; whoever writes one writes them. */
export function unitNameKeys(name: string): { readonly search_key: string; readonly name_key: string } {
  return { search_key: searchKey(name), name_key: unitNameKey(name) };
}

function successionRow({ predecessor, successor, on, whole }: CsvRow): Json {
  return {
    predecessor_code: predecessor,
    successor_code: successor,
    succeeded_on: on,
    whole: whole === "true",
  };
}

function earlierNameRow({ name = "", kind, parent, now, on }: CsvRow): Json {
  const successor = { successor_code: now, succeeded_on: on };
  return { name, kind, parent_code: parent, ...successor, name_key: unitNameKey(name) };
}
