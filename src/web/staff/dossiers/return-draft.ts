import type { COLLECTORS, IDENTITY_PROOFS, returnResult } from "#contract/dossiers.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Static } from "typebox";
import type { KeptFile } from "./use-upload.ts";

/** What the return form holds, half filled as it may be. */
export interface ReturnDraft {
  readonly collector: (typeof COLLECTORS)[number];
  readonly proxyName: string;
  readonly proxyNumber: string;
  readonly authorisation: string;
  readonly identityProof: (typeof IDENTITY_PROOFS)[number] | null;
  readonly identityChecked: boolean;
  readonly signatureKind: "drawn" | "signedSlip";
  /** The strokes as a picture; not yet with the server. */
  readonly drawn: Blob | null;
  readonly slip: KeptFile | null;
}

export const EMPTY_RETURN: ReturnDraft = {
  collector: "applicant",
  proxyName: "",
  proxyNumber: "",
  authorisation: "",
  identityProof: null,
  identityChecked: false,
  signatureKind: "drawn",
  drawn: null,
  slip: null,
};

export type ReturnGap = "proxyName" | "proxyNumber" | "authorisation" | "proof" | "checked" | "signature";

/**
 * What is still missing before a result may be handed over, in the order of the form. The server checks
 * the same again.
 */
export function returnGaps(draft: ReturnDraft): readonly ReturnGap[] {
  const proxy = draft.collector === "proxy";
  const gaps: readonly (ReturnGap | false)[] = [
    proxy && tidyText(draft.proxyName) === "" && "proxyName",
    proxy && tidyText(draft.proxyNumber) === "" && "proxyNumber",
    proxy && tidyText(draft.authorisation) === "" && "authorisation",
    draft.identityProof === null && "proof",
    !draft.identityChecked && "checked",
    (draft.signatureKind === "drawn" ? draft.drawn === null : draft.slip === null) && "signature",
  ];
  return gaps.filter((gap) => gap !== false);
}

type ReturnBody = Static<typeof returnResult.body>;

/** The body of the return, once nothing is missing and the signature is with the server; else null. */
export function returnBody(draft: ReturnDraft, version: number, signatureFileId: string): ReturnBody | null {
  if (returnGaps(draft).length > 0 || draft.identityProof === null) return null;
  const proxy = {
    name: tidyText(draft.proxyName),
    identityNumber: tidyText(draft.proxyNumber),
    authorisation: tidyText(draft.authorisation),
  };
  return {
    version,
    collector: draft.collector,
    ...(draft.collector === "proxy" ? { proxy } : {}),
    identityProof: draft.identityProof,
    identityChecked: draft.identityChecked,
    signature: { kind: draft.signatureKind, fileId: signatureFileId },
  };
}
