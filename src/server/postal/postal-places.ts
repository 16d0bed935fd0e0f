import type { PostalPlace } from "#domain/postal/zone.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { provinceOfCommune } from "../units/load-communes.ts";

/** The last day of the districts, by which the tariff still goes. */
const LAST_DISTRICTS = "2025-06-30";

const stood = (alias: string, day: ReturnType<typeof sql>) =>
  sql`(${sql.ref(`${alias}.valid_from`)} <= ${day} and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity') >= ${day})`;

/** Codes of the districts that a unit of a day lay in before they ended; a unit that came of a district lay in it. */
async function districtsOf(tx: Tx, code: string, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ district: string }>`
    with recursive back as (
      select u.code, u.valid_from, u.valid_to, u.parent_code from nation.administrative_unit u
      where u.code = ${code} and ${stood("u", sql`${day}::date`)}
      union
      select u.code, u.valid_from, u.valid_to, u.parent_code from back
      join nation.administrative_succession s
        on s.successor_code = back.code and ${stood("back", sql`s.succeeded_on`)}
      join nation.administrative_unit u on u.code = s.predecessor_code and ${stood("u", sql`s.succeeded_on - 1`)})
    select distinct case when length(back.code) = 3 then back.code else back.parent_code end as district
    from back where ${stood("back", sql`${LAST_DISTRICTS}::date`)} order by 1`.execute(tx);
  return rows.map(({ district }) => district).filter((district) => /^\d{3}$/.test(district));
}

/** Where the citizen lives, as the form says it. */
export interface CitizenPlace {
  readonly communeCode: string;
  readonly oldCommuneCode?: string | undefined;
}

/**
 * The citizen's end of a way. A commune that ended is refused with what goes on for it, because the parcel needs an address
 * of today; the old commune beside it says the district.
 */
export async function citizenPlace(
  tx: Tx,
  { communeCode, oldCommuneCode }: CitizenPlace,
  { reference, day }: { readonly reference: Reference; readonly day: PlainDate },
): Promise<Result<PostalPlace, "commune_unknown" | "commune_abolished">> {
  const province = provinceOfCommune(reference, communeCode, day);
  if (province === undefined) {
    const successors = await successorsOf(tx, communeCode, day);
    return successors.length === 0
      ? refuse("commune_unknown", { code: communeCode })
      : refuse("commune_abolished", { code: communeCode, successors });
  }
  const districts = await districtsOf(tx, communeCode, day);
  const old = oldCommuneCode === undefined ? [] : await districtsOf(tx, oldCommuneCode, LAST_DISTRICTS);
  const certain = old.filter((district) => districts.includes(district));
  return done({ province, region: null, districts: certain.length > 0 ? certain : districts });
}

/** The communes of a day that a code of before leads to: "24769 Phường X, Tỉnh Y". */
async function successorsOf(tx: Tx, code: string, day: PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ offer: string }>`
    with recursive forth as (
      select u.code, u.valid_from, u.valid_to from nation.administrative_unit u
      where u.code = ${code} and u.valid_to < ${day}::date
      union
      select u.code, u.valid_from, u.valid_to from forth
      join nation.administrative_succession s
        on s.predecessor_code = forth.code and ${stood("forth", sql`s.succeeded_on - 1`)}
      join nation.administrative_unit u on u.code = s.successor_code and ${stood("u", sql`s.succeeded_on`)})
    select distinct u.code || ' ' || u.name || ', ' || p.name as offer
    from forth join nation.administrative_unit u using (code, valid_from)
    join nation.administrative_unit p on p.code = u.parent_code and ${stood("p", sql`${day}::date`)}
    where ${stood("u", sql`${day}::date`)} order by 1`.execute(tx);
  return rows.map(({ offer }) => offer);
}

/**
 * The unit's end of a way. The unit of a whole province lies in no district of before that the map knows: then every
 * district is possible, and the cheaper zone is taken.
 */
export async function unitPlace(
  tx: Tx,
  unitId: string,
  citizen: PostalPlace,
  { reference, day }: { readonly reference: Reference; readonly day: PlainDate },
): Promise<PostalPlace> {
  const unit = reference.units.get(reference.heirOf(unitId));
  const code = reference.agencies.get(unit?.agencyId ?? "")?.administrativeUnitCode;
  invariant(code, "the agency of a unit has a place on the map");
  const province = provinceOfCommune(reference, code, day);
  if (province !== undefined) return { province, region: null, districts: await districtsOf(tx, code, day) };
  return { province: code, region: null, districts: [...citizen.districts, "?"] };
}
