import { keepCustodyFile } from "#contract/custody.ts";
import { useRef, useState } from "react";
import { useAct } from "../use-act.ts";

/** A signature drawn on the screen, kept once: what is sent again after a correction uses the file that is there. */
export function useSignature() {
  const act = useAct(keepCustodyFile);
  const [drawn, setDrawn] = useState<Blob | null>(null);
  const kept = useRef<{ readonly drawn: Blob; readonly fileId: string } | null>(null);

  async function keep(): Promise<{ readonly kind: "drawn"; readonly fileId: string } | null> {
    if (drawn === null) return null;
    if (kept.current?.drawn === drawn) return { kind: "drawn", fileId: kept.current.fileId };
    const result = await act.send({ query: { purpose: "signature" }, body: drawn });
    if (!result?.ok) return null;
    kept.current = { drawn, fileId: result.value.fileId };
    return { kind: "drawn", fileId: result.value.fileId };
  }

  return { drawn, setDrawn, keep, pending: act.pending, problem: act.problem };
}
