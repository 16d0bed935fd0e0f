import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { type DueState, dueState, dueStateWords } from "#web/ui/due-state.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";

interface Props {
  /** A moment of the inner work; the citizen's date has a badge of its own. */
  readonly dueAt: string;
  readonly now: string;
}

/** How a date of the inner work stands, in words, sign and colour. */
export function DueMark({ dueAt, now }: Props): ReactElement {
  const { dueDate, steps } = useText();
  const state = dueState(dueAt, now);
  return (
    <Mark tone={toneOf(state)} icon={iconOf(state)}>
      {dueStateWords(state, { ...dueDate, ...steps.due })}
    </Mark>
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
