import { AUTHORISATION_RELATIONS } from "#domain/person/authorisation.ts";
import { HOLDER_KINDS } from "#domain/custody/custody.ts";
import { IMPORT_NOTES, RECEIPT_DELIVERIES } from "#domain/dossier/dossier-payloads.ts";
import {
  BUSINESS_STATUSES,
  DELIVERY_STATUSES,
  MONEY_STATUSES,
  SYNC_STATUSES,
} from "#domain/dossier/dossier-state.ts";
import { MOVES } from "#domain/dossier/dossier-machine.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { NOTICE_CHANNELS, NOTICE_KINDS, NOTICE_PROBLEMS, NOTICE_STATES } from "#domain/notice/notice.ts";
import { type Static, Type } from "typebox";
import { BasisView, CHANNELS, Permit } from "./catalogue.ts";
import { CorrectionView, DeadlineView, FormView, TurnView, UnitsView } from "./dossier-parts.ts";
import { RETURN_METHODS } from "./intake.ts";
import { ConsultationView, LinkedFact, PartOfView, PartsView } from "./linked.ts";
import { StepKey, StepsView } from "./steps.ts";
import { PostalReturnView } from "./postal-return.ts";
import { defineRoute } from "./route.ts";
import {
  Cursor,
  DueDateExplanation,
  Line,
  Moment,
  Nullable,
  OneOf,
  ShortText,
  Strict,
  Uuid,
  Version,
  Words,
} from "./shapes.ts";

export const DossierRow = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  applicantName: Type.String(),
  status: OneOf(BUSINESS_STATUSES),
  receivedAt: Moment,
  /** Null before the receipt: nobody has promised anything. */
  dueAt: Nullable(Moment),
  provisional: Type.Boolean(),
  unitName: Type.String(),
  /** The unit that answers for it today, when units were reorganised since; else null. */
  unitNow: Nullable(Type.String()),
  /** Who has taken it, when somebody has. */
  caseOfficer: Nullable(Type.String()),
});
export type DossierRow = Static<typeof DossierRow>;

const Page = Type.Object({ dossiers: Type.Array(DossierRow), next: Nullable(Cursor) });

export const searchDossiers = defineRoute({
  method: "GET",
  path: "/dossiers",
  summary: "Dossiers of this person's units by code, or by the applicant's name without diacritics",
  readsPersons: true,
  permission: "dossier.read",
  query: Strict({ q: ShortText, after: Type.Optional(Cursor) }),
  response: Page,
  refusals: [],
});

export const PartyView = Type.Object({
  kind: OneOf(["person", "organisation"]),
  name: Type.String(),
  /** Identity number of a person, tax code of an organisation. */
  number: Type.String(),
  address: Type.String(),
  /** The commune of the address, where it was brought to one of the list. */
  communeCode: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  birthDate: Nullable(Type.String()),
  sex: Nullable(OneOf(["male", "female"])),
  legalRepresentative: Nullable(Type.String()),
  branchName: Nullable(Type.String()),
});
export type PartyView = Static<typeof PartyView>;

/** What a turn sets or promises, as far as it does, and the form that was issued with it. */
/** What the dossier waits for from the citizen. */
const AwaitedView = Type.Object({
  kind: OneOf(["supplement", "payment"]),
  /** The papers of a supplement; none of a payment. */
  papers: Type.Array(Type.Object({ name: Type.String(), originals: Type.Integer(), copies: Type.Integer() })),
  amount: Nullable(Type.Integer()),
  answerBy: Nullable(Moment),
  /** Of a payment: what it is for, as the citizen is told; null of a supplement, whose papers say so. */
  reason: Nullable(Type.String()),
});
export type AwaitedView = Static<typeof AwaitedView>;

const EventView = Type.Object({
  seq: Type.Integer(),
  type: Type.String(),
  at: Moment,
  actor: Type.String(),
  place: Nullable(Type.String()),
  basis: BasisView,
  note: Nullable(Type.String()),
  /** Of an event that another system tells: the status it led to there, and what was kept as it was. */
  imported: Nullable(
    Type.Object({ status: Nullable(OneOf(BUSINESS_STATUSES)), notes: Type.Array(OneOf(IMPORT_NOTES)) }),
  ),
  /** Of a correction: what was put right. */
  correction: Nullable(CorrectionView),
  turn: Nullable(TurnView),
  /** The agency that was asked, or the part of an interlinked dossier and how it ended; null for other events. */
  linked: Nullable(LinkedFact),
  /** The step of the internal procedure that it is about, whom it was given to, and in whose place it was taken. */
  step: Nullable(
    Type.Object({ name: Type.String(), to: Nullable(Type.String()), inPlaceOf: Nullable(Type.String()) }),
  ),
});

