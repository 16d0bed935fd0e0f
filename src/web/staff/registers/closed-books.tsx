import type { RegisterYear } from "#contract/registers.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { unitFormLink } from "./register-links.ts";
import styles from "./registers.module.css";

/** The registers of the year that are closed, each volume to be printed as it was. */
export function ClosedBooks({
  year: { closings, books },
}: {
  readonly year: RegisterYear;
}): ReactElement | null {
  const { registers, dates } = useText();
  const { closing: text } = registers;
  if (closings.length === 0) return null;
  const nameOf = (code: string) => books.find(({ fieldCode }) => fieldCode === code)?.fieldName ?? code;
  return (
    <Panel id="closed-books" title={text.list}>
      <ul className={styles["lines"]}>
        {closings.map(({ closingId, fields, entries, by, at, volumes }) => (
          <li key={closingId}>
            <p lang="vi">{text.line(fields.map(nameOf).join("; "), entries)}</p>
            <p className={styles["quiet"]}>{text.by(by, dates.shortMoment(at))}</p>
            <p className={styles["row"]}>
              {volumes.map(({ formId, volume, number }) => (
                <a
                  key={formId}
                  className={styles["link"]}
                  href={unitFormLink(formId)}
                  target="_blank"
                  rel="noreferrer"
                >
                  {text.volume(volume, number)}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
