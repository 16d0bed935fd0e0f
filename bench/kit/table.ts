import { type Machine, machineLine } from "./machine.ts";

export type Cell = string | number | null;

/** A table for a terminal: figures to the right, words to the left, every column as wide as it needs. */
function alignTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [head, ...rows.map((row) => row.map(cellText))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => (row[column] ?? "").length)));
  const isFigure = head.map((_, column) => rows.some((row) => typeof row[column] === "number"));
  return texts
    .map((row) =>
      head
        .map((_, column) => {
          const [text, width] = [row[column] ?? "", widths[column] ?? 0];
          return isFigure[column] ? text.padStart(width) : text.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Three digits that matter. @example cellText(12345.678) → "12,346"; cellText(0.4567) → "0.457" */
function cellText(cell: Cell): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  const digits = Math.abs(cell) >= 100 ? 0 : Math.abs(cell) >= 10 ? 1 : Math.abs(cell) >= 1 ? 2 : 3;
  return cell.toLocaleString("en-US", { maximumFractionDigits: Number.isInteger(cell) ? 0 : digits });
}

/** A ratio beside what was aimed at. @example judge(0.52, "atLeast", 0.5) → "0.52 (aim at least 0.5: met)" */
export function judge(value: number, direction: "atLeast" | "atMost", aim: number): string {
  const met = direction === "atLeast" ? value >= aim : value <= aim;
  const words = direction === "atLeast" ? "at least" : "at most";
  return `${Number(value.toPrecision(3))} (aim ${words} ${aim}: ${met ? "met" : "MISSED"})`;
}

export interface Report {
  readonly bench: string;
  readonly machine: Machine;
  /** What was made and how it was measured, in sentences: a figure without it misleads. */
  readonly conditions: readonly string[];
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
  /** Aims and what became of them, in sentences. */
  readonly findings: readonly string[];
  /** Everything a program may want to read again; the last line of the output. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Prints a report for people, and its figures as one JSON line at the end. */
export function printReport(report: Report): void {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(`\nbench/${report.bench}\n${machineLine(report.machine)}`);
  for (const line of report.conditions) say(`  ${line}`);
  for (const { title, head, rows } of report.tables) say(`\n${title}\n${alignTable(head, rows)}`);
  if (report.findings.length > 0) say("");
  for (const line of report.findings) say(`  ${line}`);
  say(JSON.stringify({ bench: report.bench, machine: report.machine, ...report.figures }));
}
