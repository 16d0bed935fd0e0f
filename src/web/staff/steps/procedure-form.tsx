import type { InternalProcedureView } from "#contract/steps.ts";
import { STEPS_MAX } from "#contract/steps.ts";
import { Button, Group, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useRowFocus } from "#web/ui/use-row-focus.ts";
import { decimalWords } from "../figure-words.ts";
import { LeaveGuard } from "../mandates/leave-guard.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { OrderDrawing } from "./order-drawing.tsx";
import type { InternalProcedures } from "./procedure-page.tsx";
import { StepRowFields } from "./step-row-fields.tsx";
import { type StepRow, moved, stepsOf, withRowAfter, withoutRow } from "./step-rows.ts";
import styles from "./steps.module.css";
import { EVERY_AGENCY, useProcedureForm } from "./use-procedure-form.ts";

interface Props {
  readonly read: InternalProcedures;
  /** The one that the writing begins with; null: with an empty step. */
  readonly base: InternalProcedureView | null;
  readonly onClose: () => void;
}

type Form = ReturnType<typeof useProcedureForm>;

/** Writes an internal procedure: its steps with what the rule says to them, the order as a drawing, and its decision. */
export function ProcedureForm({ read, base, onClose }: Props): ReactElement {
  const { form: text } = useText().steps;
  const form = useProcedureForm(read, base, onClose);
  const [leaving, setLeaving] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = event.currentTarget;
    void form.send();
    requestAnimationFrame(() => fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  return (
    <form className={styles["stack"]} aria-label={text.title} onSubmit={submit} noValidate>
      <Rows form={form} read={read} />
      <Panel id="order" title={useText().steps.drawing.title}>
        <Drawing rows={form.rows} />
        <Verdict form={form} />
      </Panel>
      <DecisionPanel form={form} read={read} />
      {form.problem && <ProblemNotice problem={form.problem} />}
      <div className={styles["bar"]}>
        <Button type="submit" loading={form.pending}>
          {text.submit}
        </Button>
        <Button variant="default" onClick={() => (form.dirty ? setLeaving(true) : onClose())}>
          {text.leave}
        </Button>
      </div>
      <LeaveGuard dirty={form.dirty} free={() => false} />
      {leaving && <Leaving onStay={() => setLeaving(false)} onLeave={onClose} />}
    </form>
  );
}

interface LeavingProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** What was typed is given up only after a question. */
function Leaving({ onStay, onLeave }: LeavingProps): ReactElement {
  const { form } = useText().mandates;
  return (
    <Dialog opened onClose={onStay} title={form.leaveTitle}>
      <p>{form.leaveBody}</p>
      <Group>
        <Button onClick={onStay} data-autofocus>
          {form.leaveStay}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {form.leaveGo}
        </Button>
      </Group>
    </Dialog>
  );
}

function Rows({ form, read }: { readonly form: Form; readonly read: InternalProcedures }): ReactElement {
  const { steps } = useText();
  const text = steps.form;
  const { list, focusChanged } = useRowFocus<HTMLOListElement>();
  const { rows, setRows, check, tried } = form;
  function change(next: readonly StepRow[], focus: number): void {
    focusChanged(focus);
    setRows(next);
  }
  // A step that has no name yet is being written: it is told so when somebody tries to record it.
  const findingsOf = (key: string) =>
    check.findings
      .filter(({ step, code }) => step === key && (tried || code !== "name_missing"))
      .map(({ code }) => text.findings[code]);
  return (
    <Panel id="rows" title={steps.table.title}>
      <p className={styles["quiet"]}>{text.hint}</p>
      <p className={styles["quiet"]}>
        {text.afterHint} {text.yieldsHint}
      </p>
      <ol ref={list} className={styles["rows"]}>
        {rows.map((row, index) => (
          <StepRowFields
            key={row.key}
            row={row}
            nth={index + 1}
            count={rows.length}
            agencies={read.agencies}
            findings={findingsOf(row.key)}
            onChange={(patch) => setRows(rows.map((one) => (one === row ? { ...one, ...patch } : one)))}
            onNext={() => change(withRowAfter(rows, index), index + 1)}
            onMove={(by) =>
              change(moved(rows, index, by), Math.max(0, Math.min(rows.length - 1, index + by)))
            }
            onRemove={() => change(withoutRow(rows, index), Math.max(0, index - 1))}
          />
        ))}
      </ol>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<Icon name="plus" size={16} />}
        disabled={rows.length >= STEPS_MAX}
        onClick={() => change(withRowAfter(rows, rows.length - 1), rows.length)}
      >
        {text.add}
      </Button>
    </Panel>
  );
}

function Drawing({ rows }: { readonly rows: readonly StepRow[] }): ReactElement {
  const { lists, dueDate } = useText();
  return (
    <OrderDrawing
      steps={stepsOf(rows).map(({ key, name, after, role, limit }) => ({
        key,
        name,
        after,
        line:
          limit === null || !Number.isInteger(limit.amount)
            ? lists.roles[role]
            : `${lists.roles[role]}, ${dueDate.limits[limit.unit](limit.amount)}`,
      }))}
    />
  );
}

/** Whether it can be worked by, what the whole lacks, and how long the longest way is. */
function Verdict({ form: { check } }: { readonly form: Form }): ReactElement {
  const words = useText();
  const { form: text } = words.steps;
  const { answer, findings, problem } = check;
  if (problem) return <ProblemNotice problem={problem} />;
  if (answer === null) return <p className={styles["quiet"]}>{text.checking}</p>;
  const ofWhole = findings.filter(({ step }) => step === null);
  const { longestHours, wholeHours } = answer;
  return (
    <div className={styles["verdict"]}>
      <Notice
        tone={findings.length === 0 ? "success" : "warning"}
        title={findings.length === 0 ? text.sound : text.unsound(findings.length)}
      >
        {ofWhole.map(({ code }) => (
          <p key={code}>{text.findings[code]}</p>
        ))}
        {wholeHours !== null &&
          longestHours > 0 &&
          text.longest(decimalWords(longestHours, words), decimalWords(wholeHours, words))}
      </Notice>
    </div>
  );
}

function DecisionPanel({
  form,
  read,
}: {
  readonly form: Form;
  readonly read: InternalProcedures;
}): ReactElement {
  const { steps, dates } = useText();
  const text = steps.form;
  const { frame, change, problems } = form;
  const today = dates.shortDay(read.today);
  return (
    <Panel id="decision" title={text.decision}>
      <div className={styles["decision"]}>
        <NativeSelect
          label={text.forWhom}
          value={frame.forWhom}
          onChange={(event) => change({ forWhom: event.currentTarget.value })}
          data={[
            ...(read.general ? [{ value: EVERY_AGENCY, label: steps.page.everyAgency }] : []),
            ...read.mayPlanFor.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <DateField
          label={text.validFrom}
          hint={text.validFromHint(today)}
          value={frame.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          problem={problems.validFrom && text.tooEarly(today)}
          required
        />
        <TextField
          label={text.number}
          value={frame.number}
          onChange={(number) => change({ number })}
          problem={problems.number}
          maxLength={500}
          lang="vi"
          required
        />
        <DateField
          label={text.issuedOn}
          value={frame.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
          problem={problems.issuedOn}
          required
        />
        <TextField
          label={text.signer}
          value={frame.signer}
          onChange={(signer) => change({ signer })}
          problem={problems.signer}
          maxLength={500}
          lang="vi"
          required
        />
      </div>
    </Panel>
  );
}
