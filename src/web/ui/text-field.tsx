import { TextInput, type TextInputProps } from "@mantine/core";
import { type ReactElement, type ReactNode, useId } from "react";
import { FieldNotes } from "./field-notes.tsx";

export interface TextFieldProps extends Omit<TextInputProps, "onChange" | "error" | "description"> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong: said beside the field and tied to it. */
  readonly problem?: string | undefined;
  /** What to look at twice; it never blocks. */
  readonly warnings?: readonly string[];
  readonly hint?: ReactNode;
}

/** A labelled line of text with its problem, its warnings and its hint beside it. */
export function TextField({ onChange, problem, warnings = [], hint, ...rest }: TextFieldProps): ReactElement {
  const id = useId();
  const notes = hint !== undefined || warnings.length > 0;
  return (
    <div>
      <TextInput
        id={id}
        autoComplete="off"
        {...rest}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={problem}
        aria-describedby={
          [problem && `${id}-error`, notes && `${id}-notes`].filter(Boolean).join(" ") || undefined
        }
      />
      <FieldNotes id={`${id}-notes`} hint={hint} warnings={warnings} />
    </div>
  );
}
