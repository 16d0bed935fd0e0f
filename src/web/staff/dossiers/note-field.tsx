import { Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

/** The longest note that the contract takes. */
const LENGTH_MAX = 500;

/** A note that the next person reads; by its label a reason or another short text. */
export function NoteField({
  value,
  onChange,
  label,
  hint,
  problem,
  required = false,
  autoFocus = false,
}: Props): ReactElement {
  const text = useText();
  return (
    <Textarea
      label={label ?? text.dossiers.acts.note}
      description={hint ?? text.dossiers.acts.noteHint}
      error={problem}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={LENGTH_MAX}
      autosize
      minRows={2}
      maxRows={8}
      required={required}
      autoFocus={autoFocus}
    />
  );
}
