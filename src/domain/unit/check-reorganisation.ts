import { type PlainDate, addDays } from "../shared/plain-date.ts";
import { type PlaceFault, type PlaceRegister, checkPlaces } from "./check-places.ts";
import { type Place, placeTitle, standsOn } from "./place.ts";
import { type ReorganisationPlan, type UnitFate, reorganisationWrites } from "./reorganisation.ts";

/** What makes a plan impossible, with the sentence for logs. */
export const REORGANISATION_FAULTS = {
  unit_missing: "the plan names no unit that ends",
  unit_unknown: "no such one-stop unit is known",
  unit_not_standing: "the unit does not stand on the day before and on the day itself",
  unit_twice: "the unit stands in the plan more than once",
  unit_planned_elsewhere: "another plan that is still to be applied touches the unit",
  unit_of_other_space: "the unit belongs to another data space than the first one",
  unit_not_yours: "the unit belongs to another data space than your own",
  heir_missing: "the unit has no heir: what is open there would belong to nobody",
  heir_unknown: "no such unit is known, nor does the plan make one",
  heir_ends: "the heir ends itself, in this plan or by its own last day",
  heir_later: "the heir does not stand on the day",
  new_unit_unused: "nobody has the new unit for an heir",
  agency_unknown: "no such agency is known on the day",
  point_unknown: "the unit has no such reception point on the day",
  date_not_future: "the day must be after today",
  place_invalid: "a place would be wrong",
} as const;
export type ReorganisationFaultCode = keyof typeof REORGANISATION_FAULTS;

export interface ReorganisationFault {
  readonly fault: ReorganisationFaultCode;
  /** The key or the `ref` that it is about; empty when it is about the whole. */
  readonly about: string;
  /** What stands in the way, as people call it; of `place_invalid` also `field:problem`. */
  readonly names: readonly string[];
}

/** What a plan is checked against. */
export interface ReorganisationWorld extends PlaceRegister {
  readonly today: PlainDate;
  /** True when the plan is applied now: its day has come. */
  readonly applying: boolean;
  /** The data space of a unit by its key; undefined when none serves it. */
  readonly spaceOf: (unit: string) => string | undefined;
  /** The space of the person who plans. */
  readonly ownSpace: string;
  /** Units that other plans touch which are still to be applied, by key. */
  readonly planned: ReadonlyMap<string, { readonly title: string; readonly ends: boolean }>;
}

/**
 * All that is wrong with a plan. Each unit that ends has one heir that stands from the day on and does not end in the
 * same plan, so that no chain can close to a circle; what the register would look like afterwards is checked like
 * every other change of it.
 *
 * @rule UNIT-02
 * @returns an empty list when the plan may be kept, or applied
 */
export function checkReorganisation(
  plan: ReorganisationPlan,
  world: ReorganisationWorld,
): readonly ReorganisationFault[] {
  const faults = [
    ...dayFaults(plan, world),
    ...(plan.units.length === 0 ? [found("unit_missing")] : []),
    ...plan.units.flatMap((fate, at) => unitFaults(fate, at, plan, world)),
    ...plan.units.flatMap((fate) => heirFaults(fate.heir, fate.unit, plan, world)),
    ...plan.units.flatMap((fate) => pointFaults(fate, plan, world)),
    ...newUnitFaults(plan, world),
  ];
  return faults.length > 0 ? faults : registerFaults(plan, world);
}

function found(
  fault: ReorganisationFaultCode,
  about = "",
  names: readonly string[] = [],
): ReorganisationFault {
  return { fault, about, names };
}

function dayFaults(
  { effectiveOn }: ReorganisationPlan,
  { today, applying }: ReorganisationWorld,
): readonly ReorganisationFault[] {
  return applying || effectiveOn > today ? [] : [found("date_not_future", "", [effectiveOn])];
}

function unitFaults(
  { unit: key }: UnitFate,
  at: number,
  plan: ReorganisationPlan,
  world: ReorganisationWorld,
): readonly ReorganisationFault[] {
  const unit = unitOf(world, key);
  if (!unit) return [found("unit_unknown", key)];
  const { effectiveOn } = plan;
  const elsewhere = world.planned.get(key);
  const space = world.spaceOf(key);
  const stands = standsOn(unit, effectiveOn) && standsOn(unit, addDays(effectiveOn, -1));
  return [
    ...(stands ? [] : [found("unit_not_standing", key, [placeTitle(unit)])]),
    ...(plan.units.findIndex((one) => one.unit === key) < at ? [found("unit_twice", key, [unit.name])] : []),
    ...(elsewhere ? [found("unit_planned_elsewhere", key, [unit.name, elsewhere.title])] : []),
    ...(space === world.spaceOf(plan.units[0]?.unit ?? "")
      ? []
      : [found("unit_of_other_space", key, [unit.name])]),
    ...(space === world.ownSpace ? [] : [found("unit_not_yours", key, [unit.name])]),
  ];
}

