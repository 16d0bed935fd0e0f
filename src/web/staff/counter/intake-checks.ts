import type { ReceiveDossierInput } from "#contract/intake.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { type MissingPaper, checkPapers } from "#domain/catalogue/required-papers.ts";
import type { FieldProblem, FieldWarning } from "#domain/person/findings.ts";
import { type PartiesInput, readParties } from "#domain/person/parties.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { checkGroup } from "./group-checks.ts";
import type { IntakeForm, OrganisationFields, PersonFields } from "./intake-form.ts";
import { intakeInput, receivedPapers } from "./intake-input.ts";

/** Longest texts that the wire carries. What is longer is kept in the form and told, never cut. */
export const REMARKS_MAX = 10_000;
const LINE_MAX = 500;

/** What is wrong outside the people's details, beside the field of that name. */
export type FormProblem =
  | {
      readonly field: string;
      readonly code: "papersMissing" | "nameMissing" | "caseMissing" | "groupNameMissing" | "applicantTwice";
    }
  | { readonly field: string; readonly code: "tooLong"; readonly over: number };

export interface IntakeCheck {
  readonly people: readonly FieldProblem[];
  readonly others: readonly FormProblem[];
  readonly warnings: readonly FieldWarning[];
  readonly missing: readonly MissingPaper[];
  /** What is sent; null as long as something is wrong. */
  readonly input: ReceiveDossierInput | null;
}

export interface CheckContext {
  readonly content: ProcedureContent;
  readonly versionId: string;
  readonly today: PlainDate;
  readonly draftId: string | null;
}

/**
 * Everything that is wrong or odd in the form, and what it says to the server when nothing is wrong. The
 * same rules of the domain judge it here and there; here they only spare a journey.
 */
export function checkIntake(form: IntakeForm, context: CheckContext): IntakeCheck {
  const people = readParties(partiesOf(form), context.today);
  const papers = checkPapers(context.content, form.channel, receivedPapers(form, context.content));
  const missing = papers.ok ? papers.value.missing : [];
  const group = checkGroup(form, context.today);
  const others = [...formProblems(form, context.content, missing), ...group.others];
  const found = {
    people: [...(people.ok ? [] : people.problems), ...group.people],
    others,
    warnings: [...people.warnings, ...group.warnings],
    missing,
  };
  if (!people.ok || group.people.length > 0 || others.length > 0) return { ...found, input: null };
  const { content, versionId, draftId } = context;
  const sending = { content, versionId, draftId, papersMissing: missing.length > 0 };
  return { ...found, input: intakeInput(form, people.value, sending) };
}

function partiesOf(form: IntakeForm): PartiesInput {
  const applicant =
    form.applicantKind === "person"
      ? ({ kind: "person", ...withAddress(form.person) } as const)
      : ({ kind: "organisation", ...withAddress(form.organisation) } as const);
  if (!form.submitterIsOther) return { applicant };
  return {
    applicant,
    submitter: { kind: "person", ...withAddress(form.submitter) },
    authorisation: form.authorisation,
  };
}

function withAddress<Fields extends PersonFields | OrganisationFields>(fields: Fields) {
  return { ...fields, address: { line: fields.address, communeCode: fields.communeCode } };
}

function formProblems(
  form: IntakeForm,
  content: ProcedureContent,
  missing: readonly MissingPaper[],
): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  if (needsCase(content, form)) problems.push({ field: "case", code: "caseMissing" });
  if (missing.length > 0 && form.missingPapersReason.trim() === "") {
    problems.push({ field: "missingPapersReason", code: "papersMissing" });
  }
  for (const line of form.furtherPapers) {
    if (line.name.trim() === "") problems.push({ field: `furtherPapers.${line.id}`, code: "nameMissing" });
    tooLong(problems, `furtherPapers.${line.id}`, line.name, LINE_MAX);
  }
  tooLong(problems, "missingPapersReason", form.missingPapersReason, LINE_MAX);
  tooLong(problems, "remarks", form.remarks, REMARKS_MAX);
  if (form.submitterIsOther) tooLong(problems, "authorisation.scope", form.authorisation.scope, LINE_MAX);
  return problems;
}

/** Whether every limit of the channel belongs to a case and none is chosen. */
function needsCase(content: ProcedureContent, form: IntakeForm): boolean {
  const limits = content.channels.find(({ channel }) => channel === form.channel)?.limits ?? [];
  return limits.length > 0 && !limits.some((limit) => (limit.case ?? null) === form.case);
}

function tooLong(problems: FormProblem[], field: string, text: string, max: number): void {
  const over = Array.from(text.trim()).length - max;
  if (over > 0) problems.push({ field, code: "tooLong", over });
}
