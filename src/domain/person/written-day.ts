import { parsePlainDate, type PlainDate, plainDateOf } from "../shared/plain-date.ts";
import { compactText } from "./written-text.ts";

export const DAY_PROBLEMS = ["day_impossible", "day_in_future"] as const;

/** The personal number encodes births from 1900 on; an older day in a form is a slip of the hand. */
const FIRST_YEAR = 1900;

const SHAPES = [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, /^(\d{2})(\d{2})(\d{4})$/];
const SHORT_SHAPES = [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/, /^(\d{2})(\d{2})(\d{2})$/];

/**
 * The day that a person wrote or a card carries: `dd/MM/yyyy` (also with dots or dashes), `ddMMyyyy`,
 * or `yyyy-MM-dd` as other programs write it. Undefined when no such day exists since 1900. A year of two figures is
 * read within the century that begins with the year given; without one it is no year, since a birth may lie in either.
 * @example readWrittenDay("30/02/1990") → undefined
 * @example readWrittenDay("1/2/26", 2000) → "2026-02-01"
 */
export function readWrittenDay(text: string, century?: number): PlainDate | undefined {
  const written = compactText(text);
  const day =
    parsePlainDate(written) ??
    dayFirst(written, SHAPES, 0) ??
    (century === undefined ? undefined : dayFirst(written, SHORT_SHAPES, century));
  return day !== undefined && Number(day.slice(0, 4)) >= FIRST_YEAR ? day : undefined;
}

function dayFirst(written: string, shapes: readonly RegExp[], century: number): PlainDate | undefined {
  for (const shape of shapes) {
    const parts = shape.exec(written);
    if (parts) return plainDateOf(century + Number(parts[3]), Number(parts[2]), Number(parts[1]));
  }
  return undefined;
}
