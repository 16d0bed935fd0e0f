import { withdrawOpening, withdrawSurvey } from "#contract/sites.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import styles from "./sites.module.css";
import { forgetSites } from "./use-sites.ts";

export type Withdrawn = { readonly openingId: string } | { readonly surveyId: string };

interface Props {
  readonly what: Withdrawn;
  readonly onClose: () => void;
}

/** Takes back a record that was wrong, with the reason; it stays to be read. */
export function WithdrawDialog({ what, onClose }: Props): ReactElement {
  const { sites, mandates, common } = useText();
  const { page } = sites;
  const opening = useAct(withdrawOpening);
  const survey = useAct(withdrawSurvey);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const problem = opening.problem ?? survey.problem;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "") {
      event.currentTarget.querySelector("textarea")?.focus();
      return;
    }
    const body = { reason: reason.trim().slice(0, 500) };
    const result = await ("openingId" in what
      ? opening.send({ params: what, body })
      : survey.send({ params: what, body }));
    if (!result?.ok) return;
    onClose();
    showToast({ text: page.withdrawDone });
    await forgetSites();
  }

  return (
    <Dialog opened onClose={onClose} title={"openingId" in what ? page.withdrawOpening : page.withdrawSurvey}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["flat"]}>{page.withdrawMeans}</p>
        <Textarea
          label={page.withdrawReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && reason.trim() === "" ? mandates.missing : undefined}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {problem && <ProblemNotice problem={problem} />}
        <Group>
          <Button type="submit" color="red" loading={opening.pending || survey.pending}>
            {page.withdraw}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
