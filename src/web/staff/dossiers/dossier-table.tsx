import type { DossierRow } from "#contract/dossiers.ts";
import type { QueueRow } from "#contract/queue.ts";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import look from "#web/ui/rows.module.css";
import { DossierDue, DossierOpener, DossierPick, DossierStatus } from "./dossier-cells.tsx";
import styles from "./dossier-list.module.css";
import { useNow } from "./use-now.ts";

/** A row of any list of dossiers; what only the lists of open work tell is shown where it is told. */
export type ListedDossier = DossierRow & Partial<Omit<QueueRow, keyof DossierRow>>;

/** How rows of a list are chosen. */
export interface RowPick<Row> {
  readonly has: (row: Row) => boolean;
  readonly rows: readonly Row[];
  readonly toggle: (row: Row) => void;
  /** All from the row that was toggled last up to this one. */
  readonly toggleTo: (row: Row) => void;
}

interface Props<Row extends ListedDossier> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Instead of opening the page of the dossier. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Null where nothing is done with many at once. */
  readonly picked: RowPick<Row> | null;
}

/** Dossiers as a table, on a narrow screen as cards, with or without choosing. */
export function DossierTable<Row extends ListedDossier>(props: Props<Row>): ReactElement {
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return wide ? <Table {...props} /> : <Cards {...props} />;
}

function Table<Row extends ListedDossier>({ label, rows, onOpen, picked }: Props<Row>): ReactElement {
  const { dossiers, work } = useText();
  const { columns } = dossiers;
  const now = useNow();
  return (
    <table className={look["table"]} aria-label={label}>
      <thead>
        <tr>
          {picked && (
            <th scope="col" className="no-print">
              <span className={styles["unseen"]}>{work.list.chosen(picked.rows.length)}</span>
            </th>
          )}
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.procedure}</th>
          <th scope="col">{columns.applicant}</th>
          <th scope="col">{columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.dossierId} data-row data-picked={picked?.has(row)}>
            {picked && (
              <td className="no-print">
                <DossierPick row={row} picked={picked} />
              </td>
            )}
            <td className={styles["due"]}>
              <DossierDue row={row} now={now} />
            </td>
            <th scope="row">
              <DossierOpener row={row} onOpen={onOpen} />
            </th>
            <td lang="vi">{row.procedureName}</td>
            <td lang="vi">{row.applicantName}</td>
            <td>
              <DossierStatus row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<Row extends ListedDossier>({ label, rows, onOpen, picked }: Props<Row>): ReactElement {
  const now = useNow();
  return (
    <ol className={look["cards"]} aria-label={label}>
      {rows.map((row) => (
        <li key={row.dossierId} className={look["card"]} data-row data-picked={picked?.has(row)}>
          <div className={styles["cardHead"]}>
            <span className={styles["cardPick"]}>
              {picked && <DossierPick row={row} picked={picked} />}
              <DossierOpener row={row} onOpen={onOpen} />
            </span>
            <span className={styles["due"]}>
              <DossierDue row={row} now={now} />
            </span>
          </div>
          <p lang="vi">{row.procedureName}</p>
          <p lang="vi">
            <strong>{row.applicantName}</strong>
          </p>
          <DossierStatus row={row} />
        </li>
      ))}
    </ol>
  );
}
