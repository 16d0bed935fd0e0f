import { Button, Stack, Text } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { IntakeStart } from "./counter-page.tsx";
import { openDraft } from "./open-draft.ts";
import type { DraftSaving } from "./use-draft-saving.ts";

interface Props {
  readonly drafts: DraftSaving;
  readonly title: string;
  readonly onOpenDraft: (start: IntakeStart) => void;
}

/** The same draft was saved in another window: the clerk chooses which to go on with, and both are kept. */
export function ConflictDialog({ drafts, title, onOpenDraft }: Props): ReactElement {
  const text = useText();
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const [busy, setBusy] = useState(false);

  async function load(): Promise<void> {
    const other = drafts.saver.draftId();
    if (other === null) return;
    setBusy(true);
    // What was typed here is kept as a draft of its own before the page turns to the other one.
    await drafts.saver.keepAsNew();
    const start = await openDraft(other, title);
    setBusy(false);
    setProblem(start.ok ? null : start.problem);
    if (start.ok) onOpenDraft(start.value);
  }

  return (
    <Dialog
      opened={drafts.state.kind === "conflict" || busy}
      closable={false}
      onClose={() => undefined}
      title={text.intake.conflictTitle}
    >
      <Stack>
        <Text>{text.intake.conflictBody}</Text>
        {problem && <ProblemNotice problem={problem} />}
        <Button loading={busy} onClick={() => void drafts.saver.keepAsNew()} data-autofocus>
          {text.intake.conflictKeep}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void load()}>
          {text.intake.conflictLoad}
        </Button>
      </Stack>
    </Dialog>
  );
}
