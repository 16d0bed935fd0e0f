import { sendStepBack } from "#contract/steps.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import { settle } from "../dossiers/act-outcome.ts";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import type { ShownPermit } from "../dossiers/permit-words.tsx";
import { reasonProblem } from "../turns/turn-field.ts";
import { useAct } from "../use-act.ts";
import { undoneNames } from "./step-acts.ts";
import type { StepItemProps } from "./step-item.tsx";

interface Props extends Pick<StepItemProps, "dossier" | "step" | "steps"> {
  readonly permit: ShownPermit;
  readonly onClose: () => void;
}

/** Sends a finished step back with words, and says first what else is then to be done again. */
export function SendBackForm({ dossier, step, steps, permit, onClose }: Props): ReactElement {
  const text = useText();
  const { sendBack } = text.steps;
  const act = useAct(sendStepBack);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const problem = reasonProblem(reason, text);

  async function send(): Promise<void> {
    setTried(true);
    if (problem !== undefined) return;
    const { dossierId, version } = dossier;
    const body = { version, reason: tidyText(reason) };
    settle(await act.send({ params: { dossierId, key: step.key }, body }), () => {
      showToast({ text: sendBack.done });
      onClose();
      void forgetDossiers();
    });
  }

  return (
    <ActFrame
      label={sendBack.title(step.name)}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={sendBack.submit}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <Notice tone="warning" title={sendBack.undone(undoneNames(steps, step.key).join("; "))} />
      <NoteField
        label={sendBack.reason}
        hint={sendBack.reasonHint}
        value={reason}
        onChange={setReason}
        problem={tried ? problem : undefined}
        required
        autoFocus
      />
    </ActFrame>
  );
}
