import { askWithdrawal, decideWithdrawal, sendToDesk, stopDossier } from "#contract/turns.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { useAct } from "../use-act.ts";
import { settleTurn } from "./settle-turn.ts";
import { reasonProblem } from "./turn-field.ts";
import styles from "./turns.module.css";

/** The citizen asks to have the dossier back; the one-stop unit then decides. */
export function AskWithdrawalForm(props: ActFormProps): ReactElement {
  const { withdrawal } = useText().turns;
  return (
    <PlainReasonForm
      {...props}
      route={askWithdrawal}
      move="askWithdrawal"
      label={withdrawal.reason}
      submit={withdrawal.submit}
    />
  );
}

/** The approver stops what cannot go on. */
export function StopForm(props: ActFormProps): ReactElement {
  const { stop } = useText().turns;
  return (
    <PlainReasonForm
      {...props}
      route={stopDossier}
      move="stop"
      label={stop.reason}
      hint={stop.hint}
      submit={stop.submit}
      remark={stop.final}
    />
  );
}

/** The agency gives the dossier back before anybody has taken it. */
export function SendToDeskForm(props: ActFormProps): ReactElement {
  const { desk } = useText().turns;
  return (
    <PlainReasonForm
      {...props}
      route={sendToDesk}
      move="sendToDesk"
      label={desk.reason}
      hint={desk.hint}
      submit={desk.submit}
    />
  );
}

interface PlainProps extends ActFormProps {
  readonly route: typeof askWithdrawal | typeof stopDossier | typeof sendToDesk;
  readonly move: "askWithdrawal" | "stop" | "sendToDesk";
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  readonly remark?: string;
}

/** A turn of which only the reason is said. */
function PlainReasonForm({ route, ...props }: PlainProps): ReactElement {
  const act = useAct(route);
  const { dossierId, version } = props.dossier;
  return (
    <ReasonForm
      {...props}
      act={act}
      onSend={async (reason) =>
        settleTurn(await act.send({ params: { dossierId }, body: { version, reason } }), props.onDone)
      }
    />
  );
}

/** Nothing was decided yet: the dossier ends as the citizen asked. */
export function AcceptWithdrawalForm(props: ActFormProps): ReactElement {
  const { withdrawal } = useText().turns;
  return (
    <DecideForm
      {...props}
      accept
      label={withdrawal.acceptReason}
      hint={withdrawal.acceptHint}
      submit={withdrawal.accept}
    />
  );
}

/** There is a decision already: the dossier goes on. */
export function DeclineWithdrawalForm(props: ActFormProps): ReactElement {
  const { withdrawal } = useText().turns;
  return (
    <DecideForm
      {...props}
      accept={false}
      label={withdrawal.declineReason}
      hint={withdrawal.declineHint}
      submit={withdrawal.decline}
    />
  );
}

interface DecideProps extends ActFormProps {
  readonly accept: boolean;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
}

function DecideForm({ accept, ...props }: DecideProps): ReactElement {
  const act = useAct(decideWithdrawal);
  const { dossierId, version } = props.dossier;
  const asked = props.dossier.events.findLast(({ type }) => type === "dossier.withdrawalAsked");
  return (
    <ReasonForm
      {...props}
      move={accept ? "acceptWithdrawal" : "declineWithdrawal"}
      act={act}
      first={accept ? (asked?.note ?? "") : ""}
      onSend={async (reason) =>
        settleTurn(await act.send({ params: { dossierId }, body: { version, accept, reason } }), props.onDone)
      }
    />
  );
}

interface ReasonProps extends Pick<ActFormProps, "permit" | "onCancel"> {
  readonly move: PlainProps["move"] | "acceptWithdrawal" | "declineWithdrawal";
  readonly act: Pick<ReturnType<typeof useAct>, "pending" | "problem">;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  /** What follows from it, said before it is done. */
  readonly remark?: ReactNode;
  /** What stands in the field at first. */
  readonly first?: string;
  readonly onSend: (reason: string) => Promise<void>;
}

function ReasonForm({
  move,
  permit,
  act,
  label,
  hint = "",
  submit,
  remark,
  first = "",
  onSend,
  onCancel,
}: ReasonProps): ReactElement {
  const text = useText();
  const [reason, setReason] = useState(first);
  const [tried, setTried] = useState(false);
  const problem = reasonProblem(reason, text);
  function send(): void {
    setTried(true);
    if (problem === undefined) void onSend(tidyText(reason));
  }
  return (
    <ActFrame
      label={text.lists.moves[move]}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={submit}
      onSubmit={send}
      onCancel={onCancel}
    >
      <NoteField
        label={label}
        hint={hint}
        problem={tried ? problem : undefined}
        value={reason}
        onChange={setReason}
        required
        autoFocus
      />
      {remark !== undefined && <p className={styles["hint"]}>{remark}</p>}
    </ActFrame>
  );
}
