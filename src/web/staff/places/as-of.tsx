import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { DateField } from "#web/ui/date-field.tsx";
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

  function change(day: string): void {
    const read = parsePlainDate(day);
    if (read !== undefined && read >= "1900-01-01") onChange(read === today() ? null : read);
  }

  return (
    <DateField
      className={styles["asOf"] ?? ""}
      label={text.places.asOf.label}
      value={value ?? today()}
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
