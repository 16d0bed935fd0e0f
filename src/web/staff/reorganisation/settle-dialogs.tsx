import { applyReorganisation, cancelReorganisation } from "#contract/reorganisations.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetReorganisations } from "./forget-reorganisations.ts";
import styles from "./reorganisation.module.css";

interface Props {
  readonly plan: { readonly id: string; readonly version: number; readonly number: string };
  readonly onClose: () => void;
}

/** Calls a plan off, with the reason. */
export function CancelDialog({ plan, onClose }: Props): ReactElement {
  const { reorganisation, common } = useText();
  const text = reorganisation.page;
  const act = useAct(cancelReorganisation);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "") return;
    const { id, version } = plan;
    const result = await act.send({
      params: { reorganisationId: id },
      body: { version, reason: reason.trim() },
    });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.cancelled });
    await forgetReorganisations();
  }

  return (
    <Dialog opened onClose={onClose} title={text.cancelTitle}>
      <form className={styles["stack"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["flat"]}>{text.cancelBody}</p>
        <Textarea
          label={text.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && reason.trim() === "" ? reorganisation.form.missing : undefined}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" color="red" loading={act.pending}>
            {text.cancel}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Applies a plan whose day has come, once its decision's number was typed. */
export function ApplyDialog({ plan, onClose }: Props): ReactElement {
  const { reorganisation, common } = useText();
  const text = reorganisation.page;
  const act = useAct(applyReorganisation);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const isRight = typed.trim() === plan.number.trim();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (!isRight) return;
    const { id, version } = plan;
    const result = await act.send({ params: { reorganisationId: id }, body: { version } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.applied });
    await forgetReorganisations();
  }

  return (
    <Dialog opened onClose={onClose} title={text.applyTitle}>
      <form className={styles["stack"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["flat"]}>{text.applyBody}</p>
        <TextField
          label={text.typeNumber(plan.number)}
          value={typed}
          onChange={setTyped}
          problem={asked && !isRight ? text.numberWrong : undefined}
          maxLength={500}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" loading={act.pending}>
            {text.apply}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
