import type { CalendarYear } from "#contract/calendars.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, Radio, SegmentedControl, Stack } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { focusFirstProblem } from "../people/first-problem.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./calendars.module.css";
import { DecisionFields, NO_DECISION, isWhole } from "./decision-part.tsx";
import { useAddEntry } from "./use-calendars.ts";

const KINDS = ["closed", "open", "openOnly"] as const;
type Kind = (typeof KINDS)[number];
const SESSIONS = ["usual", "morning", "afternoon"] as const;
type SessionChoice = (typeof SESSIONS)[number];

interface Form {
  readonly from: string;
  readonly to: string;
  /** Somebody has set the last day: it follows the first no more. */
  readonly toSet: boolean;
  readonly name: string;
  readonly kind: Kind;
  readonly session: SessionChoice;
}

interface Props {
  readonly year: CalendarYear;
  /** The day that was chosen in the grid. */
  readonly day: string;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** Sets days that differ from the week, by a decision. */
export function AddDaysDialog({ year, day, onClose, onAdded }: Props): ReactElement {
  const { calendars: text, common } = useText();
  const { act, add } = useAddEntry(year);
  const [form, setForm] = useState<Form>({
    from: day,
    to: day,
    toSet: false,
    name: "",
    kind: "closed",
    session: "usual",
  });
  const [decision, setDecision] = useState(NO_DECISION);
  const [asked, setAsked] = useState(false);
  const readable = [form.from, form.to].every((one) => parsePlainDate(one) !== undefined);
  const whole = readable && form.name.trim() !== "" && isWhole(decision);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (!whole) return focusFirstProblem(element);
    if (await add({ content: contentOf(form, year), decision })) onAdded();
  }

  return (
    <Dialog opened title={text.addDaysTitle} onClose={onClose} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>
          {text.placeKinds[year.placeKind]}: {year.name}
        </p>
        <DayFields form={form} asked={asked} onChange={setForm} />
        <DecisionFields part={decision} asked={asked} onChange={setDecision} />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button type="submit" loading={act.pending}>
            {text.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly form: Form;
  readonly asked: boolean;
  readonly onChange: (form: Form) => void;
}

function DayFields({ form, asked, onChange }: FieldsProps): ReactElement {
  const { calendars: text } = useText();
  const change = (changes: Partial<Form>) => onChange({ ...form, ...changes });
  return (
    <>
      <div className={styles["pair"]}>
        <DateField
          label={text.from}
          value={form.from}
          // One day is the usual case: the last follows the first until somebody sets it.
          onChange={(from) => change({ from, ...(!form.toSet && { to: from }) })}
          required
        />
        <DateField label={text.to} value={form.to} onChange={(to) => change({ to, toSet: true })} required />
      </div>
      <TextField
        label={text.name}
        hint={text.nameHint}
        value={form.name}
        onChange={(name) => change({ name })}
        problem={asked && form.name.trim() === "" ? text.missing : undefined}
        maxLength={500}
        required
      />
      <Radio.Group
        label={text.whatDay}
        value={form.kind}
        onChange={(kind) => change({ kind: KINDS.find((one) => one === kind) ?? "closed" })}
      >
        <Stack gap="xs" mt={4}>
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind} label={text.dayChoices[kind]} />
          ))}
        </Stack>
      </Radio.Group>
      {form.kind !== "closed" && (
        <div role="group" aria-label={text.session}>
          <p className={styles["label"]}>{text.session}</p>
          <SegmentedControl
            value={form.session}
            onChange={(session) => change({ session: SESSIONS.find((one) => one === session) ?? "usual" })}
            data={SESSIONS.map((value) => ({ value, label: text.sessionChoices[value] }))}
          />
        </div>
      )}
    </>
  );
}

function contentOf({ from, to, name, kind, session }: Form, year: CalendarYear) {
  const usual = usualHours(year);
  const half = session === "morning" ? usual.slice(0, 1) : usual.slice(-1);
  return {
    kind: "days" as const,
    from,
    to,
    name: name.trim(),
    openForIntake: kind !== "closed",
    countsForDeadline: kind === "open",
    sessions: kind === "closed" || session === "usual" ? null : [...half],
  };
}

/** The hours of an ordinary day of work of the year: a half day is the first or the last part of it. */
function usualHours({ days }: CalendarYear) {
  return (
    days.find(({ reason, sessions }) => reason === "workingDay" && sessions.length > 1)?.sessions ?? NATIONAL
  );
}

const NATIONAL = [
  { fromMinute: 450, toMinute: 690 },
  { fromMinute: 810, toMinute: 1020 },
];
