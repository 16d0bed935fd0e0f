import type { QueueRow } from "#contract/queue.ts";
import type { Words } from "#web/text/words.ts";

/** The facts of a late dossier as one line, what holds it now first. */
export function latenessWords(
  {
    heldSince,
    idleDays,
    asked,
    supplements,
    stoodDays,
    extended,
    apologised,
  }: NonNullable<QueueRow["lateness"]>,
  words: Words["work"]["list"]["late"],
  moment: (at: string) => string,
): string {
  return [
    words.held(moment(heldSince)),
    idleDays === null ? null : words.idle(idleDays),
    asked.length > 0 ? words.waiting(asked.join(", ")) : null,
    supplements > 0 ? words.supplements(supplements) : null,
    stoodDays > 0 ? words.stood(stoodDays) : null,
    extended ? words.extended : null,
    apologised ? words.apologised : words.notApologised,
  ]
    .filter((part) => part !== null)
    .join("; ");
}
