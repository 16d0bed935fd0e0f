import { handPapersBack } from "#contract/turns.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { OriginalsField, heldOriginals } from "../dossiers/originals-field.tsx";
import { EMPTY_RETURN, type ReturnDraft } from "../dossiers/return-draft.ts";
import { SignatureField } from "../dossiers/signature-field.tsx";
import { useSignatureUpload } from "../dossiers/use-signature-upload.ts";
import { useAct } from "../use-act.ts";
import { settleTurn } from "./settle-turn.ts";

/** Gives originals back to the citizen, who signs for them; nothing else changes. */
export function PapersBackForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const { originals: words } = text.turns;
  const act = useAct(handPapersBack);
  const signature = useSignatureUpload(dossier.dossierId);
  const [draft, setDraft] = useState<ReturnDraft>(EMPTY_RETURN);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const unsigned = (draft.signatureKind === "drawn" ? draft.drawn : draft.slip) === null;
  const held = heldOriginals(dossier).length;

  async function send(): Promise<void> {
    setTried(true);
    if (unsigned || chosen.length === 0) return;
    const { dossierId, version } = dossier;
    const fileId = await signature.keep(draft);
    if (fileId === null) return;
    const body = { version, itemIds: [...chosen], signature: { kind: draft.signatureKind, fileId } };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  if (held === 0) return <p>{words.none}</p>;
  return (
    <ActFrame
      label={text.lists.moves.handPapersBack}
      permit={permit}
      pending={act.pending || signature.pending}
      problem={act.problem ?? signature.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <OriginalsField dossier={dossier} chosen={chosen} onChange={setChosen} hint={words.hint} />
      {tried && chosen.length === 0 && <p role="alert">{words.missing}</p>}
      <SignatureField
        dossierId={dossier.dossierId}
        draft={draft}
        gaps={tried && unsigned ? ["signature"] : []}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
    </ActFrame>
  );
}
