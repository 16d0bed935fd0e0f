import type { AskedConsultation } from "#contract/linked.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { AnswerDay } from "./answer-day.tsx";
import { CONSULTATION_TONES } from "./consultation-tones.ts";
import styles from "./linked.module.css";

interface Props {
  readonly rows: readonly AskedConsultation[];
}

/** Questions as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens the dossier. */
export function ConsultationList({ rows }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return <div {...keys}>{wide ? <Table rows={rows} /> : <Cards rows={rows} />}</div>;
}

function Table({ rows }: Props): ReactElement {
  const { list } = useText().linked;
  return (
    <table className={look["table"]} aria-label={list.listLabel}>
      <thead>
        <tr>
          <th scope="col">{list.columns.by}</th>
          <th scope="col">{list.columns.code}</th>
          <th scope="col">{list.columns.question}</th>
          <th scope="col">{list.columns.asking}</th>
          <th scope="col">{list.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.consultationId}>
            <td>
              <Day row={row} />
            </td>
            <th scope="row">
              <Opener row={row} />
              <p className={styles["quiet"]} lang="vi">
                {row.procedureName}
              </p>
            </th>
            <td className={styles["question"]} lang="vi">
              {row.question}
            </td>
            <td>
              <Asking row={row} />
            </td>
            <td>
              <State row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows }: Props): ReactElement {
  const { list } = useText().linked;
  return (
    <ol className={look["cards"]} aria-label={list.listLabel}>
      {rows.map((row) => (
        <li key={row.consultationId} className={look["card"]}>
          <div className={styles["head"]}>
            <Opener row={row} />
            <State row={row} />
          </div>
          <Day row={row} />
          <p lang="vi">{row.procedureName}</p>
          <p lang="vi">
            <strong>{row.question}</strong>
          </p>
          <Asking row={row} />
        </li>
      ))}
    </ol>
  );
}

interface RowProps {
  readonly row: AskedConsultation;
}

/** The one thing in a row that takes the focus. What is over is not readable for whoever was only asked. */
function Opener({ row: { state, dossierId, code } }: RowProps): ReactElement {
  if (state !== "open" && state !== "answered") return <span className={styles["code"]}>{code}</span>;
  return (
    <Link to="/dossiers/$dossierId" params={{ dossierId }} data-opener className={look["opener"]}>
      {code}
    </Link>
  );
}

function Day({ row: { state, answerBy } }: RowProps): ReactElement {
  const { dates } = useText();
  return (
    <div className={styles["day"]}>
      {state === "open" && <AnswerDay answerBy={answerBy} />}
      <time dateTime={answerBy}>{dates.shortDay(answerBy)}</time>
    </div>
  );
}

function Asking({ row: { askingAgency, agencyName, askedBy } }: RowProps): ReactElement {
  const { list } = useText().linked;
  return (
    <div lang="vi">
      {list.from(askingAgency, agencyName)}
      <p className={styles["quiet"]}>{askedBy}</p>
    </div>
  );
}

function State({ row: { state, answeredAt } }: RowProps): ReactElement {
  const { linked, dates } = useText();
  return (
    <div>
      <Mark tone={CONSULTATION_TONES[state]}>{linked.consultations.states[state]}</Mark>
      {answeredAt !== null && (
        <p className={styles["quiet"]}>{linked.list.answeredAt(dates.shortMoment(answeredAt))}</p>
      )}
    </div>
  );
}
