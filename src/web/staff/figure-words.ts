import type { Figures } from "#contract/figures.ts";
import type { Words } from "#web/text/words.ts";

const DAY_MINUTES = 1_440;

/** A number of at most one decimal, with the sign of the language. @example decimalWords(1.54, text) → "1,5" */
export function decimalWords(count: number, { dossiers }: Words): string {
  return String(Math.round(count * 10) / 10).replace(".", dossiers.upload.decimalSign);
}

/** A share as people write it. @example percentWords(0.855, text) → "85,5 %" */
export function percentWords(share: number, text: Words): string {
  return `${decimalWords(share * 100, text)} %`;
}

/** @example durationWords(2_160, text) → "1,5 ngày" */
export function durationWords(minutes: number | null, text: Words): string {
  const { figures: words } = text.proposals;
  if (minutes === null) return words.noFigure;
  const rounded = (count: number) => decimalWords(count, text);
  if (minutes >= DAY_MINUTES) return words.days(rounded(minutes / DAY_MINUTES));
  return minutes >= 60 ? words.hours(rounded(minutes / 60)) : words.minutes(minutes);
}

/** The share of finished dossiers that were in time; null when none is finished. */
export function onTimeShare({ finished, onTime }: Figures): number | null {
  return finished === 0 ? null : onTime / finished;
}

export function onTimeWords(figures: Figures, text: Words): string {
  const { figures: words } = text.proposals;
  const share = onTimeShare(figures);
  const done =
    share === null
      ? words.noFigure
      : words.onTimeOf(percentWords(share, text), figures.onTime, figures.finished);
  return figures.overdue === 0 ? done : `${done}, ${words.overdue(figures.overdue)}`;
}

/** The share of answers that were satisfied; null without answers, and of too few to tell it. */
export function ratingShare({ rating }: Figures): number | null {
  if (rating === null || rating.satisfied === null) return null;
  return rating.satisfied / rating.answers;
}

export function ratingWords(figures: Figures, text: Words): string {
  const { figures: words } = text.proposals;
  if (figures.rating === null) return words.noFigure;
  const share = ratingShare(figures);
  const { answers } = figures.rating;
  return share === null ? words.ratingFew(answers) : words.ratingOf(percentWords(share, text), answers);
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

/** How many dossiers were received, by whomever. */
export function receivedCount({ byPost, byState, imported }: Figures): number {
  return byPost + byState + imported;
}

/** Who received them; those of another system are named where there are any. */
export function receivedWords(
  { byPost, byState, imported }: Figures,
  { proposals: { figures: words } }: Words,
): string {
  const here = words.receivedOf(byPost, byState);
  return imported === 0 ? here : `${here}, ${words.imported(imported)}`;
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
export function activity(figures: Figures): number {
  return receivedCount(figures) + figures.guidances + figures.assignments;
}

export interface FigureLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Every figure by its name, in words; what nobody counts yet is said to be missing, never a zero. */
export function figureLines(figures: Figures, text: Words): readonly FigureLine[] {
  const words = text.proposals.figures;
  const { finished } = figures;
  return [
    {
      key: "received",
      label: words.received,
      value: `${receivedCount(figures)} (${receivedWords(figures, text)})`,
    },
    { key: "finished", label: words.finished, value: String(finished) },
    { key: "onTime", label: words.onTime, value: onTimeWords(figures, text) },
    { key: "median", label: words.median, value: durationWords(figures.medianMinutes, text) },
    { key: "errors", label: words.errors, value: errorWords(figures, text) },
    { key: "guidance", label: words.guidance, value: guidanceWords(figures, text) },
    { key: "assignments", label: words.assignments, value: assignmentWords(figures, text) },
    { key: "rating", label: words.rating, value: ratingWords(figures, text) },
  ];
}
