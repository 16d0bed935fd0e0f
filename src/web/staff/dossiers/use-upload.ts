import { type FILE_PURPOSES, uploadFile } from "#contract/files.ts";
import { useState } from "react";
import type { CallProblem } from "../api.ts";
import { useAct } from "../use-act.ts";
import { fileProblem } from "./file-check.ts";

/** A file that the server has. */
export interface KeptFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
}

export interface Upload {
  readonly keep: (file: File | undefined) => Promise<void>;
  /** The name of the file under way. */
  readonly sending: string | null;
  /** What is wrong with the file itself, said before or by the server. */
  readonly wrong: "tooLarge" | "wrongType" | null;
  /** What else went wrong on the way. */
  readonly problem: CallProblem | null;
}

/** Sends a chosen file at once and keeps what the server made of it. */
export function useUpload(
  dossierId: string,
  purpose: (typeof FILE_PURPOSES)[number],
  onChange: (file: KeptFile | null) => void,
): Upload {
  const act = useAct(uploadFile);
  const [sending, setSending] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Upload["wrong"]>(null);
  const refused = act.problem?.kind === "refused" && act.problem.code === "file_type_unknown";

  async function keep(file: File | undefined): Promise<void> {
    if (!file) return;
    const found = fileProblem(file);
    setWrong(found);
    act.clearProblem();
    if (found !== null) return;
    onChange(null);
    setSending(file.name);
    const query = { name: file.name.normalize("NFC").slice(0, 500), purpose };
    const result = await act.send({ params: { dossierId }, query, body: file });
    setSending(null);
    if (result?.ok) onChange({ fileId: result.value.fileId, name: file.name, bytes: result.value.bytes });
  }

  return {
    keep,
    sending,
    wrong: wrong ?? (refused ? "wrongType" : null),
    problem: refused ? null : act.problem,
  };
}
