import { type Instant, localTime } from "../shared/instant.ts";
import { type PlainDate, addDays } from "../shared/plain-date.ts";
import type { BusinessStatus } from "./dossier-state.ts";

/** From the best to the worst, as one-stop units ask it at their counters. */
export const RATING_LEVELS = ["verySatisfied", "satisfied", "notSatisfied"] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** How long citizens are asked, and from how many answers on a share is told. Both are ours: no text says so. */
export const RATING = {
  /** After the day on which the matter ended. */
  days: 30,
  /** Of fewer answers the share would give away who answered what; the database keeps to it too. */
  leastAnswers: 5,
  mark: "inference",
  source: "ours",
} as const;

/** What of a dossier decides whether its citizen is asked. */
export interface RatedDossier {
  readonly status: BusinessStatus;
  /** When the citizen last got something from the counter for good: the result, or the papers back. */
  readonly endedAt: Instant | null;
  /** It was taken in by another system, at a counter of which nothing is known here. */
  readonly isImported: boolean;
}

const ENDED: readonly BusinessStatus[] = ["returned", "returnAwaitingConfirmation", "withdrawn"];

/**
 * Until which day, that day included, the citizen may say how the service was, and may say it anew; null when nobody
 * asks: the matter is still under way, or began elsewhere. Asked is when it has ended, for only then has all of the
 * service been seen, and nobody need fear for a result that is still to come.
 *
 * @rule RATING-01
 * @example ratingUntil({ status: "returned", endedAt: "2026-11-16T02:00:00.000Z", isImported: false }) → "2026-12-16"
 */
export function ratingUntil({ status, endedAt, isImported }: RatedDossier): PlainDate | null {
  if (endedAt === null || isImported || !ENDED.includes(status)) return null;
  return addDays(localTime(endedAt).day, RATING.days);
}

/** Whether an answer still counts at a moment. */
export function isRatingOpen(dossier: RatedDossier, now: Instant): boolean {
  const until = ratingUntil(dossier);
  return until !== null && localTime(now).day <= until;
}

/** Newest answers of some dossiers. */
export interface Answers {
  readonly answers: number;
  /** Satisfied or very satisfied; null of so few that it is not told. */
  readonly satisfied: number | null;
}

/**
 * What may be told of a whole whose parts stand beside it: taken from the whole, the told parts would leave the hidden
 * ones, so that these must be none or themselves enough answers to tell a share.
 *
 * @rule RATING-01
 * @example tellWhole({ answers: 13, satisfied: 9 }, [{ answers: 10, satisfied: 8 }, { answers: 3, satisfied: null }])
 *   → { answers: 13, satisfied: null }
 */
export function tellWhole({ answers, satisfied }: Answers, parts: readonly Answers[]): Answers {
  const hidden = parts.reduce((sum, part) => sum + (part.satisfied === null ? part.answers : 0), 0);
  const tells = answers >= RATING.leastAnswers && (hidden === 0 || hidden >= RATING.leastAnswers);
  return { answers, satisfied: tells ? satisfied : null };
}

/** What was sent as a level, or undefined. @example readRatingLevel("satisfied") → "satisfied" */
export function readRatingLevel(typed: string): RatingLevel | undefined {
  return RATING_LEVELS.find((level) => level === typed);
}
