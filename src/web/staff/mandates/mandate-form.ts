import type { MandateInput, MandateRow } from "#contract/mandates.ts";
import { MANDATE_FAULTS, type MandateFault } from "#domain/mandate/check-mandate.ts";
import { type Autonomy, TASKS, type Task } from "#domain/mandate/mandate.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import type { Words } from "#web/text/words.ts";
import type { CallProblem } from "../api.ts";
import type { NamedProcedure } from "../procedure-finder.tsx";

/** What a drafter has chosen and typed; empty texts are not chosen yet. */
export interface MandateForm {
  readonly unitId: string;
  readonly postOfficeId: string;
  readonly counterIds: readonly string[];
  readonly tasks: readonly Task[];
  readonly fieldCodes: readonly string[];
  readonly procedures: readonly NamedProcedure[];
  readonly exceptions: readonly NamedProcedure[];
  readonly autonomy: Autonomy | "";
  readonly validFrom: string;
  readonly validTo: string;
  readonly conditions: string;
  /** The phase of a programme; empty: none. */
  readonly phaseId: string;
}

export const EMPTY_FORM: MandateForm = {
  unitId: "",
  postOfficeId: "",
  counterIds: [],
  tasks: [],
  fieldCodes: [],
  procedures: [],
  exceptions: [],
  autonomy: "",
  validFrom: "",
  validTo: "",
  conditions: "",
  phaseId: "",
};

/** What is wrong, beside the field that it is about. */
export type FormProblems = Readonly<Partial<Record<keyof MandateForm, string>>>;

export function formOf(row: MandateRow): MandateForm {
  const { counters, fields, procedures, exceptions, tasks, autonomy, validFrom, validTo, conditions } = row;
  return {
    unitId: row.unit.id,
    postOfficeId: row.postOffice.id,
    counterIds: counters.map(({ id }) => id),
    tasks,
    fieldCodes: fields.map(({ id }) => id),
    procedures,
    exceptions,
    autonomy,
    validFrom,
    validTo: validTo ?? "",
    conditions,
    phaseId: row.phase?.id ?? "",
  };
}

/** The form as a route takes it; null while something that the contract needs is not there. */
export function inputOf(form: MandateForm): MandateInput | null {
  const { autonomy, validFrom, validTo } = form;
  if (autonomy === "" || form.unitId === "" || form.postOfficeId === "") return null;
  if (parsePlainDate(validFrom) === undefined) return null;
  if (validTo.trim() !== "" && parsePlainDate(validTo) === undefined) return null;
  return {
    unitId: form.unitId,
    postOfficeId: form.postOfficeId,
    counterIds: [...form.counterIds],
    tasks: TASKS.filter((task) => form.tasks.includes(task)),
    fieldCodes: [...form.fieldCodes],
    procedureCodes: form.procedures.map(({ id }) => id),
    exceptProcedureCodes: form.exceptions.map(({ id }) => id),
    autonomy,
    validFrom,
    validTo: validTo.trim() === "" ? null : validTo,
    conditions: form.conditions.trim(),
    phaseId: form.phaseId === "" ? null : form.phaseId,
  };
}

/** What the browser itself sees missing: everything at once, so that nobody sends a form three times. */
export function missingIn(form: MandateForm, { mandates: text }: Words): FormProblems {
  const empty = (["unitId", "postOfficeId", "autonomy", "validFrom"] as const).filter(
    (part) => form[part].trim() === "",
  );
  const unreadable = (["validFrom", "validTo"] as const).filter(
    (part) => form[part].trim() !== "" && parsePlainDate(form[part]) === undefined,
  );
  return {
    ...Object.fromEntries(empty.map((part) => [part, text.missing])),
    ...Object.fromEntries(unreadable.map((part) => [part, text.notADay])),
    ...(form.tasks.length === 0 && { tasks: text.faults.tasks_missing("") }),
    ...(form.fieldCodes.length + form.procedures.length === 0 && {
      fieldCodes: text.faults.scope_missing(""),
    }),
  };
}

/** Where a fault is shown; one about a procedure stands where that procedure was chosen. */
const FIELD_OF: Readonly<Record<MandateFault, keyof MandateForm>> = {
  period_reversed: "validTo",
  tasks_missing: "tasks",
  task_reserved_to_state: "tasks",
  scope_missing: "fieldCodes",
  field_unknown: "fieldCodes",
  field_ended: "fieldCodes",
  procedure_unknown: "procedures",
  procedure_ended: "procedures",
  exception_outside: "exceptions",
  grantee_unknown: "postOfficeId",
  grantee_not_postal: "postOfficeId",
  unit_unknown: "unitId",
  unit_ended: "unitId",
  counter_not_of_grantee: "counterIds",
  phase_unknown: "phaseId",
};

/**
 * What the server found wrong, in words beside each field: it answers `fault about` for each.
 * @example findings ["procedure_ended 1.000894"] → { procedures: "Thủ tục 1.000894 không có hiệu lực vào ngày đầu." }
 */
export function findingsIn(problem: CallProblem | null, form: MandateForm, text: Words): FormProblems {
  if (problem?.kind !== "refused" || problem.code !== "mandate_invalid") return {};
  const { findings } = problem.details;
  if (!Array.isArray(findings)) return {};
  const problems: Partial<Record<keyof MandateForm, string>> = {};
  for (const finding of findings as readonly string[]) {
    const [code = "", ...about] = finding.split(" ");
    const fault = MANDATE_FAULTS.find((one) => one === code);
    if (fault === undefined) continue;
    const subject = about.join(" ");
    const isException = fault === "procedure_unknown" && form.exceptions.some(({ id }) => id === subject);
    const field = isException ? "exceptions" : FIELD_OF[fault];
    const words = text.mandates.faults[fault](
      fault === "unit_ended" ? text.dates.shortDay(subject) : subject,
    );
    problems[field] = problems[field] === undefined ? words : `${problems[field]} ${words}`;
  }
  return problems;
}
