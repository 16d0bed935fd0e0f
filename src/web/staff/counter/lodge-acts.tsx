import type { LodgingAnswer } from "#contract/lodging.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useId, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import type { CallProblem } from "../api.ts";
import { useSession } from "../session/session.ts";
import { useRight } from "../use-right.ts";
import { LodgeDialog } from "./lodge-dialog.tsx";
import { linesOfMissing } from "./lodging-input.ts";
import styles from "./lodging.module.css";
import { type Intake, focusFirstProblem } from "./use-intake.ts";

export type AnswerKind = LodgingAnswer["kind"];

interface Props {
  readonly intake: Intake;
  readonly dossierId: string | null;
  /** Fields that stand in the way before anything can be said; none: the dialog opens. */
  readonly barredBy: () => readonly string[];
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  /** True when it was sent and counts: the dialog closes. */
  readonly onSend: (answer: LodgingAnswer) => Promise<boolean>;
  readonly onOpen: () => void;
}

/** Beside the receiving: asking for more, and refusing, each with why it cannot be done here. */
export function LodgeActs(props: Props): ReactElement {
  const { intake, barredBy, onOpen } = props;
  const text = useText();
  const words = text.lodging;
  const whyId = useId();
  const [opened, setOpened] = useState<AnswerKind | null>(null);
  const askWhy = useWhyNot(intake, props.dossierId, "askBeforeReceipt");
  const refuseWhy = useWhyNot(intake, props.dossierId, "refuseIntake");

  function open(kind: AnswerKind): void {
    const fields = barredBy();
    if (fields.length === 0) {
      onOpen();
      setOpened(kind);
      return;
    }
    intake.askAll();
    announce(text.intake.problemsLeft(fields.length));
    requestAnimationFrame(() => focusFirstProblem(fields.map((field) => ({ field, words: "" }))));
  }

  return (
    <div className={styles["acts"]}>
      <Button
        variant="default"
        disabled={askWhy !== null}
        aria-describedby={askWhy === null ? undefined : `${whyId}-ask`}
        onClick={() => open("ask")}
      >
        {words.ask}
      </Button>
      <Button
        variant="default"
        disabled={refuseWhy !== null}
        aria-describedby={refuseWhy === null ? undefined : `${whyId}-refuse`}
        onClick={() => open("refuse")}
      >
        {words.refuse}
      </Button>
      {askWhy !== null && (
        <p id={`${whyId}-ask`} className={styles["why"]}>
          {words.notAllowed(words.asking, askWhy)}
        </p>
      )}
      {refuseWhy !== null && (
        <p id={`${whyId}-refuse`} className={styles["why"]}>
          {words.notAllowed(words.refusing, refuseWhy)}
        </p>
      )}
      {opened !== null && (
        <LodgeDialog
          kind={opened}
          missing={linesOfMissing(intake.check(null).missing, text.turns.supplement.toShow)}
          pending={props.pending}
          problem={props.problem}
          onSend={(answer) => void props.onSend(answer).then((sent) => sent && setOpened(null))}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

/** Why this person may not do it at this counter, in one sentence; null when it may be tried: the server decides. */
function useWhyNot(
  { view }: Intake,
  dossierId: string | null,
  act: "askBeforeReceipt" | "refuseIntake",
): string | null {
  const text = useText();
  const right = useRight();
  const { counter } = useSession();
  if (!counter) return text.intake.noCounter;
  const { code, fieldCode } = view.content;
  const offered = { act, unitId: counter.unitId, decidingAgencyId: null, procedure: { code, fieldCode } };
  const decided = right({ ...offered, dossierId, preparedBy: null });
  return decided && !decided.ok ? text.refusals[decided.code]({ ...decided.details }).what : null;
}
