import { type PlainDate, addDays, daysBetween, plainDate } from "#domain/shared/plain-date.ts";

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A stretch of the picture, in hundredths of its width. */
export interface Stretch {
  readonly start: number;
  readonly width: number;
}

export interface Timeline<Bar> {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly bars: readonly { readonly of: Bar; readonly at: Stretch; readonly openEnd: boolean }[];
  /** Where the day stands that one looks at. */
  readonly day: number;
  /** The first days of years within the picture. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

/** Room after the last known day, for what has no end. */
const OPEN_DAYS = 120;
/** A bar of a few days must still be seen. */
const WIDTH_MIN = 0.8;

/**
 * The picture of some periods by date: it reaches from the first day to the last that is known, and past the day that
 * one looks at. A period without an end runs to the edge.
 */
export function timelineOf<Bar extends Days>(bars: readonly Bar[], day: PlainDate): Timeline<Bar> {
  const days = [
    day,
    ...bars.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom]),
  ].toSorted();
  const from = plainDate(days[0] ?? day);
  const open = bars.some(({ validTo }) => validTo === null);
  const to = addDays(plainDate(days.at(-1) ?? day), open ? OPEN_DAYS : 15);
  const length = Math.max(daysBetween(from, to), 1);
  const place = (at: string) => (daysBetween(from, plainDate(at)) / length) * 100;
  return {
    from,
    to,
    bars: bars.map((of) => {
      const start = place(of.validFrom);
      const end = of.validTo === null ? 100 : place(addDays(plainDate(of.validTo), 1));
      return { of, at: { start, width: Math.max(end - start, WIDTH_MIN) }, openEnd: of.validTo === null };
    }),
    day: place(day),
    years: yearsWithin(from, to).map((year) => ({ year, at: place(`${year}-01-01`) })),
  };
}

function yearsWithin(from: PlainDate, to: PlainDate): readonly number[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at);
}
