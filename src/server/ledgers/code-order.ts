import { isValidOn } from "#domain/catalogue/valid-version.ts";
import { dossierCodeFormatOn, dossierCodeFrame } from "#domain/dossier/dossier-code.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { CodeOrder } from "./open-dossier.ts";
import type { OneStopUnit, Reference } from "../units/reference.ts";

/** How a unit's next dossier code is made: by the format and agency code in force on the day of receipt. */
export function codeOrder(
  reference: Reference,
  unit: OneStopUnit,
  receivedOn: PlainDate,
): Result<CodeOrder, "agency_code_unknown"> {
  const format = dossierCodeFormatOn(reference.codeFormats, receivedOn);
  const held = reference.agencies
    .get(unit.agencyId)
    ?.codes.find((code) => code.formatId === format?.id && isValidOn(code, receivedOn));
  if (!format || !held) return refuse("agency_code_unknown", { unit: unit.name });
  return done({
    agencyCode: held.code,
    receivedOn,
    frame: dossierCodeFrame(format, { agencyCode: held.code, receivedOn }),
  });
}
