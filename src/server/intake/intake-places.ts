import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { AgencyId, UnitId } from "#domain/shared/id.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type CompetenceQuestion, chosenAgency } from "#domain/unit/competence.ts";
import type { Counter, Reference } from "../units/reference.ts";
import { chosenCollection, unitsOfProvince } from "../units/units-of-province.ts";

/** The places of a dossier that are kept apart; the receiving unit is the counter's. */
export interface IntakePlaces {
  readonly helpedAtUnitId: UnitId;
  readonly decidingAgencyId: AgencyId;
  /** Left out: the result is fetched where it is received. */
  readonly collectedAtUnitId?: UnitId;
}

interface Chosen {
  readonly decidingAgencyId?: string | undefined;
  readonly helpedAtUnitId?: string | undefined;
  readonly collectedAtUnitId?: string | undefined;
  readonly returnMethod: "counter" | "postal" | "electronic";
}

type PlaceRefusal =
  | "deciding_agency_unknown"
  | "agency_not_competent"
  | "unit_not_of_province"
  | "unit_closed"
  | "collection_not_at_counter";

/**
 * Where the citizen was helped, who is to decide and where the result is fetched, as the form says it: all of the
 * counter's own province.
 * @rule INTAKE-03
 */
export function readPlaces(
  chosen: Chosen,
  content: ProcedureContent,
  reference: Reference,
  counter: Counter,
  day: PlainDate,
): Result<IntakePlaces, PlaceRefusal> {
  const agency = chosenAgency(competenceOf(content, reference, counter, day), chosen.decidingAgencyId);
  if (!agency.ok) return agency;
  const helpedAt = unitsOfProvince(reference, counter.unit, day).find(
    ({ id }) => id === (chosen.helpedAtUnitId ?? counter.unit.id),
  );
  if (!helpedAt) return refuse("unit_not_of_province");
  const places = { helpedAtUnitId: helpedAt.id, decidingAgencyId: agency.value };
  const { collectedAtUnitId: wanted = counter.unit.id } = chosen;
  if (wanted === counter.unit.id) return done(places);
  if (chosen.returnMethod !== "counter") return refuse("collection_not_at_counter");
  const collection = chosenCollection(reference, counter.unit, wanted, day);
  return collection.ok ? done({ ...places, collectedAtUnitId: collection.value }) : collection;
}

/** What the rule of competence is asked for a counter: the agencies of its space are those of its province. */
export function competenceOf(
  content: ProcedureContent,
  reference: Reference,
  { unit }: Counter,
  day: PlainDate,
): CompetenceQuestion {
  const space = reference.spaceOf.get(unit.id);
  return {
    deciding: content.deciding,
    levels: content.levels,
    fieldCode: content.fieldCode,
    unitAgencyId: unit.agencyId,
    competences: reference.competences,
    agencies: [...reference.agencies.values()].filter(({ id }) => reference.spaceOf.get(id) === space),
    day,
  };
}
