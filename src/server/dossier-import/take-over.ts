import type { ImportNote } from "#domain/dossier/dossier-payloads.ts";
import type { ImportedDossier } from "#domain/dossier/imported-dossier.ts";
import { versionForImport } from "#domain/dossier/imported-version.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { decidingAgency } from "#domain/unit/competence.ts";
import type { Space } from "../db/kysely.ts";
import type { TakenOver } from "../ledgers/import-ledger.ts";
import type { Reference } from "../units/reference.ts";
import type { FindUnit } from "./find-unit.ts";

/** Why a row that is well written has no place here. */
export interface PlaceReason {
  readonly field: "procedure" | "unit";
  readonly code:
    | "unknown_procedure"
    | "unknown_unit"
    | "unit_ambiguous"
    | "unit_in_other_space"
    | "deciding_agency_unknown";
}

/** What a row is placed by. */
export interface Placing {
  readonly reference: Reference;
  readonly findUnit: FindUnit;
  readonly space: Space;
  readonly system: string;
  /** Who decides a field is asked of today: whoever holds it now goes on with what is open. */
  readonly today: PlainDate;
}

export type Placed =
  | { readonly ok: true; readonly value: TakenOver }
  | { readonly ok: false; readonly reasons: readonly PlaceReason[] };

/** Finds the procedure's version, the unit and the agency of a dossier, or says all that cannot be found. */
export function takeOver(placing: Placing, facts: ImportedDossier, rowSha256: Buffer): Placed {
  const { reference, space, system, today } = placing;
  const reasons: PlaceReason[] = [];
  const versions = reference.versionsByCode.get(facts.procedureCode) ?? [];
  const chosen = versionForImport(versions, localTime(facts.receivedAt).day);
  if (!chosen) reasons.push({ field: "procedure", code: "unknown_procedure" });
  const unit = placing.findUnit(facts.unit, facts.commune);
  if (!unit.ok) reasons.push({ field: "unit", code: unit.code });
  else if (reference.spaceOf.get(unit.value.id)?.id !== space.id)
    reasons.push({ field: "unit", code: "unit_in_other_space" });
  if (!chosen || !unit.ok) return { ok: false, reasons };
  const { content } = chosen.version;
  const { competences } = reference;
  const agency = decidingAgency({ ...content, unitAgencyId: unit.value.agencyId, competences, day: today });
  if (!agency.ok) reasons.push({ field: "procedure", code: agency.code });
  if (!agency.ok || reasons.length > 0) return { ok: false, reasons };
  const notes: readonly ImportNote[] = chosen.ofThatDay
    ? facts.notes
    : [...facts.notes, "versionNotOfThatDay"];
  const found = { version: chosen.version, unitId: unit.value.id, decidingAgencyId: agency.value };
  return { ok: true, value: { facts: { ...facts, notes }, system, rowSha256, ...found } };
}
