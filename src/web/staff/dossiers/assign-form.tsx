import { assignDossier } from "#contract/queue.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useAct } from "../use-act.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { NoteField } from "./note-field.tsx";
import { OfficerField } from "./officer-field.tsx";

/** The approver says whose the dossier is. */
export function AssignForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const act = useAct(assignDossier);
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  async function send(): Promise<void> {
    setTried(true);
    if (to === "") return;
    const { dossierId, version } = dossier;
    const tidy = tidyText(note);
    const body = { version, toAccountId: to, ...(tidy === "" ? {} : { note: tidy }) };
    settle(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.assign}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={text.lists.moves.assign}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <OfficerField value={to} onChange={setTo} missing={tried && to === ""} />
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}
