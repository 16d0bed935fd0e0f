import type { DecidingLevel, ProcedureLevel } from "../catalogue/procedure.ts";
import type { AgencyId } from "../shared/id.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** Which agency decides a field at a level, while it holds. */
export interface Competence {
  readonly fieldCode: string;
  readonly level: string;
  readonly agencyId: AgencyId;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/**
 * The competent authority (cơ quan có thẩm quyền giải quyết) for a dossier received at a unit: a commune
 * decides its own procedures, others go to the agency that holds the field on that day.
 * @returns `deciding_agency_unknown` when nobody holds it: such a dossier would have nowhere to go.
 * @example decidingAgency({ deciding: "commune", fieldCode, unitAgencyId, competences, day }) → unitAgencyId
 */
export function decidingAgency(input: {
  readonly deciding: DecidingLevel;
  readonly fieldCode: string;
  readonly unitAgencyId: AgencyId;
  readonly competences: readonly Competence[];
  readonly day: PlainDate;
}): Result<AgencyId, "deciding_agency_unknown"> {
  if (input.deciding === "commune") return done(input.unitAgencyId);
  const held = input.competences.find(
    (competence) =>
      competence.fieldCode === input.fieldCode &&
      competence.level === input.deciding &&
      competence.validFrom <= input.day &&
      (competence.validTo ?? input.day) >= input.day,
  );
  return held
    ? done(held.agencyId)
    : refuse("deciding_agency_unknown", { field: input.fieldCode, level: input.deciding });
}

/** An agency that a dossier may be sent to. */
export interface AgencyOfProvince {
  readonly id: AgencyId;
  readonly kind: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** What {@link competentAgencies} looks at: the procedure, the unit that receives, and the agencies of its province. */
export interface CompetenceQuestion {
  readonly deciding: DecidingLevel;
  /** The levels at which it is done: each of them may be chosen. */
  readonly levels: readonly ProcedureLevel[];
  readonly fieldCode: string;
  readonly unitAgencyId: AgencyId;
  readonly competences: readonly Competence[];
  /** Those of the unit's own province (space); others are never competent for what is received here. */
  readonly agencies: readonly AgencyOfProvince[];
  readonly day: PlainDate;
}

/**
 * Every agency of the province that may decide a procedure whichever unit of it receives the dossier (không phụ thuộc
 * địa giới hành chính): each commune for what communes decide, and the holders of the field above them. The unit's own
 * one ({@link decidingAgency}) stands first.
 *
 * @rule INTAKE-03 (NĐ 118/2025/NĐ-CP Điều 14)
 * @example competentAgencies({ deciding: "commune", … }) → [own commune, every other commune of the province]
 */
export function competentAgencies(question: CompetenceQuestion): readonly AgencyId[] {
  const { competences, fieldCode, day, agencies } = question;
  const levels = new Set<string>([question.deciding, ...question.levels]);
  const own = decidingAgency(question);
  const there = agencies.filter((agency) => isOn(agency, day));
  const communes = levels.has("commune") ? there.filter(({ kind }) => kind === "communeCommittee") : [];
  const holders = competences
    .filter((held) => held.fieldCode === fieldCode && levels.has(held.level) && isOn(held, day))
    .map(({ agencyId }) => agencyId)
    .filter((id) => there.some((agency) => agency.id === id));
  return [...new Set([...(own.ok ? [own.value] : []), ...communes.map(({ id }) => id), ...holders])];
}

/**
 * The agency that is to decide: the one chosen at the counter if it may, the unit's own one when nobody chose.
 * @returns `agency_not_competent` for an agency that does not decide this procedure, or lies in another province.
 * @rule INTAKE-03
 */
export function chosenAgency(
  question: CompetenceQuestion,
  chosen: string | undefined,
): Result<AgencyId, "deciding_agency_unknown" | "agency_not_competent"> {
  if (chosen === undefined) return decidingAgency(question);
  const found = competentAgencies(question).find((id) => id === chosen);
  return found ? done(found) : refuse("agency_not_competent");
}

function isOn({ validFrom, validTo }: Pick<Competence, "validFrom" | "validTo">, day: PlainDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