const ItemView = Type.Object({
  itemId: Uuid,
  name: Type.String(),
  kind: OneOf(["paper", "result"]),
  originals: Type.Integer(),
  copies: Type.Integer(),
  shown: Type.Boolean(),
  /** The procedure asks to see it, not to hand it in. */
  toShow: Type.Boolean(),
  /** The originals went back to the citizen; the copies, if there are any, stay with the holder. */
  originalsBack: Type.Boolean(),
  /** Who holds it now; the name is a person's or a place's, and null for the citizen. Null for a paper only shown. */
  holder: Nullable(
    Type.Object({
      kind: OneOf(HOLDER_KINDS),
      name: Nullable(Type.String()),
      /** The place that keeps it today, when the holder was reorganised since; else null. */
      now: Nullable(Type.String()),
    }),
  ),
  /** The packet or bag that it lies in itself; whoever has the outermost one is the holder. */
  inside: Nullable(Type.Object({ containerId: Uuid, code: Type.String() })),
});

/** Which paper the person who collects showed. */
export const IDENTITY_PROOFS = ["identityCard", "electronicIdentity", "passport", "receiptSlip"] as const;
/** Who collects: the applicant, the submitter of the dossier, or another proxy with a power of attorney. */
export const COLLECTORS = ["applicant", "submitter", "proxy"] as const;

const AuthorisationView = Type.Object({
  number: Nullable(Type.String()),
  date: Type.String(),
  certifiedBy: Nullable(Type.String()),
  relation: OneOf(AUTHORISATION_RELATIONS),
  scope: Type.String(),
});

const NoticeView = Type.Object({
  noticeId: Uuid,
  kind: OneOf(NOTICE_KINDS),
  channel: OneOf(NOTICE_CHANNELS),
  state: OneOf(NOTICE_STATES),
  /** Why it has not gone, or will not go. */
  problem: Nullable(OneOf(NOTICE_PROBLEMS)),
  /** The event because of which somebody is told. */
  seq: Type.Integer(),
  /** Enough of the address to know it again. */
  to: Type.String(),
  createdAt: Moment,
  attempts: Type.Integer(),
  triedAt: Nullable(Moment),
  sentAt: Nullable(Moment),
  /** The code of the other side's answer, as `550 5.1.1`. */
  answer: Nullable(Type.String()),
  /** The event whose news overtook it, so that it is not sent any more. */
  overtakenBy: Nullable(Type.Integer()),
});
export type NoticeView = Static<typeof NoticeView>;

export const DossierView = Type.Object({
  dossierId: Uuid,
  code: Type.String(),
  version: Version,
  procedureCode: Type.String(),
  procedureName: Type.String(),
  channel: OneOf(CHANNELS),
  statuses: Type.Object({
    business: OneOf(BUSINESS_STATUSES),
    money: OneOf(MONEY_STATUSES),
    delivery: OneOf(DELIVERY_STATUSES),
    sync: OneOf(SYNC_STATUSES),
    national: Type.Integer(),
  }),
  units: UnitsView,
  receivedAs: OneOf(["agentOfAgency", "postalForwarder"]),
  receivedAt: Moment,
  /** Null before the receipt: nobody has promised anything. */
  dueAt: Nullable(Moment),
  provisional: Type.Boolean(),
  /** Null when the date came with the dossier from another system. */
  explanation: Nullable(DueDateExplanation),
  /** The system that the dossier was taken over from; null for our own. */
  importedFrom: Nullable(Type.String()),
  /** How Mẫu 01 must still reach the citizen, after a confirmation; null when it has, or the citizen has the result. */
  receiptDue: Nullable(OneOf(RECEIPT_DELIVERIES)),
  returnMethod: OneOf(RETURN_METHODS),
  feeDue: Nullable(Type.Integer()),
  remarks: Nullable(Type.String()),
  assistedWriting: Type.Boolean(),
  applicant: PartyView,
  submitter: Nullable(PartyView),
  /** By which paper the submitter acts for the applicant. */
  authorisation: Nullable(AuthorisationView),
  /** Why the dossier was taken in although papers were missing. */
  missingPapersReason: Nullable(Type.String()),
  /** What the citizen was asked for and has not brought; null when nothing is awaited. */
  awaited: Nullable(AwaitedView),
  items: Type.Array(ItemView),
  events: Type.Array(EventView),
  result: Nullable(
    Type.Object({
      outcome: OneOf(["granted", "refused"]),
      /** Null when the file stayed in the system that the dossier was taken over from. */
      fileId: Nullable(Uuid),
      fileName: Type.String(),
      number: Nullable(Type.String()),
      note: Nullable(Type.String()),
    }),
  ),
  postalReturn: PostalReturnView,
  /** The result is in a packet, with the post or elsewhere: nobody hands it over at the counter now. */
  resultAway: Type.Boolean(),
  /** Who collected the result, by which proof, against which signature. */
  collection: Nullable(
    Type.Object({
      /** Delivered by the post: the shipment has the proof. Null: handed over at a counter, which says all that follows. */
      shipmentId: Nullable(Uuid),
      collector: Nullable(OneOf(COLLECTORS)),
      /** Of a proxy; the applicant and the submitter stand above. */
      proxy: Nullable(
        Type.Object({ name: Type.String(), number: Type.String(), authorisation: Type.String() }),
      ),
      identityProof: Nullable(OneOf(IDENTITY_PROOFS)),
      signatureFileId: Nullable(Uuid),
    }),
  ),
  /** What the citizen was told by messages that the program sends, the newest first. */
  notices: Type.Array(NoticeView),
  /** What the right to act is asked about; the browser asks it again while the page is open. */
  rightSubject: Type.Object({
    unitId: Uuid,
    collectionUnitId: Uuid,
    resultUnitId: Uuid,
    decidingAgencyId: Uuid,
    fieldCode: Type.String(),
    preparedBy: Nullable(Uuid),
  }),
  deadline: DeadlineView,
  /** Forms that were issued, the oldest first. */
  forms: Type.Array(FormView),
  /** The group that it was handed in with; null when it came alone, or for whoever is not of its unit. */
  group: Nullable(Type.Object({ groupId: Uuid, code: Type.String(), name: Type.String() })),
  /** Questions to other agencies, in the order in which they were asked. */
  consultations: Type.Array(ConsultationView),
  /** The parts of a dossier that is done as several (liên thông); null for one that is worked as one. */
  parts: Nullable(PartsView),
  /** The dossier that this one is a part of; null for one that stands alone. */
  partOf: Nullable(PartOfView),
  /** The steps of the internal procedure; null when it is worked without, or nobody has taken it yet. */
  steps: Nullable(StepsView),
  /** What this person may do now: every button asks. */
  acts: Type.Array(Type.Object({ move: OneOf(MOVES), permit: Permit })),
});
export type DossierView = Static<typeof DossierView>;

