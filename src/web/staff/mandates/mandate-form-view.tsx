import type { MandateInput, listMandateChoices } from "#contract/mandates.ts";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf, CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AutonomyField, PeriodFields } from "./how-fields.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { dropMandateDraft, keepMandateDraft, readMandateDraft } from "./mandate-draft.ts";
import { type FormProblems, type MandateForm, findingsIn, inputOf, missingIn } from "./mandate-form.ts";
import styles from "./mandates.module.css";
import { PhaseField } from "./phase-field.tsx";
import { ScopeFields, TaskFields } from "./scope-fields.tsx";
import { WhereFields } from "./where-fields.tsx";

export type Choices = AnswerOf<typeof listMandateChoices>;

interface Props {
  readonly choices: Choices;
  readonly start: MandateForm;
  /** Under which the terms are kept in the tab until they are saved. */
  readonly place: string;
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
export function MandateFormView({ choices, start, place, pending, problem, onSubmit }: Props): ReactElement {
  const text = useText();
  const { form: words } = text.mandates;
  const editing = useEditing(start, place, problem);
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
      {editing.restored && <Restored onDrop={editing.startAgain} />}
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
      <LeaveGuard dirty={editing.dirty} free={editing.kept} onLeave={editing.drop} />
    </form>
  );
}

/** What was typed before the page was loaded again stands in the form; it may be dropped. */
function Restored({ onDrop }: { readonly onDrop: () => void }): ReactElement {
  const { form: words } = useText().mandates;
  return (
    <Notice
      tone="info"
      live
      title={words.restored}
      actions={
        <Button size="compact-sm" variant="light" onClick={onDrop}>
          {words.restoredDrop}
        </Button>
      }
    >
      {words.restoredHint}
    </Notice>
  );
}

/** What is typed, and what is wrong with it: findings of the server stand until their field is touched. */
function useEditing(start: MandateForm, place: string, problem: CallProblem | null) {
  const text = useText();
  const draft = useKeptDraft(start, place);
  const { form, setForm, dirty, setDirty } = draft;
  const [asked, setAsked] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const found = Object.entries(findingsIn(problem, form, text)).filter(([field]) => !touched.has(field));
  const problems: FormProblems = { ...Object.fromEntries(found), ...(asked && missingIn(form, text)) };
  return {
    form,
    problems,
    dirty,
    restored: draft.restored,
    startAgain: draft.startAgain,
    keep: draft.settle,
    drop: draft.settle,
    kept: draft.settled,
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

/** The terms as they are typed, kept in the tab until they are saved or given up. */
function useKeptDraft(start: MandateForm, place: string) {
  const [kept, setKept] = useState(() => readMandateDraft(place));
  const [form, setForm] = useState(kept ?? start);
  const [dirty, setDirty] = useState(kept !== null);
  const settled = useRef(false);
  useEffect(() => {
    if (dirty && !settled.current) keepMandateDraft(place, form);
  }, [dirty, form, place]);
  return {
    form,
    setForm,
    dirty,
    setDirty,
    restored: kept !== null,
    startAgain: (): void => {
      dropMandateDraft(place);
      setForm(start);
      setDirty(false);
      setKept(null);
    },
    settle: (): void => {
      settled.current = true;
      dropMandateDraft(place);
    },
    settled: (): boolean => settled.current,
  };
}
