import { type AssignmentView, revokeAssignment } from "#contract/assignments.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import { subjectWords } from "./assignment-list.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { forgetRights } from "./forget-rights.ts";

interface Props {
  readonly assignment: AssignmentView;
  readonly onClose: () => void;
}

/** Takes a given task back, after a question: the clerk may be in the middle of it. */
export function RevokeDialog({ assignment, onClose }: Props): ReactElement {
  const text = useText();
  const { rights } = text.mandates;
  const act = useAct(revokeAssignment);

  async function revoke(): Promise<void> {
    const result = await act.send({ params: { assignmentId: assignment.id } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: rights.revokeDone });
    await forgetRights();
  }

  return (
    <ConfirmDialog
      title={rights.revokeTitle}
      body={rights.revokeBody(
        assignment.clerk,
        text.lists.tasks[assignment.task],
        subjectWords(assignment, text),
      )}
      confirm={rights.revoke}
      pending={act.pending}
      problem={act.problem}
      onConfirm={() => void revoke()}
      onClose={onClose}
    />
  );
}
