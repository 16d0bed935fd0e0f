import { type PersonView, type Slip, resetCredentials } from "#contract/people.ts";
import { Button, Group } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import styles from "./people.module.css";
import { forgetPeople } from "./use-people.ts";

interface Props {
  readonly view: PersonView;
  readonly onClose: () => void;
  readonly onReset: (slip: Slip) => void;
}

/** Gives a new first password and authenticator, with a reason. */
export function ResetDialog({ view, onClose, onReset }: Props): ReactElement {
  const { people, common } = useText();
  const { reset, form: words } = people;
  const act = useAct(resetCredentials);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (missing) return focusFirstProblem(element);
    const result = await act.send({
      params: { accountId: view.person.accountId },
      body: { version: view.version, reason: reason.trim() },
    });
    if (!result?.ok) return;
    onReset(result.value.slip);
    await forgetPeople();
  }

  return (
    <Dialog opened onClose={onClose} title={reset.title(view.person.fullName)}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["flat"]}>{reset.body}</p>
        <TextField
          label={words.reason}
          value={reason}
          onChange={setReason}
          problem={asked && missing ? words.missing : undefined}
          maxLength={500}
          data-autofocus
          required
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" loading={act.pending}>
            {reset.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
