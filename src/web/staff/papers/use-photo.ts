import { keepCustodyFile } from "#contract/custody.ts";
import { useRef, useState } from "react";
import { useAct } from "../use-act.ts";
import type { TakenPhoto } from "./photo-field.tsx";

/** A photo, kept once: what is sent again after a correction uses the file that is there. */
export function usePhoto() {
  const act = useAct(keepCustodyFile);
  const [taken, setTaken] = useState<TakenPhoto>({ photo: null, shrinking: false });
  const kept = useRef<{ readonly photo: Blob; readonly fileId: string } | null>(null);

  async function keep(): Promise<string | null> {
    const { photo, shrinking } = taken;
    if (photo === null || shrinking) return null;
    if (kept.current?.photo === photo) return kept.current.fileId;
    const result = await act.send({ query: { purpose: "photo" }, body: photo });
    if (!result?.ok) return null;
    kept.current = { photo, fileId: result.value.fileId };
    return result.value.fileId;
  }

  return {
    taken,
    ready: taken.photo !== null && !taken.shrinking,
    change: (part: Partial<TakenPhoto>) => setTaken((before) => ({ ...before, ...part })),
    keep,
    pending: act.pending || taken.shrinking,
    problem: act.problem,
  };
}
