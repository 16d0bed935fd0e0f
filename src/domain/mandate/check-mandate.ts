import type { PlainDate } from "../shared/plain-date.ts";
import { type MandateTerms, TASKS } from "./mandate.ts";

/** Terms as they are typed or imported: their tasks may be words that no mandate can hold. */
export type DraftTerms = Omit<MandateTerms, "tasks"> & {
  readonly tasks: readonly string[];
  /** The phase of a programme that it is to belong to; it gives no right and takes none. */
  readonly phaseId: string | null;
};

/** What is wrong with the terms of a mandate; the screen says it beside the field, and nothing is kept. */
export const MANDATE_FAULTS = [
  "period_reversed",
  "tasks_missing",
  "task_reserved_to_state",
  "scope_missing",
  "field_unknown",
  "field_ended",
  "procedure_unknown",
  "procedure_ended",
  "exception_outside",
  "grantee_unknown",
  "grantee_not_postal",
  "unit_unknown",
  "unit_ended",
  "counter_not_of_grantee",
  "phase_unknown",
] as const;
export type MandateFault = (typeof MANDATE_FAULTS)[number];

export interface MandateFinding {
  readonly fault: MandateFault;
  /** The code, task or id that it is about; empty when it is about the whole. */
  readonly about: string;
}

/** What the check asks of the reference data. */
export interface MandateWorld {
  /** Whether a procedure has a version in force on the day that the mandate begins, or had one before; undefined: unknown. */
  readonly procedure: (code: string) => { readonly fieldCode: string; readonly inForce: boolean } | undefined;
  readonly isField: (code: string) => boolean;
  /** True when the field has procedures, and every one of them has ended before the mandate begins. */
  readonly isFieldEnded: (code: string) => boolean;
  /** Undefined: no such office; `postal` false: it belongs to somebody who is no postal operator. */
  readonly office: (id: string) => { readonly postal: boolean } | undefined;
  /** Undefined: no such unit; the last day on which it stands. */
  readonly unit: (id: string) => { readonly validTo: PlainDate | null } | undefined;
  /** Counters at the unit that the office staffs. */
  readonly counters: (unitId: string, postOfficeId: string) => readonly string[];
  readonly isPhase: (id: string) => boolean;
}

/**
 * Everything that is wrong with the terms of a mandate, so that a drafter mends all at once. The post's people never
 * appraise, decide or sign (Nghị định 118/2025/NĐ-CP): a task that is not on the closed list is refused here, and
 * again when the act is tried.
 *
 * @rule MANDATE-03
 * @returns an empty list when the mandate may be drafted
 */
export function checkMandate(terms: DraftTerms, world: MandateWorld): readonly MandateFinding[] {
  return [
    ...periodFindings(terms),
    ...taskFindings(terms),
    ...scopeFindings(terms, world),
    ...placeFindings(terms, world),
    ...(terms.phaseId === null || world.isPhase(terms.phaseId)
      ? []
      : [found("phase_unknown", terms.phaseId)]),
  ];
}

const found = (fault: MandateFault, about = ""): MandateFinding => ({ fault, about });

function periodFindings({ validFrom, validTo }: DraftTerms): readonly MandateFinding[] {
  return validTo !== null && validTo < validFrom ? [found("period_reversed", validTo)] : [];
}

function taskFindings({ tasks }: DraftTerms): readonly MandateFinding[] {
  if (tasks.length === 0) return [found("tasks_missing")];
  return tasks
    .filter((task) => !TASKS.some((one) => one === task))
    .map((task) => found("task_reserved_to_state", task));
}

function scopeFindings(terms: DraftTerms, world: MandateWorld): readonly MandateFinding[] {
  const { fieldCodes, procedureCodes, exceptProcedureCodes } = terms;
  if (fieldCodes.length === 0 && procedureCodes.length === 0) return [found("scope_missing")];
  return [
    ...fieldCodes.flatMap((code) => {
      if (!world.isField(code)) return [found("field_unknown", code)];
      return world.isFieldEnded(code) ? [found("field_ended", code)] : [];
    }),
    ...procedureCodes.flatMap((code) => {
      const procedure = world.procedure(code);
      if (!procedure) return [found("procedure_unknown", code)];
      return procedure.inForce ? [] : [found("procedure_ended", code)];
    }),
    ...exceptProcedureCodes.flatMap((code) => {
      const procedure = world.procedure(code);
      if (!procedure) return [found("procedure_unknown", code)];
      return fieldCodes.includes(procedure.fieldCode) ? [] : [found("exception_outside", code)];
    }),
  ];
}

function placeFindings(terms: DraftTerms, world: MandateWorld): readonly MandateFinding[] {
  const unit = world.unit(terms.unitId);
  const office = world.office(terms.postOfficeId);
  const counters = world.counters(terms.unitId, terms.postOfficeId);
  return [
    ...(unit ? [] : [found("unit_unknown", terms.unitId)]),
    ...(unit && unit.validTo !== null && unit.validTo < terms.validFrom
      ? [found("unit_ended", unit.validTo)]
      : []),
    ...(office ? [] : [found("grantee_unknown", terms.postOfficeId)]),
    ...(office && !office.postal ? [found("grantee_not_postal", terms.postOfficeId)] : []),
    ...terms.counterIds
      .filter((counter) => !counters.includes(counter))
      .map((counter) => found("counter_not_of_grantee", counter)),
  ];
}
