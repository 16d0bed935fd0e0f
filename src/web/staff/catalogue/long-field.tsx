import { Textarea } from "@mantine/core";
import type { ReactElement } from "react";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
}

/** The longest text that the contract takes. */
const LENGTH_MAX = 6_000;

/** A Vietnamese text of the catalogue: it grows with what is typed, so that nothing of it is cut off. */
export function LongField({ label, value, onChange, problem }: Props): ReactElement {
  return (
    <Textarea
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={problem}
      maxLength={LENGTH_MAX}
      autosize
      minRows={1}
      lang="vi"
    />
  );
}
