import type { PlaceListRow } from "#contract/places.ts";
import type { PlaceField, PlaceKind, PlaceValues } from "#domain/unit/place.ts";
import { OPTIONAL_FIELDS, PLACE_FIELDS } from "#domain/unit/place.ts";
import { Button, Group } from "@mantine/core";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { PlaceFieldInput } from "./place-fields.tsx";
import styles from "./places.module.css";

/** What a person types about a place. */
export interface PlaceForm {
  readonly key: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly values: PlaceValues;
  readonly reason: string;
}

interface Props {
  readonly kind: PlaceKind;
  readonly start: PlaceForm;
  /** Names of places and units that the form refers to at the start. */
  readonly names: PlaceListRow["names"];
  /** Only a new place may be given a key. */
  readonly isNew: boolean;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  readonly onSubmit: (form: PlaceForm) => void;
  readonly onCancel: () => void;
}

/** The form of a place, with what the server found wrong beside the fields that it is about. */
export function PlaceFormView(props: Props): ReactElement {
  const { kind, start, names, isNew, pending, problem, onSubmit, onCancel } = props;
  const text = useText();
  const [form, setForm] = useState(start);
  const [asked, setAsked] = useState(false);
  const missing = { ...missingOf(kind, form, text), ...dayProblems(form, text) };
  const problems = { ...problemsOf(problem, text), ...(asked && missing) };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys(missing).length === 0) onSubmit(form);
    requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  const change = (changes: Partial<PlaceForm>) => setForm({ ...form, ...changes });
  return (
    <form className={styles["form"]} onSubmit={submit} noValidate>
      {isNew && <KeyField form={form} problem={problems["key"]} onChange={change} />}
      <TextField
        label={text.places.fields.name}
        value={form.name}
        onChange={(name) => change({ name })}
        problem={problems["name"]}
        maxLength={300}
        required
        autoFocus
      />
      {PLACE_FIELDS[kind].map((field) => (
        <PlaceFieldInput
          key={field}
          field={field}
          value={form.values[field] ?? ""}
          names={names}
          day={form.validFrom}
          problem={problems[field]}
          onChange={(value) => change({ values: withValue(form.values, field, value) })}
        />
      ))}
      <Period form={form} problems={problems} onChange={change} />
      <ReasonField
        value={form.reason}
        problem={problems["reason"]}
        onChange={(reason) => change({ reason })}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Buttons pending={pending} onCancel={onCancel}>
        {text.places.form.save}
      </Buttons>
    </form>
  );
}

/** What must be there and is empty, all of it at once: nobody sends a form three times to learn of three fields. */
function missingOf(kind: PlaceKind, form: PlaceForm, text: Words): Readonly<Record<string, string>> {
  const needed: readonly (readonly [string, string])[] = [
    ["name", form.name],
    ...PLACE_FIELDS[kind]
      .filter((field) => !OPTIONAL_FIELDS.has(field))
      .map((field) => [field, form.values[field] ?? ""] as const),
    ["validFrom", form.validFrom],
    ["reason", form.reason],
  ];
  const empty = needed.filter(([, value]) => value.trim() === "");
  return Object.fromEntries(empty.map(([field]) => [field, text.places.problems.missing]));
}

function withValue(values: PlaceValues, field: PlaceField, value: string): PlaceValues {
  const { [field]: _before, ...rest } = values;
  return value === "" ? rest : { ...rest, [field]: value };
}

interface PartProps {
  readonly form: PlaceForm;
  readonly onChange: (changes: Partial<PlaceForm>) => void;
}

function KeyField({
  form,
  problem,
  onChange,
}: PartProps & { readonly problem: string | undefined }): ReactElement {
  const text = useText();
  return (
    <TextField
      label={text.places.fields.key}
      hint={text.places.form.keyHint}
      value={form.key}
      onChange={(key) => onChange({ key })}
      problem={problem}
      maxLength={80}
    />
  );
}

function Period({
  form,
  problems,
  onChange,
}: PartProps & { readonly problems: Readonly<Record<string, string>> }): ReactElement {
  const text = useText();
  return (
    <div className={styles["pair"]}>
      <DateField
        label={text.places.fields.validFrom}
        value={form.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
        problem={problems["validFrom"]}
        required
      />
      <DateField
        label={`${text.places.fields.validTo} (${text.common.optional})`}
        value={form.validTo}
        onChange={(validTo) => onChange({ validTo })}
        problem={problems["validTo"]}
      />
    </div>
  );
}

interface ReasonProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (reason: string) => void;
}

/** Why: every change of a place has a reason that whoever comes later can read. */
export function ReasonField({ value, problem, onChange }: ReasonProps): ReactElement {
  const text = useText();
  return (
    <TextField
      label={text.places.form.reason}
      hint={text.places.form.reasonHint}
      value={value}
      onChange={onChange}
      problem={problem}
      maxLength={500}
      required
    />
  );
}

interface ButtonsProps {
  readonly pending: boolean;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function Buttons({ pending, onCancel, children }: ButtonsProps): ReactElement {
  const text = useText();
  return (
    <Group gap="sm">
      <Button type="submit" loading={pending}>
        {children}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {text.common.cancel}
      </Button>
    </Group>
  );
}

/** Days that name none: the server would refuse the whole form for their shape. */
function dayProblems({ validFrom, validTo }: PlaceForm, text: Words): Readonly<Record<string, string>> {
  const unreadable = Object.entries({ validFrom, validTo }).filter(
    ([, day]) => day.trim() !== "" && parsePlainDate(day) === undefined,
  );
  return Object.fromEntries(unreadable.map(([field]) => [field, text.places.problems.notADay]));
}

export function reasonProblem({ reason }: { readonly reason: string }, text: Words): Record<string, string> {
  return reason.trim() === "" ? { reason: text.places.problems.missing } : {};
}

/** What the server found wrong, by field: it answers `field:problem` for each. */
export function problemsOf(problem: CallProblem | null, text: Words): Readonly<Record<string, string>> {
  if (problem?.kind !== "refused") return {};
  const { problems } = problem.details;
  if (!Array.isArray(problems)) return {};
  const words: Readonly<Record<string, string>> = text.places.problems;
  return Object.fromEntries(
    problems.map((entry: string) => {
      const [field = "", code = ""] = entry.split(":");
      return [field, words[code] ?? code];
    }),
  );
}
