import type { TimeLimit } from "../calendar/time-limit.ts";

/** How a dossier reaches the one-stop unit (Cách thức thực hiện). */
export type Channel = (typeof CHANNELS)[number];
export const CHANNELS = ["direct", "online", "postal"] as const;

/**
 * How far a fact can be trusted. `sourced`: read in the named source; `recalled`: from memory, not yet compared;
 * `inference`: reasoned from sourced facts; `undecided`: nobody has said it yet. Only `sourced` may be shown as law.
 */
export type Mark = (typeof MARKS)[number];
export const MARKS = ["sourced", "recalled", "inference", "undecided"] as const;

/** Who decides: the commune's committee, a provincial agency, a ministry, or a body outside these (police, customs). */
export type DecidingLevel = (typeof DECIDING_LEVELS)[number];
export const DECIDING_LEVELS = ["commune", "province", "ministry", "other"] as const;

export type ProcedureLevel = (typeof PROCEDURE_LEVELS)[number];
/** The levels at which it is done (Cấp thực hiện), as the catalogue names them. */
export const PROCEDURE_LEVELS = ["ministry", "province", "commune", "other"] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];
/** `submit`: stays in the dossier; `show`: looked at, noted and handed back at once. */
export const PAPER_KINDS = ["submit", "show"] as const;

export type FeeKind = (typeof FEE_KINDS)[number];
/** `fee` is phí (price of a service), `charge` is lệ phí (fixed levy); `unstated` where the source does not say which. */
export const FEE_KINDS = ["fee", "charge", "unstated"] as const;

/** One published time limit: for a case, or for all cases when `case` is absent. */
export interface PublishedLimit {
  /** Stable key of the case; `text` says it in Vietnamese. */
  readonly case?: string;
  /** Null when the source publishes none: it is never guessed. */
  readonly limit: TimeLimit | null;
  readonly text?: string;
  readonly mark: Mark;
  readonly source: string;
}

export interface PublishedFee {
  /** Stable within the version. */
  readonly id: string;
  readonly kind: FeeKind;
  readonly name: string;
  /** Đồng for one unit; null when the provincial council sets it or the source is silent (`text` says which). */
  readonly amount: number | null;
  /** What one unit is, in Vietnamese: "trang", "bản", "trường hợp". Absent: one dossier. */
  readonly unit?: string;
  /** From this unit on each costs `amount`: 1.000 đ from the third page of a certified copy. */
  readonly reduced?: { readonly fromUnit: number; readonly amount: number };
  /** Never more than this for one copy, in đồng. */
  readonly maximum?: number;
  readonly text?: string;
  readonly mark: Mark;
  readonly source: string;
}

export interface ChannelOffer {
  readonly channel: Channel;
  readonly limits: readonly PublishedLimit[];
  /** Free of charge is a line with amount 0; an empty list says that nothing was published. */
  readonly fees: readonly PublishedFee[];
}

export interface RequiredPaper {
  /** Stable within the version, e.g. `birthCertificate`. */
  readonly id: string;
  readonly name: string;
  readonly kind: PaperKind;
  readonly originals: number;
  readonly copies: number;
  /** True when the applicant may leave it out. */
  readonly optional?: boolean;
  /** When it is asked for, in Vietnamese; without a condition it is always asked for. */
  readonly condition?: string;
  /** Asked only on these channels; absent: on all. */
  readonly channels?: readonly Channel[];
  readonly formName?: string;
  /** The database whose data replaces the paper (Resolution 66.7/2025/NQ-CP). */
  readonly replacedByData?: { readonly database: string; readonly owner: string; readonly source: string };
}

/** The immutable content of one published version of a procedure, as plain JSON. */
export interface ProcedureContent {
  /** Code of the national database, `1.001193`. */
  readonly code: string;
  readonly name: string;
  /** One of our own codes (`FieldCode`), or `field` and ten hex digits for a field of which we have none. */
  readonly fieldCode: string;
  readonly levels: readonly ProcedureLevel[];
  /** Number of the decision of publication. */
  readonly publishedBy?: string;
  readonly channels: readonly ChannelOffer[];
  readonly papers: readonly RequiredPaper[];
  /** What the list of papers says beside the papers: conditions, headings, instructions. Nothing here is ticked. */
  readonly paperNotes?: readonly string[];
  readonly results: readonly { readonly code?: string; readonly name: string }[];
  readonly legalBases: readonly string[];
  readonly requirements?: string;
  /** True exactly when `postal` is among the channels. */
  readonly postalEligible: boolean;
  /** The person (marriage: both persons) must come to sign, whatever the channel. */
  readonly personalPresence: boolean;
  readonly deciding: DecidingLevel;
  readonly caseNote?: string;
  /** The least certain part of the content; limits and fees carry their own marks. */
  readonly mark: Mark;
  readonly source: string;
}
