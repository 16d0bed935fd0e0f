import { type VersionRow, withdrawVersion } from "#contract/catalogue-review.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetCatalogue } from "./forget-catalogue.ts";

interface Props {
  readonly code: string;
  readonly version: VersionRow;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks why a version is taken back before its first day, and says what that means. */
export function WithdrawDialog({ code, version, opened, onClose }: Props): ReactElement {
  const { catalogue: text, common, dates } = useText();
  const act = useAct(withdrawVersion);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === "";

  async function withdraw(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "") return;
    const result = await act.send({ params: { code, versionId: version.versionId }, body: { reason } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.withdrawn });
    await forgetCatalogue();
  }

  return (
    <Dialog opened={opened} onClose={onClose} title={text.withdrawTitle}>
      <form onSubmit={(event) => void withdraw(event)} noValidate>
        <p>{text.withdrawBody(dates.shortDay(version.validFrom))}</p>
        <Textarea
          label={text.reason}
          description={text.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing ? text.reasonProblem : undefined}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group mt="md">
          <Button type="submit" color="red" loading={act.pending}>
            {text.withdraw}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
