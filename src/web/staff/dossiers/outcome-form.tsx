import { recordOutcome } from "#contract/dossiers.ts";
import { OUTCOMES, type Outcome } from "#domain/dossier/dossier-payloads.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { useAct } from "../use-act.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { Choice } from "./choice.tsx";
import { FileField } from "./file-field.tsx";
import { NoteField } from "./note-field.tsx";
import type { KeptFile } from "./use-upload.ts";

/** Records the outcome with the attached result, for approval by another person. */
export function OutcomeForm(props: ActFormProps): ReactElement {
  return <RecordForm {...props} only={null} />;
}

/** Records that the matter is refused because the citizen has not answered: the one outcome that is left. */
export function RefusalForm(props: ActFormProps): ReactElement {
  return <RecordForm {...props} only="refused" />;
}

interface RecordProps extends ActFormProps {
  /** The one outcome that can be recorded; null when it is to be chosen. */
  readonly only: Outcome | null;
}

function RecordForm({ dossier, permit, onDone, onCancel, only }: RecordProps): ReactElement {
  const text = useText();
  const act = useAct(recordOutcome);
  const [outcome, setOutcome] = useState<Outcome | null>(only);
  const [file, setFile] = useState<KeptFile | null>(null);
  const [number, setNumber] = useState("");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);

  async function send(): Promise<void> {
    setTried(true);
    if (outcome === null || file === null) return;
    const { dossierId, version } = dossier;
    const [tidyNumber, tidyNote] = [tidyText(number), tidyText(note)];
    const body = {
      version,
      outcome,
      fileId: file.fileId,
      ...(tidyNumber === "" ? {} : { number: tidyNumber }),
      ...(tidyNote === "" ? {} : { note: tidyNote }),
    };
    settle(await act.send({ params: { dossierId }, body }), onDone);
  }

  return (
    <ActFrame
      label={text.lists.moves[only === null ? "recordOutcome" : "recordRefusal"]}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={text.dossiers.outcome.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {only === null && (
        <Choice
          label={text.dossiers.outcome.choose}
          options={OUTCOMES.map((one) => ({ value: one, label: text.lists.outcomes[one] }))}
          value={outcome}
          onChange={setOutcome}
          problem={tried && outcome === null ? text.dossiers.outcome.chooseFirst : undefined}
          required
          inline
        />
      )}
      <FileField
        dossierId={dossier.dossierId}
        purpose="result"
        label={text.dossiers.outcome.file}
        value={file}
        onChange={setFile}
        problem={tried && file === null ? text.dossiers.outcome.fileFirst : undefined}
      />
      <TextField
        label={text.dossiers.outcome.number}
        hint={text.common.optional}
        value={number}
        onChange={setNumber}
        maxLength={200}
      />
      <NoteField
        label={text.dossiers.outcome.note}
        hint={text.common.optional}
        value={note}
        onChange={setNote}
      />
    </ActFrame>
  );
}
