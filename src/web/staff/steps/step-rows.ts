import { STEPS_MAX, type StepInput, type StepPlan } from "#contract/steps.ts";
import { TIME_LIMIT_MAX, type TimeLimitUnit } from "#domain/calendar/time-limit.ts";
import type { StepRole } from "#domain/dossier/internal-procedure.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";

/** A step while it is being written: what it waits for stands as numbers of rows, as people speak of steps. */
export interface StepRow {
  /** Stays the step's own while rows change places. */
  readonly key: string;
  readonly name: string;
  readonly role: StepRole;
  /** Null: the agency that decides. */
  readonly agencyId: string | null;
  readonly amount: string;
  readonly unit: TimeLimitUnit | "none";
  /** Numbers of the rows before it. @example "1, 2" */
  readonly after: string;
  /** The papers that it yields, one a line. */
  readonly yields: string;
}

/** The rows of an internal procedure that is known. */
export function rowsOf(steps: readonly Omit<StepPlan, "agencyName">[]): readonly StepRow[] {
  const keys = steps.map(({ key }) => key);
  return steps.map(({ key, name, role, agencyId, limit, after, yields }) => ({
    key,
    name,
    role,
    agencyId,
    amount: limit === null ? "" : String(limit.amount),
    unit: limit?.unit ?? "none",
    after: numbersText(after.map((before) => keys.indexOf(before) + 1)),
    yields: yields.join("\n"),
  }));
}

/**
 * The steps that rows mean. A number that names no row becomes a key that no step has: the check of the procedure then
 * says so in its own words.
 */
export function stepsOf(rows: readonly StepRow[]): StepInput[] {
  return rows.map(({ key, name, role, agencyId, amount, unit, after, yields }) => ({
    key,
    name: tidyText(name),
    role,
    agencyId,
    limit: unit === "none" ? null : { amount: unit === "sameDay" ? 1 : Number(amount.trim()), unit },
    after: numbersOf(after).map((number) => rows[number - 1]?.key ?? `no-step-${number}`),
    yields: [...linesOf(yields)],
  }));
}

/** What cannot even be read as a step; what a whole procedure lacks is said by the rule. */
export type RowProblem = "amountMissing" | "limitTooLong" | "afterUnreadable";

/** What is wrong in a row while it is typed; the field that it stands in follows from it. */
export function rowProblem({ amount, unit, after }: StepRow): RowProblem | undefined {
  if (!/^[\s,;]*(?:\d{1,3}[\s,;]*)*$/.test(after)) return "afterUnreadable";
  if (unit === "none" || unit === "sameDay") return undefined;
  const number = Number(amount.trim());
  if (!Number.isInteger(number) || number < 1) return "amountMissing";
  return number > TIME_LIMIT_MAX[unit] ? "limitTooLong" : undefined;
}

/** The numbers of rows that a text names, each once. @example numbersOf("1, 2;2") → [1, 2] */
function numbersOf(text: string): readonly number[] {
  return [...new Set((text.match(/\d{1,3}/g) ?? []).map(Number))];
}

/** The rows with an empty one behind a row, which waits for that one as steps mostly do. */
export function withRowAfter(rows: readonly StepRow[], index: number): readonly StepRow[] {
  if (rows.length >= STEPS_MAX) return rows;
  const role = rows[index]?.role ?? "caseOfficer";
  const agencyId = rows[index]?.agencyId ?? null;
  const key = newKey(rows);
  const added: StepRow = { key, name: "", role, agencyId, amount: "", unit: "none", after: "", yields: "" };
  const kept = rename(rows, (number) => (number > index + 1 ? number + 1 : number));
  const before = rows.length === 0 ? "" : String(index + 1);
  return kept.toSpliced(index + 1, 0, { ...added, after: before });
}

/** The rows without one; who waited for it waits for what it waited for. */
export function withoutRow(rows: readonly StepRow[], index: number): readonly StepRow[] {
  const gone = index + 1;
  const inherited = numbersOf(rows[index]?.after ?? "").filter((number) => number !== gone);
  const heirs = rows.map((row) => ({
    ...row,
    after: numbersText(numbersOf(row.after).flatMap((number) => (number === gone ? inherited : [number]))),
  }));
  return rename(heirs, (number) => (number > gone ? number - 1 : number)).toSpliced(index, 1);
}

/** The rows with two neighbours exchanged; each still waits for the same steps. */
export function moved(rows: readonly StepRow[], index: number, by: -1 | 1): readonly StepRow[] {
  if (!rows[index] || !rows[index + by]) return rows;
  const numbers = new Map([
    [index + 1, index + by + 1],
    [index + by + 1, index + 1],
  ]);
  const renamed = rename(rows, (number) => numbers.get(number) ?? number);
  const [first, second] = by === 1 ? [index, index + 1] : [index - 1, index];
  return [
    ...renamed.slice(0, first),
    ...renamed.slice(second, second + 1),
    ...renamed.slice(first, second),
    ...renamed.slice(second + 1),
  ];
}

function rename(rows: readonly StepRow[], to: (number: number) => number): readonly StepRow[] {
  return rows.map((row) => ({ ...row, after: numbersText(numbersOf(row.after).map(to)) }));
}

function numbersText(numbers: readonly number[]): string {
  return [...new Set(numbers)].toSorted((one, other) => one - other).join(", ");
}

function linesOf(text: string): readonly string[] {
  return [...new Set(text.split("\n").map(tidyText))].filter((line) => line !== "");
}

/** A key that no row has and, by its number, none had that was taken out before a later one. @example "step3" */
function newKey(rows: readonly StepRow[]): string {
  const numbers = rows.map(({ key }) => Number(/^step(\d+)$/.exec(key)?.[1] ?? 0));
  return `step${Math.max(0, ...numbers, rows.length) + 1}`;
}
