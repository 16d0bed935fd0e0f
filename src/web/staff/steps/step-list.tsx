import type { StepRow } from "#contract/steps.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { useNow } from "../dossiers/use-now.ts";
import { DueMark } from "./due-mark.tsx";
import styles from "./steps-panel.module.css";

interface Props {
  readonly rows: readonly StepRow[];
  readonly label: string;
}

/** Open steps as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens the dossier. */
export function StepList(props: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return <div {...keys}>{wide ? <Table {...props} /> : <Cards {...props} />}</div>;
}

function Table({ rows, label }: Props): ReactElement {
  const { columns } = useText().steps.list;
  return (
    <table className={look["table"]} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.step}</th>
          <th scope="col">{columns.procedure}</th>
          <th scope="col">{columns.holder}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.dossierId} ${row.key}`}>
            <td>
              <Due row={row} />
            </td>
            <th scope="row">
              <Opener row={row} />
            </th>
            <td lang="vi">{row.name}</td>
            <td lang="vi">{row.procedureName}</td>
            <td>
              <Holder row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows, label }: Props): ReactElement {
  return (
    <ol className={look["cards"]} aria-label={label}>
      {rows.map((row) => (
        <li key={`${row.dossierId} ${row.key}`} className={look["card"]}>
          <div className={styles["head"]}>
            <Opener row={row} />
            <Due row={row} />
          </div>
          <p lang="vi">
            <strong>{row.name}</strong>
          </p>
          <p lang="vi">{row.procedureName}</p>
          <Holder row={row} />
        </li>
      ))}
    </ol>
  );
}

interface RowProps {
  readonly row: StepRow;
}

/** The one thing in a row that takes the focus. */
function Opener({ row: { dossierId, code } }: RowProps): ReactElement {
  return (
    <Link to="/dossiers/$dossierId" params={{ dossierId }} data-opener className={look["opener"]}>
      {code}
    </Link>
  );
}

function Due({ row: { dueAt } }: RowProps): ReactElement {
  const { steps, dates } = useText();
  const now = useNow();
  if (dueAt === null) return <span className={look["quiet"]}>{steps.list.noDue}</span>;
  return (
    <div className={styles["due"]}>
      <DueMark dueAt={dueAt} now={now} />
      <time dateTime={dueAt}>{dates.shortMoment(dueAt)}</time>
    </div>
  );
}

function Holder({ row: { holder, state, place } }: RowProps): ReactElement {
  const { steps } = useText();
  return (
    <div>
      {holder === null ? (
        <Mark tone="warning" icon="warning">
          {steps.list.nobody}
        </Mark>
      ) : (
        <span lang="vi">
          {holder} ({steps.panel.states[state]})
        </span>
      )}
      <p className={styles["quiet"]} lang="vi">
        {place}
      </p>
    </div>
  );
}
