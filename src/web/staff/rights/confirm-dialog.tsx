import { Button, Group } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";

interface Props {
  readonly title: string;
  /** What follows, in a sentence. */
  readonly body: string;
  readonly confirm: string;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** A question before something that takes effect at once. */
export function ConfirmDialog(props: Props): ReactElement {
  const { title, body, confirm, pending, problem, onConfirm, onClose } = props;
  const { common } = useText();
  return (
    <Dialog opened onClose={onClose} title={title}>
      <p>{body}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Group mt="md">
        <Button loading={pending} onClick={onConfirm} data-autofocus>
          {confirm}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
      </Group>
    </Dialog>
  );
}
