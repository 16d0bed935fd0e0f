import type { ReceiveDossierInput, ReceivedPaper } from "#contract/intake.ts";
import type { AuthorisationInput, PartyInput } from "#contract/party.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { Authorisation } from "#domain/person/authorisation.ts";
import type { Parties } from "#domain/person/parties.ts";
import type { OrganisationDetails, PartyDetails, PersonDetails } from "#domain/person/party.ts";
import { type IntakeForm, NO_PAPER } from "./intake-form.ts";

interface Sending {
  readonly content: ProcedureContent;
  readonly versionId: string;
  readonly draftId: string | null;
  readonly papersMissing: boolean;
}

/** A form that has no problem left, as the wire wants it: what is empty is left out. */
export function intakeInput(form: IntakeForm, parties: Parties, sending: Sending): ReceiveDossierInput {
  const { applicant, submitter, authorisation } = parties;
  return {
    procedureVersionId: sending.versionId,
    channel: form.channel,
    ...recordInput(form),
    ...(form.case !== null && { case: form.case }),
    ...(form.decidingAgencyId !== "" && { decidingAgencyId: form.decidingAgencyId }),
    ...(form.helpedAtUnitId !== "" && { helpedAtUnitId: form.helpedAtUnitId }),
    ...(form.collectedAtUnitId !== "" &&
      form.returnMethod === "counter" && { collectedAtUnitId: form.collectedAtUnitId }),
    applicant: partyInput(applicant),
    ...(submitter && { submitter: personInput(submitter) }),
    ...(authorisation && { authorisation: authorisationInput(authorisation) }),
    papers: receivedPapers(form, sending.content),
    furtherPapers: form.furtherPapers.map(({ name, originals, copies }) => ({
      name: name.trim(),
      originals,
      copies,
    })),
    ...(sending.papersMissing && { missingPapersReason: form.missingPapersReason.trim() }),
    ...(form.besidesOpen && { besidesOpen: true }),
    dossierSets: form.dossierSets,
    returnMethod: form.returnMethod,
    receiptDelivery: form.receiptDelivery,
    ...(form.remarks.trim() !== "" && { remarks: form.remarks.trim() }),
    assistedWriting: form.assistedWriting,
    ...(sending.draftId !== null && { draftId: sending.draftId }),
  };
}

/** Another channel chosen since has no record: what was named before is not sent. */
export function recordInput({ channel, handOverRecordId }: Pick<IntakeForm, "channel" | "handOverRecordId">) {
  return channel === "postal" && handOverRecordId !== "" ? { handOverRecordId } : null;
}

/** The lines of the checklist that hold something; lines of papers that this version does not know stay behind. */
export function receivedPapers(form: IntakeForm, content: ProcedureContent): ReceivedPaper[] {
  return content.papers.flatMap(({ id, channels }) => {
    if (channels && !channels.includes(form.channel)) return [];
    const line = form.papers[id] ?? NO_PAPER;
    const empty = line.originals === 0 && line.copies === 0 && !line.shown;
    return empty ? [] : [{ paperId: id, originals: line.originals, copies: line.copies, shown: line.shown }];
  });
}

function partyInput(details: PartyDetails): PartyInput {
  return details.kind === "person" ? personInput(details) : organisationInput(details);
}

/** A person as the wire has one: what is not known is left out. */
export function personInput(details: PersonDetails) {
  return {
    kind: "person" as const,
    name: details.name,
    identityNumber: details.identityNumber,
    ...(details.birthDate !== null && { birthDate: details.birthDate }),
    ...(details.sex !== null && { sex: details.sex }),
    ...contactInput(details),
  };
}

function organisationInput(details: OrganisationDetails) {
  return {
    kind: "organisation" as const,
    name: details.name,
    taxCode: details.taxCode,
    legalRepresentative: details.legalRepresentative,
    ...(details.branchName !== null && { branchName: details.branchName }),
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

function authorisationInput({
  number,
  date,
  certifiedBy,
  relation,
  scope,
}: Authorisation): AuthorisationInput {
  return {
    ...(number !== null && { number }),
    date,
    ...(certifiedBy !== null && { certifiedBy }),
    relation,
    scope,
  };
}
