import { PLACES_FOUND_MAX, findIntakePlaces } from "#contract/intake.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { competentAgencies, decidingAgency } from "#domain/unit/competence.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { unitsOfProvince } from "../units/units-of-province.ts";
import { competenceOf } from "./intake-places.ts";

/** What the counter chooses from: who may decide the procedure in this province, and where somebody may have been helped. */
export const findIntakePlacesRoute = bind(
  findIntakePlaces,
  async ({ actor, reference, params, query, now }) => {
    const seat = counterOf(actor);
    if (!seat.ok) return seat;
    const day = localTime(now).day;
    const version = validVersion(reference.versionsByCode.get(params.code) ?? [], day);
    if (!version.ok) return version;
    const question = competenceOf(version.value.content, reference, seat.value, day);
    const own = decidingAgency(question);
    const agencies = competentAgencies(question).map((agencyId) => ({
      agencyId,
      name: reference.agencies.get(agencyId)?.name ?? "",
      own: own.ok && own.value === agencyId,
    }));
    const units = unitsOfProvince(reference, seat.value.unit, day).map(({ id, name }) => ({
      unitId: id,
      name,
      own: id === seat.value.unit.id,
    }));
    return done({ agencies: found(agencies, query.q), units: found(units, query.q) });
  },
);

/** Those with every word in their name, in any order; the own one first, then by name. */
function found<T extends { readonly name: string; readonly own: boolean }>(
  places: readonly T[],
  typed: string | undefined,
): T[] {
  const words = searchKey(typed ?? "").split(" ");
  return places
    .map((place) => ({ place, key: searchKey(place.name) }))
    .filter(({ key }) => words.every((word) => key.includes(word)))
    .toSorted((one, other) =>
      one.place.own === other.place.own
        ? compare(one.key, other.key)
        : Number(other.place.own) - Number(one.place.own),
    )
    .slice(0, PLACES_FOUND_MAX)
    .map(({ place }) => place);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
