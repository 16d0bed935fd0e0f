import type { NoticeKind, NoticeLanguage } from "#domain/notice/notice.ts";
import { EN } from "./words-en.ts";
import { VI } from "./words-vi.ts";

/** Why a date is another now: the papers came, the payment was made, the post handed it over, or the calendar was put right. */
export type DateBecause = "supplement" | "duty" | "submission" | "calendar";

/** What a message is about. Days and moments are written as they are read. */
export interface NoticeFacts {
  readonly code: string;
  readonly unitName: string;
  readonly agencyName: string;
  readonly procedureName: string;
  /** Who is told. */
  readonly name: string;
  readonly trackUrl: string;
  /** The day that it is about: of the appointment, or the last one of an answer. */
  readonly day: string | null;
  /** Of a new date: the one before it, where that was another. Of an apology: the one that stays. */
  readonly formerDay: string | null;
  /** Of a new date: why. */
  readonly dateBecause: DateBecause | null;
  /** Of a date that moved with the calendar: the decisions behind it. */
  readonly calendarChange: string | null;
  /** What is to be brought. */
  readonly papers: readonly PaperWords[];
  /** Written with its currency. */
  readonly amount: string | null;
  /** Of a payment: what it is for; of a dossier that is not withdrawn: why. */
  readonly reason: string | null;
  /** Of a result: the decision is a refusal. */
  readonly isRefused: boolean;
  /** Of a result: where the citizen fetches it, and whether it is still on its way there; null when it is brought. */
  readonly collection: { readonly at: string; readonly onItsWay: boolean } | null;
  /** Of an apology: the day that was told is over already. */
  readonly isLate: boolean;
  /** The part of an interlinked dossier that it is about. */
  readonly part: Readonly<Record<NoticeLanguage, string>> | null;
  /** Of a parcel: its number, the post office that has it where it is known, and how often one was invited. */
  readonly parcel: {
    readonly waybill: string | null;
    readonly office: { readonly name: string; readonly address: string } | null;
    readonly nth: number;
  } | null;
}

/** What a message to a telephone may say. */
export type ShortFacts = Pick<
  NoticeFacts,
  "code" | "day" | "formerDay" | "dateBecause" | "amount" | "isRefused" | "isLate" | "parcel"
>;

/** A paper of the dossier, as Mẫu 01 lists it. */
export interface PaperWords {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly shownOnly: boolean;
}

/** What is said in one language. A message to a telephone names no person and no matter: others read a phone. */
export interface NoticeWords {
  readonly greeting: (name: string) => string;
  readonly subjects: Readonly<Record<NoticeKind, string>>;
  readonly openings: Readonly<Record<NoticeKind, (facts: NoticeFacts) => string>>;
  readonly short: Readonly<Record<NoticeKind, (facts: ShortFacts) => string>>;
  readonly see: (url: string) => string;
  readonly labels: {
    readonly code: string;
    readonly procedure: string;
    readonly agency: string;
    readonly papers: string;
    readonly due: string;
    readonly note: string;
    readonly place: string;
    /** What the day of each kind is; null: it has none of its own. */
    readonly days: Readonly<Record<NoticeKind, string | null>>;
    readonly formerDay: string;
    readonly toBring: string;
    readonly bringTo: string;
    readonly amount: string;
    /** Of a parcel: its number, and the post office. */
    readonly waybill: string;
    readonly office: string;
    readonly track: string;
  };
  readonly none: string;
  readonly appointment: (time: string, day: string) => string;
  readonly paper: (paper: PaperWords) => string;
  readonly receiptAttached: string;
  readonly formAttached: string;
  readonly automatic: string;
}

const WORDS: Readonly<Record<NoticeLanguage, NoticeWords>> = { vi: VI, en: EN };

/** Every word of a message in a language stands in one file. */
export function noticeWords(language: NoticeLanguage): NoticeWords {
  return WORDS[language];
}
