import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { serverNow } from "../server-clock.ts";
import styles from "./places.module.css";

/** Today by the server's clock. */
export function today() {
  return localTime(serverNow()).day;
}

interface Props {
  /** The chosen day; null looks at today, whichever day that is. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/** The day on which one looks. */
export function AsOfField({ value, onChange }: Props): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState("");
  const shown = value ?? (parsePlainDate(typed) === undefined && typed !== "" ? typed : today());

  function change(day: string): void {
    setTyped(day);
    const read = parsePlainDate(day);
    if (read !== undefined && read >= "1900-01-01") onChange(read === today() ? null : read);
  }

  return (
    <TextField
      className={styles["asOf"] ?? ""}
      type="date"
      label={text.places.asOf.label}
      value={shown}
      onChange={change}
    />
  );
}

/** Says plainly that one looks at another day than today. */
export function AsOfNotice({
  value,
  onToday,
}: {
  readonly value: string | null;
  readonly onToday: () => void;
}): ReactElement | null {
  const text = useText();
  if (value === null) return null;
  return (
    <Notice
      tone="info"
      live
      title={text.places.asOf.other(text.dates.shortDay(value))}
      actions={
        <Button size="compact-sm" variant="light" onClick={onToday}>
          {text.places.asOf.today}
        </Button>
      }
    >
      {text.places.asOf.otherHint}
    </Notice>
  );
}
