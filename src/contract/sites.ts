import { AUTONOMIES, TASKS } from "#domain/mandate/mandate.ts";
import { MARKS } from "#domain/calendar/work-calendar.ts";
import { CHECKLIST_GROUPS } from "#domain/site/checklist.ts";
import { FINDING_STATES } from "#domain/site/finding-state.ts";
import { EQUIPMENT } from "#domain/site/site-opening.ts";
import { SEVERITIES, SURVEY_ANSWERS } from "#domain/site/survey.ts";
import { type Static, Type } from "typebox";
import { DecisionInput, DecisionView } from "./mandates.ts";
import { defineRoute } from "./route.ts";
import {
  Day,
  Letterhead,
  Line,
  LongText,
  Moment,
  NamedLine,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
} from "./shapes.ts";

const Named = Type.Object({ id: Type.String(), name: Type.String() });
const Count = Type.Integer({ minimum: 0, maximum: 9_999 });
const SiteParams = Strict({ siteId: Uuid });

const PhotoView = Type.Object({ fileId: Uuid, words: Type.String() });
export type PhotoView = Static<typeof PhotoView>;
/** A photo that was kept beside the mandate ledger before; in words what it shows. */
const PhotoInput = Strict({ fileId: Uuid, words: Line });
const Photos = Type.Array(PhotoInput, { maxItems: 20 });

/** When something was taken back, by whom and why; the row stays to be read. */
const Withdrawal = Type.Object({ at: Moment, by: Type.String(), reason: Type.String() });

export const SiteRow = Type.Object({
  /** Of the reception point: a site is a reception point. */
  id: Uuid,
  name: Type.String(),
  address: Type.String(),
  unit: Named,
  /** Post offices that staff a counter there today. */
  postOffices: Type.Array(Type.String()),
  /** Null while no opening is recorded. */
  openedOn: Nullable(Day),
  surveyedOn: Nullable(Day),
  /** The last day on which the point is there; null while it is not closed. */
  validTo: Nullable(Day),
  findings: Type.Object({ open: Count, overdue: Count, resolved: Count }),
});
export type SiteRow = Static<typeof SiteRow>;

export const listSites = defineRoute({
  method: "GET",
  path: "/sites",
  summary: "The reception points that this person may look at, with opening, last survey and open findings",
  permission: "site.read",
  response: Type.Object({ today: Day, sites: Type.Array(SiteRow) }),
  refusals: [],
});

const OpeningView = Type.Object({
  id: Uuid,
  openedOn: Day,
  address: Type.String(),
  counters: Type.Array(Type.Object({ id: Uuid, label: Type.String() })),
  decal: Type.Boolean(),
  decalSince: Nullable(Day),
  equipment: Type.Array(Type.Object({ kind: OneOf(EQUIPMENT), count: Count })),
  otherEquipment: Type.String(),
  present: Type.String(),
  decision: Nullable(DecisionView),
  photos: Type.Array(PhotoView),
  by: Type.String(),
  at: Moment,
  withdrawn: Nullable(Withdrawal),
});
export type OpeningView = Static<typeof OpeningView>;

export const FindingView = Type.Object({
  id: Uuid,
  surveyId: Uuid,
  surveyedOn: Day,
  /** The item of the checklist in its words of then; empty when the finding belongs to none. */
  item: Type.String(),
  words: Type.String(),
  severity: OneOf(SEVERITIES),
  deadline: Day,
  responsible: Type.String(),
  state: OneOf(FINDING_STATES),
  daysLate: Type.Integer(),
  photos: Type.Array(PhotoView),
  /** The first one first. */
  resolutions: Type.Array(
    Type.Object({
      id: Uuid,
      day: Day,
      words: Type.String(),
      by: Type.String(),
      photos: Type.Array(PhotoView),
      verdict: Nullable(
        Type.Object({ day: Day, accepted: Type.Boolean(), words: Type.String(), by: Type.String() }),
      ),
    }),
  ),
});
export type FindingView = Static<typeof FindingView>;

