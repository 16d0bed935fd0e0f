import { fulfilDuty, imposeDuty } from "#contract/turns.ts";
import { localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { inDong, readDong } from "../people/read-dong.ts";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import { settleTurn } from "./settle-turn.ts";
import { dayProblem, reasonProblem } from "./turn-field.ts";
import styles from "./turns.module.css";

/** Asks for a payment that the law wants first; how much may be another authority's to fix. */
export function ImposeDutyForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.duty;
  const act = useAct(imposeDuty);
  const [amount, setAmount] = useState("");
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const asked = amount.trim() === "" ? null : readDong(amount);
  const tomorrow = addDays(localTime(serverNow()).day, 1);
  const problems = {
    reason: reasonProblem(reason, text),
    amount: asked === undefined || asked === 0 ? words.amountProblem : undefined,
    day: day.trim() === "" ? undefined : dayProblem(day, tomorrow, text),
  };

  async function send(): Promise<void> {
    setTried(true);
    if (problems.reason ?? problems.amount ?? problems.day) return;
    const { dossierId, version } = dossier;
    const answerBy = day.trim() === "" ? null : day;
    const body = { version, amount: asked ?? null, reason: tidyText(reason), answerBy };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.imposeDuty}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <NoteField
        label={words.reason}
        hint=""
        value={reason}
        onChange={setReason}
        problem={tried ? problems.reason : undefined}
        required
        autoFocus
      />
      <div className={styles["pair"]}>
        <TextField
          label={words.amount}
          hint={words.amountHint}
          inputMode="numeric"
          value={amount}
          onChange={setAmount}
          problem={tried ? problems.amount : undefined}
          maxLength={20}
        />
        <DateField
          label={words.answerBy}
          hint={text.common.optional}
          value={day}
          onChange={setDay}
          problem={tried ? problems.day : undefined}
        />
      </div>
      <p className={styles["hint"]}>{words.effect}</p>
    </ActFrame>
  );
}

/** Notes by which paper the payment was proved. */
export function FulfilDutyForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.duty;
  const act = useAct(fulfilDuty);
  const [proof, setProof] = useState("");
  const [tried, setTried] = useState(false);
  const amount = dossier.awaited?.amount ?? null;
  const missing = tidyText(proof) === "";

  async function send(): Promise<void> {
    setTried(true);
    if (missing) return;
    const { dossierId, version } = dossier;
    const body = { version, proof: tidyText(proof) };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.fulfilDuty}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.fulfilled}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {amount !== null && <p className={styles["hint"]}>{words.asked(inDong(amount))}</p>}
      <TextField
        label={words.proof}
        hint={words.proofHint}
        value={proof}
        onChange={setProof}
        problem={tried && missing ? words.proofMissing : undefined}
        maxLength={500}
        required
        autoFocus
      />
    </ActFrame>
  );
}
