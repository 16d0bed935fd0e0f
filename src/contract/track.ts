import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { IssuedForm } from "#domain/dossier/issued-form.ts";
import type { Outcome, ReceiptDelivery } from "#domain/dossier/dossier-payloads.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { PartEnd, PartState } from "#domain/dossier/interlinked.ts";
import type { RatingLevel } from "#domain/dossier/rating.ts";
import type { NoticeChannel, NoticeKind } from "#domain/notice/notice.ts";
import type { PostalIncident } from "#domain/postal/postal-claims.ts";
import type { AnswerOutcome, IncidentState } from "#domain/postal/postal-incident.ts";
import type { AttemptReason, ShipmentEventType } from "#domain/postal/shipment-event.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import type { PostalLeg, PostalService } from "#domain/postal/tariff.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { AwaitedView } from "./dossiers.ts";
import type { QuoteView } from "./postal.ts";

/** Something that was done, and for a step that another system tells the status that it led to there. */
export interface TrackedStep {
  readonly type: string;
  readonly at: string;
  readonly place: string | null;
  readonly status: BusinessStatus | null;
  /** What was written to the citizen beside a turn, and on its form: why, or what is to be paid; null for any other. */
  readonly reason: string | null;
  /** How a part ended, of the step that says so. */
  readonly end: PartEnd | null;
}

/** A part of an interlinked dossier, as the citizen reads it: there is one code and one answer. */
export interface TrackedPart {
  readonly name: { readonly vi: string; readonly en: string };
  readonly state: PartState;
  /** Null before it is opened, and for one that is decided outside of this system. */
  readonly agency: string | null;
  readonly status: BusinessStatus | null;
  readonly dueAt: string | null;
  /** What its agency asked for and the citizen has not brought. */
  readonly awaited: AwaitedView | null;
}

/** One way of the papers through the post, as the citizen reads it: no name, no address, nothing of the carrier's codes. */
export interface TrackedParcel {
  readonly leg: PostalLeg;
  readonly waybill: string | null;
  readonly state: ShipmentState;
  /** False once nothing comes any more. */
  readonly live: boolean;
  /** The way back of a result that is not there yet. */
  readonly waitsForResult: boolean;
  /** The way in of papers that a counter has already: nobody comes to the citizen for them. */
  readonly fromCounter: boolean;
  /** Our own ledger says so too; of what a carrier told alone it may still be elsewhere. */
  readonly confirmed: boolean;
  /** The last day on which it should arrive; null before the post took it, or where nobody could say. */
  readonly dueOn: PlainDate | null;
  /** How many the post has from when it took the parcel; null where nobody could say. */
  readonly workingDays: number | null;
  /** What is paid at the door, in đồng: fees for the agency and postage; 0 where nothing is, and once it is over. */
  readonly dueAtDoor: number;
  readonly late: boolean;
  /** The day for which the courier promised to come again after an attempt in vain. */
  readonly nextOn: PlainDate | null;
  /** While it waits at the post office: which one, where that is known, and how often the citizen was invited. */
  readonly invited: {
    readonly office: { readonly name: string; readonly address: string } | null;
    readonly nth: number;
  } | null;
  readonly damaged: boolean;
  /** What was reported, in the order in which it happened. */
  readonly events: readonly {
    readonly type: ShipmentEventType;
    readonly at: string;
    readonly place: string | null;
    readonly reason: AttemptReason | null;
  }[];
}

/** What went wrong with papers on their way, as the citizen reads it; the answer was written to the citizen. */
export interface TrackedIncident {
  readonly leg: PostalLeg;
  readonly kind: PostalIncident;
  readonly state: IncidentState;
  readonly live: boolean;
  /** The post noticed it itself; else the citizen complained. */
  readonly byPost: boolean;
  readonly openedOn: PlainDate;
  /** As it was said then; null of what the post noticed itself. */
  readonly words: string | null;
  /** While it is not answered. */
  readonly answerDueOn: PlainDate | null;
  readonly answer: {
    readonly on: PlainDate;
    readonly outcome: AnswerOutcome;
    readonly words: string;
  } | null;
  /** While a compensation is owed. */
  readonly payBy: PlainDate | null;
  /** In đồng, while it is not paid. */
  readonly offered: number | null;
  readonly paid: { readonly on: PlainDate; readonly amount: number } | null;
  /** The dossier by which the papers are made again. */
  readonly reissuedAs: string | null;
}

/** Of which ways one may complain today, and until when; null: nobody could say by when it should have arrived. */
export type TrackedComplaints = readonly { readonly leg: PostalLeg; readonly until: PlainDate | null }[];

/** The most characters of a complaint; more is cut off, and the form takes no more. */
export const COMPLAINT_CHARACTERS = 2000;

