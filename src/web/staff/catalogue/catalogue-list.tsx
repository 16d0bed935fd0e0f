import type { ReviewRow } from "#contract/catalogue-review.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import styles from "./catalogue.module.css";

interface Props {
  readonly rows: readonly ReviewRow[];
}

/** Procedures as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens. */
export function CatalogueList({ rows }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return <div {...keys}>{wide ? <Table rows={rows} /> : <Cards rows={rows} />}</div>;
}

function Table({ rows }: Props): ReactElement {
  const { columns, listTitle } = useText().catalogue;
  return (
    <table className={look["table"]} aria-label={listTitle}>
      <thead>
        <tr>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.warnings}</th>
          <th scope="col">{columns.inForce}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <Opener row={row} />
            </th>
            <td lang="vi">
              {row.name}
              <span className={styles["field"]}>{row.fieldName}</span>
            </td>
            <td>
              <Warnings row={row} />
            </td>
            <td className={styles["nowrap"]}>
              <InForce row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows }: Props): ReactElement {
  const { listTitle } = useText().catalogue;
  return (
    <ol className={look["cards"]} aria-label={listTitle}>
      {rows.map((row) => (
        <li key={row.code} className={look["card"]}>
          <div className={styles["row"]}>
            <Opener row={row} />
            <InForce row={row} />
          </div>
          <p lang="vi">{row.name}</p>
          <p className={styles["quiet"]} lang="vi">
            {row.fieldName}
          </p>
          <Warnings row={row} />
        </li>
      ))}
    </ol>
  );
}

/** The one thing in a row that takes the focus. */
function Opener({ row }: { readonly row: ReviewRow }): ReactElement {
  return (
    <Link to="/catalogue/$code" params={{ code: row.code }} data-opener className={look["opener"]}>
      {row.code}
    </Link>
  );
}

function Warnings({ row }: { readonly row: ReviewRow }): ReactElement {
  const { catalogue } = useText();
  return (
    <>
      <Mark
        tone={row.openWarnings === 0 ? "success" : "warning"}
        icon={row.openWarnings === 0 ? "success" : "warning"}
      >
        {catalogue.warnings(row.openWarnings)}
      </Mark>
      <span className={styles["field"]}>
        {row.kinds.map((kind) => catalogue.kinds[kind].name).join("; ")}
      </span>
    </>
  );
}

/** Which version is in force, that a newer one is coming, and where the newest came from. */
function InForce({ row }: { readonly row: ReviewRow }): ReactElement {
  const { catalogue, dates } = useText();
  const coming = row.validFrom !== row.inForceFrom;
  return (
    <span>
      {row.inForceFrom === null
        ? catalogue.notInForce
        : catalogue.inForceFrom(dates.shortDay(row.inForceFrom))}
      {coming && (
        <span className={styles["field"]}>{catalogue.comingFrom(dates.shortDay(row.validFrom))}</span>
      )}
      <span className={styles["field"]}>{catalogue.origins[row.origin]}</span>
    </span>
  );
}
