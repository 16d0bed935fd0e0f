import { readWrittenDay } from "#domain/person/written-day.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Words } from "#web/text/words.ts";

/** As the contract asks: a word that says nothing is no reason. */
const REASON_MIN = 3;

/** What is wrong with a reason; undefined when it can be sent. */
export function reasonProblem(reason: string, { turns }: Words): string | undefined {
  return tidyText(reason).length < REASON_MIN ? turns.reasonShort : undefined;
}

/**
 * What is wrong with a day that lies ahead; undefined when it can be sent.
 * @param first the first day that can be chosen
 * @param tooEarly what is said of an earlier one
 */
export function dayProblem(
  day: string,
  first: PlainDate,
  { turns }: Words,
  tooEarly = turns.dayPast,
): string | undefined {
  const read = readWrittenDay(day);
  if (read === undefined) return turns.dayMissing;
  return read < first ? tooEarly : undefined;
}
