import { type PlainDate, addDays, plainDateOf } from "../shared/plain-date.ts";
import { invariant } from "../shared/result.ts";

/** What the operator reports of: each quarter, the first half and the whole of a year. */
export const REPORT_KINDS = ["quarter", "halfYear", "year"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A period of a report of the public postal service. */
export interface ReportPeriod {
  /** "2026-Q3", "2026-H1", "2026". */
  readonly code: string;
  readonly kind: ReportKind;
  readonly from: PlainDate;
  /** Its last day. */
  readonly to: PlainDate;
  /** The report is sent before this day. */
  readonly before: PlainDate;
}

/** Day of the month before which a report is sent. */
const BEFORE_DAY = 10;
const MONTHS = { quarter: 3, halfYear: 6, year: 12 } as const satisfies Record<ReportKind, number>;

/**
 * The period that a code names, with the day before which its report is sent: a quarter's before the 10th of the month after,
 * the half-year's before 10 July, the year's before 10 January.
 *
 * @returns undefined for what is no such code; there is no report of the second half of a year
 * @rule POSTAL-REPORT-01 Thông tư 17/2017/TT-BTTTT Điều 13
 * @example readReportPeriod("2026-Q3") → 1/7 to 30/9/2026, before 10/10/2026
 */
export function readReportPeriod(code: string): ReportPeriod | undefined {
  const [, year = "", part = ""] = /^(20\d{2})(?:-(Q[1-4]|H1))?$/.exec(code) ?? [];
  if (year === "") return undefined;
  if (part === "") return periodOf("year", Number(year), 1);
  return part === "H1"
    ? periodOf("halfYear", Number(year), 1)
    : periodOf("quarter", Number(year), Number(part[1]) * MONTHS.quarter - 2);
}

/**
 * Periods that have begun by a day, the newest first: those of this year and of the year before.
 * @example recentPeriods("2026-08-01") → 2026-Q3, 2026-H1, 2026-Q2, 2026-Q1, 2026, 2025-Q4, …
 */
export function recentPeriods(today: PlainDate): readonly ReportPeriod[] {
  const year = Number(today.slice(0, 4));
  const codes = [year, year - 1].flatMap((one) =>
    ["Q4", "Q3", "H1", "Q2", "Q1", ""].map((part) => (part === "" ? `${one}` : `${one}-${part}`)),
  );
  return codes.flatMap((code) => {
    const period = readReportPeriod(code);
    return period !== undefined && period.from <= today ? [period] : [];
  });
}

function periodOf(kind: ReportKind, year: number, month: number): ReportPeriod {
  const after = month + MONTHS[kind];
  const [nextYear, nextMonth] = after > 12 ? [year + 1, after - 12] : [year, after];
  const [from, next, before] = [
    plainDateOf(year, month, 1),
    plainDateOf(nextYear, nextMonth, 1),
    plainDateOf(nextYear, nextMonth, BEFORE_DAY),
  ];
  invariant(from && next && before, "a month has a first and a tenth day");
  const part = { quarter: `-Q${(month + 2) / 3}`, halfYear: "-H1", year: "" }[kind];
  return { code: `${year}${part}`, kind, from, to: addDays(next, -1), before };
}
