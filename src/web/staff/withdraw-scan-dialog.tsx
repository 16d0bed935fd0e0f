import { listDecisionScans, withdrawDecisionScan } from "#contract/basis.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { queryClient } from "./query-client.ts";
import type { ShownScan } from "./scan-list.tsx";
import { ProblemNotice } from "./shell/problem-notice.tsx";
import { useAct } from "./use-act.ts";
import { readKey } from "./use-read.ts";

interface Props {
  readonly decisionId: string;
  readonly scan: ShownScan;
  readonly onClose: () => void;
}

/** Takes a scan back that does not belong to the decision; the reason stays beside its name. */
export function WithdrawScanDialog({ decisionId, scan, onClose }: Props): ReactElement {
  const text = useText();
  const { scans: words } = text.programmes;
  const act = useAct(withdrawDecisionScan);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (missing) return;
    const params = { decisionId, fileId: scan.fileId };
    const result = await act.send({ params, body: { reason: reason.trim() } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: words.withdrawDone });
    await queryClient.invalidateQueries({ queryKey: readKey(listDecisionScans) });
  }

  return (
    <Dialog opened onClose={onClose} title={words.withdrawTitle}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p lang="vi">{words.withdrawBody(scan.name)}</p>
        <Textarea
          label={words.withdrawReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && missing ? text.mandates.missing : undefined}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group mt="md">
          <Button type="submit" loading={act.pending}>
            {words.withdraw}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
