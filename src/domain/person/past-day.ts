import type { PlainDate } from "../shared/plain-date.ts";
import type { FieldNotes } from "./findings.ts";
import { readWrittenDay } from "./written-day.ts";
import { isEmpty, type Typed } from "./written-text.ts";

/**
 * A day that has been, as of `today`: null when none was typed, and with a problem beside the field when
 * the day does not exist or is still to come.
 * @example readPastDay("birthDate", "30/02/1990", today, findings) → null, "day_impossible"
 */
export function readPastDay<Field extends string>(
  field: Field,
  typed: Typed,
  today: PlainDate,
  findings: FieldNotes<Field>,
): PlainDate | null {
  if (isEmpty(typed)) return null;
  const day = readWrittenDay(typed ?? "");
  if (day === undefined) findings.problem(field, "day_impossible");
  else if (day > today) findings.problem(field, "day_in_future");
  return day ?? null;
}
