import { type PlainDate, parsePlainDate, plainDateOf } from "../shared/plain-date.ts";
import { type PlaceFault, type PlaceRegister, checkPlaces, takenCodes } from "./check-places.ts";
import {
  PLACE_FIELDS,
  type Place,
  type PlaceDifference,
  type PlaceField,
  type PlaceKind,
  placeDifferences,
  tidyPlace,
} from "./place.ts";

/** A row of a file, its cells by field. A field that the file has no column for is not there. */
export interface PlaceRow {
  /** Where it stands in the file, from 1; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<PlaceColumn, string>>>;
}

export type PlaceColumn = "key" | "name" | "validFrom" | "validTo" | PlaceField;

/** The columns of a file of one kind, in the order in which it is written. */
export function placeColumns(kind: PlaceKind): readonly PlaceColumn[] {
  return ["key", "name", ...PLACE_FIELDS[kind], "validFrom", "validTo"];
}

export const ROW_OUTCOMES = ["created", "changed", "unchanged", "refused"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What a row of a file would do. */
export interface PlannedRow {
  readonly line: number;
  readonly key: string;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly differences: readonly PlaceDifference[];
  readonly faults: readonly PlaceFault[];
  /** Columns whose text was put right: composed accents, stray spaces. */
  readonly tidied: readonly string[];
}

export interface PlacePlan {
  readonly rows: readonly PlannedRow[];
  /** What is to be written, with what stood before; empty as soon as one row is refused. */
  readonly writes: readonly { readonly before: Place | null; readonly after: Place }[];
}

/**
 * What importing rows of one kind would do: all or nothing. Rows are found by their key, so that the same file twice
 * changes nothing the second time. The register is checked as it would be after all rows, so that a point and its
 * counters, or a unit that closes with everything below it, need no order.
 * @param mayEdit false for a place that is somebody else's; asked of it before and after
 * @example planPlaceImport(register, "counter", [{ line: 2, cells: { key: "counter:30163:1", name: "Quầy 1" } }])
 */
export function planPlaceImport(
  register: PlaceRegister,
  kind: PlaceKind,
  rows: readonly PlaceRow[],
  mayEdit: (place: Place) => boolean = () => true,
): PlacePlan {
  const byKey = new Map(register.places.map((place) => [place.key, place]));
  const lines = new Map<string, number>();
  for (const { cells } of rows) {
    const key = (cells.key ?? "").trim();
    lines.set(key, (lines.get(key) ?? 0) + 1);
  }
  const read = rows.map((row) => readRow(kind, row, byKey, (key) => (lines.get(key) ?? 0) > 1));
  const changed = read.filter(isChange);
  const after = new Map(byKey);
  for (const { place } of changed) after.set(place.key, place);
  const checked = { ...register, places: [...after.values()] };
  const found = groupByKey(
    checkPlaces(
      checked,
      changed.map(({ place }) => place),
    ),
  );
  const planned = read.map((row) => plannedRow(row, found.get(row.place.key) ?? [], mayEdit));
  const refused = planned.some(({ outcome }) => outcome === "refused");
  return {
    rows: planned,
    writes: refused ? [] : changed.map(({ before, place }) => ({ before, after: place })),
  };
}

function isChange({ before, place }: ReadRow): boolean {
  return before === null || placeDifferences(before, place).length > 0;
}

function plannedRow(
  row: ReadRow,
  found: readonly PlaceFault[],
  mayEdit: (place: Place) => boolean,
): PlannedRow {
  const { before, place } = row;
  const changes = isChange(row);
  const foreign: PlaceFault = { key: place.key, field: "key", problem: "outsideJurisdiction", names: [] };
  const faults = withoutRepeats([
    ...row.faults,
    ...(changes ? [...found, ...takenCodes(before, place)] : []),
    ...(changes && [before, place].some((one) => one !== null && !mayEdit(one)) ? [foreign] : []),
  ]);
  return {
    line: row.line,
    key: place.key,
    name: place.name,
    outcome: outcomeOf(faults.length > 0, before, changes),
    differences: placeDifferences(before, place),
    faults,
    tidied: row.tidied,
  };
}

function outcomeOf(refused: boolean, before: Place | null, changes: boolean): RowOutcome {
  if (refused) return "refused";
  if (before === null) return "created";
  return changes ? "changed" : "unchanged";
}

interface ReadRow {
  readonly line: number;
  readonly before: Place | null;
  readonly place: Place;
  readonly faults: readonly PlaceFault[];
  readonly tidied: readonly string[];
}

/** A row as a place. A column that the file does not have leaves what stands; an empty cell empties it. */
function readRow(
  kind: PlaceKind,
  { line, cells }: PlaceRow,
  byKey: ReadonlyMap<string, Place>,
  isTwice: (key: string) => boolean,
): ReadRow {
  const key = (cells.key ?? "").trim();
  const standing = byKey.get(key);
  const before = standing?.kind === kind ? standing : null;
  const from = before ?? NOTHING;
  const validFrom = readDay(cells.validFrom, before === null ? null : from.validFrom);
  const validTo = readDay(cells.validTo, from.validTo);
  const faults: PlaceFault[] = isTwice(key) ? [{ key, field: "key", problem: "keyTwice", names: [] }] : [];
  const { place, tidied } = tidyPlace({
    kind,
    key,
    name: cells.name ?? from.name,
    validFrom: validFrom ?? from.validFrom,
    validTo: validTo ?? null,
    values: readValues(kind, cells, from.values),
  });
  return {
    line,
    before,
    place,
    faults: [...faults, ...dayFaults(key, cells, { validFrom, validTo })],
    tidied,
  };
}

/**
 * What a row that leaves out everything says of a new place. Its first day stands in for one that could not be read,
 * in a row that is refused for it.
 */
const NOTHING: Pick<Place, "name" | "validFrom" | "validTo" | "values"> = {
  name: "",
  validFrom: "9999-12-31" as PlainDate,
  validTo: null,
  values: {},
};

type ReadDays = Readonly<Record<"validFrom" | "validTo", PlainDate | null | undefined>>;

function dayFaults(key: string, cells: PlaceRow["cells"], days: ReadDays): readonly PlaceFault[] {
  const faults: PlaceFault[] = [];
  for (const field of ["validFrom", "validTo"] as const) {
    const names = [cells[field] ?? ""];
    if (days[field] === undefined) faults.push({ key, field, problem: "notADay", names });
  }
  if (days.validFrom === null) faults.push({ key, field: "validFrom", problem: "missing", names: [] });
  return faults;
}

/** The day of a cell: null for an empty one, what stands for a column that is not there, undefined for no day. */
function readDay(cell: string | undefined, standing: PlainDate | null): PlainDate | null | undefined {
  const text = cell?.trim();
  if (text === undefined) return standing;
  return text === "" ? null : readWrittenDay(text);
}

function readValues(kind: PlaceKind, cells: PlaceRow["cells"], standing: Place["values"]): Place["values"] {
  const values: Partial<Record<PlaceField, string>> = {};
  for (const field of PLACE_FIELDS[kind]) {
    const text = cells[field] ?? standing[field];
    if (text !== undefined) values[field] = text;
  }
  return values;
}

/** A day as files write it: 2026-11-21, or as spreadsheets here do: 21/11/2026. */
export function readWrittenDay(text: string): PlainDate | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!parts) return parsePlainDate(text);
  const [, day, month, year] = parts.map(Number);
  return plainDateOf(year ?? 0, month ?? 0, day ?? 0);
}

function groupByKey(faults: readonly PlaceFault[]): ReadonlyMap<string, readonly PlaceFault[]> {
  const groups = new Map<string, PlaceFault[]>();
  for (const fault of faults) {
    const group = groups.get(fault.key);
    if (group) group.push(fault);
    else groups.set(fault.key, [fault]);
  }
  return groups;
}

/** One fault a field: a day that cannot be read also seems to lie outside of everything. */
function withoutRepeats(faults: readonly PlaceFault[]): readonly PlaceFault[] {
  const seen = new Set<string>();
  return faults.filter(({ field, problem }) => {
    const known =
      seen.has(field) || (field !== "validFrom" && problem === "notThroughout" && seen.has("validFrom"));
    seen.add(field);
    return !known;
  });
}
