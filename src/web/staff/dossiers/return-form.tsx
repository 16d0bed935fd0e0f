import { returnResult } from "#contract/dossiers.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { useSession } from "../session/session.ts";
import { useAct } from "../use-act.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { CollectorFields } from "./collector-fields.tsx";
import { IdentityFields } from "./identity-fields.tsx";
import { EMPTY_RETURN, type ReturnDraft, returnBody, returnGaps } from "./return-draft.ts";
import { OriginalsField, heldOriginals } from "./originals-field.tsx";
import { SignatureField } from "./signature-field.tsx";
import { useSignatureUpload } from "./use-signature-upload.ts";

/**
 * Hands the result over: who collects, which paper was compared, the signature. Only when the server has
 * the signature and says yes does the dossier count as returned.
 */
export function ReturnForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const withoutCounter = useSession().counter === null;
  const act = useAct(returnResult);
  const signature = useSignatureUpload(dossier.dossierId);
  const [draft, setDraft] = useState<ReturnDraft>(EMPTY_RETURN);
  const [originals, setOriginals] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const gaps = returnGaps(draft);
  const shown = tried ? gaps : [];
  const change = (changes: Partial<ReturnDraft>) => setDraft((before) => ({ ...before, ...changes }));

  async function send(): Promise<void> {
    setTried(true);
    if (gaps.length > 0) return;
    const fileId = await signature.keep(draft);
    const body = fileId === null ? null : returnBody(draft, dossier.version, fileId);
    if (body === null) return;
    const said = heldOriginals(dossier).length === 0 ? {} : { originals: [...originals] };
    settle(await act.send({ params: { dossierId: dossier.dossierId }, body: { ...body, ...said } }), onDone);
  }

  return (
    <ActFrame
      label={text.lists.moves.returnResult}
      permit={permit}
      pending={act.pending || signature.pending}
      problem={act.problem ?? signature.problem}
      submitLabel={text.dossiers.returning.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {withoutCounter && (
        <Notice tone="warning" title={text.dossiers.returning.noCounter}>
          {text.dossiers.returning.noCounterHint}
        </Notice>
      )}
      <CollectorFields dossier={dossier} draft={draft} gaps={shown} onChange={change} />
      <IdentityFields draft={draft} gaps={shown} onChange={change} />
      <OriginalsField
        dossier={dossier}
        chosen={originals}
        onChange={setOriginals}
        hint={text.turns.originals.withResult}
      />
      <SignatureField dossierId={dossier.dossierId} draft={draft} gaps={shown} onChange={change} />
    </ActFrame>
  );
}
