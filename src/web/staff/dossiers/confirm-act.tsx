import { confirmDossiers } from "#contract/confirming.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { type CallProblem } from "../api.ts";
import { useAct } from "../use-act.ts";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import styles from "./acts-panel.module.css";
import { PermitWords } from "./permit-words.tsx";

/** Confirms one dossier: one press, there is nothing to fill in. */
export function ConfirmAct({ dossier, permit, onDone }: Omit<ActFormProps, "onCancel">): ReactElement {
  const text = useText();
  const act = useAct(confirmDossiers);
  const [refused, setRefused] = useState<CallProblem | null>(null);
  const { dossierId, version } = dossier;
  async function confirm(): Promise<void> {
    setRefused(null);
    const result = await act.send({ body: { dossiers: [{ dossierId, version }] } });
    if (!result?.ok) return settle(result, onDone);
    const refusal = result.value.results[0]?.refusal ?? null;
    if (refusal === null) return onDone();
    const problem: CallProblem = { kind: "refused", ...refusal, requestId: "" };
    setRefused(problem);
    settle({ ok: false, problem }, onDone);
  }
  const problem = act.problem ?? refused;
  return (
    <div className={styles["act"]}>
      <div className={styles["offer"]}>
        <Button disabled={!permit.allowed} loading={act.pending} onClick={() => void confirm()}>
          {text.lists.moves.confirm}
        </Button>
        <PermitWords permit={permit} />
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
