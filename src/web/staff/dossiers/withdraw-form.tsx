import { withdrawDossier } from "#contract/confirming.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useAct } from "../use-act.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { NoteField } from "./note-field.tsx";
import { EMPTY_RETURN, type ReturnDraft } from "./return-draft.ts";
import { SignatureField } from "./signature-field.tsx";
import { useSignatureUpload } from "./use-signature-upload.ts";

/** The citizen takes the dossier home: signs for the papers that are held here, if any are. */
export function WithdrawForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const act = useAct(withdrawDossier);
  const signature = useSignatureUpload(dossier.dossierId);
  const [draft, setDraft] = useState<ReturnDraft>(EMPTY_RETURN);
  const [words, setWords] = useState("");
  const [tried, setTried] = useState(false);
  const holdsPapers = dossier.items.some(({ holder }) => holder !== null && holder.kind !== "citizen");
  const unsigned = holdsPapers && (draft.signatureKind === "drawn" ? draft.drawn : draft.slip) === null;

  async function send(): Promise<void> {
    setTried(true);
    if (unsigned) return;
    const { dossierId, version } = dossier;
    const fileId = holdsPapers ? await signature.keep(draft) : null;
    if (holdsPapers && fileId === null) return;
    const note = tidyText(words);
    const body = {
      version,
      ...(note !== "" && { words: note }),
      ...(fileId !== null && { signature: { kind: draft.signatureKind, fileId } }),
    };
    settle(await act.send({ params: { dossierId }, body }), onDone);
  }

  return (
    <ActFrame
      label={text.lists.moves.withdraw}
      permit={permit}
      pending={act.pending || signature.pending}
      problem={act.problem ?? signature.problem}
      submitLabel={text.confirming.forms.withdraw.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {holdsPapers && (
        <SignatureField
          dossierId={dossier.dossierId}
          draft={draft}
          gaps={tried && unsigned ? ["signature"] : []}
          onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        />
      )}
      <NoteField
        label={text.confirming.forms.withdraw.label}
        hint={text.confirming.forms.withdraw.hint}
        value={words}
        onChange={setWords}
      />
    </ActFrame>
  );
}
