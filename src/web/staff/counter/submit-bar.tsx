import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Received } from "./counter-page.tsx";
import { SaveMark } from "./save-mark.tsx";
import styles from "./submit-bar.module.css";
import type { DraftSaving } from "./use-draft-saving.ts";
import { type Intake, focusFirstProblem } from "./use-intake.ts";
import type { IntakePreview } from "./use-intake-preview.ts";
import { useReceive } from "./use-receive.ts";

interface Props {
  readonly intake: Intake;
  readonly preview: IntakePreview;
  readonly drafts: DraftSaving;
  readonly onReceived: (received: Received) => void;
  readonly onReloadProcedure: () => void;
}

/** The end of the form: whether it is kept, what still stands in the way, and the act itself. */
export function SubmitBar({ intake, preview, drafts, onReceived, onReloadProcedure }: Props): ReactElement {
  const text = useText();
  const receive = useReceive({ intake, drafts, onReceived });
  const barred = useBarred(preview);
  const ready = barred === null && !receive.pending;
  useShortcut({ key: "Enter", ctrl: true }, () => void receive.submit(), ready);
  // Whoever presses all the same has heard that something changed: the server is asked again.
  useShortcut({ key: "Enter", ctrl: true }, preview.reload, barred !== null);
  return (
    <section id="submit" className={styles["bar"]} aria-label={text.intake.submit}>
      {receive.problem && (
        <ProblemNotice
          problem={receive.problem}
          onRetry={receive.problem.kind === "refused" ? undefined : () => void receive.submit()}
          actions={
            receive.problem.kind === "refused" && receive.problem.code === "procedure_version_changed" ? (
              <Button size="compact-sm" variant="light" onClick={onReloadProcedure}>
                {text.intake.versionChanged}
              </Button>
            ) : undefined
          }
        />
      )}
      <div className={styles["row"]}>
        <SaveMark drafts={drafts} />
        <div className={styles["why"]} id="submit-why">
          {barred !== null && (
            <span className={styles["barred"]}>{`${text.intake.submitNotAllowed} ${barred}`}</span>
          )}
          {receive.asked && intake.problems.length > 0 && (
            <Button variant="subtle" color="red" onClick={() => focusFirstProblem(intake.problems)}>
              {`${text.intake.problemsLeft(intake.problems.length)}. ${text.intake.goToProblem}`}
            </Button>
          )}
        </div>
        <Button
          size="md"
          loading={receive.pending}
          disabled={barred !== null}
          onClick={() => void receive.submit()}
          aria-describedby="submit-why"
          aria-keyshortcuts="Control+Enter"
          rightSection={<KeyCap>Ctrl ↵</KeyCap>}
        >
          {text.intake.submit}
        </Button>
      </div>
    </section>
  );
}

/** Why nothing may be received here, in one sentence; null when it may. The server decides in the end. */
function useBarred(preview: IntakePreview): string | null {
  const text = useText();
  const { data, problem } = preview;
  if (problem?.kind === "refused") return text.refusals[problem.code](problem.details).what;
  if (!data) return problem ? null : text.intake.submitWaits;
  if (!data.permit.allowed && data.permit.refusal) {
    return text.refusals[data.permit.refusal.code](data.permit.refusal.details).what;
  }
  return data.dueRefusal === null ? null : text.refusals[data.dueRefusal]({}).what;
}
