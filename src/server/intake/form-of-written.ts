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
    papers: papers.flatMap(({ paperId, originals, copies, shown, note }) =>
      paperId === null ? [] : [{ paperId, originals, copies, shown, ...(note !== null && { note }) }],
    ),
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