/** What became of a complaint that was just sent. */
export type ComplaintOutcome = "kept" | "already" | "late" | "notTaken" | "wordless" | "kindless";

/** What the citizen may order of the post on this page, and take back. */
export interface TrackedPost {
  /** None while all that could be ordered is under way, or when the matter is over. */
  readonly services: readonly PostalService[];
  /** The dossier names a commune of today and a phone: the courier can come there. */
  readonly addressKnown: boolean;
  /** Orders of this page of which the post has nothing in hand. */
  readonly cancellable: readonly {
    readonly orderId: string;
    readonly version: number;
    readonly service: PostalService;
    /** In đồng; null where nobody could say. */
    readonly total: number | null;
  }[];
}

/** What was typed into the form of an order, each field as it came: what is refused is shown again and loses nothing. */
export interface PostForm {
  readonly service: PostalService;
  /** To the address of the dossier, or to another. */
  readonly to: "dossier" | "other";
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  /** Chosen where the address has several readings; empty before. */
  readonly communeCode: string;
  readonly proxyName: string;
  readonly proxyNumber: string;
  readonly proxyPaper: string;
  readonly discountId: string;
}

/** The most characters of each field of that form. */
export const POST_FIELD_CHARACTERS = 300;

/** Why an order cannot be placed as it was typed. */
export type PostProblem =
  | "incomplete"
  | "phoneUnreadable"
  | "addressUnknown"
  | "addressSeveral"
  | "authorisationMissing"
  | "notByPost"
  | "unquotable";

/** What became of a step of an order: its price, then the order, each asked for by a press. */
export type PostAnswer =
  | {
      readonly kind: "refused";
      readonly form: PostForm;
      readonly problem: PostProblem;
      /** Communes of today that the address may mean. */
      readonly offers: readonly { readonly communeCode: string; readonly address: string }[];
    }
  | {
      readonly kind: "quoted";
      readonly form: PostForm;
      readonly quoted: QuoteView;
      /** Where the courier goes, as it is written today; null for the address of the dossier, which the page does not say. */
      readonly address: string | null;
      /** The price is another one than a moment ago. */
      readonly changed: boolean;
    }
  | { readonly kind: "ordered" | "orderedAlready" | "cancelled" | "notCancelled" };

/** What a citizen with the code and the secret sees. The page is HTML made on the server, without script. */
export interface TrackedDossier {
  readonly code: string;
  readonly procedureName: string;
  readonly procedureCode: string;
  readonly status: BusinessStatus;
  readonly nationalStatus: number;
  /** How it was decided; null before. A refusal is no result that anybody waits for. */
  readonly outcome: Outcome | null;
  readonly receivedAt: string;
  /** Null before the receipt: nobody has promised anything. */
  readonly dueAt: string | null;
  readonly provisional: boolean;
  /** The day that an apology names, while it is awaited; the date above stays what the law says. */
  readonly expectedOn: PlainDate | null;
  /** Null when the date came with the dossier from another system. */
  readonly explanation: DueDateExplanation | null;
  /** The system that the dossier was taken over from; null for our own. */
  readonly importedFrom: string | null;
  readonly unitName: string;
  /** The unit that answers for it today, when units were reorganised since. */
  readonly unitNow: string | null;
  readonly receptionPoint: string;
  /** Where the result lies today; the reception point unless units were reorganised since. */
  readonly collectAt: string;
  /** Where the result is fetched, when that is not where it was received, and whether it has come there. */
  readonly collection: { readonly point: string; readonly here: boolean } | null;
  /** Where the citizen was helped, when that was not where it was received. */
  readonly helpedAt: string | null;
  readonly decidedBy: string;
  readonly decidedByNow: string | null;
  readonly returnMethod: "counter" | "postal" | "electronic";
  /** How Mẫu 01 of a confirmed dossier still has to reach the citizen; null when it has, or was given at once. */
  readonly receiptDue: ReceiptDelivery | null;
  readonly papers: readonly {
    readonly name: string;
    readonly originals: number;
    readonly copies: number;
    readonly shown: boolean;
  }[];
  readonly steps: readonly TrackedStep[];
  /** What the citizen was asked for and has not brought: papers and dates, no words about a person. */
  readonly awaited: AwaitedView | null;
  /** The parts of a dossier that several agencies decide, in their order; none of any other. */
  readonly parts: readonly TrackedPart[];
  /** The latest date of all that are under way; null where there are no parts. */
  readonly latestDueAt: string | null;
  /** Papers under way by post, the way in before the way back; none where nothing was ordered. */
  readonly parcels: readonly TrackedParcel[];
  readonly post: TrackedPost;
  readonly incidents: readonly TrackedIncident[];
  readonly complaints: TrackedComplaints;
  /** What the person was told by messages, the newest first. */
  readonly told: readonly {
    readonly kind: NoticeKind;
    readonly channel: NoticeChannel;
    readonly to: string;
    readonly at: string;
  }[];
  /** The forms that the citizen was given, the newest first: they name people, and are opened with the personal number. */
  readonly issued: readonly IssuedPaper[];
  /** What the citizen is asked of the service, once the matter has ended; null before, and for what began elsewhere. */
  readonly rating: {
    /** The answer that counts now. */
    readonly level: RatingLevel | null;
    /** The last day on which it can be given or changed. */
    readonly until: PlainDate;
    readonly isOpen: boolean;
  } | null;
}

