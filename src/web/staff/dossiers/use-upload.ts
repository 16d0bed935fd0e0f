import { keepCustodyFile } from "#contract/custody.ts";
import { type FILE_PURPOSES, keepMandateFile, uploadFile } from "#contract/files.ts";
import { useState } from "react";
import type { CallProblem, CallResult } from "../api.ts";
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

type TakeFile = (file: KeptFile | null) => void;

/** Sends a chosen file of a dossier at once and keeps what the server made of it. */
export function useUpload(
  dossierId: string,
  purpose: (typeof FILE_PURPOSES)[number],
  onChange: TakeFile,
): Upload {
  const act = useAct(uploadFile);
  return useKeeping(
    act,
    (name, body) => act.send({ params: { dossierId }, query: { name, purpose }, body }),
    onChange,
  );
}

/** The same for a file beside the mandate ledger: a decision, an agreement, a reason. */
export function useEvidence(onChange: TakeFile): Upload {
  const act = useAct(keepMandateFile);
  return useKeeping(act, (name, body) => act.send({ query: { name }, body }), onChange);
}

/** The same for a signed paper of the post; the server keeps it without a name. */
export function useSignedPaper(onChange: TakeFile): Upload {
  const act = useAct(keepCustodyFile);
  return useKeeping(act, (_name, body) => act.send({ query: { purpose: "signedPaper" }, body }), onChange);
}

/** What is wrong with a file is said by the browser first, by the server at last. */
function useKeeping(
  act: { readonly problem: CallProblem | null; readonly clearProblem: () => void },
  send: (name: string, body: File) => Promise<CallResult<Omit<KeptFile, "name">> | undefined>,
  onChange: TakeFile,
): Upload {
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
    const result = await send(file.name.normalize("NFC").slice(0, 500), file);
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
