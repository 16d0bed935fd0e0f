import type { HandOverRow } from "#contract/hand-overs.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./people.module.css";
import { inDong } from "./read-dong.ts";
import { useHandOvers } from "./use-hand-overs.ts";

/** What went on to others: those that wait for this person, and those that are done. */
export function HandOversPage(): ReactElement {
  const { handOvers: text } = useText();
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
      </div>
      <Found />
    </div>
  );
}

function Found(): ReactElement {
  const { handOvers: text, common } = useText();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useHandOvers();
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  if (rows.length === 0) return <EmptyState icon="swap" title={text.none} hint={text.noneHint} />;
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <ul className={`${styles["lines"]} ${styles["record"]}`}>
        {rows.map((row) => (
          <HandOverLine key={row.handOverId} row={row} />
        ))}
      </ul>
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
    </>
  );
}

function HandOverLine({ row }: { readonly row: HandOverRow }): ReactElement {
  const { handOvers: text, dates } = useText();
  const { list, state, record, fees, money } = text;
  const waits = row.mine ? state.mine : state.awaited(row.awaited.join(", "));
  return (
    <li>
      <div className={styles["between"]}>
        <Link to="/hand-overs/$handOverId" params={{ handOverId: row.handOverId }} className={styles["link"]}>
          {list.open(row.from, dates.shortMoment(row.at))}
        </Link>
        <Mark tone={row.awaited.length === 0 ? "success" : "warning"}>
          {row.awaited.length === 0 ? state.done : waits}
        </Mark>
      </div>
      <p className={styles["quiet"]}>
        {record.causes[row.cause]}. {list.to}: <span lang="vi">{row.successor ?? list.toPlaces}</span>.{" "}
        {row.cashAlone ? list.cashAlone : list.dossiers(row.dossiers)}
      </p>
      <p className={styles["quiet"]}>
        {!row.cashAlone && `${fees.sum(inDong(row.fees.sum))}. `}
        {money.counted}: {row.counted === null ? money.none : inDong(row.counted)}
      </p>
    </li>
  );
}
