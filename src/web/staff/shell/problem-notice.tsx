import { Button } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Notice } from "#web/ui/notice.tsx";
import type { CallProblem } from "../api.ts";

interface Props {
  readonly problem: CallProblem;
  /** Offered as a button; without it the person is told what to do in words only. */
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ReactNode;
}

/** Why something did not work, in plain words, with the way out. */
export function ProblemNotice({ problem, onRetry, actions }: Props): ReactElement {
  const text = useText();
  const { what, wayOut } = problemSentence(problem, text);
  const broken = problem.kind === "refused" && problem.code === "internal_error";
  return (
    <Notice
      tone={problem.kind === "refused" && !broken ? "warning" : "error"}
      live
      title={what}
      actions={
        (onRetry ?? actions) && (
          <>
            {onRetry && (
              <Button size="compact-sm" variant="light" onClick={onRetry}>
                {text.common.retry}
              </Button>
            )}
            {actions}
          </>
        )
      }
    >
      {wayOut}
      {broken && problem.requestId !== "" && <div>{text.common.requestId(problem.requestId)}</div>}
    </Notice>
  );
}

/** What happened and what to do, for any problem of a call. */
export function problemSentence(
  problem: CallProblem,
  text: Words,
): { readonly what: string; readonly wayOut: string } {
  if (problem.kind === "offline") return text.common.offline;
  if (problem.kind === "unexpected") return text.common.unexpected;
  return text.refusals[problem.code](problem.details);
}
