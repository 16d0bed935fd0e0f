import { readSampleResults } from "#contract/samples.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Link } from "@tanstack/react-router";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { percentWords } from "../figure-words.ts";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./samples.module.css";

type Results = AnswerOf<typeof readSampleResults>;
type Counts = Pick<Results["clerks"][number], "drawn" | "judged" | "wrong" | "low" | "high">;

/** How often acts were wrong in a span of days, with how sure that is. */
export function ResultsTab(): ReactElement {
  const { proposals } = useText();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const query = {
    ...(parsePlainDate(from) !== undefined && { from }),
    ...(parsePlainDate(to) !== undefined && { to }),
  };
  const { data, problem, reload } = useRead(readSampleResults, { query }, { keepPrevious: true });
  return (
    <div className={styles["stack"]}>
      <div className={styles["span"]}>
        <DateField label={proposals.from} value={from} onChange={setFrom} />
        <DateField label={proposals.to} value={to} onChange={setTo} />
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={8} />}
      {data && <Shown results={data} />}
    </div>
  );
}

function Shown({ results }: { readonly results: Results }): ReactElement {
  const { samples, dates } = useText();
  const { results: text } = samples;
  if (results.clerks.length === 0) return <EmptyState icon="scan" title={text.none} hint={text.noneHint} />;
  return (
    <>
      <p className={styles["quiet"]} role="status">
        {text.period(dates.shortDay(results.from), dates.shortDay(results.to))}
      </p>
      <Panel id="by-clerk" title={text.clerks}>
        <Rates
          label={text.clerks}
          head={text.columns.who}
          rows={results.clerks.map((row) => ({
            ...row,
            key: `${row.id} ${row.postOffice}`,
            title: row.name,
          }))}
        />
      </Panel>
      <Panel id="by-mandate" title={text.mandates}>
        <Rates
          label={text.mandates}
          head={text.columns.mandate}
          rows={results.mandates.map((row) => ({ ...row, key: row.id, title: <MandateLink row={row} /> }))}
        />
      </Panel>
      <Panel id="by-kind" title={text.kindsTitle}>
        {results.kinds.length === 0 ? (
          <p className={styles["quiet"]}>{text.noKinds}</p>
        ) : (
          <ul className={styles["kinds"]}>
            {results.kinds.map(({ kind, count }) => (
              <li key={kind}>{text.kind(samples.kinds[kind], count)}</li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

/** The mandate by its decision; a way to it for whoever may read mandates. */
function MandateLink({ row }: { readonly row: Results["mandates"][number] }): ReactElement {
  const { results: text } = useText().samples;
  const reads = mayUse(useSession(), "mandate.read");
  const words = row.decision === "" ? text.open : text.decision(row.decision);
  if (!reads) return <>{words}</>;
  return (
    <Link to="/mandates/$mandateId" params={{ mandateId: row.id }} className={styles["link"]}>
      {words}
    </Link>
  );
}

interface RatesProps {
  readonly label: string;
  readonly head: string;
  readonly rows: readonly (Counts & {
    readonly key: string;
    readonly title: ReactNode;
    readonly postOffice: string;
  })[];
}

function Rates({ label, head, rows }: RatesProps): ReactElement {
  const { columns } = useText().samples.results;
  return (
    <section className={styles["scroll"]} aria-label={label} tabIndex={0}>
      <table className={styles["rates"]} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" data-number>
              {columns.drawn}
            </th>
            <th scope="col" data-number>
              {columns.judged}
            </th>
            <th scope="col" data-number>
              {columns.wrong}
            </th>
            <th scope="col">{columns.rate}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" lang="vi">
                {row.title}
                <span className={styles["under"]}>{row.postOffice}</span>
              </th>
              <td data-number>{row.drawn}</td>
              <td data-number>{row.judged}</td>
              <td data-number>{row.wrong}</td>
              <td>
                <Rate counts={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rate({ counts: { judged, wrong, low, high } }: { readonly counts: Counts }): ReactElement {
  const text = useText();
  const { results } = text.samples;
  if (judged === 0) return <>{results.rateNone}</>;
  const [rate = "", from = "", to = ""] = [wrong / judged, low, high].map((share) =>
    percentWords(share, text),
  );
  return <>{results.rate(rate, from, to)}</>;
}
