import { type PlainDate, addDays } from "../shared/plain-date.ts";
import type { MandateTerms } from "./mandate.ts";

export const OVERLAP_KINDS = ["contradiction", "shared", "twice"] as const;
export type OverlapKind = (typeof OVERLAP_KINDS)[number];

/** Two mandates side by side. */
export interface Overlap {
  readonly ids: readonly [string, string];
  /**
   * `contradiction`: one office, one task, one procedure, one counter, one day, and two autonomies; nobody could say
   * which holds. `twice`: the same with one autonomy: allowed, and shown. `shared`: two offices for the same work at
   * the same unit: allowed, and shown.
   */
  readonly kind: OverlapKind;
  readonly tasks: readonly string[];
  readonly fieldCodes: readonly string[];
  readonly procedureCodes: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

interface Cell {
  readonly unitId: string;
  readonly task: string;
  readonly fieldCode: string;
}

/** Days on which nobody holds what was held before and is held again. */
export interface Gap extends Cell {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** From this day on nobody holds what was held before, as far as is known. */
export interface Lapse extends Cell {
  readonly from: PlainDate;
}

export type ComparedMandate = MandateTerms & { readonly id: string };
/** The field of a procedure's code; undefined when nobody knows the procedure. */
export type FieldOf = (procedureCode: string) => string | undefined;

/**
 * How two mandates touch, or undefined when they share no work. An exception of one is outside of it, so that "the
 * field but for this procedure" and "this procedure" do not touch.
 *
 * @rule MANDATE-04
 */
export function overlapOf(a: ComparedMandate, b: ComparedMandate, fieldOf: FieldOf): Overlap | undefined {
  if (a.unitId !== b.unitId) return undefined;
  const period = sharedPeriod(a, b);
  const tasks = a.tasks.filter((task) => b.tasks.includes(task));
  const scope = sharedScope(a, b, fieldOf);
  if (!period || tasks.length === 0 || scope.fieldCodes.length + scope.procedureCodes.length === 0)
    return undefined;
  const kind = kindOf(a, b);
  return kind && { ids: [a.id, b.id], kind, tasks, ...scope, ...period };
}

function kindOf(a: ComparedMandate, b: ComparedMandate): OverlapKind | undefined {
  if (a.postOfficeId !== b.postOfficeId) return "shared";
  const apart =
    a.counterIds.length > 0 &&
    b.counterIds.length > 0 &&
    !a.counterIds.some((counter) => b.counterIds.includes(counter));
  if (apart) return undefined;
  return a.autonomy === b.autonomy ? "twice" : "contradiction";
}

function sharedPeriod(a: ComparedMandate, b: ComparedMandate) {
  const from = a.validFrom > b.validFrom ? a.validFrom : b.validFrom;
  const to = earlier(a.validTo, b.validTo);
  return to === null || from <= to ? { from, to } : undefined;
}

function earlier(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function sharedScope(a: ComparedMandate, b: ComparedMandate, fieldOf: FieldOf) {
  const fieldCodes = a.fieldCodes.filter((field) => b.fieldCodes.includes(field));
  const named = [...new Set([...a.procedureCodes, ...b.procedureCodes])];
  const covers = (
    { fieldCodes: fields, procedureCodes, exceptProcedureCodes }: ComparedMandate,
    code: string,
  ) => {
    if (exceptProcedureCodes.includes(code)) return false;
    const field = fieldOf(code);
    return procedureCodes.includes(code) || (field !== undefined && fields.includes(field));
  };
  const procedureCodes = named.filter((code) => covers(a, code) && covers(b, code));
  return { fieldCodes, procedureCodes };
}

/** Every pair of mandates that touch, contradictions first. At a unit there are a few dozen, so that pairs are walked. */
export function findOverlaps(mandates: readonly ComparedMandate[], fieldOf: FieldOf): readonly Overlap[] {
  return mandates
    .flatMap((a, index) => mandates.slice(index + 1).flatMap((b) => overlapOf(a, b, fieldOf) ?? []))
    .toSorted((a, b) => OVERLAP_KINDS.indexOf(a.kind) - OVERLAP_KINDS.indexOf(b.kind));
}

/**
 * Days between two mandates on which a task for a field is held by nobody at a unit. A mandate that names single
 * procedures fills no gap of the field.
 */
export function findGaps(mandates: readonly ComparedMandate[]): readonly Gap[] {
  return cellsOf(mandates).flatMap(({ held, cell }) => gapsOf(held).map((gap) => ({ ...cell, ...gap })));
}

/**
 * What ends for good: a task for a field at a unit whose last mandate has a last day and no successor. As for gaps, a
 * mandate that names single procedures does not carry the field on.
 */
export function findLapses(mandates: readonly ComparedMandate[]): readonly Lapse[] {
  return cellsOf(mandates).flatMap(({ held, cell }) => {
    const ends = held.map(({ validTo }) => validTo);
    const last = ends.reduce(later);
    return last === null ? [] : [{ ...cell, from: addDays(last, 1) }];
  });
}

interface HeldCell {
  readonly cell: Cell;
  /** Never empty. */
  readonly held: ComparedMandate[];
}

/** Mandates by unit, task and field. */
function cellsOf(mandates: readonly ComparedMandate[]): readonly HeldCell[] {
  const cells = new Map<string, HeldCell>();
  for (const mandate of mandates) {
    for (const task of mandate.tasks) {
      for (const fieldCode of mandate.fieldCodes) {
        const { unitId } = mandate;
        const key = JSON.stringify([unitId, task, fieldCode]);
        const known = cells.get(key);
        if (known) known.held.push(mandate);
        else cells.set(key, { cell: { unitId, task, fieldCode }, held: [mandate] });
      }
    }
  }
  return [...cells.values()];
}

function gapsOf(held: readonly ComparedMandate[]): readonly { from: PlainDate; to: PlainDate }[] {
  const gaps: { from: PlainDate; to: PlainDate }[] = [];
  let heldTo: PlainDate | null | undefined;
  for (const { validFrom, validTo } of held.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))) {
    if (heldTo === null) break;
    if (heldTo !== undefined && validFrom > addDays(heldTo, 1))
      gaps.push({ from: addDays(heldTo, 1), to: addDays(validFrom, -1) });
    if (heldTo === undefined || validTo === null || validTo > heldTo) heldTo = validTo;
  }
  return gaps;
}

/** The later of two last days, of which null is never over. */
function later(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
