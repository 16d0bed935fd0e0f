import type { CheckedDate } from "#contract/calendars.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { changeOfDay } from "#web/ui/change-of-day.ts";
import styles from "./calendars.module.css";

/** More than anybody reads; the sum and the units below say the rest. */
const ROWS_SHOWN = 100;

/** Dates that move or cannot be counted, with how many there are of each unit. */
export function DateTable({ dates }: { readonly dates: readonly CheckedDate[] }): ReactElement | null {
  const { calendars: text } = useText();
  if (dates.length === 0) return null;
  const shown = dates.slice(0, ROWS_SHOWN);
  return (
    <>
      <Units dates={dates} />
      <div className={styles["sideways"]} tabIndex={0} role="region" aria-label={text.tabs.dates}>
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{text.code}</th>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.oldDate}</th>
              <th scope="col">{text.newDate}</th>
              <th scope="col">{text.why}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((date) => (
              <DateRow key={date.dossierId} date={date} />
            ))}
          </tbody>
        </table>
      </div>
      {dates.length > shown.length && (
        <p className={styles["quiet"]}>{text.shownOf(shown.length, dates.length)}</p>
      )}
    </>
  );
}

function DateRow({ date }: { readonly date: CheckedDate }): ReactElement {
  const { calendars: text, dates, dueDate } = useText();
  return (
    <tr>
      <th scope="row">
        {date.code}
        <span className={styles["under"]}>{date.procedureCode}</span>
      </th>
      <td>{date.unit}</td>
      <td>{dates.shortMoment(date.from)}</td>
      <td>{date.to === null ? "–" : dates.shortMoment(date.to)}</td>
      <td>
        {date.keptBecause !== null && text.kept[date.keptBecause]}
        {date.because.map((changed) => (
          <span key={changed.day} className={styles["line"]}>
            {dates.shortDay(changed.day)}: {changeOfDay(changed, dueDate)}
            <span className={styles["under"]}>{changed.source}</span>
          </span>
        ))}
      </td>
    </tr>
  );
}

function Units({ dates }: { readonly dates: readonly CheckedDate[] }): ReactElement {
  const { calendars: text } = useText();
  const counts = new Map<string, number>();
  for (const { unit } of dates) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return (
    <details className={styles["units"]}>
      <summary>{text.byUnit}</summary>
      <ul className={styles["sums"]}>
        {[...counts].map(([unit, count]) => (
          <li key={unit}>
            {unit}: {count}
          </li>
        ))}
      </ul>
    </details>
  );
}
