import { type HandOverView, readHandOver } from "#contract/hand-overs.ts";
import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./people.module.css";

/** The record of a hand-over, as it is read on the screen, printed and signed. */
export function HandOverPage(): ReactElement {
  const { handOverId } = useParams({ from: "/hand-overs/$handOverId" });
  const { data, problem, reload } = useRead(readHandOver, { params: { handOverId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <HandOverRecord record={data} />}
    </div>
  );
}

function HandOverRecord({ record }: { readonly record: HandOverView }): ReactElement {
  const { people, dates } = useText();
  const { handOver: text } = people;
  const reason = record.reason === "" ? text.bySystem : record.reason;
  return (
    <article className={styles["record"]}>
      <div className={styles["between"]}>
        <h1>{text.title}</h1>
        <Button
          className="no-print"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => window.print()}
        >
          {text.print}
        </Button>
      </div>
      <Facts
        facts={[
          { label: text.from, value: record.from },
          { label: text.to, value: record.successor ?? text.toPlaces },
          { label: text.cause, value: `${text.causes[record.cause]}: ${reason}` },
          { label: text.by, value: record.by },
          { label: text.at, value: dates.moment(record.at) },
        ]}
      />
      <h2>{text.lines}</h2>
      <Lines record={record} />
      <p className={styles["flat"]}>
        {text.total(record.papers, record.lines.length)} {record.drafts > 0 && text.drafts(record.drafts)}
      </p>
      <div className={styles["signatures"]}>
        {[text.signatures.gives, text.signatures.takes].map((who) => (
          <div key={who}>
            <p>
              <strong>{who}</strong>
            </p>
            <p>{text.signatures.sign}</p>
          </div>
        ))}
      </div>
    </article>
  );
}

function Lines({ record }: { readonly record: HandOverView }): ReactElement {
  const { handOver: text } = useText().people;
  if (record.lines.length === 0) return <p className={styles["quiet"]}>{text.linesNone}</p>;
  return (
    <table className={styles["plain"]} aria-label={text.lines}>
      <thead>
        <tr>
          <th scope="col">{text.columns.code}</th>
          <th scope="col">{text.columns.papers}</th>
          <th scope="col">{text.columns.matter}</th>
          <th scope="col">{text.columns.to}</th>
        </tr>
      </thead>
      <tbody>
        {record.lines.map((line) => (
          <tr key={line.dossierId}>
            <th scope="row">{line.code}</th>
            <td>{line.papers}</td>
            <td>{line.matter ? text.matter : "–"}</td>
            <td lang="vi">{line.to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