const SurveyRow = Type.Object({
  id: Uuid,
  day: Day,
  by: Type.String(),
  members: Type.String(),
  /** How many items were answered how. */
  answers: Type.Array(Type.Object({ answer: OneOf(SURVEY_ANSWERS), count: Count })),
  findings: Count,
  withdrawn: Nullable(Withdrawal),
});
export type SurveyRow = Static<typeof SurveyRow>;

export const readSite = defineRoute({
  method: "GET",
  path: "/sites/:siteId",
  summary: "A site: its counters, the mandates in force there today, its openings, surveys and findings",
  permission: "site.read",
  params: SiteParams,
  response: Type.Object({
    today: Day,
    site: Type.Object({
      id: Uuid,
      name: Type.String(),
      address: Type.String(),
      unit: Named,
      validFrom: Day,
      validTo: Nullable(Day),
    }),
    counters: Type.Array(
      Type.Object({
        id: Uuid,
        label: Type.String(),
        postOffice: Nullable(Type.String()),
        validFrom: Day,
        validTo: Nullable(Day),
      }),
    ),
    mandates: Type.Array(
      Type.Object({
        id: Uuid,
        postOffice: Type.String(),
        tasks: Type.Array(OneOf(TASKS)),
        autonomy: OneOf(AUTONOMIES),
        validFrom: Day,
        validTo: Nullable(Day),
        /** By which it was given: an office may hold several here. */
        decisionNumber: Nullable(Type.String()),
      }),
    ),
    /** The newest first, those that were withdrawn among them. */
    openings: Type.Array(OpeningView),
    surveys: Type.Array(SurveyRow),
    /** Of surveys that were not withdrawn. */
    findings: Type.Array(FindingView),
    /** What this person may do here. */
    may: Type.Object({ record: Type.Boolean(), resolve: Type.Boolean() }),
  }),
  refusals: ["not_found", "outside_jurisdiction"],
});

export const recordOpening = defineRoute({
  method: "POST",
  path: "/sites/:siteId/openings",
  summary: "Records that a site was opened; one opening of a site stands at a time",
  permission: "site.edit",
  params: SiteParams,
  body: Strict({
    openedOn: Day,
    address: Line,
    counterIds: Type.Array(Uuid, { maxItems: 50 }),
    decal: Type.Boolean(),
    decalSince: Nullable(Day),
    equipment: Type.Array(Strict({ kind: OneOf(EQUIPMENT), count: Count }), { maxItems: EQUIPMENT.length }),
    otherEquipment: LongText,
    present: LongText,
    decision: Type.Optional(DecisionInput),
    photos: Photos,
  }),
  response: Type.Object({ openingId: Uuid }),
  refusals: [
    "not_found",
    "outside_jurisdiction",
    "opening_invalid",
    "site_opened_already",
    "site_photo_unknown",
    "decision_unknown",
  ],
});

const Reason = Strict({ reason: NamedLine });

export const withdrawOpening = defineRoute({
  method: "POST",
  path: "/site-openings/:openingId/withdrawal",
  summary: "Takes back an opening that was recorded wrongly; the row stays and counts no more",
  permission: "site.edit",
  params: Strict({ openingId: Uuid }),
  body: Reason,
  response: Type.Object({}),
  refusals: ["not_found", "outside_jurisdiction", "withdrawn_already"],
});

const ChecklistItemView = Type.Object({
  code: Type.String(),
  group: OneOf(CHECKLIST_GROUPS),
  name: Type.String(),
  hint: Type.String(),
  required: Type.Boolean(),
  mark: OneOf(MARKS),
  source: Type.String(),
});
export const ChecklistView = Type.Object({
  version: Type.Integer(),
  items: Type.Array(ChecklistItemView),
});
export type ChecklistView = Static<typeof ChecklistView>;

