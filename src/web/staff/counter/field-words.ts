import type { FieldProblem } from "#domain/person/findings.ts";
import type { Words } from "#web/text/words.ts";
import type { FormProblem, IntakeCheck } from "./intake-checks.ts";

export interface FieldWords {
  /** The first problem of each field; a second one is said when the first is gone. */
  readonly problems: ReadonlyMap<string, string>;
  readonly warnings: ReadonlyMap<string, readonly string[]>;
}

/** What the checks found, in words, by the field beside which it is said. */
export function fieldWords(check: IntakeCheck, fromServer: readonly FieldProblem[], text: Words): FieldWords {
  const problems = new Map<string, string>();
  for (const { field, code } of [...check.people, ...fromServer]) {
    if (!problems.has(field)) problems.set(field, text.party.problems[code]);
  }
  for (const problem of check.others) {
    if (!problems.has(problem.field)) problems.set(problem.field, problemWords(problem, text));
  }
  const warnings = new Map<string, readonly string[]>();
  for (const { field, code } of check.warnings) {
    warnings.set(field, [...(warnings.get(field) ?? []), text.party.warnings[code]]);
  }
  return { problems, warnings };
}

function problemWords(problem: FormProblem, { intake, groups, refusals }: Words): string {
  if (problem.code === "tooLong") return intake.tooLong(problem.over);
  const words = {
    papersMissing: intake.missingReasonNeeded,
    nameMissing: intake.furtherNameMissing,
    caseMissing: intake.caseChoose,
    groupNameMissing: groups.nameMissing,
    applicantTwice: refusals.applicant_twice({}).what,
  };
  return words[problem.code];
}
