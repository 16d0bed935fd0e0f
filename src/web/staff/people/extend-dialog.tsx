import { type PersonView, extendContract } from "#contract/people.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, Group } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import styles from "./people.module.css";
import { forgetPeople } from "./use-people.ts";

interface Props {
  readonly view: PersonView;
  readonly onClose: () => void;
}

/** Lets a contract go on until a later day, or without end. */
export function ExtendDialog({ view, onClose }: Props): ReactElement {
  const { people, common } = useText();
  const { extend, form: words } = people;
  const act = useAct(extendContract);
  const [lastDay, setLastDay] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const notADay = lastDay.trim() !== "" && parsePlainDate(lastDay) === undefined;
  const noReason = reason.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (notADay || noReason) return focusFirstProblem(element);
    const result = await act.send({
      params: { accountId: view.person.accountId },
      body: {
        version: view.version,
        lastDay: lastDay.trim() === "" ? null : lastDay,
        reason: reason.trim(),
      },
    });
    if (!result?.ok) return;
    onClose();
    showToast({ text: extend.done });
    await forgetPeople();
  }

  return (
    <Dialog opened onClose={onClose} title={extend.title(view.person.fullName)}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{extend.hint}</p>
        <DateField
          label={words.validTo}
          hint={words.validToHint}
          value={lastDay}
          onChange={setLastDay}
          problem={asked && notADay ? words.notADay : undefined}
          data-autofocus
        />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onChange={setReason}
          problem={asked && noReason ? words.missing : undefined}
          maxLength={500}
          required
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" loading={act.pending}>
            {extend.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
