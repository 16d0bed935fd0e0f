import type { PersonRow } from "#contract/people.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { STATE_TONES, daysWords } from "./people-words.ts";
import styles from "./people.module.css";

interface Props {
  readonly rows: readonly PersonRow[];
}

/** People as a table, on a narrow screen as cards. The arrow keys go from row to row, Enter opens. */
export function PeopleList({ rows }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  return <div {...keys}>{wide ? <Table rows={rows} /> : <Cards rows={rows} />}</div>;
}

function Table({ rows }: Props): ReactElement {
  const text = useText();
  const { columns } = text.people.list;
  return (
    <table className={look["table"]} aria-label={text.people.title}>
      <thead>
        <tr>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.posts}</th>
          <th scope="col">{columns.contract}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.accountId}>
            <th scope="row" className={styles["who"]}>
              <Opener row={row} />
              <span className={styles["under"]}>{row.username}</span>
            </th>
            <td>
              <Posts row={row} />
            </td>
            <td>
              <span lang="vi">{row.employer}</span>
              <span className={styles["under"]}>{daysWords(row, text)}</span>
            </td>
            <td className={styles["nowrap"]}>
              <StateMark row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows }: Props): ReactElement {
  const text = useText();
  return (
    <ol className={look["cards"]} aria-label={text.people.title}>
      {rows.map((row) => (
        <li key={row.accountId} className={look["card"]}>
          <div className={styles["row"]}>
            <StateMark row={row} />
          </div>
          <Opener row={row} />
          <Posts row={row} />
          <span className={styles["under"]} lang="vi">
            {row.employer}
          </span>
          <span className={styles["under"]}>{daysWords(row, text)}</span>
        </li>
      ))}
    </ol>
  );
}

/** The one thing in a row that takes the focus. */
function Opener({ row }: { readonly row: PersonRow }): ReactElement {
  return (
    <Link
      to="/people/$accountId"
      params={{ accountId: row.accountId }}
      data-opener
      className={look["opener"]}
      lang="vi"
    >
      {row.fullName}
    </Link>
  );
}

function Posts({ row }: { readonly row: PersonRow }): ReactElement {
  const { people, lists } = useText();
  if (row.posts.length === 0) return <span className={styles["under"]}>{people.list.noPost}</span>;
  return (
    <>
      {row.posts.map(({ role, place }) => (
        <span key={`${role} ${place}`} className={styles["block"]}>
          {lists.roles[role]}
          <span className={styles["under"]} lang="vi">
            {place}
          </span>
        </span>
      ))}
    </>
  );
}

export function StateMark({ row }: { readonly row: Pick<PersonRow, "state"> }): ReactElement {
  const { people } = useText();
  return <Mark tone={STATE_TONES[row.state]}>{people.states[row.state]}</Mark>;
}
