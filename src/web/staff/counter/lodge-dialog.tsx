import type { LodgingAnswer } from "#contract/lodging.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { PaperRows } from "../turns/paper-rows.tsx";
import { reasonProblem } from "../turns/turn-field.ts";
import { type PaperLine, areComplete, papersOf } from "../turns/wanted-papers.ts";
import styles from "./lodging.module.css";

interface Props {
  readonly kind: LodgingAnswer["kind"];
  /** What a request begins with. */
  readonly missing: readonly PaperLine[];
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  readonly onSend: (answer: LodgingAnswer) => void;
  readonly onClose: () => void;
}

/** As the contract takes it. */
const REASON_MAX = 500;

/** What to bring and why, or why the dossier is not received at all. */
export function LodgeDialog({ kind, missing, pending, problem, onSend, onClose }: Props): ReactElement {
  const text = useText();
  const words = text.lodging;
  const [lines, setLines] = useState(missing);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const asks = kind === "ask";
  const short = reasonProblem(reason, text);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (short === undefined && (!asks || areComplete(lines))) {
      const said = tidyText(reason);
      onSend(
        asks ? { kind: "ask", papers: [...papersOf(lines)], reason: said } : { kind: "refuse", reason: said },
      );
    } else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={asks ? words.askTitle : words.refuseTitle}
      size={asks ? "xl" : "lg"}
    >
      <form className={styles["dialog"]} onSubmit={send} noValidate>
        <p className={styles["quiet"]}>{asks ? words.askEffect : words.refuseEffect}</p>
        {asks && (
          <PaperRows label={words.askPapers} lines={lines} onChange={setLines} tried={tried} autoFocus />
        )}
        <Textarea
          label={asks ? words.askReason : words.refuseReason}
          description={asks ? words.askReasonHint : words.refuseReasonHint}
          error={tried ? short : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={REASON_MAX}
          lang="vi"
          autosize
          minRows={2}
          maxRows={8}
          required
          data-autofocus={asks ? undefined : true}
        />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button type="submit" {...(!asks && { color: "red" })} loading={pending}>
            {asks ? words.askSubmit : words.refuseSubmit}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
