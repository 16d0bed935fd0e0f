import type { DossierRow } from "#contract/dossiers.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import styles from "./dossier-list.module.css";
import { DueBadge } from "./due-badge.tsx";
import { useNow } from "./use-now.ts";

interface Props {
  readonly label: string;
  readonly rows: readonly DossierRow[];
  /** Instead of opening the page of the dossier. */
  readonly onOpen?: ((row: DossierRow) => void) | undefined;
}

/**
 * Dossiers as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens.
 */
export function DossierList({ label, rows, onOpen }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return (
    <div {...keys} className={styles["list"]}>
      {wide ? (
        <Table label={label} rows={rows} onOpen={onOpen} />
      ) : (
        <Cards label={label} rows={rows} onOpen={onOpen} />
      )}
    </div>
  );
}

function Table({ label, rows, onOpen }: Props): ReactElement {
  const { columns } = useText().dossiers;
  const now = useNow();
  return (
    <table className={look["table"]} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.procedure}</th>
          <th scope="col">{columns.applicant}</th>
          <th scope="col">{columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.dossierId}>
            <td className={styles["due"]}>
              <Due row={row} now={now} />
            </td>
            <th scope="row">
              <Opener row={row} onOpen={onOpen} />
            </th>
            <td lang="vi">{row.procedureName}</td>
            <td lang="vi">{row.applicantName}</td>
            <td>
              <Status row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ label, rows, onOpen }: Props): ReactElement {
  const now = useNow();
  return (
    <ol className={look["cards"]} aria-label={label}>
      {rows.map((row) => (
        <li key={row.dossierId} className={look["card"]}>
          <div className={styles["cardHead"]}>
            <Opener row={row} onOpen={onOpen} />
            <span className={styles["due"]}>
              <Due row={row} now={now} />
            </span>
          </div>
          <p lang="vi">{row.procedureName}</p>
          <p lang="vi">
            <strong>{row.applicantName}</strong>
          </p>
          <Status row={row} />
        </li>
      ))}
    </ol>
  );
}

/** The one thing in a row that takes the focus. */
function Opener({
  row,
  onOpen,
}: {
  readonly row: DossierRow;
  readonly onOpen: Props["onOpen"];
}): ReactElement {
  if (onOpen) {
    return (
      <button type="button" data-opener className={look["opener"]} onClick={() => onOpen(row)}>
        {row.code}
      </button>
    );
  }
  return (
    <Link
      to="/dossiers/$dossierId"
      params={{ dossierId: row.dossierId }}
      data-opener
      className={look["opener"]}
    >
      {row.code}
    </Link>
  );
}

function Due({ row, now }: { readonly row: DossierRow; readonly now: string }): ReactElement {
  const text = useText();
  return (
    <>
      <DueBadge dossier={row} now={now} />
      <time dateTime={row.dueAt}>{text.dates.shortMoment(row.dueAt)}</time>
    </>
  );
}

function Status({ row }: { readonly row: DossierRow }): ReactElement {
  const text = useText();
  return (
    <div className={styles["status"]}>
      <span>{text.lists.businessStatuses[row.status].plain}</span>
      {row.caseOfficer !== null && row.status === "processing" && (
        <span className={look["quiet"]}>{text.dossiers.columns.inHandOf(row.caseOfficer)}</span>
      )}
      <span className={look["quiet"]} lang="vi">
        {row.unitNow === null ? row.unitName : text.dossiers.page.nowCalled(row.unitName, row.unitNow)}
      </span>
    </div>
  );
}
