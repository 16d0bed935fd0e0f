import type { DecidingLevel } from "../catalogue/procedure.ts";
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
