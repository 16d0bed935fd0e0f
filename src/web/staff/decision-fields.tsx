import type { DecisionInput, DecisionView } from "#contract/mandates.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Radio, Stack } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./decision-fields.module.css";

/** What is typed of a decision; with an id, a decision that is known already is meant. */
export interface DecisionForm {
  readonly knownId: string | null;
  readonly number: string;
  readonly issuer: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly source: string;
}

export const NO_DECISION: DecisionForm = {
  knownId: null,
  number: "",
  issuer: "",
  title: "",
  issuedOn: "",
  source: "",
};

/** Stands for a decision that is not known yet. */
const ANOTHER = "another";

type Problems = Readonly<Partial<Record<keyof DecisionForm, string>>>;

/** What is missing or unreadable; nothing for a decision that is known. */
export function decisionProblems(form: DecisionForm, { mandates: text }: Words): Problems {
  if (form.knownId !== null) return {};
  const empty = (["number", "issuer", "title", "issuedOn"] as const).filter(
    (part) => form[part].trim() === "",
  );
  const unreadable = form.issuedOn.trim() !== "" && parsePlainDate(form.issuedOn) === undefined;
  return {
    ...Object.fromEntries(empty.map((part) => [part, text.missing])),
    ...(unreadable && { issuedOn: text.notADay }),
  };
}

/** The decision as a route takes it. */
export function decisionInput({
  knownId,
  number,
  issuer,
  title,
  issuedOn,
  source,
}: DecisionForm): DecisionInput {
  return knownId === null
    ? {
        number: number.trim(),
        issuer: issuer.trim(),
        title: title.trim(),
        issuedOn,
        source: source.trim(),
      }
    : { id: knownId };
}

interface Props {
  readonly form: DecisionForm;
  readonly onChange: (form: DecisionForm) => void;
  /** Decisions that may be named again. */
  readonly known?: readonly DecisionView[];
  readonly problems: Problems;
}

/** By which decision: one that is known, or a new one by number, issuer, subject and day. */
export function DecisionFields({ form, onChange, known = [], problems }: Props): ReactElement {
  const { mandates, dates } = useText();
  const text = mandates.decision;
  return (
    <fieldset className={styles["fields"]}>
      <legend>{text.legend}</legend>
      {known.length > 0 && (
        <Radio.Group
          aria-label={text.legend}
          value={form.knownId ?? ANOTHER}
          onChange={(id) => onChange({ ...form, knownId: id === ANOTHER ? null : id })}
        >
          <Stack gap="xs">
            {known.map(({ id, number, issuedOn, title }) => (
              <Radio
                key={id}
                value={id}
                label={text.known(number, dates.shortDay(issuedOn))}
                description={title}
              />
            ))}
            <Radio value={ANOTHER} label={text.another} />
          </Stack>
        </Radio.Group>
      )}
      {form.knownId === null && <NewDecision form={form} onChange={onChange} problems={problems} />}
    </fieldset>
  );
}

function NewDecision({ form, onChange, problems }: Omit<Props, "known">): ReactElement {
  const { mandates, common } = useText();
  const text = mandates.decision;
  const change = (changes: Partial<DecisionForm>) => onChange({ ...form, ...changes });
  return (
    <>
      <div className={styles["pair"]}>
        <TextField
          label={text.number}
          value={form.number}
          onChange={(number) => change({ number })}
          problem={problems.number}
          maxLength={500}
          required
        />
        <DateField
          label={text.issuedOn}
          value={form.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
          problem={problems.issuedOn}
          required
        />
      </div>
      <TextField
        label={text.issuer}
        value={form.issuer}
        onChange={(issuer) => change({ issuer })}
        problem={problems.issuer}
        maxLength={500}
        required
      />
      <TextField
        label={text.title}
        value={form.title}
        onChange={(title) => change({ title })}
        problem={problems.title}
        maxLength={500}
        required
      />
      <TextField
        label={`${text.source} (${common.optional})`}
        hint={text.sourceHint}
        value={form.source}
        onChange={(source) => change({ source })}
        maxLength={500}
      />
    </>
  );
}
