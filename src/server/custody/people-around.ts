import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { accountInForce } from "../ledgers/account-in-force.ts";
import type { Reference } from "../units/reference.ts";

export interface PersonAround {
  readonly id: string;
  readonly name: string;
  /** Units, agencies and post offices at which this person has a post today, by id. */
  readonly at: readonly string[];
}

interface Around {
  readonly reference: Reference;
  readonly day: PlainDate;
  /** Also whose contract has run out. */
  readonly alsoEnded?: boolean;
}

/** Who has a post today at one of these units, agencies and post offices, or at an office that staffs a counter of them; by name. */
export async function peopleAround(
  tx: Tx,
  places: readonly string[],
  { reference, day, alsoEnded = false }: Around,
): Promise<readonly PersonAround[]> {
  const here = new Set(places);
  const offices = [...reference.countersOfOffice]
    .filter(([, counters]) => counters.some(({ unit }) => here.has(unit.id)))
    .map(([office]) => office);
  const at = [...places, ...offices];
  const { rows } = await sql<PersonAround>`
    select a.id, a.full_name collate "vi-x-icu" as name,
      array_agg(distinct coalesce(p.one_stop_unit_id, p.agency_id, p.post_office_id)::text) as "at"
    from nation.staff_post p join nation.account a on a.id = p.account_id
    where coalesce(p.one_stop_unit_id, p.agency_id, p.post_office_id) = any (${at}::uuid[])
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, ${day}::date) >= ${day}::date
      and (${accountInForce(day)} or ${alsoEnded} and a.closed_at is null)
    group by a.id
    order by name, a.id`.execute(tx);
  return rows;
}
