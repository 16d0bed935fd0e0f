import { REGISTER_STATES, type RegisterEntry, type RegisterYear } from "#contract/registers.ts";
import { volumeOf } from "#domain/dossier/register.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { CloseBook } from "./close-book.tsx";
import { type ShownBook, registerCsvLink, registerLink } from "./register-links.ts";
import styles from "./registers.module.css";
import { type RegisterState, useEntries } from "./use-registers.ts";

interface Props {
  readonly year: RegisterYear;
  readonly fields: readonly string[];
}

/** A register: search, filter, lines, print, CSV, and its closing. */
export function RegisterBookView({ year, fields }: Props): ReactElement {
  const text = useText();
  const words = text.registers.register;
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<RegisterState>("all");
  const book = { unitId: year.unitId, year: year.year, fields: fields.toSorted().join(",") };
  const { rows, total, problem, reload, hasMore, loadingMore, loadMore } = useEntries(book, typed, state);
  return (
    <section className={styles["stack"]} aria-label={words.table}>
      <div className={styles["tools"]}>
        <TextField
          label={words.search}
          value={typed}
          onChange={setTyped}
          leftSection={<Icon name="search" size={16} />}
          className={styles["search"] ?? ""}
        />
        <div role="group" aria-label={words.state}>
          <SegmentedControl
            value={state}
            onChange={(value) => setState(REGISTER_STATES.find((one) => one === value) ?? "all")}
            data={REGISTER_STATES.map((one) => ({ value: one, label: words.states[one] }))}
          />
        </div>
      </div>
      <div className={styles["between"]}>
        <span role="status">{words.total(total)}</span>
        <BookActs book={book} total={total} year={year} fields={fields} />
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!rows && !problem && <LoadingLines lines={6} />}
      {rows && rows.length === 0 && <EmptyState icon="search" title={words.noMatch} />}
      {rows && rows.length > 0 && <Lines rows={rows} />}
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {text.common.more}
        </Button>
      )}
    </section>
  );
}

interface ActsProps extends Props {
  readonly book: ShownBook;
  readonly total: number;
}

function BookActs({ book, total, year, fields }: ActsProps): ReactElement | null {
  const { register: words } = useText().registers;
  if (total === 0) return null;
  const volumes = Array.from({ length: volumeOf(total) }, (_, index) => index + 1);
  return (
    <span className={styles["row"]}>
      {volumes.map((volume) => (
        <Button
          key={volume}
          component="a"
          href={registerLink(book, volume)}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size="compact-md"
          leftSection={<Icon name="print" size={16} />}
        >
          {volumes.length === 1 ? words.print : words.printVolume(volume)}
        </Button>
      ))}
      <Button component="a" href={registerCsvLink(book)} download variant="default" size="compact-md">
        {words.csv}
      </Button>
      <CloseBook year={year} fields={fields} />
    </span>
  );
}

function Lines({ rows }: { readonly rows: readonly RegisterEntry[] }): ReactElement {
  const { register: words } = useText().registers;
  return (
    <div className={styles["sideways"]} tabIndex={0} role="region" aria-label={words.table}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([name, title]) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.dossierId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row }: { readonly row: RegisterEntry }): ReactElement {
  const { registers, dates, lists } = useText();
  return (
    <tr>
      <td>{row.number}</td>
      <th scope="row">
        <Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }} className={styles["link"]}>
          {row.code}
        </Link>
      </th>
      <td lang="vi">{row.procedureName}</td>
      <td lang="vi">{row.applicant}</td>
      <td lang="vi">{[row.address, row.phone].filter(Boolean).join("; ")}</td>
      <td lang="vi">{row.agencyName}</td>
      <td className={styles["moment"]}>{dates.shortMoment(row.receivedAt)}</td>
      <td className={styles["moment"]}>{row.dueAt === null ? "" : dates.shortMoment(row.dueAt)}</td>
      <td className={styles["moment"]}>
        {row.returnedAt === null ? (
          <>
            {registers.register.notReturned}
            <span className={styles["under"]}>{lists.businessStatuses[row.status].plain}</span>
          </>
        ) : (
          dates.shortMoment(row.returnedAt)
        )}
      </td>
      <td>{lists.returnMethods[row.returnMethod]}</td>
    </tr>
  );
}