function heirFaults(
  heir: string,
  about: string,
  plan: ReorganisationPlan,
  world: ReorganisationWorld,
): readonly ReorganisationFault[] {
  if (heir === "") return [found("heir_missing", about, namesOf(world, about))];
  if (plan.newUnits.some(({ ref }) => ref === heir)) return [];
  const unit = unitOf(world, heir);
  if (!unit) return [found("heir_unknown", about, [heir])];
  if (plan.units.some((one) => one.unit === heir) || unit.validTo !== null)
    return [found("heir_ends", about, [unit.name])];
  if (unit.validFrom > plan.effectiveOn) return [found("heir_later", about, [placeTitle(unit)])];
  const elsewhere = world.planned.get(heir);
  if (elsewhere?.ends) return [found("unit_planned_elsewhere", about, [unit.name, elsewhere.title])];
  return world.spaceOf(heir) === world.spaceOf(about)
    ? []
    : [found("unit_of_other_space", about, [unit.name])];
}

function pointFaults(
  fate: UnitFate,
  plan: ReorganisationPlan,
  world: ReorganisationWorld,
): readonly ReorganisationFault[] {
  return fate.points.flatMap(({ point, heir }) => {
    const place = world.places.find(({ key, kind }) => key === point && kind === "receptionPoint");
    if (place?.values.oneStopUnit !== fate.unit || !standsOn(place, plan.effectiveOn))
      return [found("point_unknown", point)];
    return heir === null
      ? []
      : heirFaults(heir, fate.unit, plan, world).map((fault) => ({ ...fault, about: point }));
  });
}

function newUnitFaults(plan: ReorganisationPlan, world: ReorganisationWorld): readonly ReorganisationFault[] {
  const heirs = new Set(plan.units.flatMap(({ heir, points }) => [heir, ...points.map((one) => one.heir)]));
  return plan.newUnits.flatMap(({ ref, name, agency }) => [
    ...(heirs.has(ref) ? [] : [found("new_unit_unused", ref, [name])]),
    ...(agency.kind === "new" || isAgency(world, agency.key, plan.effectiveOn)
      ? []
      : [found("agency_unknown", ref, [agency.key])]),
  ]);
}

function isAgency({ places }: ReorganisationWorld, key: string, day: PlainDate): boolean {
  return places.some((place) => place.kind === "agency" && place.key === key && standsOn(place, day));
}

/** The register as it would be, checked like every change of it. */
function registerFaults(
  plan: ReorganisationPlan,
  world: ReorganisationWorld,
): readonly ReorganisationFault[] {
  const { places: writes, agencies } = reorganisationWrites(plan, world.places);
  const ended = new Set(agencies.map(({ predecessor }) => predecessor));
  const after = new Map(writes.map((write) => [write.after.key, write.after]));
  const standing = world.places.map((place) => after.get(place.key) ?? place);
  const begun = writes.flatMap((write) => (write.before === null ? [write.after] : []));
  const register = {
    ...world,
    places: [...standing, ...begun],
    // What an agency that ends decides goes to its heir in the same act.
    competences: world.competences.filter(({ agency }) => !ended.has(agency)),
  };
  return checkPlaces(
    register,
    writes.map((write) => write.after),
  ).map((fault) => placeFault(fault, register.places));
}

function placeFault({ key, field, problem, names }: PlaceFault, places: readonly Place[]) {
  const place = places.find((one) => one.key === key);
  return found("place_invalid", key, [`${field}:${problem}`, place?.name ?? key, ...names]);
}

function unitOf({ places }: ReorganisationWorld, key: string): Place | undefined {
  return places.find((place) => place.kind === "oneStopUnit" && place.key === key);
}

function namesOf(world: ReorganisationWorld, key: string): readonly string[] {
  const unit = unitOf(world, key);
  return unit ? [unit.name] : [];
}
