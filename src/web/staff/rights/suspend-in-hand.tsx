import { previewSuspension } from "#contract/hand-overs.ts";
import type { ReactElement } from "react";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { InHandPreview } from "../in-hand-preview.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";

interface Props {
  readonly target: "account" | "postOffice" | "operator";
  readonly targetId: string;
  readonly successorId: string;
  readonly onChange: (successorId: string) => void;
}

/** What a suspension takes out of somebody's hands, and who may take it over. */
export function SuspendInHand({ target, targetId, successorId, onChange }: Props): ReactElement {
  const { data, problem, reload } = useRead(previewSuspension, { query: { target, targetId } });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={3} />;
  return <InHandPreview {...data} successorId={successorId} onChange={onChange} />;
}
