import { keepCustodyFile } from "#contract/custody.ts";
import { useRef, useState } from "react";
import { useAct } from "../use-act.ts";

/** What somebody signed with: drawn on the screen, or a scan of what was signed on paper. */
interface Given {
  readonly kind: "drawn" | "paper";
  readonly file: Blob;
}

const PURPOSES = { drawn: "signature", paper: "signedPaper" } as const;

/** A signature, kept once: what is sent again after a correction uses the file that is there. */
export function useSignature() {
  const act = useAct(keepCustodyFile);
  const [given, setGiven] = useState<Given | null>(null);
  const kept = useRef<{ readonly file: Blob; readonly fileId: string } | null>(null);

  function give(kind: Given["kind"], file: Blob | null): void {
    setGiven(file && { kind, file });
  }

  async function keep(): Promise<{ readonly kind: Given["kind"]; readonly fileId: string } | null> {
    if (given === null) return null;
    const { kind, file } = given;
    if (kept.current?.file === file) return { kind, fileId: kept.current.fileId };
    const result = await act.send({ query: { purpose: PURPOSES[kind] }, body: file });
    if (!result?.ok) return null;
    kept.current = { file, fileId: result.value.fileId };
    return { kind, fileId: result.value.fileId };
  }

  return { isGiven: given !== null, give, keep, pending: act.pending, problem: act.problem };
}