export const readDossier = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId",
  summary: "A dossier with its papers, its history and what this person may do with it",
  readsPersons: true,
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid }),
  response: DossierView,
  refusals: ["not_found"],
});

const params = Strict({ dossierId: Uuid });
const Moved = Type.Object({ dossierId: Uuid, version: Version, status: OneOf(BUSINESS_STATUSES) });
const MOVE_REFUSALS = [
  ...MAY_ACT_REFUSALS,
  "not_found",
  "dossier_changed",
  "move_not_allowed",
  "mandates_changed",
] as const;

export const forwardDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/forwarding",
  summary: "The one-stop unit sends the dossier on to the deciding agency",
  permission: "dossier.forward",
  params,
  body: Strict({ version: Version, note: Type.Optional(Line) }),
  response: Moved,
  refusals: MOVE_REFUSALS,
});

export const takeDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/taking",
  summary: "A case officer takes the dossier from the queue",
  permission: "dossier.process",
  params,
  body: Strict({ version: Version }),
  response: Moved,
  refusals: MOVE_REFUSALS,
});

export const recordOutcome = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/outcome",
  summary: "The case officer records the outcome with the attached result, for approval",
  permission: "dossier.process",
  params,
  body: Strict({
    version: Version,
    outcome: OneOf(["granted", "refused"]),
    fileId: Uuid,
    number: Type.Optional(ShortText),
    note: Type.Optional(Line),
  }),
  response: Moved,
  refusals: [...MOVE_REFUSALS, "result_file_missing", "consultation_open", "steps_open"],
});

export const approveOutcome = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/approval",
  summary: "An approver, never the person who prepared it, approves; the result goes to the one-stop unit",
  permission: "dossier.approve",
  params,
  body: Strict({ version: Version, note: Type.Optional(Line) }),
  response: Moved,
  refusals: [...MOVE_REFUSALS, "parts_open"],
});

export const sendBackOutcome = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/sending-back",
  summary: "The approver sends the outcome back to the case officer, with the reason",
  permission: "dossier.approve",
  params,
  body: Strict({
    version: Version,
    reason: Words,
    /** A finished step that is to be done again, with all that rests on it. */
    step: Type.Optional(StepKey),
  }),
  response: Moved,
  refusals: [...MOVE_REFUSALS, "step_unknown", "step_not_done"],
});

export const returnResult = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/return",
  summary: "Hands the result to the citizen against a signature; only then the dossier counts as returned",
  permission: "dossier.return",
  params,
  body: Strict({
    version: Version,
    collector: OneOf(COLLECTORS),
    /** Needed for a proxy; kept sealed. */
    proxy: Type.Optional(Strict({ name: ShortText, identityNumber: ShortText, authorisation: Line })),
    identityProof: OneOf(IDENTITY_PROOFS),
    identityChecked: Type.Boolean(),
    signature: Strict({ kind: OneOf(["drawn", "signedSlip"]), fileId: Uuid }),
    /** Papers whose originals go back with the result; needed while originals are here, empty when all of them stay. */
    originals: Type.Optional(Type.Array(Uuid, { maxItems: 200 })),
  }),
  response: Moved,
  refusals: [
    ...MOVE_REFUSALS,
    "originals_unsaid",
    "originals_not_held",
    "result_in_container",
    "part_of_another",
    "parts_open",
    "counter_not_chosen",
    "counter_closed",
    "outside_jurisdiction",
    "result_not_here",
    "collected_elsewhere",
    "identity_not_checked",
    "signature_missing",
    "authorisation_missing",
    "party_invalid",
  ],
});
