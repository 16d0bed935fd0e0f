import { readWrittenDay } from "#domain/person/written-day.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { type ReactElement, useState } from "react";
import { useText } from "../text/use-text.ts";
import { TextField, type TextFieldProps } from "./text-field.tsx";

interface Props extends Omit<TextFieldProps, "type" | "placeholder" | "inputMode"> {
  /** A day as `YYYY-MM-DD`, or what was typed and names no day. */
  readonly value: string;
  /** Called with the day as `YYYY-MM-DD` as soon as one is read, and with what was typed until then. */
  readonly onChange: (value: string) => void;
  /** The day may lie in more than one century, as a birth does: a year of two figures is then no year. */
  readonly anyCentury?: boolean;
}

/** Where a year of two figures lies. */
const THIS_CENTURY = 2000;

/**
 * A day, typed as Vietnamese papers write it, whatever language the browser speaks: 01022026, 1/2/2026 and 01-02-2026
 * become 01/02/2026 when the field is left. What names no day stays, and is said beside the field.
 */
export function DateField({
  value,
  onChange,
  anyCentury = false,
  problem,
  onFocus,
  onBlur,
  onKeyDown,
  ...rest
}: Props): ReactElement {
  const text = useText();
  const day = useTypedDay(value, onChange, anyCentury ? undefined : THIS_CENTURY);
  return (
    <TextField
      {...rest}
      placeholder={text.common.dayPlaceholder}
      inputMode="numeric"
      maxLength={20}
      value={day.shown}
      onChange={day.type}
      problem={problem ?? (day.unreadable ? text.common.dayProblem : undefined)}
      // A day that stands there already gives way to the one that is typed.
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onBlur={(event) => {
        day.settle();
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") day.settle();
        onKeyDown?.(event);
      }}
    />
  );
}

function useTypedDay(value: string, onChange: (value: string) => void, century: number | undefined) {
  // What stands in the field while somebody types; null once it was read as a day and is shown as one.
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    // Changed from elsewhere, a card that was scanned or a button: what was typed gives way.
    if (typed !== null && value !== (readWrittenDay(typed) ?? typed)) setTyped(null);
  }
  return {
    shown: typed ?? shown(value),
    unreadable: left && (typed ?? "").trim() !== "" && !readWrittenDay(typed ?? "", century),
    type: (next: string): void => {
      setTyped(next);
      setLeft(false);
      onChange(readWrittenDay(next) ?? next);
    },
    /** A short year is read only now: 1/2/20 may be on the way to 1/2/2026. */
    settle: (): void => {
      setLeft(true);
      const day = readWrittenDay(typed ?? "", century);
      if (day === undefined) return;
      setTyped(null);
      if (day !== value) onChange(day);
    },
  };
}

function shown(value: string): string {
  const day = readWrittenDay(value);
  return day === undefined ? value : formatDay(day);
}
