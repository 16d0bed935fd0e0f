import type { Figures } from "#contract/figures.ts";
import type { Words } from "#web/text/words.ts";

const DAY_MINUTES = 1_440;

/** A share as people write it. @example percentWords(0.85) → "85 %" */
export function percentWords(share: number): string {
  const percent = Math.round(share * 1_000) / 10;
  return `${String(percent).replace(".", ",")} %`;
}

/** @example durationWords(2_160, text) → "1,5 ngày" */
export function durationWords(minutes: number | null, { proposals: { figures: words } }: Words): string {
  if (minutes === null) return words.noFigure;
  const rounded = (count: number) => String(Math.round(count * 10) / 10).replace(".", ",");
  if (minutes >= DAY_MINUTES) return words.days(rounded(minutes / DAY_MINUTES));
  return minutes >= 60 ? words.hours(rounded(minutes / 60)) : words.minutes(minutes);
}

/** The share of finished dossiers that were in time; null when none is finished. */
export function onTimeShare({ finished, onTime }: Figures): number | null {
  return finished === 0 ? null : onTime / finished;
}

export function onTimeWords(figures: Figures, { proposals: { figures: words } }: Words): string {
  const share = onTimeShare(figures);
  const done =
    share === null ? words.noFigure : words.onTimeOf(percentWords(share), figures.onTime, figures.finished);
  return figures.overdue === 0 ? done : `${done}, ${words.overdue(figures.overdue)}`;
}

/** How many things went wrong, of whatever kind: for putting proposals in order. */
export function errorCount({ handedBack, sentBack, wrong }: Figures): number {
  return handedBack + sentBack + wrong;
}

export function errorWords(figures: Figures, { proposals: { figures: words } }: Words): string {
  const { handedBack, sentBack, wrong, judged } = figures;
  const parts = [
    handedBack > 0 && words.handedBack(handedBack),
    sentBack > 0 && words.sentBack(sentBack),
    judged > 0 && words.wrong(wrong, judged),
  ].filter(Boolean);
  return parts.length === 0 ? words.none : parts.join(", ");
}

function receivedWords({ byPost, byState }: Figures, { proposals: { figures: words } }: Words): string {
  return words.receivedOf(byPost, byState);
}

export function guidanceWords(figures: Figures, { proposals: { figures: words } }: Words): string {
  const { guidances, guidanceMinutes } = figures;
  return guidances === 0 ? words.none : words.guidanceOf(guidances, guidanceMinutes);
}

export function assignmentWords(figures: Figures, { proposals: { figures: words } }: Words): string {
  const { assignments, assignmentActs } = figures;
  return assignments === 0 ? words.none : words.assignmentsOf(assignments, assignmentActs);
}

/** How much happened at all, of whatever kind: for showing first what there is something to say of. */
export function activity({ byPost, byState, guidances, assignments }: Figures): number {
  return byPost + byState + guidances + assignments;
}

export interface FigureLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Every figure by its name, in words; what nobody counts yet is said to be missing, never a zero. */
export function figureLines(figures: Figures, text: Words): readonly FigureLine[] {
  const words = text.proposals.figures;
  const { byPost, byState, finished } = figures;
  return [
    {
      key: "received",
      label: words.received,
      value: `${byPost + byState} (${receivedWords(figures, text)})`,
    },
    { key: "finished", label: words.finished, value: String(finished) },
    { key: "onTime", label: words.onTime, value: onTimeWords(figures, text) },
    { key: "median", label: words.median, value: durationWords(figures.medianMinutes, text) },
    { key: "errors", label: words.errors, value: errorWords(figures, text) },
    { key: "guidance", label: words.guidance, value: guidanceWords(figures, text) },
    { key: "assignments", label: words.assignments, value: assignmentWords(figures, text) },
    { key: "rating", label: words.rating, value: words.noFigure },
  ];
}
