import type { Desk } from "#contract/dossiers.ts";
import { Button, Loader, Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { desksOf } from "./desks.ts";
import { DossierList } from "./dossier-list.tsx";
import { lastDesk, rememberDesk } from "./last-desk.ts";
import styles from "./page.module.css";
import { useQueue } from "./use-queue.ts";

/** The open work of the person's desks, due first. */
export function QueuePage(): ReactElement {
  const text = useText();
  const desks = desksOf(useSession().roles);
  const [chosen, setChosen] = useState(lastDesk);
  const desk = desks.find((one) => one === chosen) ?? desks[0];
  function choose(next: string | null): void {
    const known = desks.find((one) => one === next);
    rememberDesk(known);
    setChosen(known);
  }
  if (desk === undefined) return <EmptyState icon="queue" title={text.session.noSection} />;
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{text.dossiers.queue.title}</h1>
        <p className={styles["quiet"]}>{text.dossiers.queue.keys}</p>
      </div>
      <Tabs value={desk} onChange={choose} keepMounted={false}>
        <Tabs.List aria-label={text.dossiers.queue.desks}>
          {desks.map((one) => (
            <DeskTab key={one} desk={one} />
          ))}
        </Tabs.List>
        {desks.map((one) => (
          <Tabs.Panel key={one} value={one} pt="sm">
            <DeskQueue desk={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

function DeskTab({ desk }: { readonly desk: Desk }): ReactElement {
  const text = useText();
  const { open } = useQueue(desk);
  return (
    <Tabs.Tab value={desk}>
      {text.lists.desks[desk]}
      {open !== undefined && <span className={styles["count"]}>{open}</span>}
    </Tabs.Tab>
  );
}

function DeskQueue({ desk }: { readonly desk: Desk }): ReactElement {
  const text = useText();
  const queue = useQueue(desk);
  // Read again every minute by itself: the button keeps its words, only its sign turns.
  const refreshing = queue.fetching && !queue.loadingMore;
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <p className={styles["quiet"]} role="status">
          {queue.open === undefined ? text.common.loading : text.dossiers.queue.open(queue.open)}
        </p>
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
      <QueueBody desk={desk} queue={queue} />
    </div>
  );
}

interface BodyProps {
  readonly desk: Desk;
  readonly queue: ReturnType<typeof useQueue>;
}

function QueueBody({ desk, queue }: BodyProps): ReactElement {
  const text = useText();
  if (queue.open === undefined && queue.problem === null) return <LoadingLines lines={6} />;
  return (
    <>
      {queue.problem && <ProblemNotice problem={queue.problem} onRetry={queue.reload} />}
      {queue.rows.length > 0 && (
        <DossierList label={text.dossiers.queue.list(text.lists.desks[desk])} rows={queue.rows} />
      )}
      {queue.rows.length === 0 && queue.problem === null && (
        <EmptyState
          icon="success"
          title={text.dossiers.queue.empty[desk]}
          hint={text.dossiers.queue.emptyHint}
        />
      )}
      {queue.hasMore && (
        <Button variant="default" loading={queue.loadingMore} onClick={queue.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}