/**
 * What the record of the national portal says beside the content of a version; empty for what it leaves out. Not its
 * agency: a record may have been read at another province's, whose department nobody here should look for.
 */
export interface PortalWords {
  readonly subjects: string;
  readonly steps: string;
}

/** A procedure as everybody may read it: the version in force on a day. */
export interface PublicProcedure {
  readonly fieldName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly content: ProcedureContent;
  /** Null for a version that was not read from the portal. */
  readonly portal: PortalWords | null;
}

/** Why there is no page of a procedure: nobody knows the code, or no version is in force, with the nearest days. */
export type MissingProcedure =
  | { readonly reason: "unknown" }
  | { readonly reason: "notInForce"; readonly from: string | null; readonly to: string | null };

/** A form that was given to the citizen: Mẫu 01, or one that an act issued. */
export interface IssuedPaper {
  /** "mau01", or the id of the form that was issued. */
  readonly id: string;
  readonly form: "mau01" | IssuedForm;
  readonly at: string;
}

export type Language = "vi" | "en";

/** What a public page can say. */
export type CitizenPage =
  | { readonly kind: "home"; readonly language: Language }
  | {
      readonly kind: "form";
      readonly language: Language;
      readonly code: string;
      readonly problem: "track_not_found" | "too_many_requests" | "input_malformed" | null;
    }
  | {
      readonly kind: "dossier";
      readonly language: Language;
      readonly dossier: TrackedDossier;
      readonly now: string;
      /** As it was typed or scanned and found right: the answer about the service shows it again. */
      readonly secret: string;
      /** What became of an answer that was just sent; null when none was. */
      readonly rated: "kept" | "closed" | null;
      /** The number that was typed to open a form is not that of the person who handed the dossier in. */
      readonly wrongNumber?: boolean;
      /** What became of a complaint about the post that was just sent. */
      readonly complained?: ComplaintOutcome;
      /** The words of a complaint that was not taken, to be sent again. */
      readonly complaint?: string;
      /** What became of a step of an order of the post. */
      readonly posted?: PostAnswer;
    }
  | {
      readonly kind: "procedures";
      readonly language: Language;
      readonly query: string;
      readonly rows: readonly { code: string; name: string; fieldName: string }[];
      /** Where the next page goes on; null on the last. */
      readonly next: string | null;
      /** The list goes on from an earlier page. */
      readonly continued: boolean;
    }
  | { readonly kind: "procedure"; readonly language: Language; readonly procedure: PublicProcedure }
  | {
      readonly kind: "noProcedure";
      readonly language: Language;
      /** As it stood in the address. */
      readonly code: string;
      readonly missing: MissingProcedure;
    }
  | { readonly kind: "notFound"; readonly language: Language }
  /** Too much was read from this address. */
  | { readonly kind: "tooMany"; readonly language: Language };

/** The built bundle of `web/citizen` exports this; the server loads it at start and never imports it. */
export interface CitizenRenderer {
  /** @returns a whole HTML document. `styles` is the text of a style element, allowed by the nonce. */
  readonly renderCitizenPage: (page: CitizenPage, options: { readonly nonce: string }) => string;
}

/** Plain form posts and links of the public pages, outside the API. */
export const CITIZEN_PATHS = {
  home: "/",
  track: "/track",
  /** `/t/<dossier code>/<secret>`: what the QR of the receipt holds. */
  tracked: "/t/:code/:secret",
  /** Where the answer about the service is sent, with both codes. */
  rating: "/rating",
  /** Where a complaint about the post is sent, with both codes. */
  complaint: "/complaint",
  /** Where the post is ordered step by step, and an order taken back, with both codes. */
  post: "/post",
  /** Where a form that was issued is asked for, with both codes and the personal number. */
  paper: "/paper",
  procedures: "/procedures",
  /** `/procedures/1.001193`: the version in force today, whichever that is. */
  procedure: "/procedures/:code",
} as const;
