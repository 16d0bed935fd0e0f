import type { MandateRow } from "#contract/mandates.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { STATUS_TONES, decisionWords, periodWords, taskWords, unitWords } from "./mandate-words.ts";
import styles from "./mandates.module.css";

interface Props {
  readonly rows: readonly MandateRow[];
}

/** Mandates as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens. */
export function MandateList({ rows }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return <div {...keys}>{wide ? <Table rows={rows} /> : <Cards rows={rows} />}</div>;
}

function Table({ rows }: Props): ReactElement {
  const text = useText();
  const { mandates } = text;
  const { columns } = mandates.list;
  return (
    <table className={look["table"]} aria-label={mandates.title}>
      <thead>
        <tr>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.period}</th>
          <th scope="col">{columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={styles["who"]}>
              <Opener row={row} />
              <span className={styles["under"]} lang="vi">
                {unitWords(row, text)}
              </span>
            </th>
            <td>
              <What row={row} />
            </td>
            <td>
              <Period row={row} />
            </td>
            <td className={styles["nowrap"]}>
              <StatusMark row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows }: Props): ReactElement {
  const text = useText();
  const { mandates } = text;
  return (
    <ol className={look["cards"]} aria-label={mandates.title}>
      {rows.map((row) => (
        <li key={row.id} className={look["card"]}>
          <div className={styles["row"]}>
            <StatusMark row={row} />
          </div>
          <Opener row={row} />
          <p lang="vi">{unitWords(row, text)}</p>
          <p>
            <What row={row} />
          </p>
          <p>
            <Period row={row} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The one thing in a row that takes the focus. */
function Opener({ row }: { readonly row: MandateRow }): ReactElement {
  return (
    <Link
      to="/mandates/$mandateId"
      params={{ mandateId: row.id }}
      data-opener
      className={look["opener"]}
      lang="vi"
    >
      {row.postOffice.name}
    </Link>
  );
}

function What({ row }: { readonly row: MandateRow }): ReactElement {
  const text = useText();
  return (
    <>
      {taskWords(row.tasks, text)}
      <span className={styles["under"]}>{scopeWords(row, text)}</span>
    </>
  );
}

/** @example "11 lĩnh vực, trừ 1 thủ tục; tự làm, có giám sát" */
function scopeWords({ fields, procedures, exceptions, autonomy }: MandateRow, { mandates }: Words): string {
  const { list, autonomies } = mandates;
  const scope = [
    fields.length === 1 ? fields[0]?.name : fields.length > 1 && list.fields(fields.length),
    procedures.length > 0 && list.procedures(procedures.length),
    exceptions.length > 0 && list.exceptions(exceptions.length),
  ].filter(Boolean);
  return `${scope.join(", ")} · ${autonomies[autonomy].name}`;
}

function Period({ row }: { readonly row: MandateRow }): ReactElement {
  const text = useText();
  return (
    <>
      {periodWords(row, text)}
      <span className={styles["under"]} lang="vi">
        {row.decision === null ? text.mandates.list.noDecision : decisionWords(row.decision, text)}
      </span>
    </>
  );
}

export function StatusMark({ row }: { readonly row: Pick<MandateRow, "status"> }): ReactElement {
  const text = useText();
  return <Mark tone={STATUS_TONES[row.status]}>{text.mandates.statuses[row.status]}</Mark>;
}
