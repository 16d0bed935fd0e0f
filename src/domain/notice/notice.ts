import { type Instant, millisecondsBetween } from "../shared/instant.ts";

/**
 * What a citizen is told by a message. {@link file://./notice-of-event.ts} says because of which event, and
 * {@link file://./notice-of-parcel.ts} because of which report of the post.
 */
export const NOTICE_KINDS = [
  "receipt",
  "supplementBeforeReceipt",
  "intakeRefused",
  "supplement",
  "duty",
  "newDate",
  "extended",
  "apology",
  "stopped",
  "withdrawalDeclined",
  "resultReady",
  "reopened",
  "partRefused",
  "supplementReminder",
  "dutyReminder",
  "resultReminder",
  "parcelAttempted",
  "parcelInvited",
  "parcelLost",
  "parcelBack",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The ways that a program can go. */
export const SENDING_CHANNELS = ["email", "sms", "zalo"] as const;
export type SendingChannel = (typeof SENDING_CHANNELS)[number];

/** `person`: no way that is open leads to the citizen, or none is wished; somebody tells them. */
export const NOTICE_CHANNELS = [...SENDING_CHANNELS, "person"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** The languages that a message is written in. */
export const NOTICE_LANGUAGES = ["vi", "en"] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** How a person wants to be told: by which ways, the dearest first; by none at all when there is none. */
export interface NoticeWish {
  readonly channels: readonly SendingChannel[];
  readonly language: NoticeLanguage;
}

/** Of whoever has said nothing. */
export const DEFAULT_WISH: NoticeWish = { channels: SENDING_CHANNELS, language: "vi" };

/** `failed` is tried again, `givenUp` never, `overtaken` neither: a newer message says what holds. */
export const NOTICE_STATES = ["waiting", "failed", "sent", "givenUp", "overtaken"] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Why a try did not succeed, or why there will be none. */
export const NOTICE_PROBLEMS = [
  "noAnswer",
  "notSignedIn",
  "refusedForNow",
  "refused",
  "notNeeded",
  "tooLate",
  "noWay",
  "notWanted",
] as const;
export type NoticeProblem = (typeof NOTICE_PROBLEMS)[number];

/** Those of them that a carrier gives; the others are reasons of the house. */
export const CARRIER_PROBLEMS = [
  "noAnswer",
  "notSignedIn",
  "refusedForNow",
  "refused",
] as const satisfies readonly NoticeProblem[];

/** What a carrier says of one try. `answer` is a code as `550 5.1.1`, never its words: they may name people. */
export type CarrierAnswer =
  | { readonly taken: true; readonly answer: string | null }
  | {
      readonly taken: false;
      readonly problem: (typeof CARRIER_PROBLEMS)[number];
      readonly answer: string | null;
    };

/** With the queue's pauses some three and a half hours: within half a day a person should know. */
export const NOTICE_ATTEMPTS_MAX = 10;

/** An older matter is no news: it comes from a standstill or a restored backup, and was settled by people. */
export const NEWS_MS = 3 * 86_400_000;

/**
 * Where somebody is told: by the first of the wished ways that is open and that there is an address for. Without a wish
 * e-mail comes first, since it carries the paper itself. Null when nothing leads to them: then a person tells them.
 *
 * @rule NOTICE-01
 * @example chooseChannel({ email: null, phone: "0912345678" }, ["email", "sms"]) → { channel: "sms", address: "0912345678" }
 */
export function chooseChannel(
  contact: { readonly email?: string | null | undefined; readonly phone?: string | null | undefined },
  open: readonly SendingChannel[],
  wished: readonly SendingChannel[] = DEFAULT_WISH.channels,
): { readonly channel: SendingChannel; readonly address: string } | null {
  for (const channel of wished) {
    const address = channel === "email" ? contact.email : contact.phone;
    if (address && open.includes(channel)) return { channel, address };
  }
  return null;
}

/**
 * What becomes of a notice after its try number `attempts`, counted from 1.
 *
 * @rule NOTICE-01
 */
export function afterAttempt(
  answer: CarrierAnswer,
  attempts: number,
): Exclude<NoticeState, "waiting" | "overtaken"> {
  if (answer.taken) return "sent";
  return answer.problem === "refused" || attempts >= NOTICE_ATTEMPTS_MAX ? "givenUp" : "failed";
}

/** Whether what happened `since` is still news. */
export function isNews(since: Instant, now: Instant): boolean {
  return millisecondsBetween(since, now) <= NEWS_MS;
}

/**
 * Whether the message brought the citizen Mẫu 01 itself. A text message only says that it is there.
 *
 * @rule NOTICE-01
 */
export function carriesPaper(channel: NoticeChannel): boolean {
  return channel === "email";
}

/** Enough of an address to know it again, and no more. @example maskAddress("email", "hong@vidu.vn") → "h•••@vidu.vn" */
export function maskAddress(channel: NoticeChannel, address: string): string {
  if (channel === "person") return "";
  if (channel !== "email") return `•••${address.slice(-3)}`;
  const [first = ""] = address;
  return `${first}•••${address.slice(address.lastIndexOf("@"))}`;
}
