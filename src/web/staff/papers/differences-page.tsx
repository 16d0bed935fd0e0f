import { type CustodyTaskView, listCustodyTasks, settleCustodyTask } from "#contract/custody-places.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import type { Words } from "#web/text/words.ts";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { forgetPapers } from "./forget-papers.ts";
import { InventoryRecordLink } from "./inventory-record-link.tsx";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ReasonDialog } from "./reason-dialog.tsx";
import { holderWords } from "./thing-row.tsx";

/** What did not agree when things changed hands or were counted, until somebody says what came of it. */
export function DifferencesPage(): ReactElement {
  const { papers: text } = useText();
  const [settled, setSettled] = useState(false);
  const query = settled ? { settled: "true" as const } : {};
  const read = usePages({
    key: readKey(listCustodyTasks, query),
    read: (after) => call(listCustodyTasks, { query: after === null ? query : { ...query, after } }),
  });
  const tasks = read.pages?.flatMap((page) => page.tasks);
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.differences} intro={text.differencesIntro} />
      <SegmentedControl
        aria-label={text.lists}
        value={settled ? "settled" : "open"}
        onChange={(value) => setSettled(value === "settled")}
        data={[
          { value: "open", label: text.openDifferences },
          { value: "settled", label: text.settledDifferences },
        ]}
      />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!tasks && !read.problem && <LoadingLines lines={6} />}
      {tasks && <Tasks tasks={tasks} />}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
    </div>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly CustodyTaskView[] }): ReactElement {
  const { papers: text } = useText();
  const [settling, setSettling] = useState<CustodyTaskView | null>(null);
  if (tasks.length === 0) return <EmptyState icon="success" title={text.noDifferences} />;
  return (
    <>
      <ul className={styles["list"]}>
        {tasks.map((task) => (
          <TaskRow key={task.taskId} task={task} onSettle={() => setSettling(task)} />
        ))}
      </ul>
      {settling && <Settling task={settling} onClose={() => setSettling(null)} />}
    </>
  );
}

interface RowProps {
  readonly task: CustodyTaskView;
  readonly onSettle: () => void;
}

function TaskRow({ task, onSettle }: RowProps): ReactElement {
  const { papers: text, dates } = useText();
  return (
    <li className={`${styles["row"]} ${styles["task"]}`}>
      <div>
        <p>
          <Mark tone={task.settled ? "quiet" : "warning"} icon="warning">
            {text.differenceKinds[task.kind]}
          </Mark>
        </p>
        {task.view !== null && (
          <Link
            to="/papers/$thing/$id"
            params={{ thing: task.view.thing, id: task.view.id }}
            className={styles["code"]}
          >
            {task.view.code}
          </Link>
        )}
        {task.scanned !== null && <p lang="vi">{scannedWords(task.kind, task.scanned, text)}</p>}
        {task.view?.holder && <p lang="vi">{text.nowWith(holderWords(task.view.holder, text.citizen))}</p>}
        {task.note !== null && <p lang="vi">{task.note}</p>}
        <Claim task={task} />
        <Pictures task={task} />
        <p className={styles["quiet"]} lang="vi">
          {text.foundBy(task.foundBy, dates.shortMoment(task.foundAt))}
          {task.manifestId !== null && (
            <>
              {" · "}
              <Link
                to="/papers/manifests/$manifestId"
                params={{ manifestId: task.manifestId }}
                className={styles["code"]}
              >
                {task.manifestNumber}
              </Link>
            </>
          )}
        </p>
        {task.settled === null && task.maySettle && <p>{text.differenceNext[task.kind]}</p>}
        {task.settled !== null && (
          <p lang="vi">
            {text.settledBy(task.settled.by, dates.shortMoment(task.settled.at), task.settled.words)}
          </p>
        )}
      </div>
      <TaskActs task={task} onSettle={onSettle} />
    </li>
  );
}

/** Who else says to hold it, or where it was counted. */
function Claim({ task: { kind, claimedBy } }: { readonly task: CustodyTaskView }): ReactElement | null {
  const { papers: text } = useText();
  if (claimedBy === null) return null;
  const words = kind === "competing" ? text.claimedBy : text.countedAt;
  return <p lang="vi">{words(holderWords(claimedBy, text.citizen))}</p>;
}

/** The signatures of two who took the same, and what was photographed. */
function Pictures({ task }: { readonly task: CustodyTaskView }): ReactElement {
  const { papers: text, dates } = useText();
  return (
    <>
      {task.proofs.map(({ name, signedAt, fileId }) => (
        <p key={`${name}-${signedAt}`} className={styles["quiet"]} lang="vi">
          {text.proof(name, dates.shortMoment(signedAt))}
          {fileId !== null && (
            <img
              className={styles["picture"]}
              src={`/api/v1/custody/files/${fileId}`}
              alt={text.signatureOf(name)}
              loading="lazy"
            />
          )}
        </p>
      ))}
      {task.photoFileId !== null && (
        <img
          className={styles["picture"]}
          src={`/api/v1/custody/files/${task.photoFileId}`}
          alt={text.photo}
          loading="lazy"
        />
      )}
    </>
  );
}

function TaskActs({ task, onSettle }: RowProps): ReactElement {
  const { papers: text } = useText();
  return (
    <div className={styles["acts"]}>
      {wasRewrapped(task) && <InventoryRecordLink taskId={task.taskId} />}
      {task.settled === null && task.maySettle && (
        <Button variant="default" aria-label={text.settleTitle(wordsOf(task, text))} onClick={onSettle}>
          {text.settle}
        </Button>
      )}
      {task.settled === null && !task.maySettle && <p className={styles["quiet"]}>{text.othersSettle}</p>}
    </div>
  );
}

/** What a scanner read; of sheets how many were counted, of a torn packet its new seal. */
function scannedWords(kind: CustodyTaskView["kind"], scanned: string, text: Words["papers"]): string {
  const sheets = /^(\d+)\+(\d+)$/.exec(scanned);
  if (kind === "sheets" && sheets)
    return text.countedSheets(text.sheets(Number(sheets[1]), Number(sheets[2])));
  return kind === "torn" ? text.newSealWords(scanned) : text.scannedWords(scanned);
}

/** What is to be settled, in a few words: what is wrong, and of which thing. */
function wordsOf({ kind, view, scanned }: CustodyTaskView, text: Words["papers"]): string {
  return `${text.differenceKinds[kind]} ${view?.code ?? scanned ?? ""}`.trim();
}

/** Torn, and closed by a new seal by whoever had it: not noted of a bảng kê. */
function wasRewrapped({ kind, manifestId, scanned }: CustodyTaskView): boolean {
  return kind === "torn" && manifestId === null && scanned !== null;
}

function Settling({
  task,
  onClose,
}: {
  readonly task: CustodyTaskView;
  readonly onClose: () => void;
}): ReactElement {
  const { papers: text } = useText();
  const act = useAct(settleCustodyTask);
  return (
    <ReasonDialog
      title={text.settleTitle(wordsOf(task, text))}
      label={text.settleWords}
      submit={text.settle}
      act={act}
      onClose={onClose}
      onSubmit={async (words) => {
        const result = await act.send({ params: { taskId: task.taskId }, body: { words } });
        if (!result?.ok) return;
        showToast({ text: text.taskSettled });
        onClose();
        await forgetPapers();
      }}
    />
  );
}
