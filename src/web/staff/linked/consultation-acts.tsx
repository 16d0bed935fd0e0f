import type { DossierView } from "#contract/dossiers.ts";
import {
  type ConsultationAct,
  type ConsultationView,
  answerConsultation,
  withdrawConsultation,
} from "#contract/linked.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import { settle } from "../dossiers/act-outcome.ts";
import panel from "../dossiers/acts-panel.module.css";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { PermitWords } from "../dossiers/permit-words.tsx";
import { reasonProblem } from "../turns/turn-field.ts";
import { useAct } from "../use-act.ts";

interface Props {
  readonly dossier: DossierView;
  readonly consultation: ConsultationView;
}

/** To answer what one's agency was asked, or to take one's own question back. */
export function ConsultationActs({ dossier, consultation }: Props): ReactElement | null {
  const { linked: text } = useText();
  const [opened, setOpened] = useState<ConsultationAct | null>(null);
  // What another agency does is nothing to be refused here.
  const offered = consultation.acts.filter(({ permit }) => permit.refusal?.code !== "post_missing");
  if (offered.length === 0 && opened === null) return null;
  const labels = { answer: text.answering.open, withdraw: text.withdrawing.open };
  const permit = offered.find(({ act }) => act === opened)?.permit ?? NOT_NOW;
  const form = { dossier, consultation, permit, onClose: () => setOpened(null) };
  return (
    <div className={panel["act"]}>
      <div className={panel["offer"]}>
        {offered.map(({ act, permit: allowed }) => (
          <Button
            key={act}
            size="compact-md"
            variant={act === "answer" && opened === null ? "filled" : "default"}
            disabled={!allowed.allowed}
            aria-expanded={opened === act}
            onClick={() => setOpened(opened === act ? null : act)}
          >
            {labels[act]}
          </Button>
        ))}
        {offered[0] && <PermitWords permit={offered[0].permit} />}
      </div>
      {opened === "answer" && <AnswerForm {...form} />}
      {opened === "withdraw" && <WithdrawForm {...form} />}
    </div>
  );
}

const NOT_NOW = { allowed: false, basis: null, awaitsConfirmation: false, refusal: null } as const;

interface FormProps extends Props {
  readonly permit: ConsultationView["acts"][number]["permit"];
  readonly onClose: () => void;
}

function AnswerForm({ dossier, consultation, permit, onClose }: FormProps): ReactElement {
  const text = useText();
  const { answering } = text.linked;
  const act = useAct(answerConsultation);
  const [words, setWords] = useState("");
  const [number, setNumber] = useState("");
  const [tried, setTried] = useState(false);
  const problem = reasonProblem(words, text);

  async function send(): Promise<void> {
    setTried(true);
    if (problem !== undefined) return;
    const letter = tidyText(number);
    const body = { words: tidyText(words), ...(letter === "" ? {} : { number: letter }) };
    const params = { dossierId: dossier.dossierId, consultationId: consultation.consultationId };
    settle(await act.send({ params, body }), () => {
      showToast({ text: answering.done });
      onClose();
      void forgetDossiers();
    });
  }

  return (
    <ActFrame
      label={answering.open}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={answering.submit}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <NoteField
        label={answering.words}
        hint={answering.wordsHint}
        value={words}
        onChange={setWords}
        problem={tried ? problem : undefined}
        required
        autoFocus
      />
      <TextField
        label={answering.number}
        hint={text.common.optional}
        value={number}
        onChange={setNumber}
        maxLength={200}
      />
    </ActFrame>
  );
}

function WithdrawForm({ dossier, consultation, permit, onClose }: FormProps): ReactElement {
  const text = useText();
  const { withdrawing } = text.linked;
  const act = useAct(withdrawConsultation);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const problem = reasonProblem(reason, text);

  async function send(): Promise<void> {
    setTried(true);
    if (problem !== undefined) return;
    const { dossierId, version } = dossier;
    const params = { dossierId, consultationId: consultation.consultationId };
    settle(await act.send({ params, body: { version, reason: tidyText(reason) } }), () => {
      showToast({ text: withdrawing.done });
      onClose();
      void forgetDossiers();
    });
  }

  return (
    <ActFrame
      label={withdrawing.open}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={withdrawing.submit}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      <NoteField
        label={withdrawing.reason}
        hint={withdrawing.reasonHint}
        value={reason}
        onChange={setReason}
        problem={tried ? problem : undefined}
        required
        autoFocus
      />
    </ActFrame>
  );
}
