import { type PlainDate, addDays } from "../shared/plain-date.ts";

/**
 * The first day from which a new version of a procedure may be in force: not before today, since what was done under
 * the old one stands, and at least a day after the newest version began, so that every version has had its day.
 * @rule CATALOGUE-02
 * @example earliestFirstDay("2026-11-21", "2026-07-01") → "2026-11-21"
 */
export function earliestFirstDay(today: PlainDate, newestValidFrom: PlainDate): PlainDate {
  const afterNewest = addDays(newestValidFrom, 1);
  return afterNewest > today ? afterNewest : today;
}

/** What a form proposes: tomorrow, so that nobody at a counter is surprised in the middle of a form. */
export function proposedFirstDay(today: PlainDate, newestValidFrom: PlainDate): PlainDate {
  const tomorrow = addDays(today, 1);
  const earliest = earliestFirstDay(today, newestValidFrom);
  return earliest > tomorrow ? earliest : tomorrow;
}
