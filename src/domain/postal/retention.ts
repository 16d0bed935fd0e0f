import { MARKS } from "../calendar/work-calendar.ts";
import { type Shape, integer, oneOf, record, text } from "../catalogue/read-shape.ts";
import { type PlainDate, addMonths } from "../shared/plain-date.ts";

/** How long at least the post keeps what proves its work, counted from the day on which it took the papers. */
export interface Retention {
  readonly paperYears: number;
  readonly electronicYears: number;
}

const RETENTION: Shape<Retention & { readonly mark: string; readonly source: string }> = {
  paperYears: integer(1),
  electronicYears: integer(1),
  mark: oneOf(MARKS),
  source: text,
};
const MONTHS = 12;

/**
 * The terms as the reference data state them.
 *
 * @throws RangeError that names every place where the file is not of the promised shape
 */
export function readRetention(value: unknown): Retention {
  const faults: string[] = [];
  record(RETENTION)(value, "retention", faults);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return value as Retention;
}

/**
 * Until which day paper and data are kept at least.
 *
 * @rule RETENTION-01 Thông tư 17/2017/TT-BTTTT Điều 14
 * @example keptUntil("2026-11-16", { paperYears: 1, electronicYears: 5 }) → paper 2027-11-16, electronic 2031-11-16
 */
export function keptUntil(
  acceptedOn: PlainDate,
  { paperYears, electronicYears }: Retention,
): { readonly paper: PlainDate; readonly electronic: PlainDate } {
  return {
    paper: addMonths(acceptedOn, paperYears * MONTHS),
    electronic: addMonths(acceptedOn, electronicYears * MONTHS),
  };
}

/** Data of papers that were taken before this day need not be kept today. */
export function forgetBefore(today: PlainDate, { electronicYears }: Retention): PlainDate {
  return addMonths(today, -electronicYears * MONTHS);
}
