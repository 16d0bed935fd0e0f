import type { CalendarContent, CalendarYear } from "#contract/calendars.ts";
import { formatMinute } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, SegmentedControl } from "@mantine/core";
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
import { readTime } from "../read-time.ts";
import { useAddEntry } from "./use-calendars.ts";

const DAYS = ["off", "work", "morning"] as const;
type DayChoice = (typeof DAYS)[number];
/** Monday first, as the week is written here; the calendar keeps Sunday first. */
const WRITTEN = [1, 2, 3, 4, 5, 6, 0] as const;

interface Form {
  readonly from: string;
  readonly to: string;
  /** From and to of the morning, then of the afternoon, as they are typed. */
  readonly times: readonly [string, string, string, string];
  readonly week: readonly DayChoice[];
}

const USUAL: Form = {
  from: "",
  to: "",
  times: ["07:30", "11:30", "13:30", "17:00"],
  week: ["off", "work", "work", "work", "work", "work", "off"],
};

interface Props {
  readonly year: CalendarYear;
  readonly day: string;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** Sets the week and its hours from a day on, by a decision. */
export function AddHoursDialog({ year, day, onClose, onAdded }: Props): ReactElement {
  const { calendars: text, common } = useText();
  const { act, add } = useAddEntry(year);
  const [form, setForm] = useState<Form>(() => ({ ...USUAL, from: day, times: timesOf(year) }));
  const [decision, setDecision] = useState(NO_DECISION);
  const [asked, setAsked] = useState(false);
  const content = contentOf(form);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (!content || !isWhole(decision)) return focusFirstProblem(element);
    if (await add({ content, decision })) onAdded();
  }

  return (
    <Dialog opened title={text.addHoursTitle} onClose={onClose} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>
          {text.placeKinds[year.placeKind]}: {year.name}
        </p>
        <PeriodFields form={form} onChange={setForm} />
        <TimeFields form={form} asked={asked} onChange={setForm} />
        <WeekFields form={form} onChange={setForm} />
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
  readonly onChange: (form: Form) => void;
}

function PeriodFields({ form, onChange }: FieldsProps): ReactElement {
  const { calendars: text } = useText();
  return (
    <div className={styles["pair"]}>
      <DateField
        label={text.from}
        value={form.from}
        onChange={(from) => onChange({ ...form, from })}
        required
      />
      <DateField
        label={text.to}
        hint={text.toOpen}
        value={form.to}
        onChange={(to) => onChange({ ...form, to })}
      />
    </div>
  );
}

function TimeFields({ form, asked, onChange }: FieldsProps & { readonly asked: boolean }): ReactElement {
  const { calendars: text } = useText();
  const labels = [
    text.fromTime(text.morning),
    text.toTime(text.morning),
    text.fromTime(text.afternoon),
    text.toTime(text.afternoon),
  ];
  return (
    <div className={styles["times"]}>
      {form.times.map((time, index) => (
        <TextField
          key={labels[index]}
          label={labels[index] ?? ""}
          value={time}
          onChange={(typed) => onChange({ ...form, times: replaced(form.times, index, typed) })}
          problem={asked && readTime(time) === undefined ? text.timeProblem : undefined}
          maxLength={5}
          inputMode="numeric"
          required
        />
      ))}
    </div>
  );
}

function WeekFields({ form, onChange }: FieldsProps): ReactElement {
  const { calendars: text } = useText();
  const words = { off: text.weekOff, work: text.weekWork, morning: text.weekMorning };
  return (
    <fieldset className={styles["group"]}>
      <legend>{text.weekTitle}</legend>
      {WRITTEN.map((day) => (
        <div key={day} className={styles["weekday"]} role="group" aria-label={text.weekdayNames[day]}>
          <span>{text.weekdayNames[day]}</span>
          <SegmentedControl
            size="xs"
            value={form.week[day] ?? "off"}
            onChange={(value) => {
              const choice = DAYS.find((one) => one === value) ?? "off";
              onChange({ ...form, week: form.week.map((one, index) => (index === day ? choice : one)) });
            }}
            data={DAYS.map((value) => ({ value, label: words[value] }))}
          />
        </div>
      ))}
    </fieldset>
  );
}

function replaced(times: Form["times"], index: number, typed: string): Form["times"] {
  const [a, b, c, d] = times.map((time, at) => (at === index ? typed : time));
  return [a ?? "", b ?? "", c ?? "", d ?? ""];
}

function timesOf({ days }: CalendarYear): Form["times"] {
  const [morning, afternoon] = days.find(({ sessions }) => sessions.length === 2)?.sessions ?? [];
  if (!morning || !afternoon) return USUAL.times;
  return [
    formatMinute(morning.fromMinute),
    formatMinute(morning.toMinute),
    formatMinute(afternoon.fromMinute),
    formatMinute(afternoon.toMinute),
  ];
}

/** Undefined while something is not readable. */
function contentOf({ from, to, times, week }: Form): CalendarContent | undefined {
  const [a, b, c, d] = times.map(readTime);
  const unreadable = a === undefined || b === undefined || c === undefined || d === undefined;
  if (unreadable || parsePlainDate(from) === undefined) return undefined;
  if (to.trim() !== "" && parsePlainDate(to) === undefined) return undefined;
  const morning = { fromMinute: a, toMinute: b };
  const flags = {
    off: { openForIntake: false, countsForDeadline: false },
    work: { openForIntake: true, countsForDeadline: true },
    morning: { openForIntake: true, countsForDeadline: false, sessions: [morning] },
  };
  return {
    kind: "hours",
    from,
    to: to.trim() === "" ? null : to,
    week: week.map((choice) => flags[choice]),
    sessions: [morning, { fromMinute: c, toMinute: d }],
  };
}
