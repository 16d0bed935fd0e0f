import type { SiteRow } from "#contract/sites.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import styles from "./sites.module.css";

interface Props {
  readonly rows: readonly SiteRow[];
}

/** Sites as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens. */
export function SiteList({ rows }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return <div {...keys}>{wide ? <Table rows={rows} /> : <Cards rows={rows} />}</div>;
}

function Table({ rows }: Props): ReactElement {
  const { sites } = useText();
  const { columns } = sites.list;
  return (
    <table className={look["table"]} aria-label={sites.title}>
      <thead>
        <tr>
          <th scope="col">{columns.site}</th>
          <th scope="col">{columns.opened}</th>
          <th scope="col">{columns.surveyed}</th>
          <th scope="col">{columns.findings}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={styles["who"]}>
              <Opener row={row} />
              <Under row={row} />
            </th>
            <td className={styles["nowrap"]}>
              <Opened row={row} />
            </td>
            <td className={styles["nowrap"]}>
              <Surveyed row={row} />
            </td>
            <td>
              <Findings row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows }: Props): ReactElement {
  const { sites } = useText();
  const { columns } = sites.list;
  return (
    <ol className={look["cards"]} aria-label={sites.title}>
      {rows.map((row) => (
        <li key={row.id} className={look["card"]}>
          <Opener row={row} />
          <Under row={row} />
          <p>
            {columns.opened}: <Opened row={row} />
          </p>
          <p>
            {columns.surveyed}: <Surveyed row={row} />
          </p>
          <div className={styles["row"]}>
            {columns.findings}: <Findings row={row} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The one thing in a row that takes the focus. */
function Opener({ row }: { readonly row: SiteRow }): ReactElement {
  return (
    <Link to="/sites/$siteId" params={{ siteId: row.id }} data-opener className={look["opener"]} lang="vi">
      {row.name}
    </Link>
  );
}

function Under({ row }: { readonly row: SiteRow }): ReactElement {
  const { sites, dates } = useText();
  return (
    <>
      <span className={styles["under"]} lang="vi">
        {row.unit.name === row.name ? row.address : row.unit.name}
      </span>
      {row.validTo !== null && (
        <span className={styles["under"]}>{sites.list.closedPoint(dates.shortDay(row.validTo))}</span>
      )}
    </>
  );
}

function Opened({ row: { openedOn } }: { readonly row: SiteRow }): ReactElement {
  const { sites, dates } = useText();
  return openedOn === null ? (
    <Mark tone="quiet">{sites.list.notOpened}</Mark>
  ) : (
    <>{dates.shortDay(openedOn)}</>
  );
}

function Surveyed({ row: { surveyedOn } }: { readonly row: SiteRow }): ReactElement {
  const { sites, dates } = useText();
  return <>{surveyedOn === null ? sites.list.notSurveyed : dates.shortDay(surveyedOn)}</>;
}

function Findings({ row: { findings } }: { readonly row: SiteRow }): ReactElement {
  const { list } = useText().sites;
  const { open, overdue, resolved } = findings;
  if (open + overdue + resolved === 0) return <>{list.noFindings}</>;
  return (
    <span className={styles["row"]}>
      {overdue > 0 && (
        <Mark tone="error" icon="clock">
          {list.overdueCount(overdue)}
        </Mark>
      )}
      {open > 0 && <Mark tone="warning">{list.openCount(open)}</Mark>}
      {resolved > 0 && <Mark tone="info">{list.resolvedCount(resolved)}</Mark>}
    </span>
  );
}
