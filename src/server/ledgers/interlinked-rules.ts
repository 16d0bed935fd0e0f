import { readFileSync } from "node:fs";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { type InterlinkedRule, type PartRule, interlinkedRule } from "#domain/dossier/interlinked.ts";
import { readInterlinked } from "#domain/dossier/read-interlinked.ts";
import { type AgencyId, asId } from "#domain/shared/id.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, invariant } from "#domain/shared/result.ts";
import { decidingAgency } from "#domain/unit/competence.ts";
import type { ProcedureVersion, Reference } from "../units/reference.ts";
import type { DossierRecord } from "./load-dossier.ts";

const FILE = new URL("../../../db/reference/interlinked.json", import.meta.url);

let rules: readonly InterlinkedRule[] | undefined;

/** The rules of interlinked procedures. Replacing one is a change of that file and of nothing else. */
function interlinkedRules(): readonly InterlinkedRule[] {
  if (rules) return rules;
  const read = readInterlinked(JSON.parse(readFileSync(FILE, "utf8")));
  invariant(read.ok, `db/reference/interlinked.json is faulty: ${JSON.stringify(read)}`);
  rules = read.value;
  return rules;
}

/** The procedures that are done as several at some time. */
export function interlinkedCodes(): readonly string[] {
  return [...new Set(interlinkedRules().map(({ procedureCode }) => procedureCode))];
}

/** By which rule a dossier is done as several; undefined for nearly all. */
export function ruleOf(
  dossier: Pick<DossierRecord, "procedure_code" | "received_at">,
): InterlinkedRule | undefined {
  return interlinkedRule(
    interlinkedRules(),
    dossier.procedure_code,
    localTime(instant(dossier.received_at)).day,
  );
}

/** The rule by its procedure and the day of the receipt, for whoever has not the dossier itself. */
export function ruleOn(procedureCode: string, day: PlainDate): InterlinkedRule | undefined {
  return interlinkedRule(interlinkedRules(), procedureCode, day);
}

/** A part that can be opened here: the version of its procedure and the agency that decides it. */
export interface PartHere {
  readonly rule: PartRule;
  readonly version: ProcedureVersion;
  readonly agencyId: AgencyId;
}

/**
 * The parts that this installation can open, by their keys; none when a needed one is missing from the catalogue or has
 * no agency here. Such a dossier is worked as one, and the other agencies have their parts by other ways.
 */
export function partsHere(
  reference: Reference,
  { parts }: InterlinkedRule,
  whole: Pick<DossierRecord, "deciding_agency_id">,
  day: PlainDate,
): ReadonlyMap<string, PartHere> {
  const here = new Map<string, PartHere>();
  for (const rule of parts) {
    const part = partHere(reference, rule, whole, day);
    if (part.ok) here.set(rule.key, part.value);
    else if (rule.needed) return new Map();
  }
  return here;
}

function partHere(
  reference: Reference,
  rule: PartRule,
  whole: Pick<DossierRecord, "deciding_agency_id">,
  day: PlainDate,
): Result<PartHere, string> {
  const version = validVersion(reference.versionsByCode.get(rule.procedureCode) ?? [], day);
  if (!version.ok) return version;
  const agency = agencyOf(reference, version.value.content, whole, day);
  return agency.ok ? done({ rule, version: version.value, agencyId: agency.value }) : agency;
}

/** What communes decide, the commune of the whole does; anything else is its field's agency's. */
function agencyOf(
  reference: Reference,
  content: ProcedureContent,
  whole: Pick<DossierRecord, "deciding_agency_id">,
  day: PlainDate,
) {
  const unitAgencyId = asId<AgencyId>(reference.heirOf(whole.deciding_agency_id));
  return decidingAgency({ ...content, unitAgencyId, competences: reference.competences, day });
}
