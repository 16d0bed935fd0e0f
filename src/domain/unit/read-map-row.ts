import { addDays, type PlainDate } from "../shared/plain-date.ts";
import { tidyText } from "../shared/vietnamese-text.ts";
import { type AdministrativeUnit, type Succession, UNIT_KINDS } from "./administrative-unit.ts";
import type { RegisterFaultCode } from "./check-register.ts";
import { readWrittenDay } from "./import-places.ts";

/** The columns of a file of the map, in the order in which it is written. */
export const MAP_COLUMNS = [
  "code",
  "name",
  "kind",
  "parent",
  "validFrom",
  "validTo",
  "predecessors",
  "successors",
  "source",
] as const;
export type MapColumn = (typeof MAP_COLUMNS)[number];

/** What can be wrong with a row of the map beside what `checkRegister` finds. */
export const MAP_PROBLEMS = {
  missing: "must not be empty",
  notADay: "is not a day of the calendar, written 2026-11-21 or 21/11/2026",
  notInList: "is none of the values that are known",
  keyTwice: "the same code from the same day stands in the file more than once",
  kept: "of a unit that stands only the last day can be changed: end it and begin another",
  endMissing: "successors need the last day of the unit",
} as const;
export type MapProblem = keyof typeof MAP_PROBLEMS | RegisterFaultCode;

export interface MapRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<MapColumn, string>>>;
}

export interface MapFault {
  readonly field: MapColumn;
  readonly problem: MapProblem;
  /** The codes that it is about. */
  readonly names: readonly string[];
}

/** A row of a file as the unit and the successions that it states. */
export interface ReadMapRow {
  readonly line: number;
  readonly before: AdministrativeUnit | null;
  readonly unit: AdministrativeUnit;
  readonly source: string;
  readonly successions: readonly Succession[];
  readonly faults: readonly MapFault[];
  readonly tidied: readonly MapColumn[];
}

/** Code and first day: codes are used again, so that a code alone names nothing. */
export function unitKey({ code, validFrom }: Pick<AdministrativeUnit, "code" | "validFrom">): string {
  return `${code} ${validFrom}`;
}

/** A row as a unit with its successions. A column that the file does not have, or an empty cell, leaves what stands. */
export function readMapRow(
  { line, cells }: MapRow,
  standing: ReadonlyMap<string, AdministrativeUnit>,
): ReadMapRow {
  const { texts, tidied } = tidyCells(cells);
  const validFrom = readWrittenDay(texts.validFrom) ?? FALLBACK_DAY;
  const before = standing.get(unitKey({ code: texts.code, validFrom })) ?? null;
  const unit = unitOf(texts, before ?? NOTHING, validFrom);
  return {
    line,
    before,
    unit,
    source: texts.source,
    successions: readSuccessions(unit, texts.predecessors, texts.successors),
    faults: [
      ...missingCells(texts, before),
      ...wrongCells(texts, unit),
      ...(before === null ? [] : keptFields(before, unit)),
    ],
    tidied,
  };
}

/** Stands in for a first day that could not be read, in a row that is refused for it. */
const FALLBACK_DAY = "9999-12-31" as PlainDate;

/** What a row that leaves out everything says of a unit that does not stand yet. */
const NOTHING = { name: "", kind: "commune", parentCode: null } as const;

type Texts = Readonly<Record<MapColumn, string>>;

function tidyCells(cells: MapRow["cells"]): { readonly texts: Texts; readonly tidied: readonly MapColumn[] } {
  const pairs = MAP_COLUMNS.map((column) => [column, tidyText(cells[column] ?? "")] as const);
  return {
    texts: Object.fromEntries(pairs) as Texts,
    tidied: pairs.filter(([column, text]) => text !== (cells[column] ?? "")).map(([column]) => column),
  };
}

function unitOf(
  texts: Texts,
  standing: Pick<AdministrativeUnit, "name" | "kind" | "parentCode" | "validTo">,
  validFrom: PlainDate,
): AdministrativeUnit {
  const validTo = readWrittenDay(texts.validTo) ?? standing.validTo;
  return {
    code: texts.code,
    name: texts.name || standing.name,
    kind: UNIT_KINDS.find((kind) => kind === texts.kind) ?? standing.kind,
    parentCode: texts.parent || standing.parentCode,
    validFrom,
    ...(validTo !== undefined && { validTo }),
  };
}

function missingCells(texts: Texts, before: AdministrativeUnit | null): readonly MapFault[] {
  const needed = before === null ? (["code", "kind", "validFrom"] as const) : [];
  return needed
    .filter((field) => texts[field] === "")
    .map((field) => ({ field, problem: "missing", names: [] }) as const);
}

function wrongCells(texts: Texts, unit: AdministrativeUnit): readonly MapFault[] {
  const faults: MapFault[] = [];
  for (const field of ["validFrom", "validTo"] as const) {
    const written = texts[field];
    if (written !== "" && readWrittenDay(written) === undefined)
      faults.push({ field, problem: "notADay", names: [written] });
  }
  if (texts.kind !== "" && !UNIT_KINDS.some((kind) => kind === texts.kind))
    faults.push({ field: "kind", problem: "notInList", names: [texts.kind] });
  if (unit.validTo === undefined && texts.successors !== "")
    faults.push({ field: "successors", problem: "endMissing", names: [] });
  return faults;
}

/** Name, kind and place of a unit that stands are history: only its end can be stated here. */
function keptFields(before: AdministrativeUnit, after: AdministrativeUnit): readonly MapFault[] {
  const texts = ({ name, kind, parentCode }: AdministrativeUnit) => ({
    name,
    kind,
    parent: parentCode ?? "",
  });
  return (["name", "kind", "parent"] as const)
    .filter((field) => texts(before)[field] !== texts(after)[field])
    .map((field) => ({ field, problem: "kept", names: [texts(before)[field]] }) as const);
}

/** Codes parted by blanks, commas or `|`; a code with `~` after it stands for a part. */
function readCodes(written: string): readonly { readonly code: string; readonly whole: boolean }[] {
  return written
    .split(/[\s,|]+/)
    .filter(Boolean)
    .map((part) => ({ code: part.replace(/~$/, ""), whole: !part.endsWith("~") }));
}

function readSuccessions(
  unit: AdministrativeUnit,
  predecessors: string,
  successors: string,
): readonly Succession[] {
  const from = readCodes(predecessors).map(({ code, whole }) => ({
    predecessor: code,
    successor: unit.code,
    on: unit.validFrom,
    whole,
  }));
  const { validTo } = unit;
  if (validTo === undefined) return from;
  const to = readCodes(successors).map(({ code, whole }) => ({
    predecessor: unit.code,
    successor: code,
    on: addDays(validTo, 1),
    whole,
  }));
  return [...from, ...to];
}
