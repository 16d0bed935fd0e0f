import { CONSULTATION_STATES } from "#domain/dossier/consultation.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { PART_ENDS, PART_STATES } from "#domain/dossier/interlinked.ts";
import { type Static, Type } from "typebox";
import { Permit } from "./catalogue.ts";
import { defineRoute } from "./route.ts";
import { Cursor, Day, Moment, Nullable, OneOf, ShortText, Strict, Uuid, Version, Words } from "./shapes.ts";
import { TURN_REFUSALS, Turned } from "./turns.ts";

/** Other agencies in the life of a dossier: one that is asked for its opinion, and those that each decide a part. */

/** What can be done about a consultation beside asking: each with the answer of the right to it. */
export const CONSULTATION_ACTS = ["answer", "withdraw"] as const;
export type ConsultationAct = (typeof CONSULTATION_ACTS)[number];

/** A question to another agency, as the page of its dossier shows it. */
export const ConsultationView = Type.Object({
  consultationId: Uuid,
  agencyId: Uuid,
  agencyName: Type.String(),
  state: OneOf(CONSULTATION_STATES),
  question: Type.String(),
  askedBy: Type.String(),
  askedAt: Moment,
  /** The last day on which the answer holds the outcome up. */
  answerBy: Day,
  /** It is open, and its day is over: the outcome need not wait any longer. */
  overdue: Type.Boolean(),
  /** Null while nobody has answered. */
  answer: Nullable(
    Type.Object({
      words: Type.String(),
      /** Of the letter that it was given by; null when there is none. */
      number: Nullable(Type.String()),
      by: Type.String(),
      at: Moment,
    }),
  ),
  /** What this person may do about it now; none once it is over. */
  acts: Type.Array(Type.Object({ act: OneOf(CONSULTATION_ACTS), permit: Permit })),
});
export type ConsultationView = Static<typeof ConsultationView>;

/** A part of an interlinked dossier (liên thông), as the page of the whole shows it. */
export const PartView = Type.Object({
  key: Type.String(),
  /** What it is about, in both languages: it is data, not a word of ours. */
  name: Type.Object({ vi: Type.String(), en: Type.String() }),
  procedureCode: Type.String(),
  /** The whole is not decided while it is under way. */
  needed: Type.Boolean(),
  /** Keys of the parts that it follows. */
  after: Type.Array(Type.String()),
  state: OneOf(PART_STATES),
  /** Its own dossier; null before it is opened, and for one that is decided outside of this system. */
  dossier: Nullable(
    Type.Object({
      dossierId: Uuid,
      code: Type.String(),
      agencyName: Type.String(),
      status: OneOf(BUSINESS_STATUSES),
      /** Null when it ended or stands still without one. */
      dueAt: Nullable(Moment),
      provisional: Type.Boolean(),
      openedAt: Moment,
      /** This person may open its page. */
      readable: Type.Boolean(),
    }),
  ),
});
export type PartView = Static<typeof PartView>;

/** The parts of a dossier that is done as several; null for any other. */
export const PartsView = Type.Object({
  /** The latest date of all that are under way, the whole's own among them; null when none has one. */
  latestDueAt: Nullable(Moment),
  parts: Type.Array(PartView),
});
export type PartsView = Static<typeof PartsView>;

/** The whole that a dossier is a part of; the citizen has the code and the slip of that one. */
export const PartOfView = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  key: Type.String(),
  name: Type.Object({ vi: Type.String(), en: Type.String() }),
  /** This person may open its page. */
  readable: Type.Boolean(),
  /** It has ended: what is left of the part is done with the part alone. */
  ended: Type.Boolean(),
});
export type PartOfView = Static<typeof PartOfView>;

/** Whom an event of the history is about: the agency that was asked, or the part and how it ended. */
export const LinkedFact = Type.Object({
  agency: Nullable(Type.String()),
  part: Nullable(Type.Object({ vi: Type.String(), en: Type.String() })),
  end: Nullable(OneOf(PART_ENDS)),
});

const params = Strict({ dossierId: Uuid });
const ofDossier = Strict({ dossierId: Uuid, consultationId: Uuid });

export const consultAgency = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/consultations",
  summary: "Asks another agency for its opinion; the time limit runs on",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, agencyId: Uuid, question: Words, answerBy: Day }),
  response: Type.Object({ ...Turned.properties, consultationId: Uuid }),
  refusals: [
    ...TURN_REFUSALS,
    "answer_day_past",
    "day_too_far",
    "consultation_agency_unknown",
    "consultation_own_agency",
    "consultation_asked_already",
  ],
});

export const answerConsultation = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/consultations/:consultationId/answer",
  summary: "The agency that was asked gives its opinion, once",
  permission: "dossier.turn",
  params: ofDossier,
  /** No version: the asked agency does not follow the dossier, and its question stands or is over. */
  body: Strict({ words: Words, number: Type.Optional(ShortText) }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "consultation_over"],
});

export const withdrawConsultation = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/consultations/:consultationId/withdrawal",
  summary: "Takes a question back that nobody has answered, and says why",
  permission: "dossier.turn",
  params: ofDossier,
  body: Strict({ version: Version, reason: Words }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "consultation_over"],
});

/** A question in the list of the agency that was asked: no name of a citizen, that is on the dossier's page. */
export const AskedConsultation = Type.Object({
  consultationId: Uuid,
  dossierId: Uuid,
  code: Type.String(),
  procedureName: Type.String(),
  state: OneOf(CONSULTATION_STATES),
  /** Which of this person's agencies is asked. */
  agencyName: Type.String(),
  askingAgency: Type.String(),
  question: Type.String(),
  askedBy: Type.String(),
  askedAt: Moment,
  answerBy: Day,
  overdue: Type.Boolean(),
  answeredAt: Nullable(Moment),
});
export type AskedConsultation = Static<typeof AskedConsultation>;

export const listConsultations = defineRoute({
  method: "GET",
  path: "/consultations",
  summary: "What this person's agencies were asked: the open ones by their day, or those that are over",
  readsPersons: true,
  permission: "dossier.turn",
  query: Strict({ show: OneOf(["open", "over"]), after: Type.Optional(Cursor) }),
  /** `open` is the exact number of open ones, whatever is shown. */
  response: Type.Object({
    consultations: Type.Array(AskedConsultation),
    next: Nullable(Cursor),
    open: Type.Integer(),
  }),
  refusals: [],
});

export const listConsultedAgencies = defineRoute({
  method: "GET",
  path: "/consultation-agencies",
  summary: "Agencies that can be asked for an opinion: those of the same province that stand today",
  permission: "dossier.turn",
  response: Type.Object({ agencies: Type.Array(Type.Object({ agencyId: Uuid, name: Type.String() })) }),
  refusals: [],
});
