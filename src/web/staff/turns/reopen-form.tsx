import { reopenDossier } from "#contract/turns.ts";
import { FAULTS } from "#domain/dossier/dossier-payloads.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { Choice } from "../dossiers/choice.tsx";
import { NoteField } from "../dossiers/note-field.tsx";
import { useAct } from "../use-act.ts";
import { settleTurn } from "./settle-turn.ts";
import { reasonProblem } from "./turn-field.ts";

/** All steps after the receipt begin anew. */
const ALL = "";

/**
 * Makes a result with an error again; whose error it was is said, since that side pays; where there are steps, from
 * which one on the work begins anew.
 */
export function ReopenForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.reopening;
  const act = useAct(reopenDossier);
  const [fault, setFault] = useState<(typeof FAULTS)[number] | null>(null);
  const [from, setFrom] = useState(ALL);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const problem = reasonProblem(reason, text);
  const steps = dossier.steps?.steps.filter(({ state }) => state === "done") ?? [];

  async function send(): Promise<void> {
    setTried(true);
    if (fault === null || problem !== undefined) return;
    const { dossierId, version } = dossier;
    const body = { version, fault, reason: tidyText(reason), ...(from !== ALL && { step: from }) };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.reopen}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <Choice
        label={words.fault}
        options={FAULTS.map((one) => ({ value: one, label: text.turns.faults[one] }))}
        value={fault}
        onChange={setFault}
        problem={tried && fault === null ? words.faultMissing : undefined}
        required
      />
      {fault !== null && <p role="status">{text.turns.payers[fault]}</p>}
      {steps.length > 0 && (
        <Choice
          label={words.step}
          options={[
            { value: ALL, label: words.allSteps },
            ...steps.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={from}
          onChange={setFrom}
        />
      )}
      <NoteField
        label={words.reason}
        hint={words.faultHint}
        value={reason}
        onChange={setReason}
        problem={tried ? problem : undefined}
        required
      />
    </ActFrame>
  );
}
