import type { UnitId } from "#domain/shared/id.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { placesOn } from "#domain/unit/place.ts";
import { nameToday } from "./name-today.ts";
import type { OneStopUnit, Reference } from "./reference.ts";

/** A unit itself, and the others of its province that stand on a day. */
export function unitsOfProvince(
  reference: Reference,
  unit: OneStopUnit,
  day: PlainDate,
): readonly OneStopUnit[] {
  const space = reference.spaceOf.get(unit.id);
  const others = placesOn([...reference.units.values()], day);
  return [unit, ...others.filter(({ id }) => id !== unit.id && reference.spaceOf.get(id) === space)];
}

/**
 * Where a citizen wants to fetch a result: a unit of the same province that stands today.
 *
 * @rule RETURN-02
 * @returns `unit_closed` with the name of the unit that goes on for a closed one, empty when none does
 */
export function chosenCollection(
  reference: Reference,
  unit: OneStopUnit,
  chosen: string,
  day: PlainDate,
): Result<UnitId, "unit_not_of_province" | "unit_closed"> {
  const wanted = reference.units.get(chosen);
  if (!wanted || reference.spaceOf.get(chosen) !== reference.spaceOf.get(unit.id))
    return refuse("unit_not_of_province");
  if (unitsOfProvince(reference, unit, day).some(({ id }) => id === chosen)) return done(wanted.id);
  return refuse("unit_closed", { unit: wanted.name, successor: nameToday(chosen, reference) ?? "" });
}

/** Where somebody goes who fetches a result at a unit: its first reception point, or the unit by its name. */
export function pointOfUnit(unitId: string, { counters, units, heirOf }: Reference): string {
  const heir = heirOf(unitId);
  const point = [...counters.values()].find(({ unit }) => unit.id === heir)?.receptionPoint;
  const name = units.get(heir)?.name ?? "";
  return point ? `${point.name}, ${point.address}` : name;
}
