import { type Shape, anyText, integer, list, oneOf, record } from "#domain/catalogue/read-shape.ts";
import { SEVERITIES, SURVEY_ANSWERS, type Severity, type SurveyAnswer } from "#domain/site/survey.ts";
import { dropFromTab, keepInTab, keptInTab } from "../tab-store.ts";
import type { KeptPhoto } from "./use-photos.ts";

/** One item as it was answered so far. */
export interface AnswerDraft {
  readonly item: string;
  readonly answer: SurveyAnswer | "none";
  readonly words: string;
  readonly photos: readonly KeptPhoto[];
}

export interface FindingDraft {
  /** Tells findings apart while they are typed. */
  readonly id: string;
  /** Empty: it belongs to no item. */
  readonly item: string;
  readonly words: string;
  readonly severity: Severity;
  readonly deadline: string;
  readonly responsible: string;
  readonly photos: readonly KeptPhoto[];
}

/**
 * A survey that is not sent yet. It outlives a reload and a lost line in the tab of the browser; the members of the
 * group, which may be names, are not part of it.
 */
export interface SurveyDraft {
  readonly version: number;
  readonly day: string;
  readonly note: string;
  /** Where the surveyor stands: 0 is the beginning, then the items, then the review. */
  readonly step: number;
  readonly answers: readonly AnswerDraft[];
  readonly findings: readonly FindingDraft[];
}

const keyOf = (siteId: string) => `survey.${siteId}`;

export function keepSurveyDraft(siteId: string, draft: SurveyDraft): void {
  keepInTab(keyOf(siteId), draft);
}

export function dropSurveyDraft(siteId: string): void {
  dropFromTab(keyOf(siteId));
}

/** The draft of a site by this version of the checklist; null when there is none, or one of another shape. */
export function readSurveyDraft(siteId: string, version: number): SurveyDraft | null {
  const kept = keptInTab(keyOf(siteId));
  const faults: string[] = [];
  draft(kept, "draft", faults);
  return faults.length === 0 && (kept as SurveyDraft).version === version ? (kept as SurveyDraft) : null;
}

const photo = record({ fileId: anyText, words: anyText } satisfies Shape<KeptPhoto>);

const answer = record({
  item: anyText,
  answer: oneOf([...SURVEY_ANSWERS, "none"]),
  words: anyText,
  photos: list(photo),
} satisfies Shape<AnswerDraft>);

const finding = record({
  id: anyText,
  item: anyText,
  words: anyText,
  severity: oneOf(SEVERITIES),
  deadline: anyText,
  responsible: anyText,
  photos: list(photo),
} satisfies Shape<FindingDraft>);

const draft = record({
  version: integer(1),
  day: anyText,
  note: anyText,
  step: integer(0),
  answers: list(answer),
  findings: list(finding),
} satisfies Shape<SurveyDraft>);
