import type { PlainDate } from "../shared/plain-date.ts";
import { type Period, standsOn } from "../unit/place.ts";
import type { Checklist } from "./checklist.ts";
import type { Finding } from "./site-opening.ts";

export const SURVEY_ANSWERS = ["met", "partly", "notMet", "notApplicable"] as const;
export type SurveyAnswer = (typeof SURVEY_ANSWERS)[number];

/** Answers that say that something is missing: what, is said in words. */
export const ANSWERS_WITH_WORDS: ReadonlySet<SurveyAnswer> = new Set<SurveyAnswer>(["partly", "notMet"]);

export const SEVERITIES = ["minor", "serious", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A survey as the surveyor sends it. */
export interface Survey {
  readonly day: PlainDate;
  readonly answers: readonly {
    readonly item: string;
    readonly answer: SurveyAnswer;
    readonly words: string;
  }[];
  readonly findings: readonly {
    /** The item it belongs to; null when it belongs to none. */
    readonly item: string | null;
    readonly words: string;
    readonly deadline: PlainDate;
    /** Who is to put it right, in words. */
    readonly responsible: string;
  }[];
}

export const SURVEY_FAULTS = [
  "survey_ahead",
  "point_not_there",
  "item_unknown",
  "item_twice",
  "item_unanswered",
  "words_missing",
  "finding_words_missing",
  "finding_responsible_missing",
  "finding_item_unknown",
  "deadline_before_survey",
] as const;
export type SurveyFault = (typeof SURVEY_FAULTS)[number];

export interface SurveyWorld {
  readonly today: PlainDate;
  readonly point: Period;
  readonly checklist: Checklist;
}

/**
 * Everything that is wrong with a survey: each item that must be answered is answered once; what is met in part or not
 * at all is said in words; a finding has words, somebody responsible, and a deadline that does not lie before the day
 * of the survey. About an item the finding names its code, about a finding its place in the list, from 0.
 *
 * @rule SITE-02
 * @returns an empty list when it may be recorded
 */
export function checkSurvey(survey: Survey, world: SurveyWorld): readonly Finding<SurveyFault>[] {
  return [...dayFindings(survey, world), ...answerFindings(survey, world), ...findingFindings(survey, world)];
}

const found = (fault: SurveyFault, wrong: boolean, about = ""): readonly Finding<SurveyFault>[] =>
  wrong ? [{ fault, about }] : [];

function dayFindings({ day }: Survey, { today, point }: SurveyWorld): readonly Finding<SurveyFault>[] {
  return [...found("survey_ahead", day > today), ...found("point_not_there", !standsOn(point, day))];
}

function answerFindings({ answers }: Survey, { checklist }: SurveyWorld): readonly Finding<SurveyFault>[] {
  const codes = new Set(checklist.items.map(({ code }) => code));
  const answered = new Set(answers.map(({ item }) => item));
  return [
    ...answers.flatMap(({ item, answer, words }, at) => [
      ...found("item_unknown", !codes.has(item), item),
      ...found("item_twice", answers.findIndex((other) => other.item === item) !== at, item),
      ...found("words_missing", ANSWERS_WITH_WORDS.has(answer) && words.trim() === "", item),
    ]),
    ...checklist.items.flatMap(({ code, required }) =>
      found("item_unanswered", required && !answered.has(code), code),
    ),
  ];
}

function findingFindings(
  { day, findings }: Survey,
  { checklist }: SurveyWorld,
): readonly Finding<SurveyFault>[] {
  const codes = new Set(checklist.items.map(({ code }) => code));
  return findings.flatMap(({ item, words, deadline, responsible }, at) => [
    ...found("finding_words_missing", words.trim() === "", String(at)),
    ...found("finding_responsible_missing", responsible.trim() === "", String(at)),
    ...found("finding_item_unknown", item !== null && !codes.has(item), String(at)),
    ...found("deadline_before_survey", deadline < day, String(at)),
  ]);
}
