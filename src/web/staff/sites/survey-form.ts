import type { ChecklistView, recordSurvey } from "#contract/sites.ts";
import { type PlainDate, addDays, parsePlainDate } from "#domain/shared/plain-date.ts";
import type { Period } from "#domain/unit/place.ts";
import { ANSWERS_WITH_WORDS, type Survey, type SurveyFault, checkSurvey } from "#domain/site/survey.ts";
import type { Words } from "#web/text/words.ts";
import type { InputOf } from "../api-request.ts";
import type { AnswerDraft, FindingDraft, SurveyDraft } from "./survey-draft.ts";

/** A survey of today in which nothing is answered. */
export function startSurvey({ version, items }: ChecklistView, today: PlainDate): SurveyDraft {
  return {
    version,
    day: today,
    note: "",
    step: 0,
    answers: items.map(({ code }) => ({ item: code, answer: "none", words: "", photos: [] })),
    findings: [],
  };
}

/** Days that a new finding proposes until its deadline: ours, to be changed as one likes. */
const DEADLINE_DAYS = 10;

/** A finding about an item, with what was written and photographed there. */
export function startFinding(
  id: string,
  draft: SurveyDraft,
  about: Pick<AnswerDraft, "item" | "words" | "photos"> | null,
): FindingDraft {
  const day = parsePlainDate(draft.day);
  return {
    id,
    item: about?.item ?? "",
    words: about?.words ?? "",
    severity: "minor",
    deadline: day === undefined ? "" : addDays(day, DEADLINE_DAYS),
    responsible: "",
    photos: about?.photos ?? [],
  };
}

/** What is wrong: beside the day, each item by its code, each finding by its id. */
export interface SurveyProblems {
  readonly day: string | undefined;
  readonly items: ReadonlyMap<string, string>;
  readonly findings: ReadonlyMap<string, Readonly<Partial<Record<FindingField, string>>>>;
  readonly count: number;
}
type FindingField = "words" | "deadline" | "responsible";

interface World {
  readonly today: PlainDate;
  readonly point: Period;
  readonly checklist: ChecklistView;
}

/** The rule of the server run early, and days that cannot be read. */
export function surveyProblems(draft: SurveyDraft, world: World, text: Words): SurveyProblems {
  const { surveyFaults } = text.sites;
  const day = parsePlainDate(draft.day);
  const checklist = { ...world.checklist, validFrom: world.today };
  const faults = checkSurvey(surveyOf(draft, day ?? world.today), { ...world, checklist });
  const items = new Map<string, string>();
  const findings = new Map<string, Partial<Record<FindingField, string>>>();
  let dayProblem = day === undefined ? text.common.dayProblem : undefined;
  for (const { fault, about } of faults) {
    const field = FIELD_OF[fault];
    if (field === "day") dayProblem ??= surveyFaults[fault];
    else if (field === "item") items.set(about, surveyFaults[fault]);
    else addTo(findings, draft.findings[Number(about)]?.id, { [field]: surveyFaults[fault] });
  }
  for (const { id, deadline } of draft.findings)
    if (parsePlainDate(deadline) === undefined) addTo(findings, id, { deadline: text.common.dayProblem });
  const inFindings = [...findings.values()].reduce((sum, one) => sum + Object.keys(one).length, 0);
  const count = (dayProblem === undefined ? 0 : 1) + items.size + inFindings;
  return { day: dayProblem, items, findings, count };
}

type InFindings = Map<string, Partial<Record<FindingField, string>>>;

function addTo(
  findings: InFindings,
  id: string | undefined,
  problem: Partial<Record<FindingField, string>>,
): void {
  if (id !== undefined) findings.set(id, { ...findings.get(id), ...problem });
}

const FIELD_OF = {
  survey_ahead: "day",
  point_not_there: "day",
  item_unknown: "item",
  item_twice: "item",
  item_unanswered: "item",
  words_missing: "item",
  finding_words_missing: "words",
  finding_responsible_missing: "responsible",
  finding_item_unknown: "words",
  deadline_before_survey: "deadline",
} as const satisfies Record<SurveyFault, FindingField | "day" | "item">;

/** A deadline that cannot be read counts as the day of the survey here: it is said by itself. */
function surveyOf(draft: SurveyDraft, day: PlainDate): Survey {
  return {
    day,
    answers: draft.answers.flatMap(({ item, answer, words }) =>
      answer === "none" ? [] : [{ item, answer, words }],
    ),
    findings: draft.findings.map(({ item, words, deadline, responsible }) => ({
      item: item === "" ? null : item,
      words,
      deadline: parsePlainDate(deadline) ?? day,
      responsible,
    })),
  };
}

/** The survey as the route takes it; only for one without problems. */
export function surveyBody(draft: SurveyDraft, members: string): InputOf<typeof recordSurvey>["body"] {
  return {
    day: draft.day,
    members: members.trim(),
    note: draft.note.trim(),
    checklistVersion: draft.version,
    answers: draft.answers.flatMap(({ item, answer, words, photos }) =>
      answer === "none" ? [] : [{ item, answer, words: words.trim(), photos: [...photos] }],
    ),
    findings: draft.findings.map(({ id: _id, item, photos, ...finding }) => ({
      ...finding,
      item: item === "" ? null : item,
      words: finding.words.trim(),
      responsible: finding.responsible.trim(),
      photos: [...photos],
    })),
  };
}

/** Whether an answer says that something is missing. */
export function isMissing({ answer }: AnswerDraft): boolean {
  return answer !== "none" && ANSWERS_WITH_WORDS.has(answer);
}
