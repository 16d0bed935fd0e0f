import type { ReceiveGroupInput } from "#contract/groups.ts";
import type { ReceiveDossierInput } from "#contract/intake.ts";
import { doubledRows } from "#domain/dossier/group-rows.ts";
import type { FieldProblem, FieldWarning } from "#domain/person/findings.ts";
import { readPerson } from "#domain/person/party.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type GroupLine, filledRows, isGroup, personOfLine } from "./group-line.ts";
import type { FormProblem } from "./intake-checks.ts";
import type { IntakeForm } from "./intake-form.ts";
import { personInput } from "./intake-input.ts";

/** What is wrong or odd in the rows of a group; nothing where nobody else came. */
export interface GroupCheck {
  readonly people: readonly FieldProblem[];
  readonly warnings: readonly FieldWarning[];
  readonly others: readonly FormProblem[];
}

/** The name of a row's field among the fields of the page. @example lineField("r1", "name") → "group.r1.name" */
export function lineField(rowId: string, field: string): string {
  return `group.${rowId}.${field}`;
}

/** The rows judged by the same rules as the one person of a form, each beside its own row. */
export function checkGroup(form: IntakeForm, today: PlainDate): GroupCheck {
  if (!isGroup(form.group)) return { people: [], warnings: [], others: [] };
  const rows = filledRows(form.group);
  const read = rows.map((row) => ({ row, reading: readLine(row, form, today) }));
  const doubled = doubledRows([firstRow(form), ...rows.map((row) => ({ rowId: row.rowId, applicant: row }))]);
  return {
    people: read.flatMap(({ row, reading }) => (reading.ok ? [] : under(row, reading.problems))),
    // That a phone is missing is said once for all of them, below the table.
    warnings: read.flatMap(({ row, reading }) =>
      under(
        row,
        reading.warnings.filter(({ code }) => code !== "phone_missing"),
      ),
    ),
    others: [
      ...(form.group.name.trim().length < NAME_MIN
        ? [{ field: "group.name", code: "groupNameMissing" } as const]
        : []),
      ...rows
        .filter(({ rowId, besidesOpen }) => doubled.has(rowId) && besidesOpen !== true)
        .map(({ rowId }) => ({ field: lineField(rowId, "identityNumber"), code: "applicantTwice" }) as const),
    ],
  };
}

/** As the wire asks of words that say something. */
const NAME_MIN = 3;

/** Everybody of the group for the wire: the person of the form on the first row, then the others. */
export function groupInput(
  form: IntakeForm,
  input: ReceiveDossierInput,
  today: PlainDate,
): ReceiveGroupInput {
  const { applicant, draftId: _draft, besidesOpen: _besides, ...common } = input;
  const { groupId, firstRowId, name } = form.group;
  const first = { rowId: firstRowId, applicant, ...(form.besidesOpen && { besidesOpen: true }) };
  const others = filledRows(form.group).flatMap((row) => {
    const reading = readLine(row, form, today);
    if (!reading.ok) return [];
    const applicant = personInput(reading.value);
    return [{ rowId: row.rowId, applicant, ...(row.besidesOpen === true && { besidesOpen: true }) }];
  });
  return { ...common, groupId, name: name.trim(), rows: [first, ...others] };
}

/** Whether a row can be told to be meant: the person stands above as well, or has a dossier that is open. */
export function isAskedAbout(form: IntakeForm, row: GroupLine): boolean {
  const { group } = form;
  if (row.besidesOpen === true || group.asked?.includes(row.rowId)) return true;
  const rows = filledRows(group).map(({ rowId, identityNumber }) => ({
    rowId,
    applicant: { identityNumber },
  }));
  return doubledRows([firstRow(form), ...rows]).has(row.rowId);
}

function readLine(row: GroupLine, form: IntakeForm, today: PlainDate) {
  const first = form.applicantKind === "person" ? form.person : form.organisation;
  const person = personOfLine(row, first);
  const address = { line: person.address, communeCode: person.communeCode };
  return readPerson({ kind: "person", ...person, address }, today);
}

function firstRow({ group, applicantKind, person, organisation }: IntakeForm) {
  const applicant =
    applicantKind === "person"
      ? { identityNumber: person.identityNumber }
      : { taxCode: organisation.taxCode };
  return { rowId: group.firstRowId, applicant };
}

/** An address that is wrong is said where the row has it, though it may be the first person's. */
function under<Finding extends { readonly field: string }>(
  { rowId }: GroupLine,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.map((finding) => ({
    ...finding,
    field: lineField(rowId, finding.field.startsWith("address") ? "address" : finding.field),
  }));
}
