import { parsePlainDate } from "#domain/shared/plain-date.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./calendars.module.css";

/** By what a calendar is set: every entry names it. */
export interface DecisionPart {
  readonly number: string;
  readonly issuedOn: string;
  readonly signer: string;
}

export const NO_DECISION: DecisionPart = { number: "", issuedOn: "", signer: "" };

export function isWhole({ number, issuedOn, signer }: DecisionPart): boolean {
  return number.trim() !== "" && signer.trim() !== "" && parsePlainDate(issuedOn) !== undefined;
}

interface Props {
  readonly part: DecisionPart;
  readonly asked: boolean;
  readonly onChange: (part: DecisionPart) => void;
}

export function DecisionFields({ part, asked, onChange }: Props): ReactElement {
  const { calendars: text } = useText();
  const problem = (value: string) => (asked && value.trim() === "" ? text.missing : undefined);
  return (
    <fieldset className={styles["group"]}>
      <legend>{text.decision}</legend>
      <div className={styles["pair"]}>
        <TextField
          label={text.number}
          value={part.number}
          onChange={(number) => onChange({ ...part, number })}
          problem={problem(part.number)}
          maxLength={500}
          required
        />
        <DateField
          label={text.issuedOn}
          value={part.issuedOn}
          onChange={(issuedOn) => onChange({ ...part, issuedOn })}
          problem={problem(part.issuedOn)}
          required
        />
      </div>
      <TextField
        label={text.signer}
        value={part.signer}
        onChange={(signer) => onChange({ ...part, signer })}
        problem={problem(part.signer)}
        maxLength={500}
        required
      />
    </fieldset>
  );
}
