import { EVENT_OF_MOVE } from "#domain/mandate/mandate-event.ts";
import { instantAt } from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";

/**
 * Whether a mandate (alias `m`) gave a right at the end of a day: the day lies in its period, and by its ledger it stood
 * in force then. What was ended or suspended since was in force all the same; of a day before its first event only
 * today's status is known.
 */
export function inForceOn(day: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(m.valid_from <= ${day}::date and coalesce(m.valid_to, 'infinity') >= ${day}::date
    and coalesce((
      select e.type in (${EVENT_OF_MOVE.bringIntoForce}, ${EVENT_OF_MOVE.resume}, 'mandate.granted')
      from mandate_event e
      where e.mandate_id = m.id and e.occurred_at < ${instantAt(addDays(day, 1), 0)}::timestamptz
      order by e.seq desc limit 1
    ), m.status = 'inForce'))`;
}
