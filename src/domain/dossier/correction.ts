import { AUTHORISATION_FIELDS } from "../person/authorisation.ts";
import type { Parties } from "../person/parties.ts";
import type { PartyDetails } from "../person/party.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import {
  CLOSING_PARTS,
  type ClosingPart,
  type CorrectedField,
  PARTY_PARTS,
  type PartyPart,
  type ValueField,
} from "./corrected-field.ts";
import {
  type CurrentPaper,
  type PaperChange,
  type PaperStep,
  paperChanges,
  planPapers,
} from "./corrected-papers.ts";
import type { IntakeItem } from "./receive-dossier.ts";

/** What stands beside the people and the papers, as the dossier has it and as the form wants it. */
export interface Closing {
  readonly missingPapersReason: string | null;
  readonly dossierSets: number;
  readonly returnMethod: string;
  readonly receiptDelivery: string | null;
  readonly remarks: string | null;
  readonly assistedWriting: boolean;
}

/** A dossier as it was written down. */
export interface WrittenDossier {
  readonly parties: Parties;
  readonly papers: readonly CurrentPaper[];
  readonly closing: Closing;
}

/** The same, as the clerk has put it right and the rules of the intake have let it pass. */
export interface PutRight {
  readonly parties: Parties;
  readonly items: readonly IntakeItem[];
  readonly closing: Closing;
}

/** One field, before and after; null when there was or is nothing. Codes and days stay what they are. */
export interface ValueChange {
  readonly field: ValueField;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a correction comes to. `changed` may stand in an event; the rest names people and is sealed. */
export interface Correction {
  readonly changed: readonly CorrectedField[];
  readonly values: readonly ValueChange[];
  readonly papers: readonly PaperChange[];
  readonly steps: readonly PaperStep[];
}

/**
 * What differs between a dossier as it was written down and as the clerk puts it right, in the order of the form.
 * Refused when nothing differs: then there is nothing to correct, and the answer alone is given; and when a line is
 * about a paper of another dossier, or one that was struck.
 *
 * @rule CORRECTION-01
 * @example a new phone number → { changed: ["applicant.phone"], values: [{ field, before: "0912…", after: "0987…" }], … }
 */
export function decideCorrection(
  before: WrittenDossier,
  after: PutRight,
): Result<Correction, "nothing_corrected" | "paper_not_of_dossier"> {
  if (hasStrangePaper(before.papers, after.items)) return refuse("paper_not_of_dossier");
  const old = valuesOf(before.parties, before.closing);
  const put = valuesOf(after.parties, after.closing);
  const values = old.flatMap(({ field, value }, at): ValueChange[] => {
    const now = put[at]?.value ?? null;
    return value === now ? [] : [{ field, before: value, after: now }];
  });
  const steps = planPapers(before.papers, after.items);
  const papers = paperChanges(steps);
  if (values.length === 0 && papers.length === 0) return refuse("nothing_corrected");
  const fields = values.map(({ field }) => field);
  const people = fields.filter((field) => !isClosing(field));
  const closing = fields.filter(isClosing);
  return done({
    changed: [...people, ...(papers.length > 0 ? (["papers"] as const) : []), ...closing],
    values,
    papers,
    steps,
  });
}

/** A line that says it is about a further paper which the dossier does not have, or has no more. */
function hasStrangePaper(current: readonly CurrentPaper[], items: readonly IntakeItem[]): boolean {
  const known = new Set(current.filter(({ paperId }) => paperId === null).map(({ itemId }) => itemId));
  return items.some(({ itemId }) => itemId !== undefined && !known.has(itemId));
}

/** The roles of which something differs: their rows are written anew. */
export function changedRoles({
  changed,
}: Pick<Correction, "changed">): readonly ("applicant" | "submitter")[] {
  const touches = (...groups: readonly string[]) =>
    changed.some((field) => groups.some((group) => field.startsWith(`${group}.`)));
  return [
    ...(touches("applicant") ? (["applicant"] as const) : []),
    ...(touches("submitter", "authorisation") ? (["submitter"] as const) : []),
  ];
}

interface Value {
  readonly field: ValueField;
  readonly value: string | null;
}

function valuesOf({ applicant, submitter, authorisation }: Parties, closing: Closing): readonly Value[] {
  return [
    ...PARTY_PARTS.map((part) => ({ field: `applicant.${part}` as const, value: partOf(applicant, part) })),
    ...PARTY_PARTS.map((part) => ({ field: `submitter.${part}` as const, value: partOf(submitter, part) })),
    ...AUTHORISATION_FIELDS.map((part) => ({
      field: `authorisation.${part}` as const,
      value: authorisation?.[part] ?? null,
    })),
    ...CLOSING_PARTS.map((part) => ({ field: part, value: textOf(closing[part]) })),
  ];
}

function partOf(party: PartyDetails | null, part: PartyPart): string | null {
  return party === null ? null : PART_OF[part](party);
}

/** Where each part stands; a part without a place does not compile. */
const PART_OF: Readonly<Record<PartyPart, (party: PartyDetails) => string | null>> = {
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  number: (party) => (party.kind === "person" ? party.identityNumber : party.taxCode),
  birthDate: (party) => (party.kind === "person" ? party.birthDate : null),
  sex: (party) => (party.kind === "person" ? party.sex : null),
  address: ({ address }) => address.line,
  commune: ({ address }) => address.communeCode,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  legalRepresentative: (party) => (party.kind === "organisation" ? party.legalRepresentative : null),
  branchName: (party) => (party.kind === "organisation" ? party.branchName : null),
};

function textOf(value: Closing[ClosingPart]): string | null {
  return value === null ? null : String(value);
}

function isClosing(field: CorrectedField): field is ClosingPart {
  return CLOSING_PARTS.some((part) => part === field);
}
