import type { DossierRow } from "#contract/dossiers.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { type DueState, dueState, dueStateWords } from "#web/ui/due-state.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";

interface Props {
  readonly dossier: Pick<DossierRow, "dueAt" | "provisional" | "status">;
  readonly now: string;
}

/** How the due date stands, in words, sign and colour. A decided matter is measured no more. */
export function DueBadge({ dossier, now }: Props): ReactElement {
  const text = useText();
  const { dueAt, provisional, status } = dossier;
  const decided = status === "finished" || status === "returned";
  const state = dueState(dueAt, now);
  return (
    <>
      {!decided && (
        <Mark tone={toneOf(state)} icon={iconOf(state)}>
          {dueStateWords(state, text.dueDate)}
        </Mark>
      )}{" "}
      {provisional && <Mark tone="quiet">{text.dueDate.provisional}</Mark>}
    </>
  );
}

function toneOf(state: DueState): Tone | "quiet" {
  if (state.kind === "left") return state.days > 1 ? "quiet" : "info";
  return state.kind === "today" ? "warning" : "error";
}

function iconOf(state: DueState): IconName {
  if (state.kind === "left") return "clock";
  return state.kind === "today" ? "warning" : "error";
}
