import { type ConfirmationFigures, readConfirmationFigures } from "#contract/confirming.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import look from "#web/ui/rows.module.css";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./confirming.module.css";

/** How many days the figures show at first, today among them. */
const DAYS_AT_FIRST = 30;

/** How long confirmation takes at this person's units. */
export function ConfirmationFiguresView(): ReactElement {
  const [period, setPeriod] = useState(lastDays);
  const { data, problem, reload } = useRead(
    readConfirmationFigures,
    { query: period },
    { keepPrevious: true },
  );
  return (
    <div className={styles["listSide"]}>
      <PeriodForm period={period} onChoose={setPeriod} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={4} />}
      {data && !problem && <Figures figures={data.figures} />}
    </div>
  );
}

interface Period {
  readonly from: string;
  readonly to: string;
}

function lastDays(): Period {
  const today = localTime(instant(serverNow())).day;
  return { from: addDays(today, 1 - DAYS_AT_FIRST), to: today };
}

interface FormProps {
  readonly period: Period;
  readonly onChoose: (period: Period) => void;
}

function PeriodForm({ period, onChoose }: FormProps): ReactElement {
  const text = useText();
  const [draft, setDraft] = useState(period);
  const { figures } = text.confirming;
  function submit(event: FormEvent): void {
    event.preventDefault();
    onChoose(draft);
  }
  return (
    <form className={styles["period"]} onSubmit={submit}>
      <DateField label={figures.from} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />
      <DateField label={figures.to} value={draft.to} onChange={(to) => setDraft({ ...draft, to })} />
      <Button type="submit" className="no-print">
        {figures.show}
      </Button>
      <Button
        variant="default"
        className="no-print"
        leftSection={<Icon name="print" size={18} />}
        onClick={() => globalThis.print()}
      >
        {figures.print}
      </Button>
    </form>
  );
}

function Figures({ figures }: { readonly figures: readonly ConfirmationFigures[] }): ReactElement {
  const { figures: words, acts } = useText().confirming;
  if (figures.length === 0) return <EmptyState icon="info" title={words.empty} />;
  return (
    <>
      <p className={look["quiet"]}>{words.hint}</p>
      {/* Wider than a phone: it scrolls for itself, with the keyboard too. */}
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={words.caption}>
        <table className={look["table"]}>
          <caption className={`${look["quiet"]} ${styles["caption"]}`}>{words.caption}</caption>
          <thead>
            <tr>
              {[words.unit, words.act, words.count, words.confirmed, words.waiting, words.withdrawn].map(
                (name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ),
              )}
              {[words.sentBack, words.median, words.p90].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((row) => (
              <tr key={`${row.unitId} ${row.act}`}>
                <th scope="row" className={styles["unit"]} lang="vi">
                  {row.unitName}
                </th>
                <td>{acts[row.act]}</td>
                <td className={styles["number"]}>{row.count}</td>
                <td className={styles["number"]}>{row.confirmed}</td>
                <td className={styles["number"]}>{row.waiting}</td>
                <td className={styles["number"]}>{row.withdrawn}</td>
                <Waits row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Waits({ row }: { readonly row: ConfirmationFigures }): ReactElement {
  const { minutes, figures: words } = useText().confirming;
  const share = Math.round((row.sentBack / row.count) * 100);
  const wait = (value: number | null) => (value === null ? words.none : minutes(Math.round(value)));
  return (
    <>
      <td className={styles["number"]}>{words.share(row.sentBack, share)}</td>
      <td className={styles["number"]}>{wait(row.medianMinutes)}</td>
      <td className={styles["number"]}>{wait(row.p90Minutes)}</td>
    </>
  );
}
