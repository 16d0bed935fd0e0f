import type { DossierRow } from "#contract/dossiers.ts";
import { STANDING_STATUSES, hasEnded } from "#domain/dossier/dossier-state.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { type DueState, dueState, dueStateWords } from "#web/ui/due-state.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";

interface Props {
  readonly dossier: Pick<DossierRow, "dueAt" | "provisional" | "status">;
  /** The clock stands although the status does not tell, since a withdrawal is asked for meanwhile. */
  readonly standing?: boolean;
  readonly now: string;
}

/**
 * How the due date stands, in words, sign and colour. A decided or ended matter is measured no more, and while the clock
 * stands nobody is late.
 */
export function DueBadge({ dossier, standing = false, now }: Props): ReactElement {
  const text = useText();
  const { dueAt, provisional, status } = dossier;
  if (isMeasuredNoMore(status))
    return <>{provisional && <Mark tone="quiet">{text.dueDate.provisional}</Mark>}</>;
  if (standing || STANDING_STATUSES.some((one) => one === status)) {
    return (
      <Mark tone="info" icon="pause">
        {text.turns.clock.standing}
      </Mark>
    );
  }
  if (dueAt === null) {
    return (
      <Mark tone="quiet" icon="clock">
        {text.turns.clock.noDate}
      </Mark>
    );
  }
  const state = dueState(dueAt, now);
  return (
    <>
      <Mark tone={toneOf(state)} icon={iconOf(state)}>
        {dueStateWords(state, text.dueDate)}
      </Mark>{" "}
      {provisional && <Mark tone="quiet">{text.dueDate.provisional}</Mark>}
    </>
  );
}

/** Decided, or ended without a decision. */
function isMeasuredNoMore(status: DossierRow["status"]): boolean {
  return status === "finished" || status === "returnAwaitingConfirmation" || hasEnded(status);
}

function toneOf(state: DueState): Tone | "quiet" {
  if (state.kind === "left") return state.days > 1 ? "quiet" : "info";
  return state.kind === "today" ? "warning" : "error";
}

function iconOf(state: DueState): IconName {
  if (state.kind === "left") return "clock";
  return state.kind === "today" ? "warning" : "error";
}
