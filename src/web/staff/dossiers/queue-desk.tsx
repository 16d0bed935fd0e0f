import { BULK_ROWS_MAX, type QueueFilter, type WorkList, exportQueue } from "#contract/queue.ts";
import { API_PREFIX } from "#contract/route.ts";
import { Button, Loader } from "@mantine/core";
import { type ReactElement, useId, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { requestOf } from "../api-request.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { BULK_MOVES_OF } from "./bulk-moves.ts";
import styles from "./page.module.css";
import { QueueFilters } from "./queue-filters.tsx";
import { usePicked } from "./use-picked.ts";
import { type Queue, useQueue } from "./use-queue.ts";
import { WorkListView } from "./work-list.tsx";

interface Props {
  readonly desk: WorkList;
  /** What the list is called where it is no desk of its own. */
  readonly label: string;
  /** Said when nothing waits here at all. */
  readonly empty: string;
}

/** The work of one desk: filters, the list, and what can be done with many at once. */
export function QueueDesk({ desk, label, empty }: Props): ReactElement {
  const [filter, setFilter] = useState<QueueFilter>({});
  const queue = useQueue(desk, filter);
  return (
    <div className={styles["page"]}>
      <QueueFilters desk={desk} filter={filter} onChange={setFilter} rows={queue.rows} />
      <WorkOf desk={desk} filter={filter} queue={queue} label={label} empty={empty} />
    </div>
  );
}

interface WorkProps extends Props {
  readonly filter: QueueFilter;
  readonly queue: Queue;
}

/** The list as it was asked for, with its number, its file and its print. */
export function WorkOf({ desk, filter, queue, label, empty }: WorkProps): ReactElement {
  const text = useText();
  if (queue.open === undefined && queue.problem === null) return <LoadingLines lines={6} />;
  return (
    <>
      <QueueHead desk={desk} filter={filter} queue={queue} />
      {queue.problem && <ProblemNotice problem={queue.problem} onRetry={queue.reload} />}
      {queue.rows.length > 0 && <Rows desk={desk} queue={queue} label={label} />}
      {queue.rows.length === 0 && queue.problem === null && (
        <Nothing filtered={Object.keys(filter).length > 0} empty={empty} />
      )}
      {queue.hasMore && (
        <Button className="no-print" variant="default" loading={queue.loadingMore} onClick={queue.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

function Rows({ desk, queue, label }: Pick<WorkProps, "desk" | "queue" | "label">): ReactElement {
  const bar = useId();
  const picked = usePicked(queue.rows);
  const moves = BULK_MOVES_OF[desk];
  const isMany = moves.length > 0;
  const toActs = () => document.getElementById(bar)?.querySelector<HTMLElement>("button:enabled")?.focus();
  return (
    <>
      {isMany && (
        <BulkBar id={bar} moves={moves} picked={picked} shown={Math.min(queue.rows.length, BULK_ROWS_MAX)} />
      )}
      <WorkListView label={label} rows={queue.rows} picked={isMany ? picked : null} onAct={toActs} />
    </>
  );
}

function Nothing({ filtered, empty }: { readonly filtered: boolean; readonly empty: string }): ReactElement {
  const { dossiers, work } = useText();
  return filtered ? (
    <EmptyState icon="search" title={work.filters.none} hint={work.filters.noneHint} />
  ) : (
    <EmptyState icon="success" title={empty} hint={dossiers.queue.emptyHint} />
  );
}

function QueueHead({ desk, filter, queue }: Pick<WorkProps, "desk" | "filter" | "queue">): ReactElement {
  const text = useText();
  // Read again every minute by itself: the button keeps its words, only its sign turns.
  const refreshing = queue.fetching && !queue.loadingMore;
  const { open, matching } = queue;
  const filtered = Object.keys(filter).length > 0 && open !== undefined && matching !== undefined;
  return (
    <div className={styles["head"]}>
      <p className={styles["quiet"]} role="status">
        {open === undefined && text.common.loading}
        {open !== undefined && !filtered && text.dossiers.queue.open(open)}
        {filtered && text.work.filters.matching(matching, open)}
      </p>
      <div className={`${styles["row"]} no-print`}>
        {queue.rows.length > 0 && (
          <>
            <Button
              component="a"
              variant="default"
              size="compact-md"
              href={API_PREFIX + requestOf(exportQueue, { params: { desk }, query: filter }, "").url}
              download
            >
              {text.work.list.csv}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<Icon name="print" size={16} />}
              onClick={() => window.print()}
            >
              {text.work.list.print}
            </Button>
          </>
        )}
        <Button
          variant="default"
          size="compact-md"
          leftSection={refreshing ? <Loader size={16} /> : <Icon name="refresh" size={16} />}
          aria-busy={refreshing}
          onClick={queue.reload}
        >
          {text.dossiers.queue.refresh}
        </Button>
      </div>
    </div>
  );
}
