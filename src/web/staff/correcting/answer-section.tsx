import { correctDossier } from "#contract/correcting.ts";
import { readDossier } from "#contract/dossiers.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { type Intake, focusFirstProblem } from "../counter/use-intake.ts";
import { isStale } from "../dossiers/act-outcome.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { PermitWords } from "../dossiers/permit-words.tsx";
import { usePermit } from "../dossiers/use-permit.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { type AnswerOf } from "../api.ts";
import { useRead } from "../use-read.ts";
import { type CorrectionPage, correctionInput } from "./correction-form.ts";
import styles from "./correcting.module.css";

interface Props {
  readonly begun: CorrectionPage;
  readonly intake: Intake;
  /** Something differs from what was written down. */
  readonly changed: boolean;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onReload: () => void;
  readonly onCorrected: () => void;
}

/** As the contract asks: the officer must know what was done. */
const WORDS_MIN = 3;

/** The answer to the officer, and the one act that puts right and submits again. */
export function AnswerSection(props: Props): ReactElement {
  const text = useText();
  const { begun, intake, changed, words, onWords } = props;
  const send = useCorrection(props);
  const dossier = useRead(readDossier, { params: { dossierId: begun.dossierId } }).data;
  return (
    <>
      <Panel id="submit" title={text.correcting.answerTitle}>
        <NoteField
          label={text.correcting.answer}
          hint={text.correcting.answerHint}
          problem={send.tried && send.short ? text.correcting.answerShort : undefined}
          value={words}
          onChange={onWords}
          required
        />
        {dossier && <Basis dossier={dossier} />}
      </Panel>
      <section className={styles["bar"]} aria-label={text.correcting.submit}>
        {send.problem && (
          <ProblemNotice
            problem={send.problem}
            onRetry={send.problem.kind === "refused" ? undefined : () => void send.submit()}
            actions={
              isStale(send.problem) ? (
                <Button size="compact-sm" variant="light" onClick={props.onReload}>
                  {text.correcting.reload}
                </Button>
              ) : undefined
            }
          />
        )}
        <div className={styles["row"]}>
          <div className={styles["why"]} id="correct-why">
            {!changed && <p>{text.correcting.unchanged}</p>}
            {send.tried && intake.problems.length > 0 && (
              <Button variant="subtle" color="red" onClick={() => focusFirstProblem(intake.problems)}>
                {`${text.intake.problemsLeft(intake.problems.length)}. ${text.intake.goToProblem}`}
              </Button>
            )}
          </div>
          {dossier && (
            <Submit dossier={dossier} changed={changed} pending={send.pending} onSubmit={send.submit} />
          )}
        </div>
      </section>
    </>
  );
}

interface SubmitProps {
  readonly dossier: AnswerOf<typeof readDossier>;
  readonly changed: boolean;
  readonly pending: boolean;
  readonly onSubmit: () => Promise<void>;
}

/** By which right; why not stands at the button, which is always in sight. */
function Basis({ dossier }: Pick<SubmitProps, "dossier">): ReactElement | null {
  const permit = usePermit(dossier)("correct");
  return permit.allowed ? <PermitWords permit={permit} /> : null;
}

function Submit({ dossier, changed, pending, onSubmit }: SubmitProps): ReactElement {
  const text = useText();
  const permit = usePermit(dossier)("correct");
  const ready = permit.allowed && changed;
  useShortcut({ key: "Enter", ctrl: true }, () => void onSubmit(), ready && !pending);
  return (
    <>
      {!permit.allowed && <PermitWords permit={permit} />}
      <Button
        size="md"
        loading={pending}
        disabled={!ready}
        onClick={() => void onSubmit()}
        aria-describedby="correct-why"
        aria-keyshortcuts="Control+Enter"
        rightSection={<KeyCap>Ctrl ↵</KeyCap>}
      >
        {text.correcting.submit}
      </Button>
    </>
  );
}

/** Sends the correction once everything in it is right; what is wrong is said beside its field. */
function useCorrection({ begun, intake, words, onCorrected }: Props) {
  const text = useText();
  const act = useAct(correctDossier);
  const [tried, setTried] = useState(false);
  const short = tidyText(words).length < WORDS_MIN;

  async function submit(): Promise<void> {
    setTried(true);
    intake.askAll();
    const { input } = intake.check(null);
    if (intake.problems.length > 0 || !input) {
      announce(text.intake.problemsLeft(intake.problems.length));
      // A field that asks for a reason is there only once every problem is shown.
      requestAnimationFrame(() => focusFirstProblem(intake.problems));
      return;
    }
    if (short) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>("#submit textarea")?.focus());
      return;
    }
    const { dossierId, version } = begun;
    const form = correctionInput(input, intake.form, begun);
    const body = { version, words: tidyText(words), ...form };
    const result = await act.send({ params: { dossierId }, body });
    if (result?.ok) onCorrected();
    else if (result && result.problem.kind === "refused") intake.showServerProblems(result.problem.details);
  }

  return { submit, tried, short, pending: act.pending, problem: act.problem };
}