export const readChecklist = defineRoute({
  method: "GET",
  path: "/survey-checklist",
  summary: "The checklist by which a site is surveyed today",
  permission: "site.read",
  response: Type.Object({ checklist: ChecklistView }),
  refusals: [],
});

export const recordSurvey = defineRoute({
  method: "POST",
  path: "/sites/:siteId/surveys",
  summary: "Records a survey with its answers, findings and photos",
  permission: "site.edit",
  params: SiteParams,
  body: Strict({
    day: Day,
    members: LongText,
    note: LongText,
    checklistVersion: Type.Integer({ minimum: 1, maximum: 10_000 }),
    answers: Type.Array(
      Strict({ item: ShortText, answer: OneOf(SURVEY_ANSWERS), words: LongText, photos: Photos }),
      { maxItems: 200 },
    ),
    findings: Type.Array(
      Strict({
        item: Nullable(ShortText),
        words: LongText,
        severity: OneOf(SEVERITIES),
        deadline: Day,
        responsible: Line,
        photos: Photos,
      }),
      { maxItems: 100 },
    ),
  }),
  response: Type.Object({ surveyId: Uuid }),
  refusals: [
    "not_found",
    "outside_jurisdiction",
    "checklist_unknown",
    "survey_invalid",
    "site_photo_unknown",
  ],
});

export const readSurvey = defineRoute({
  method: "GET",
  path: "/surveys/:surveyId",
  summary: "A survey as a report: answers by the checklist of then, findings and what became of them",
  permission: "site.read",
  params: Strict({ surveyId: Uuid }),
  response: Type.Object({
    survey: Type.Object({
      id: Uuid,
      day: Day,
      by: Type.String(),
      members: Type.String(),
      note: Type.String(),
      at: Moment,
      site: Named,
      address: Type.String(),
      unit: Named,
      /** In whose name it is printed. */
      letterhead: Nullable(Letterhead),
      withdrawn: Nullable(Withdrawal),
    }),
    checklist: ChecklistView,
    answers: Type.Array(
      Type.Object({
        item: Type.String(),
        answer: OneOf(SURVEY_ANSWERS),
        words: Type.String(),
        photos: Type.Array(PhotoView),
      }),
    ),
    findings: Type.Array(FindingView),
    may: Type.Object({ record: Type.Boolean(), resolve: Type.Boolean() }),
  }),
  refusals: ["not_found", "outside_jurisdiction"],
});

export const withdrawSurvey = defineRoute({
  method: "POST",
  path: "/surveys/:surveyId/withdrawal",
  summary:
    "Takes back a survey that was recorded wrongly, with its findings; the rows stay and count no more",
  permission: "site.edit",
  params: Strict({ surveyId: Uuid }),
  body: Reason,
  response: Type.Object({}),
  refusals: ["not_found", "outside_jurisdiction", "withdrawn_already"],
});

export const resolveFinding = defineRoute({
  method: "POST",
  path: "/findings/:findingId/resolutions",
  summary: "Says that a finding at the own unit was put right, and how",
  permission: "finding.resolve",
  params: Strict({ findingId: Uuid }),
  body: Strict({ day: Day, words: NamedLine, photos: Photos }),
  response: Type.Object({ resolutionId: Uuid }),
  refusals: [
    "not_found",
    "outside_jurisdiction",
    "finding_not_open",
    "resolution_day_wrong",
    "site_photo_unknown",
  ],
});

export const verifyFinding = defineRoute({
  method: "POST",
  path: "/findings/:findingId/verdicts",
  summary: "Accepts what was put right, which closes the finding, or says what is still missing",
  permission: "site.edit",
  params: Strict({ findingId: Uuid }),
  body: Strict({
    /** The resolution that was looked at: a newer one is another thing. */
    resolutionId: Uuid,
    accepted: Type.Boolean(),
    words: Line,
  }),
  response: Type.Object({}),
  refusals: [
    "not_found",
    "outside_jurisdiction",
    "finding_not_resolved",
    "finding_verified_by_resolver",
    "verdict_words_missing",
  ],
});
