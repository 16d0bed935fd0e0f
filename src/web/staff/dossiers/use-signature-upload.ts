import { uploadFile } from "#contract/files.ts";
import { useRef } from "react";
import { useAct } from "../use-act.ts";
import type { ReturnDraft } from "./return-draft.ts";

/** The part of a form that holds a signature. */
type SignatureDraft = Pick<ReturnDraft, "signatureKind" | "drawn" | "slip">;

/** Sends the strokes once: what is sent again after a correction uses the file that is kept. */
export function useSignatureUpload(dossierId: string) {
  const act = useAct(uploadFile);
  const kept = useRef<{ readonly drawn: Blob; readonly fileId: string } | null>(null);

  async function keep({ signatureKind, drawn, slip }: SignatureDraft): Promise<string | null> {
    if (signatureKind === "signedSlip") return slip?.fileId ?? null;
    if (drawn === null) return null;
    if (kept.current?.drawn === drawn) return kept.current.fileId;
    const query = { name: "signature.png", purpose: "signature" as const };
    const result = await act.send({ params: { dossierId }, query, body: drawn });
    if (!result?.ok) return null;
    kept.current = { drawn, fileId: result.value.fileId };
    return result.value.fileId;
  }

  return { keep, pending: act.pending, problem: act.problem };
}
