import { type AccreditationRow, withdrawAccreditation } from "#contract/training.ts";
import { Button, Group } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import styles from "./people.module.css";
import { forgetTraining } from "./use-training.ts";

interface Props {
  readonly row: AccreditationRow;
  readonly onClose: () => void;
}

/** Withdraws training that was recorded by mistake, with a reason. */
export function WithdrawDialog({ row, onClose }: Props): ReactElement {
  const { training, common } = useText();
  const { withdrawal: text } = training;
  const act = useAct(withdrawAccreditation);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (missing) return focusFirstProblem(element);
    const params = { accreditationId: row.accreditationId };
    const result = await act.send({ params, body: { reason: reason.trim() } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.done });
    await forgetTraining();
  }

  return (
    <Dialog opened onClose={onClose} title={text.title}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["flat"]}>{text.body(row.fullName, row.field.name)}</p>
        <TextField
          label={text.reason}
          value={reason}
          onChange={setReason}
          problem={asked && missing ? text.missing : undefined}
          maxLength={500}
          data-autofocus
          required
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" color="red" loading={act.pending}>
            {text.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
