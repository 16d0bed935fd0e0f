import type { readLodging } from "#contract/lodging.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import type { AnswerOf } from "../api.ts";
import { LodgeActs } from "../counter/lodge-acts.tsx";
import styles from "../counter/submit-bar.module.css";
import { useBarred } from "../counter/use-barred.ts";
import { type Intake, focusFirstProblem } from "../counter/use-intake.ts";
import type { IntakePreview } from "../counter/use-intake-preview.ts";
import { isStale } from "../dossiers/act-outcome.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Settled } from "./accept-page.tsx";
import { useAccept } from "./use-accept.ts";
import { useAnswer } from "./use-answer.ts";

interface Props {
  readonly begun: AnswerOf<typeof readLodging>;
  readonly intake: Intake;
  readonly preview: IntakePreview;
  readonly onReload: () => void;
  readonly onSettled: (settled: Settled) => void;
}

/** The end of the form: what still stands in the way; receiving, asking once more, refusing. */
export function AcceptBar(props: Props): ReactElement {
  const { begun, intake, preview, onReload } = props;
  const text = useText();
  const accept = useAccept(props);
  const answer = useAnswer(props);
  const barred = useBarred(preview);
  useShortcut({ key: "Enter", ctrl: true }, () => void accept.submit(), barred === null && !accept.pending);
  return (
    <section id="submit" className={styles["bar"]} aria-label={text.intake.submit}>
      {accept.problem && (
        <ProblemNotice
          problem={accept.problem}
          onRetry={accept.problem.kind === "refused" ? undefined : () => void accept.submit()}
          actions={
            isStale(accept.problem) ? (
              <Button size="compact-sm" variant="light" onClick={onReload}>
                {text.lodging.reload}
              </Button>
            ) : undefined
          }
        />
      )}
      <div className={styles["row"]}>
        <div className={styles["why"]} id="submit-why">
          {barred !== null && (
            <span className={styles["barred"]}>{`${text.intake.submitNotAllowed} ${barred}`}</span>
          )}
          {accept.asked && intake.problems.length > 0 && (
            <Button variant="subtle" color="red" onClick={() => focusFirstProblem(intake.problems)}>
              {`${text.intake.problemsLeft(intake.problems.length)}. ${text.intake.goToProblem}`}
            </Button>
          )}
        </div>
        <LodgeActs
          intake={intake}
          dossierId={begun.dossierId}
          barredBy={() => []}
          pending={answer.pending}
          problem={answer.problem}
          onOpen={answer.clear}
          onSend={answer.send}
        />
        <Button
          size="md"
          loading={accept.pending}
          disabled={barred !== null}
          onClick={() => void accept.submit()}
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
