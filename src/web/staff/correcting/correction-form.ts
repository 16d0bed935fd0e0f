import type { CorrectableForm, readCorrection } from "#contract/correcting.ts";
import type { ReceiveDossierInput } from "#contract/intake.ts";
import type { Static } from "typebox";
import {
  EMPTY_FORM,
  type IntakeForm,
  NO_PAPER,
  type OrganisationFields,
  type PaperLine,
  type PersonFields,
} from "../counter/intake-form.ts";

export type CorrectionPage = Static<(typeof readCorrection)["response"]>;
type Party = CorrectableForm["applicant"];

/**
 * What was written down, as the form of the counter holds it. Its further papers are numbered down from -1: the form
 * gives new lines numbers from 1, so that a line which is added is never taken for one that was removed.
 */
export function formOfCorrection({ procedure, channel, case: ofCase, form }: CorrectionPage): IntakeForm {
  const { applicant, submitter, authorisation } = form;
  return {
    ...EMPTY_FORM,
    procedureCode: procedure.content.code,
    procedureVersionId: procedure.versionId,
    channel,
    case: ofCase,
    applicantKind: applicant.kind,
    person: applicant.kind === "person" ? personFields(applicant) : EMPTY_FORM.person,
    organisation: applicant.kind === "organisation" ? organisationFields(applicant) : EMPTY_FORM.organisation,
    submitterIsOther: submitter !== undefined,
    submitter: submitter ? personFields(submitter) : EMPTY_FORM.submitter,
    authorisation: {
      ...EMPTY_FORM.authorisation,
      ...authorisation,
      relation: (authorisation?.relation ?? "") as IntakeForm["authorisation"]["relation"],
    },
    papers: paperLines(form.papers),
    furtherPapers: form.furtherPapers.map(({ name, originals, copies }, index) => ({
      id: -1 - index,
      name,
      originals,
      copies,
    })),
    missingPapersReason: form.missingPapersReason ?? "",
    dossierSets: form.dossierSets,
    returnMethod: form.returnMethod,
    receiptDelivery: form.receiptDelivery ?? "counter",
    remarks: form.remarks ?? "",
    assistedWriting: form.assistedWriting,
  };
}

/**
 * What is sent of a form that has no problem: as the intake would send it, without what cannot be corrected, each
 * further paper with the paper of the dossier that it was opened from, and the notes that the form does not show.
 */
export function correctionInput(
  input: ReceiveDossierInput,
  typed: IntakeForm,
  { form, procedure, channel }: CorrectionPage,
): CorrectableForm {
  const shown = procedure.content.papers
    .filter(({ channels }) => !channels || channels.includes(channel))
    .map(({ id }) => id);
  // What the form does not show nobody has corrected: it stays as it was written down.
  const hidden = form.papers.filter(({ paperId }) => !shown.includes(paperId));
  const { procedureVersionId: _version, channel: _channel, case: _case, draftId: _draft, ...rest } = input;
  return {
    ...rest,
    papers: [
      ...rest.papers.map((line) => {
        const note = form.papers.find(({ paperId }) => paperId === line.paperId)?.note;
        return note === undefined ? line : { ...line, note };
      }),
      ...hidden,
    ],
    furtherPapers: rest.furtherPapers.map((line, index) => {
      const itemId = form.furtherPapers[-1 - (typed.furtherPapers[index]?.id ?? 0)]?.itemId;
      return itemId === undefined ? line : { ...line, itemId };
    }),
  };
}

function personFields(party: Extract<Party, { kind: "person" }>): PersonFields {
  const { kind: _kind, ...details } = party;
  return { ...EMPTY_FORM.person, ...details };
}

function organisationFields(party: Extract<Party, { kind: "organisation" }>): OrganisationFields {
  const { kind: _kind, ...details } = party;
  return { ...EMPTY_FORM.organisation, ...details };
}

/** Several lines of one paper are one line of the checklist. */
function paperLines(papers: CorrectableForm["papers"]): Record<string, PaperLine> {
  const lines: Record<string, PaperLine> = {};
  for (const { paperId, originals, copies, shown } of papers) {
    const line = lines[paperId] ?? NO_PAPER;
    lines[paperId] = {
      originals: line.originals + originals,
      copies: line.copies + copies,
      shown: line.shown || shown,
    };
  }
  return lines;
}
