import { type SuspensionView, liftSuspension } from "#contract/assignments.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { forgetRights } from "./forget-rights.ts";

interface Props {
  readonly suspension: SuspensionView;
  readonly onClose: () => void;
}

/** Lifts a suspension from now on, after a question. */
export function LiftDialog({ suspension, onClose }: Props): ReactElement {
  const { suspensions: text } = useText().mandates;
  const act = useAct(liftSuspension);

  async function lift(): Promise<void> {
    const result = await act.send({ params: { suspensionId: suspension.id } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.liftDone(suspension.targetName) });
    await forgetRights();
  }

  return (
    <ConfirmDialog
      title={text.liftTitle}
      body={text.liftBody(suspension.targetName)}
      confirm={text.lift}
      pending={act.pending}
      problem={act.problem}
      onConfirm={() => void lift()}
      onClose={onClose}
    />
  );
}
