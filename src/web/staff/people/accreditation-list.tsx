import type { AccreditationRow } from "#contract/training.ts";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { TRAINING_TONES } from "./people-words.ts";
import styles from "./people.module.css";
import { type TrainingFilter, useAccreditations } from "./use-training.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

/** Training that fits a filter, with the way to withdraw what was recorded by mistake. */
export function AccreditationList({ filter }: { readonly filter: TrainingFilter }): ReactElement {
  const { training, common } = useText();
  const { people: text } = training;
  const [withdrawing, setWithdrawing] = useState<AccreditationRow | null>(null);
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useAccreditations(filter);
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  if (rows.length === 0) return <EmptyState icon="search" title={text.none} hint={text.noneHint} />;
  const List = wide ? Table : Cards;
  return (
    <div className={styles["stack"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <p className={styles["quiet"]} role="status">
        {text.shown(rows.length, hasMore)}
      </p>
      <List rows={rows} onWithdraw={setWithdrawing} />
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
      {withdrawing && <WithdrawDialog row={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  );
}

interface ListProps {
  readonly rows: readonly AccreditationRow[];
  readonly onWithdraw: (row: AccreditationRow) => void;
}

function Table({ rows, onWithdraw }: ListProps): ReactElement {
  const { training } = useText();
  const { columns } = training.people;
  return (
    <table className={look["table"]} aria-label={training.title}>
      <thead>
        <tr>
          <th scope="col">{columns.who}</th>
          <th scope="col">{columns.field}</th>
          <th scope="col">{columns.held}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.accreditationId}>
            <th scope="row" className={styles["who"]}>
              <Who row={row} />
            </th>
            <td lang="vi">{row.field.name}</td>
            <td>
              <Held row={row} />
            </td>
            <td>
              <State row={row} onWithdraw={onWithdraw} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows, onWithdraw }: ListProps): ReactElement {
  const { training } = useText();
  return (
    <ul className={look["cards"]} aria-label={training.title}>
      {rows.map((row) => (
        <li key={row.accreditationId} className={look["card"]}>
          <Who row={row} />
          <span className={styles["block"]} lang="vi">
            {row.field.name}
          </span>
          <Held row={row} />
          <State row={row} onWithdraw={onWithdraw} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly row: AccreditationRow;
}

function Who({ row }: RowProps): ReactElement {
  return (
    <>
      <strong lang="vi">{row.fullName}</strong>
      <span className={styles["under"]} lang="vi">
        {row.place}
      </span>
    </>
  );
}

function Held({ row }: RowProps): ReactElement {
  const { training, dates } = useText();
  const { people: text } = training;
  const end = row.validTo === null ? text.noEnd : text.until(dates.shortDay(row.validTo));
  return (
    <>
      {dates.shortDay(row.heldOn)}
      <span className={styles["under"]}>{end}</span>
    </>
  );
}

function State({ row, onWithdraw }: RowProps & Pick<ListProps, "onWithdraw">): ReactElement {
  const { training, dates } = useText();
  const { people: text, states } = training;
  const { withdrawal } = row;
  return (
    <div className={styles["row"]}>
      <Mark tone={TRAINING_TONES[row.state]}>{states[row.state]}</Mark>
      {withdrawal ? (
        <span className={styles["under"]} lang="vi">
          {text.withdrawn(withdrawal.by, dates.shortMoment(withdrawal.at), withdrawal.reason)}
        </span>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={text.withdrawOf(row.fullName, row.field.name)}
          onClick={() => onWithdraw(row)}
        >
          {text.withdraw}
        </Button>
      )}
    </div>
  );
}
