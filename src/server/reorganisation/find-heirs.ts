import { findHeirs } from "#contract/reorganisations.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { type Place, standsOn } from "#domain/unit/place.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { type StoredPlaces, loadPlaces } from "../units/stored-places.ts";

/** A unit as the form of a plan needs it, with the communes that succeeded its commune by the map. */
export const findHeirsRoute = bind(findHeirs, async ({ params, query, now, read }) =>
  read(async (tx) => {
    const stored = await loadPlaces(tx);
    const unit = stored.byKey.get(params.key);
    if (unit?.kind !== "oneStopUnit") return refuse("not_found");
    const day = parsePlainDate(query.on ?? "") ?? localTime(now).day;
    const successors = await successorsOf(tx, unit, day);
    return done({
      ...unitView(stored, unit),
      points: below(stored, "receptionPoint", unit, day).map((point) => ({
        key: point.key,
        name: point.name,
        address: point.values.address ?? "",
        counters: below(stored, "counter", point, day).length,
      })),
      successors: successors.map((commune) => ({
        ...commune,
        unit: unitFor(stored, commune.code, unit, day),
      })),
    });
  }),
);

/** What a new unit may take over from the one that ends. */
function unitView({ byKey }: StoredPlaces, { key, name, values }: Place) {
  const { governingBody = "", administrativeUnit = "", calendar = "", agency = "" } = values;
  const { name: agencyName = "", values: held = {} } = byKey.get(agency) ?? {};
  const { agencyKind = "", code2018 = "", code2025 = "" } = held;
  const codes = { code2018, code2025 };
  return { key, name, governingBody, administrativeUnit, calendar, agency, agencyName, agencyKind, codes };
}

function below(
  { places }: StoredPlaces,
  kind: "receptionPoint" | "counter",
  above: Place,
  day: PlainDate,
): readonly Place[] {
  const field = kind === "counter" ? "receptionPoint" : "oneStopUnit";
  return places.filter(
    (place) => place.kind === kind && place.values[field] === above.key && standsOn(place, day),
  );
}

/**
 * Communes that stand on a day and have followed the unit's own by the map since the unit began, in however many
 * steps. A code may go on with the next commune: 25750 was Phường Phú Hòa, and is Phường Phú Lợi.
 */
async function successorsOf(tx: Tx, { values, validFrom }: Place, day: PlainDate) {
  const { rows } = await sql<{ code: string; name: string }>`
    with recursive line (code, since) as (
      select successor_code, succeeded_on from nation.administrative_succession
      where predecessor_code = ${values.administrativeUnit ?? ""} and succeeded_on > ${validFrom}::date
      union
      select s.successor_code, s.succeeded_on from nation.administrative_succession s
      join line on line.code = s.predecessor_code and s.succeeded_on > line.since)
    select distinct u.code, u.name from line join nation.administrative_unit u on u.code = line.code
    where u.valid_from <= ${day}::date and coalesce(u.valid_to, 'infinity') >= ${day}::date
    order by u.name`.execute(tx);
  return rows;
}

function unitFor({ places }: StoredPlaces, commune: string, besides: Place, day: PlainDate) {
  const found = places.find(
    (place) =>
      place.kind === "oneStopUnit" &&
      place !== besides &&
      place.values.administrativeUnit === commune &&
      standsOn(place, day),
  );
  return found ? { key: found.key, name: found.name } : null;
}
