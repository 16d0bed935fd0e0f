import type { CorrectableForm } from "#contract/correcting.ts";
import type { AuthorisationInput, PartyInput } from "#contract/party.ts";
import type { WrittenDossier } from "#domain/dossier/correction.ts";
import type { Authorisation } from "#domain/person/authorisation.ts";
import type { PartyDetails, PersonDetails } from "#domain/person/party.ts";

/** A dossier as the form of the counter would have it: sent back unchanged it changes nothing. */
export function formOfWritten({ parties, papers, closing }: WrittenDossier): CorrectableForm {
  const { applicant, submitter, authorisation } = parties;
  const { missingPapersReason, remarks, receiptDelivery } = closing;
  return {
    applicant: partyInput(applicant),
    ...(submitter && { submitter: personInput(submitter) }),
    ...(authorisation && { authorisation: authorisationInput(authorisation) }),
    papers: listedPapers(papers),
    furtherPapers: papers.flatMap(({ itemId, paperId, name, originals, copies }) =>
      paperId === null ? [{ itemId, name, originals, copies }] : [],
    ),
    ...(missingPapersReason !== null && { missingPapersReason }),
    dossierSets: closing.dossierSets,
    returnMethod: closing.returnMethod as CorrectableForm["returnMethod"],
    ...(receiptDelivery !== null && {
      receiptDelivery: receiptDelivery as NonNullable<CorrectableForm["receiptDelivery"]>,
    }),
    ...(remarks !== null && { remarks }),
    assistedWriting: closing.assistedWriting,
  };
}

type Line = CorrectableForm["papers"][number];

/** A dossier of before a paper could stand on one line only may have it on two: the form has them as one. */
function listedPapers(papers: WrittenDossier["papers"]): Line[] {
  const lines = new Map<string, Line>();
  for (const { paperId, originals, copies, shown, note } of papers) {
    if (paperId === null) continue;
    const line: Line = { paperId, originals, copies, shown, ...(note !== null && { note }) };
    const before = lines.get(paperId);
    lines.set(paperId, before ? together(before, line) : line);
  }
  return [...lines.values()];
}

function together(one: Line, other: Line): Line {
  return {
    ...other,
    ...one,
    originals: one.originals + other.originals,
    copies: one.copies + other.copies,
    shown: one.shown && other.shown,
  };
}

function partyInput(details: PartyDetails): PartyInput {
  if (details.kind === "person") return personInput(details);
  return {
    kind: "organisation",
    name: details.name,
    taxCode: details.taxCode,
    legalRepresentative: details.legalRepresentative,
    ...(details.branchName !== null && { branchName: details.branchName }),
    ...contactInput(details),
  };
}

function personInput(details: PersonDetails) {
  return {
    kind: "person" as const,
    name: details.name,
    identityNumber: details.identityNumber,
    ...(details.birthDate !== null && { birthDate: details.birthDate as string }),
    ...(details.sex !== null && { sex: details.sex }),
    ...contactInput(details),
  };
}

function contactInput({ address, phone, email }: PartyDetails) {
  const { line, communeCode } = address;
  return {
    address: line,
    ...(communeCode !== null && { communeCode }),
    ...(phone !== null && { phone }),
    ...(email !== null && { email }),
  };
}

function authorisationInput({ number, certifiedBy, ...rest }: Authorisation): AuthorisationInput {
  return { ...rest, ...(number !== null && { number }), ...(certifiedBy !== null && { certifiedBy }) };
}
