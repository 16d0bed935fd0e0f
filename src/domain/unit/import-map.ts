import type { AdministrativeUnit, Succession, UnitRegister } from "./administrative-unit.ts";
import { type RegisterFault, type RegisterFaultCode, checkRegister } from "./check-register.ts";
import type { RowOutcome } from "./import-places.ts";
import {
  type MapColumn,
  type MapFault,
  type MapRow,
  type ReadMapRow,
  readMapRow,
  unitKey,
} from "./read-map-row.ts";

export interface PlannedMapRow {
  readonly line: number;
  /** Code and first day: codes are used again, so that a code alone names nothing. */
  readonly key: string;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly differences: readonly {
    readonly field: MapColumn;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly faults: readonly MapFault[];
  readonly tidied: readonly MapColumn[];
}

export interface MapPlan {
  readonly rows: readonly PlannedMapRow[];
  /** What is to be written; empty as soon as one row is refused. */
  readonly created: readonly (AdministrativeUnit & { readonly source: string })[];
  readonly ended: readonly { readonly before: AdministrativeUnit; readonly after: AdministrativeUnit }[];
  readonly successions: readonly Succession[];
}

/**
 * What importing rows of the map of administrative units would do, all or nothing. Codes in `predecessors` and
 * `successors` are parted by blanks, commas or `|`; a code with `~` after it is one that only a part of the unit came
 * from or went to. The whole register is checked as it would be after the import, so that a circle of successors, or
 * a successor that begins before its predecessor ends, stops the file and names its lines.
 * @example planMapImport(register, [{ line: 2, cells: { code: "30163", validFrom: "2025-07-01", validTo: "2026-12-31" } }])
 */
export function planMapImport(register: UnitRegister, rows: readonly MapRow[]): MapPlan {
  const standing = new Map(register.units.map((unit) => [unitKey(unit), unit]));
  const known = new Set(register.successions.map(arrival));
  const read = rows.map((row) => readMapRow(row, standing));
  const after = { units: unitsAfter(register, read), successions: [...register.successions] };
  const added: Added[] = [];
  for (const { successions, line } of read) {
    for (const succession of successions) {
      if (known.has(arrival(succession))) continue;
      known.add(arrival(succession));
      added.push({ succession, line });
      after.successions.push(succession);
    }
  }
  const found = faultsByLine(checkRegister(after), after, read, added);
  const twice = repeatedKeys(read);
  const newLines = new Set(added.map(({ line }) => line));
  const planned = read.map((row): PlannedMapRow => {
    const faults = [
      ...row.faults,
      ...(twice.has(unitKey(row.unit)) ? [{ field: "code", problem: "keyTwice", names: [] } as const] : []),
      ...(found.get(row.line) ?? []),
    ];
    const differences = differencesOf(row, newLines.has(row.line));
    return {
      line: row.line,
      key: unitKey(row.unit),
      name: row.unit.name,
      outcome: faults.length > 0 ? "refused" : outcomeOf(row.before, differences.length > 0),
      differences,
      faults,
      tidied: row.tidied,
    };
  });
  if (planned.some(({ outcome }) => outcome === "refused"))
    return { rows: planned, created: [], ended: [], successions: [] };
  return {
    rows: planned,
    created: read.flatMap(({ before, unit, source }) => (before === null ? [{ ...unit, source }] : [])),
    ended: read.flatMap(({ before, unit }) =>
      before !== null && before.validTo !== unit.validTo ? [{ before, after: unit }] : [],
    ),
    successions: added.map(({ succession }) => succession),
  };
}

function arrival({ predecessor, successor, on }: Succession): string {
  return `${predecessor} ${successor} ${on}`;
}

function outcomeOf(before: AdministrativeUnit | null, changes: boolean): RowOutcome {
  if (before === null) return "created";
  return changes ? "changed" : "unchanged";
}

function unitsAfter(register: UnitRegister, read: readonly ReadMapRow[]): AdministrativeUnit[] {
  const changed = new Map(read.map((row) => [unitKey(row.unit), row.unit]));
  const standing = register.units.map((unit) => changed.get(unitKey(unit)) ?? unit);
  return [...standing, ...read.filter(({ before }) => before === null).map(({ unit }) => unit)];
}

function repeatedKeys(read: readonly ReadMapRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { unit } of read) {
    if (seen.has(unitKey(unit))) twice.add(unitKey(unit));
    seen.add(unitKey(unit));
  }
  return twice;
}

/** What the row changes, as a person compares it; successions only when they are new. */
function differencesOf(row: ReadMapRow, newSuccessions: boolean): PlannedMapRow["differences"] {
  const codes = row.successions
    .map(({ predecessor, successor, on }) => `${predecessor} → ${successor} (${on})`)
    .join("; ");
  const before = row.before === null ? null : textsOf(row.before);
  const after = textsOf(row.unit);
  const fields = ["name", "kind", "parent", "validFrom", "validTo"] as const;
  const pairs: PlannedMapRow["differences"] = [
    ...fields.map((field) => ({ field, before: before?.[field] ?? null, after: after[field] })),
    { field: "successors", before: null, after: newSuccessions ? codes : null },
  ];
  return pairs.filter((pair) => pair.before !== pair.after);
}

function textsOf({ name, kind, parentCode, validFrom, validTo }: AdministrativeUnit) {
  return { name, kind, parent: parentCode, validFrom, validTo: validTo ?? null };
}

const FIELD_OF_FAULT: Readonly<Partial<Record<RegisterFaultCode, MapColumn>>> = {
  code_missing: "code",
  name_missing: "name",
  name_not_tidy: "name",
  ends_before_it_begins: "validTo",
  periods_overlap: "validFrom",
  parent_unknown: "parent",
  parent_not_standing: "parent",
  predecessor_unknown: "predecessors",
  predecessor_not_standing: "predecessors",
  predecessor_not_ended: "predecessors",
};

interface Added {
  readonly succession: Succession;
  readonly line: number;
}

/** The faults of the register by the lines that bring them about: their own, else those of the codes they name. */
function faultsByLine(
  faults: readonly RegisterFault[],
  after: UnitRegister,
  read: readonly ReadMapRow[],
  added: readonly Added[],
): ReadonlyMap<number, readonly MapFault[]> {
  const lines = new Map<string, number>([
    ...read.map(({ unit, line }) => [unit.code, line] as const),
    ...read.map(({ unit, line }) => [unitKey(unit), line] as const),
    ...added.map(({ succession, line }) => [arrival(succession), line] as const),
  ]);
  const byLine = new Map<number, MapFault[]>();
  for (const { fault, list, index, code } of faults) {
    const codes = list === "units" ? codesOfUnit(after.units[index]) : codesOfStep(after.successions[index]);
    const line = codes.map((one) => lines.get(one)).find((one) => one !== undefined) ?? read[0]?.line ?? 1;
    const names = [...new Set([code, ...codes.slice(1)])];
    const entry = { field: FIELD_OF_FAULT[fault] ?? "successors", problem: fault, names } as const;
    byLine.set(line, [...(byLine.get(line) ?? []), entry]);
  }
  return byLine;
}

/** Under what the line of a unit is found: itself first, then its code and the code above it. */
function codesOfUnit(unit: AdministrativeUnit | undefined): readonly string[] {
  return unit ? [unitKey(unit), unit.code, ...(unit.parentCode === null ? [] : [unit.parentCode])] : [];
}

function codesOfStep(step: Succession | undefined): readonly string[] {
  return step ? [arrival(step), step.predecessor, step.successor] : [];
}
