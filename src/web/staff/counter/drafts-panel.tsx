import { type DraftRow, deleteDraft, listDrafts, readDraft, saveDraft } from "#contract/drafts.ts";
import { ActionIcon } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { v7 as uuid } from "uuid";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { type CallProblem, call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { type Read, useRead } from "../use-read.ts";
import type { IntakeStart } from "./counter-page.tsx";
import styles from "./drafts-panel.module.css";
import { openDraft } from "./open-draft.ts";

/** The clerk's own half-filled forms: open one, or throw one away and perhaps take it back. */
export function DraftsPanel({ onOpen }: { readonly onOpen: (start: IntakeStart) => void }): ReactElement {
  const text = useText();
  const list = useRead(listDrafts, {});
  const { open, remove, problem, busy } = useDraftActs(list, onOpen);
  return (
    <Panel id="my-drafts" title={text.intake.draftsTitle}>
      {problem && <ProblemNotice problem={problem} />}
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {list.loading && <LoadingLines lines={3} />}
      {list.data?.drafts.length === 0 && (
        <EmptyState icon="draft" title={text.intake.draftsNone} hint={text.intake.draftsNoneHint} />
      )}
      <ul className={styles["drafts"]} aria-busy={busy}>
        {list.data?.drafts.map((draft) => (
          <li key={draft.draftId} className={styles["draft"]}>
            <button
              type="button"
              className={styles["open"]}
              disabled={busy}
              aria-label={text.intake.draftOpen(draft.title)}
              onClick={() => void open(draft)}
            >
              <Icon name="draft" />
              <span className={styles["words"]}>
                <span className={styles["title"]}>{draft.title}</span>
                <span className={styles["when"]}>
                  {text.intake.draftUpdated(text.dates.shortMoment(draft.updatedAt))}
                </span>
              </span>
            </button>
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              disabled={busy}
              aria-label={text.intake.draftDelete(draft.title)}
              title={text.common.delete}
              onClick={() => void remove(draft)}
            >
              <Icon name="trash" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A draft that is thrown away is read first, so that taking it back can keep it again as it was. */
function useDraftActs(list: Read<unknown>, onOpen: (start: IntakeStart) => void) {
  const text = useText();
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const [busy, setBusy] = useState(false);

  async function run(act: () => Promise<CallProblem | null>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(await act());
    setBusy(false);
  }

  async function takeBack(title: string, content: Record<string, unknown>): Promise<void> {
    const result = await call(saveDraft, {
      params: { draftId: uuid() },
      body: { version: 0, title, content },
    });
    setProblem(result.ok ? null : result.problem);
    list.reload();
    if (result.ok) showToast({ text: text.intake.draftRestored });
  }

  const open = ({ draftId, title }: DraftRow) =>
    run(async () => {
      const start = await openDraft(draftId, title);
      if (start.ok) onOpen(start.value);
      return start.ok ? null : start.problem;
    });

  const remove = ({ draftId, title }: DraftRow) =>
    run(async () => {
      const kept = await call(readDraft, { params: { draftId } });
      if (!kept.ok) return kept.problem;
      const gone = await call(deleteDraft, { params: { draftId } });
      if (!gone.ok) return gone.problem;
      list.reload();
      const undo = { label: text.common.undo, run: () => void takeBack(title, kept.value.content) };
      showToast({ text: text.intake.draftDeleted, action: undo });
      return null;
    });

  return { open, remove, problem, busy };
}
