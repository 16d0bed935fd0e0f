import type { ProcedureView } from "#contract/catalogue.ts";
import { type FieldProblem, fieldProblemsIn } from "#domain/person/findings.ts";
import type { RefusalDetails } from "#web/text/refusal-words.ts";
import { useText } from "#web/text/use-text.ts";
import { useMemo, useState } from "react";
import { contextOf } from "./check-context.ts";
import { fieldWords } from "./field-words.ts";
import { type IntakeCheck, checkIntake } from "./intake-checks.ts";
import type { AuthorisationFields, IntakeForm, OrganisationFields, PersonFields } from "./intake-form.ts";

/** What every field of the form is given: its words, its place, and a way to say that it was left. */
export interface FieldProps {
  readonly problem: string | undefined;
  readonly warnings: readonly string[];
  readonly "data-field": string;
  readonly onBlur: () => void;
}

export interface Intake {
  readonly form: IntakeForm;
  readonly view: ProcedureView;
  readonly change: (patch: Partial<IntakeForm>) => void;
  readonly changePerson: (who: "person" | "submitter", patch: Partial<PersonFields>) => void;
  readonly changeOrganisation: (patch: Partial<OrganisationFields>) => void;
  readonly changeAuthorisation: (patch: Partial<AuthorisationFields>) => void;
  /** As in the domain: `applicant.name`, `submitter.address.line`, `authorisation.scope`, … */
  readonly field: (name: string) => FieldProps;
  /** What is wrong, as far as it has been asked or a field was left. */
  readonly problems: readonly { readonly field: string; readonly words: string }[];
  readonly check: (draftId: string | null) => IntakeCheck;
  /** From now on every problem is shown. */
  readonly askAll: () => void;
  readonly showServerProblems: (details: RefusalDetails) => void;
}

/** The form of the counter: what was typed, and what the rules of the domain say of it at every keystroke. */
export function useIntake(start: IntakeForm, view: ProcedureView): Intake {
  const text = useText();
  const [form, setForm] = useState(start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const [fromServer, setFromServer] = useState<readonly FieldProblem[]>([]);

  const check = useMemo(() => checkIntake(form, contextOf(view, null)), [form, view]);
  const words = useMemo(() => fieldWords(check, fromServer, text), [check, fromServer, text]);
  const isShown = (field: string) => asked || touched.has(field);

  function update(next: (now: IntakeForm) => IntakeForm): void {
    setForm(next);
    setFromServer([]);
  }

  return {
    form,
    view,
    change: (patch) => update((now) => ({ ...now, ...patch })),
    changePerson: (who, patch) => update((now) => ({ ...now, [who]: { ...now[who], ...patch } })),
    changeOrganisation: (patch) =>
      update((now) => ({ ...now, organisation: { ...now.organisation, ...patch } })),
    changeAuthorisation: (patch) =>
      update((now) => ({ ...now, authorisation: { ...now.authorisation, ...patch } })),
    field: (name) => ({
      problem: isShown(name) ? words.problems.get(name) : undefined,
      warnings: isShown(name) ? (words.warnings.get(name) ?? []) : [],
      "data-field": name,
      onBlur: () => setTouched((now) => (now.has(name) ? now : new Set([...now, name]))),
    }),
    problems: [...words.problems].map(([field, said]) => ({ field, words: said })),
    check: (draftId) => checkIntake(form, contextOf(view, draftId)),
    askAll: () => setAsked(true),
    showServerProblems: (details) => setFromServer(fieldProblemsIn(details)),
  };
}

/** Puts the cursor into the first field of the page that has a problem. */
export function focusFirstProblem(problems: Intake["problems"]): void {
  const wanted = new Set(problems.map(({ field }) => field));
  const fields = [...document.querySelectorAll<HTMLElement>("[data-field]")];
  const first = fields.find((element) => wanted.has(element.dataset["field"] ?? ""));
  first?.focus();
  first?.scrollIntoView({ block: "center" });
}
