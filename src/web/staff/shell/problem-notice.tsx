import { PERMISSIONS } from "#domain/mandate/permission.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Notice } from "#web/ui/notice.tsx";
import type { CallProblem } from "../api.ts";
import { WhoMay } from "./who-may.tsx";

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
  const barred = onRetry !== undefined && isBarred(problem);
  const broken = problem.kind === "refused" && problem.code === "internal_error";
  return (
    <Notice
      tone={problem.kind === "refused" && !broken ? "warning" : "error"}
      live
      title={what}
      actions={
        (onRetry ?? actions) && (
          <>
            {onRetry && <WayOn barred={barred} onRetry={onRetry} />}
            {actions}
          </>
        )
      }
    >
      {wayOut}
      {barred && <WhoMay permissions={askedFor(problem)} />}
      {broken && problem.requestId !== "" && <div>{text.common.requestId(problem.requestId)}</div>}
    </Notice>
  );
}

/** Once more, or home where asking once more changes nothing. */
function WayOn({
  barred,
  onRetry,
}: {
  readonly barred: boolean;
  readonly onRetry: () => void;
}): ReactElement {
  const { common } = useText();
  return barred ? (
    <Button size="compact-sm" variant="light" component={Link} to="/">
      {common.home}
    </Button>
  ) : (
    <Button size="compact-sm" variant="light" onClick={onRetry}>
      {common.retry}
    </Button>
  );
}

/** Asking once more changes nothing: the post does not open it, or it is of another unit. */
function isBarred(problem: CallProblem): boolean {
  return (
    problem.kind === "refused" &&
    (problem.code === "permission_missing" || problem.code === "outside_jurisdiction")
  );
}

/** What the server asked for and this person's posts do not give. */
function askedFor(problem: CallProblem) {
  const named = problem.kind === "refused" ? problem.details["permission"] : undefined;
  return PERMISSIONS.filter((one) => one === named);
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
