import { takeDossier } from "#contract/dossiers.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import styles from "./acts-panel.module.css";
import { PermitWords } from "./permit-words.tsx";

/** Takes the dossier from the queue: one press, there is nothing to fill in. */
export function TakeAct({ dossier, permit, onDone }: Omit<ActFormProps, "onCancel">): ReactElement {
  const text = useText();
  const act = useAct(takeDossier);
  const { dossierId, version } = dossier;
  async function take(): Promise<void> {
    settle(await act.send({ params: { dossierId }, body: { version } }), onDone);
  }
  return (
    <div className={styles["act"]}>
      <div className={styles["offer"]}>
        <Button disabled={!permit.allowed} loading={act.pending} onClick={() => void take()}>
          {text.lists.moves.take}
        </Button>
        <PermitWords permit={permit} />
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </div>
  );
}
