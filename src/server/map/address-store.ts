import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { UnitKind } from "#domain/unit/administrative-unit.ts";
import type { AddressPlace, NamedUnit } from "#domain/unit/find-address.ts";
import { sql } from "kysely";
import type { Db } from "../db/kysely.ts";

/** A place that an address may mean, with the unit from which the way to today begins. */
export interface StoredPlace extends AddressPlace {
  /** The unit of this code on this day; for a name that was gone before, the unit it is counted to. */
  readonly code: string;
  readonly day: PlainDate;
}

interface Row {
  readonly unit: NamedUnit;
  readonly district: NamedUnit | null;
  readonly provinces: readonly NamedUnit[];
  readonly ended_on: PlainDate | null;
  readonly noted: boolean;
  readonly code: string;
  readonly day: PlainDate;
}

const named = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`jsonb_build_object('key', ${of("name_key")}, 'name', ${of("name")}, 'kind', ${of("kind")})`;
};
const COMMUNE_KINDS: readonly UnitKind[] = ["ward", "commune", "township", "specialZone"];
const PROVINCE_KINDS: readonly UnitKind[] = ["province", "centralCity"];

/** The last day of a place, without an end while it stands: on that day it is asked what it lay in. */
const stoodThen = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`${of("valid_from")} <= coalesce(p.ended_on, 'infinity')
    and coalesce(${of("valid_to")}, 'infinity') >= coalesce(p.ended_on, 'infinity')`;
};

/**
 * Every commune of today and of before whose name is one of the keys, with its district and its provinces: its own
 * first, then those that followed it or that it came from, as people mix the two. A district counts where a commune
 * came of it directly, as on the islands. The places are few and each looks up what is above it by its code: `limit`
 * keeps the planner from reading the whole map for that when it has no statistics yet.
 */
export async function findPlacesByKey(db: Db, keys: readonly string[]): Promise<readonly StoredPlace[]> {
  const { rows } = await sql<Row>`
    with place as (
      select u.name_key, u.name, u.kind, u.parent_code, u.code, u.valid_from as day, u.valid_to as ended_on,
        true as noted
      from nation.administrative_unit u
      where u.name_key = any(${keys}) and (u.kind = any(${COMMUNE_KINDS}) or (u.kind <> all(${PROVINCE_KINDS})
        and (select true from nation.administrative_succession s where s.predecessor_code = u.code limit 1)))
      union all
      select e.name_key, e.name, e.kind, e.parent_code, e.successor_code, e.succeeded_on, e.succeeded_on - 1, false
      from nation.earlier_unit_name e where e.name_key = any(${keys})),
    top as (
      select p.*, above.name_key as above_key, above.name as above_name, above.kind as above_kind,
        case when above.kind = any(${PROVINCE_KINDS}) then above.code else above.parent_code end as top_code
      from place p cross join lateral (
        select u.* from nation.administrative_unit u where u.code = p.parent_code and ${stoodThen("u")} limit 1) above)
    select ${named("p")} as unit, p.code, to_char(p.day, 'YYYY-MM-DD') as day,
      to_char(p.ended_on, 'YYYY-MM-DD') as ended_on, p.noted,
      case when p.above_kind <> all(${PROVINCE_KINDS})
        then jsonb_build_object('key', p.above_key, 'name', p.above_name, 'kind', p.above_kind) end as district,
      (select jsonb_agg(${named("near")} order by near.steps) from (
         select own.name_key, own.name, own.kind, 0 as steps
         union all
         select u.name_key, u.name, u.kind, 1 from nation.administrative_succession s
         join nation.administrative_unit u on u.code = s.successor_code and u.valid_from = s.succeeded_on
         where s.predecessor_code = own.code and s.succeeded_on = own.valid_to + 1
         union all
         select u.name_key, u.name, u.kind, 2 from nation.administrative_succession s
         join nation.administrative_unit u on u.code = s.predecessor_code and u.valid_to = s.succeeded_on - 1
         where s.successor_code = own.code and s.succeeded_on = own.valid_from) near) as provinces
    from top p join nation.administrative_unit own on own.code = p.top_code and ${stoodThen("own")}`.execute(
    db,
  );
  return rows.map(({ ended_on: endedOn, noted, ...row }) => ({
    ...row,
    endedOn: noted ? endedOn : undefined,
  }));
}

/** A commune of today that a place has become; `from` is the number of the place. */
export interface StandingCommune {
  readonly from: number;
  readonly communeCode: string;
  readonly communeName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
}

/** What places have become by a day: communes that stand, in the order of the places, then by code. */
export async function findStandingCommunes(
  db: Db,
  places: readonly StoredPlace[],
  day: PlainDate,
): Promise<readonly StandingCommune[]> {
  const { rows } = await sql<StandingCommune>`
    with recursive forth as (
      select given.number as "from", u.code, u.valid_from, u.valid_to
      from unnest(${places.map(({ code }) => code)}::text[], ${places.map((place) => place.day)}::date[])
        with ordinality as given (code, day, number)
      join nation.administrative_unit u on u.code = given.code and u.valid_from = given.day
      union
      select forth."from", u.code, u.valid_from, u.valid_to
      from forth
      join nation.administrative_succession s on s.predecessor_code = forth.code
        and forth.valid_from < s.succeeded_on and coalesce(forth.valid_to, 'infinity') >= s.succeeded_on - 1
      join nation.administrative_unit u on u.code = s.successor_code
        and u.valid_from <= s.succeeded_on and coalesce(u.valid_to, 'infinity') >= s.succeeded_on)
    select (forth."from" - 1)::int as "from", forth.code as "communeCode", c.name as "communeName",
      p.code as "provinceCode", p.name as "provinceName"
    from forth
    join nation.administrative_unit c on c.code = forth.code and c.valid_from = forth.valid_from
    join nation.administrative_unit p on p.code = c.parent_code
      and p.valid_from <= ${day} and coalesce(p.valid_to, 'infinity') >= ${day}
    where c.valid_from <= ${day} and coalesce(c.valid_to, 'infinity') >= ${day}
    order by forth."from", forth.code`.execute(db);
  return rows;
}
