import { countCustody } from "#contract/custody-counts.ts";
import { WATCH_KINDS, type WatchKind } from "#domain/watch/watch.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePostCounts } from "../shell/use-post-counts.ts";
import { useRead } from "../use-read.ts";
import rows from "../told-rows.module.css";
import { type Settling, TaskDialog } from "./task-dialog.tsx";
import { TaskRow } from "./task-row.tsx";
import styles from "./tasks.module.css";
import { type TaskList, useTasks } from "./use-tasks.ts";

/** What a person is to do: found by the watchers, gone by itself when its reason is gone. */
export function TasksPage(): ReactElement {
  const { tasks: text, common } = useText();
  const session = useSession();
  const [list, setList] = useState<TaskList>("now");
  const [kind, setKind] = useState<WatchKind | null>(null);
  const read = useTasks(list, kind);
  return (
    <div className={rows["page"]}>
      <div className={rows["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={rows["quiet"]}>{text.intro}</p>
        </div>
        <Link to="/notices" className={styles["link"]}>
          {common.sections.notices}
        </Link>
      </div>
      {mayUse(session, "custody.hold") && <WaitingPapers />}
      <div className={styles["tools"]}>
        <SegmentedControl
          aria-label={text.lists}
          value={list}
          onChange={(value) => setList(value === "snoozed" ? "snoozed" : "now")}
          data={[
            { value: "now", label: text.now },
            { value: "snoozed", label: text.snoozed },
          ]}
        />
        <KindFilter counts={read.counts} kind={kind} onChange={setKind} />
      </div>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!read.tasks && !read.problem && <LoadingLines lines={8} />}
      {read.tasks && <Found list={list} read={{ ...read, tasks: read.tasks }} />}
    </div>
  );
}

/** What waits where papers change hands: no task of a dossier, and work all the same. */
function WaitingPapers(): ReactElement | null {
  const { papers: text, postal } = useText();
  const { offers = 0, refused = 0, differences = 0 } = useRead(countCustody, {}).data ?? {};
  const post = usePostCounts();
  if (offers + refused + differences + post.sum === 0) return null;
  return (
    <Notice tone="info" title={text.waitingTitle}>
      <ul className={styles["waiting"]}>
        {offers > 0 && (
          <li>
            <Link to="/papers/incoming">{text.offersWait(offers)}</Link>
          </li>
        )}
        {refused > 0 && (
          <li>
            <Link to="/papers/incoming" search={{ list: "settled" }}>
              {text.offersRefused(refused)}
            </Link>
          </li>
        )}
        {differences > 0 && (
          <li>
            <Link to="/papers/differences">{text.differencesWait(differences)}</Link>
          </li>
        )}
        {post.toLookAt > 0 && (
          <li>
            <Link to="/postal" search={{ show: "failed" }}>
              {postal.toLookAtWait(post.toLookAt)}
            </Link>
          </li>
        )}
        {post.unsent > 0 && (
          <li>
            <Link to="/postal/unsent">{postal.unsentWait(post.unsent)}</Link>
          </li>
        )}
        {post.strays > 0 && (
          <li>
            <Link to="/postal/quarantine">{postal.straysWait(post.strays)}</Link>
          </li>
        )}
      </ul>
    </Notice>
  );
}

interface KindFilterProps {
  readonly counts: ReturnType<typeof useTasks>["counts"];
  readonly kind: WatchKind | null;
  readonly onChange: (kind: WatchKind | null) => void;
}

/** One button for each kind that there is, with its number. */
function KindFilter({ counts, kind, onChange }: KindFilterProps): ReactElement | null {
  const { tasks: text } = useText();
  const there = WATCH_KINDS.filter((one) => one === kind || counts.some((found) => found.kind === one));
  if (there.length === 0) return null;
  const sum = counts.reduce((total, { count }) => total + count, 0);
  const numberOf = (one: WatchKind) => counts.find((found) => found.kind === one)?.count ?? 0;
  return (
    <div role="group" aria-label={text.byKind} className={styles["kinds"]}>
      <Choice chosen={kind === null} label={`${text.all} (${sum})`} onChoose={() => onChange(null)} />
      {there.map((one) => (
        <Choice
          key={one}
          chosen={kind === one}
          label={`${text.kinds[one]} (${numberOf(one)})`}
          onChoose={() => onChange(one)}
        />
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly label: string;
  readonly onChoose: () => void;
}

function Choice({ chosen, label, onChoose }: ChoiceProps): ReactElement {
  return (
    <Button
      size="compact-md"
      variant={chosen ? "filled" : "default"}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {label}
    </Button>
  );
}

type Tasks = ReturnType<typeof useTasks>;

interface FoundProps {
  readonly list: TaskList;
  readonly read: Tasks & { readonly tasks: NonNullable<Tasks["tasks"]> };
}

function Found({ list, read }: FoundProps): ReactElement {
  const { tasks: text } = useText();
  const keys = useRowKeys<HTMLUListElement>();
  const [settling, setSettling] = useState<Settling | null>(null);
  if (read.tasks.length === 0)
    return list === "now" ? (
      <EmptyState icon="success" title={text.emptyNow} hint={text.emptyNowHint} />
    ) : (
      <EmptyState icon="clock" title={text.emptySnoozed} hint={text.emptySnoozedHint} />
    );
  return (
    <>
      <p className={styles["keys"]}>
        <Icon name="keyboard" size={16} /> {text.keys}
      </p>
      <ul className={rows["rows"]} aria-label={text.listLabel} {...keys}>
        {read.tasks.map((task) => (
          <TaskRow key={task.taskId} task={task} onSettle={(how) => setSettling({ task, how })} />
        ))}
      </ul>
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
      {settling && <TaskDialog key={settling.task.taskId} {...settling} onClose={() => setSettling(null)} />}
    </>
  );
}
