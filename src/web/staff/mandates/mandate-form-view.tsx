import type { MandateInput, listMandateChoices } from "#contract/mandates.ts";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf, CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AutonomyField, PeriodFields } from "./how-fields.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { type FormProblems, type MandateForm, findingsIn, inputOf, missingIn } from "./mandate-form.ts";
import styles from "./mandates.module.css";
import { PhaseField } from "./phase-field.tsx";
import { ScopeFields, TaskFields } from "./scope-fields.tsx";
import { WhereFields } from "./where-fields.tsx";

export type Choices = AnswerOf<typeof listMandateChoices>;

interface Props {
  readonly choices: Choices;
  readonly start: MandateForm;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  /** Sends the form; what is to be done once it is kept, or null when it was not. */
  readonly onSubmit: (input: MandateInput) => Promise<(() => Promise<void>) | null>;
}

/** What each group of fields is given. */
export interface FieldsProps {
  readonly form: MandateForm;
  readonly choices: Choices;
  readonly problems: FormProblems;
  readonly onChange: (changes: Partial<MandateForm>) => void;
}

/** The form of a mandate; what the server finds wrong stands beside the fields, and nothing typed is lost. */
export function MandateFormView({ choices, start, pending, problem, onSubmit }: Props): ReactElement {
  const text = useText();
  const { form: words } = text.mandates;
  const editing = useEditing(start, problem);
  const { form, problems, change } = editing;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    const input = editing.begin();
    const kept = input === null ? null : await onSubmit(input);
    if (kept) {
      editing.keep();
      await kept();
    } else requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  const fields = { form, choices, problems, onChange: change };
  const count = Object.keys(problems).length;
  return (
    <form className={styles["stack"]} onSubmit={(event) => void submit(event)} noValidate>
      <Panel id="where" title={words.where}>
        <WhereFields {...fields} />
      </Panel>
      <Panel id="what" title={words.what}>
        <div className={styles["form"]}>
          <TaskFields {...fields} />
          <ScopeFields {...fields} />
        </div>
      </Panel>
      <Panel id="how" title={words.how}>
        <div className={styles["form"]}>
          <AutonomyField {...fields} />
          <PeriodFields {...fields} />
          <PhaseField
            label={`${text.programmes.mandate.phase} (${text.common.optional})`}
            placeholder={text.programmes.mandate.noPhase}
            value={form.phaseId}
            onChange={(phaseId) => change({ phaseId })}
            problem={problems.phaseId}
          />
          <Textarea
            label={`${words.conditions} (${text.common.optional})`}
            description={words.conditionsHint}
            value={form.conditions}
            onChange={(event) => change({ conditions: event.currentTarget.value })}
            maxLength={10_000}
            autosize
            minRows={2}
          />
        </div>
      </Panel>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles["bar"]}>
        <p className={styles["quiet"]} role="status">
          {count > 0 ? words.problems(count) : ""}
        </p>
        <Button type="submit" loading={pending}>
          {words.save}
        </Button>
      </div>
      <LeaveGuard dirty={editing.dirty} free={editing.kept} />
    </form>
  );
}

/** What is typed, and what is wrong with it: findings of the server stand until their field is touched. */
function useEditing(start: MandateForm, problem: CallProblem | null) {
  const text = useText();
  const [form, setForm] = useState(start);
  const [asked, setAsked] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [dirty, setDirty] = useState(false);
  const saved = useRef(false);
  const found = Object.entries(findingsIn(problem, form, text)).filter(([field]) => !touched.has(field));
  const problems: FormProblems = { ...Object.fromEntries(found), ...(asked && missingIn(form, text)) };
  return {
    form,
    problems,
    dirty,
    keep: (): void => {
      saved.current = true;
    },
    kept: (): boolean => saved.current,
    change: (changes: Partial<MandateForm>): void => {
      setForm((now) => ({ ...now, ...changes }));
      setTouched(new Set([...touched, ...Object.keys(changes)]));
      setDirty(true);
    },
    /** What is to be sent, or null while something is missing that the browser sees itself. */
    begin: (): MandateInput | null => {
      setAsked(true);
      setTouched(new Set());
      return Object.keys(missingIn(form, text)).length > 0 ? null : inputOf(form);
    },
  };
}
