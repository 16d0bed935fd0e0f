import { approveOutcome, forwardDossier, sendBackOutcome } from "#contract/dossiers.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useAct } from "../use-act.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { NoteField } from "./note-field.tsx";

/** Sends the dossier on to the deciding agency, with a note if there is something to say. */
export function ForwardForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const act = useAct(forwardDossier);
  const [note, setNote] = useState("");
  async function send(): Promise<void> {
    const { dossierId, version } = dossier;
    settle(await act.send({ params: { dossierId }, body: { version, ...noteOf(note) } }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.forward}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={text.dossiers.acts.forwardConfirm}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <NoteField value={note} onChange={setNote} autoFocus />
    </ActFrame>
  );
}

/** Approves what another person prepared. */
export function ApproveForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const act = useAct(approveOutcome);
  const [note, setNote] = useState("");
  async function send(): Promise<void> {
    const { dossierId, version } = dossier;
    settle(await act.send({ params: { dossierId }, body: { version, ...noteOf(note) } }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.approve}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={text.dossiers.acts.approveConfirm}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <NoteField value={note} onChange={setNote} autoFocus />
    </ActFrame>
  );
}

/** As the contract asks: a word that says nothing is no reason. */
const REASON_MIN = 3;

/** Sends the outcome back to the case officer; the reason is needed. */
export function SendBackForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const act = useAct(sendBackOutcome);
  const [reason, setReason] = useState("");
  const [step, setStep] = useState("");
  const [tried, setTried] = useState(false);
  const short = tidyText(reason).length < REASON_MIN;
  const done = (dossier.steps?.steps ?? []).filter(({ state }) => state === "done");
  async function send(): Promise<void> {
    setTried(true);
    if (short) return;
    const { dossierId, version } = dossier;
    const body = { version, reason: tidyText(reason), ...(step === "" ? {} : { step }) };
    settle(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.sendBack}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={text.dossiers.acts.sendBackConfirm}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <NoteField
        label={text.dossiers.acts.reason}
        hint={text.dossiers.acts.reasonHint}
        problem={tried && short ? text.dossiers.acts.reasonShort : undefined}
        value={reason}
        onChange={setReason}
        required
        autoFocus
      />
      {done.length > 0 && (
        <NativeSelect
          label={text.steps.stepAgain.label}
          description={text.steps.stepAgain.hint}
          value={step}
          onChange={(event) => setStep(event.currentTarget.value)}
          data={[
            { value: "", label: text.steps.stepAgain.none },
            ...done.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
    </ActFrame>
  );
}

/** An empty note is none. */
function noteOf(note: string): { readonly note?: string } {
  const tidy = note.normalize("NFC").trim();
  return tidy === "" ? {} : { note: tidy };
}
