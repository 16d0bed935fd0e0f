import { done, invariant, refuse, type Result } from "../shared/result.ts";
import { searchKey } from "../shared/vietnamese-text.ts";
import { isFieldCode, PROCEDURE_FIELDS } from "./fields.ts";
import { splitLegalBases } from "./legal-bases.ts";
import { type Digest, stableKey } from "./portal-keys.ts";
import { type PortalRecord, readPortalRecord } from "./portal-record.ts";
import { NAME_BYTES_MAX, nameFault, textsTooLong, utf8Bytes } from "./portal-lengths.ts";
import { cleanLine, cleanLines, isAbsent } from "./portal-text.ts";
import type { ProcedureContent } from "./procedure.ts";
import { readPortalChannels } from "./read-portal-channels.ts";
import { readPortalLevels } from "./read-portal-levels.ts";
import { readPortalPapers } from "./read-portal-papers.ts";
import { readProcedureContent } from "./read-procedure.ts";
import type { Warning } from "./warnings.ts";

export interface ReadProcedure {
  readonly content: ProcedureContent;
  /** The field as the portal names it, for a field of which we have no code yet. */
  readonly fieldName: string;
  readonly warnings: readonly Warning[];
}

/**
 * A version of a procedure out of one record of the national portal. What is understood is taken and marked with the
 * source; what is not stays null or apart, with a warning that holds the words. Refuses `invalid_record` (details:
 * faults) for a value that is no record. The content always passes `readProcedureContent`.
 * @param source what the facts are marked with; it names the portal and the month
 * @param digest SHA-256 as hex, for keys that follow the words
 * @rule CATALOGUE-01
 * @example readPortalProcedure(JSON.parse(line), { source: "Cổng Dịch vụ công quốc gia, 7/2026", digest })
 */
export function readPortalProcedure(
  value: unknown,
  { source, digest }: { readonly source: string; readonly digest: Digest },
): Result<ReadProcedure, "invalid_record"> {
  const shaped = readPortalRecord(value);
  if (!shaped.ok) return shaped;
  const record = shaped.value;
  const fieldName = cleanLine(record.field);
  const levels = readPortalLevels(record.levels, record.agency);
  const name = cleanLine(record.name);
  const faults = headFaults(levels.levels, name, fieldName);
  if (faults.length > 0) return refuse("invalid_record", { faults });
  const channels = readPortalChannels(record.channels ?? [], source, digest);
  const papers = readPortalPapers(record.papers ?? [], digest);
  const results = readResults(record);
  const content: ProcedureContent = {
    code: record.code,
    name,
    fieldCode: fieldCodeOf(fieldName, digest),
    levels: levels.levels,
    ...some("publishedBy", cleanLine(record.publishedBy ?? "")),
    channels: channels.channels,
    papers: papers.papers,
    ...(papers.paperNotes.length === 0 ? {} : { paperNotes: papers.paperNotes }),
    results,
    legalBases: splitLegalBases(record.legalBases ?? ""),
    ...some("requirements", cleanLines(record.requirements ?? "")),
    postalEligible: channels.channels.some((offer) => offer.channel === "postal"),
    personalPresence: false,
    deciding: levels.deciding,
    mark: "sourced",
    source,
  };
  const warnings = [
    ...levels.warnings,
    ...channels.warnings,
    ...papers.warnings,
    ...(results.length === 0 ? [{ kind: "resultsMissing", path: "results", words: "" } as const] : []),
    ...presence(record),
    ...textsTooLong(content, fieldName),
  ];
  invariant(
    readProcedureContent(content).ok,
    `the reader of records makes contents that can be read (${content.code})`,
  );
  return done({ content, fieldName, warnings });
}

function headFaults(levels: readonly string[], name: string, fieldName: string): readonly string[] {
  if (levels.length === 0 || name === "" || fieldName === "")
    return ["record.levels: no level that is known"];
  return utf8Bytes(name) > NAME_BYTES_MAX ? [nameFault(name)] : [];
}

function readResults(record: PortalRecord): ProcedureContent["results"] {
  return (record.results ?? [])
    .map((result) => ({ ...some("code", cleanLine(result.code ?? "")), name: cleanLine(result.name) }))
    .filter((result) => !isAbsent(result.name));
}

/** A key for a text that says something, and no key for one that does not. */
function some<Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } {
  return isAbsent(text) ? {} : ({ [key]: text } as { readonly [K in Key]?: string });
}

/**
 * Our own code of a field that we know by its name, else one derived from the name, the same everywhere.
 * @example fieldCodeOf("Hộ tịch", digest) → "civilStatus"
 */
function fieldCodeOf(name: string, digest: Digest): string {
  const key = searchKey(name);
  const known = Object.keys(PROCEDURE_FIELDS)
    .filter(isFieldCode)
    .find((code) => searchKey(PROCEDURE_FIELDS[code].name) === key);
  return known ?? stableKey("field", name, digest);
}

const IN_PERSON = /phải có mặt|có mặt của|hai bên nam,? nữ|đích thân|không được ủy quyền|không ủy quyền/iu;

function presence({ steps, requirements }: PortalRecord): readonly Warning[] {
  const sentences = cleanLines(`${requirements ?? ""}\n${steps ?? ""}`).split(/[.;\n]/u);
  const words = sentences.find((sentence) => IN_PERSON.test(sentence));
  return words === undefined
    ? []
    : [{ kind: "presenceUnclear", path: "personalPresence", words: cleanLine(words) }];
}
