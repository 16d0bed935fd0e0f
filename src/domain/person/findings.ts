import { type RefusalDetails, type Refusal, type Result, refuse } from "../shared/result.ts";
import { PERSON_PROBLEMS, type PersonProblem, type PersonWarning } from "./problem-codes.ts";

/** One thing that is wrong, and the field beside which a form shows it. */
export interface FieldProblem<Field extends string = string> {
  readonly field: Field;
  readonly code: PersonProblem;
}

/** One thing to look at twice, and its field. */
export interface FieldWarning<Field extends string = string> {
  readonly field: Field;
  readonly code: PersonWarning;
}

/**
 * What reading a form gives: the details, or every problem at once (never only the first), each with its
 * field. Warnings come with both.
 */
export type Reading<T, Field extends string> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly FieldWarning<Field>[] }
  | {
      readonly ok: false;
      readonly problems: readonly FieldProblem<Field>[];
      readonly warnings: readonly FieldWarning<Field>[];
    };

/** Notes what is found in single fields; what knows more fields serves where fewer are asked for. */
export interface FieldNotes<Field extends string> {
  readonly problem: (field: Field, code: PersonProblem) => void;
  readonly warn: (field: Field, codes: readonly PersonWarning[]) => void;
  /** The value of a field, or undefined after noting why there is none. */
  readonly take: <T>(field: Field, result: Result<T, PersonProblem>) => T | undefined;
}

/** Collects what is found while a form is read field by field. */
export interface Findings<Field extends string> extends FieldNotes<Field> {
  /** The reading: whole only when a value came out and nothing is wrong. */
  readonly reading: <T>(value: T | undefined) => Reading<T, Field>;
}

export function collectFindings<Field extends string>(): Findings<Field> {
  const problems: FieldProblem<Field>[] = [];
  const warnings: FieldWarning<Field>[] = [];
  const problem = (field: Field, code: PersonProblem): void => {
    problems.push({ field, code });
  };
  return {
    problem,
    warn: (field, codes) => {
      warnings.push(...codes.map((code) => ({ field, code })));
    },
    take: (field, result) => {
      if (result.ok) return result.value;
      problem(field, result.code);
      return undefined;
    },
    reading: (value) =>
      value === undefined || problems.length > 0
        ? { ok: false, problems, warnings }
        : { ok: true, value, warnings },
  };
}

/**
 * The refusal of a whole form: every problem as `field=code`, so that it fits a refusal's plain figures
 * and holds nothing that was typed. {@link fieldProblemsIn} reads it back beside the fields.
 * @example details.problems → ["applicant.name=name_empty", "applicant.phone=phone_characters"]
 */
export function partyRefusal(
  problems: readonly FieldProblem[],
): Refusal<"party_invalid"> | Refusal<"authorisation_missing"> {
  const details = { problems: problems.map(({ field, code }) => `${field}=${code}`) };
  const onlyAuthorisation = problems.every(({ code }) => code === "authorisation_missing");
  return onlyAuthorisation && problems.length > 0
    ? refuse("authorisation_missing", details)
    : refuse("party_invalid", details);
}

/** The problems that {@link partyRefusal} wrote into a refusal's details; unknown codes are left out. */
export function fieldProblemsIn(details: RefusalDetails): readonly FieldProblem[] {
  const written = details["problems"];
  if (!Array.isArray(written)) return [];
  return written.flatMap((entry: unknown) => {
    const [field, code] = String(entry).split("=");
    const known = PERSON_PROBLEMS.find((problem) => problem === code);
    return field !== undefined && field !== "" && known ? [{ field, code: known }] : [];
  });
}
