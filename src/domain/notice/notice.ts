import { type Instant, millisecondsBetween } from "../shared/instant.ts";

/** What a citizen is told by a message: Mẫu 01 of a dossier that was confirmed. */
export const NOTICE_KINDS = ["receipt"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_CHANNELS = ["email", "sms"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** `failed` is tried again, `givenUp` never. */
export const NOTICE_STATES = ["waiting", "failed", "sent", "givenUp"] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Why a try did not succeed, or why there will be none. */
export const NOTICE_PROBLEMS = [
  "noAnswer",
  "notSignedIn",
  "refusedForNow",
  "refused",
  "notNeeded",
  "tooLate",
] as const;
export type NoticeProblem = (typeof NOTICE_PROBLEMS)[number];

/** What a carrier says of one try. `answer` is a code as `550 5.1.1`, never its words: they may name people. */
export type CarrierAnswer =
  | { readonly taken: true; readonly answer: string | null }
  | {
      readonly taken: false;
      readonly problem: "noAnswer" | "notSignedIn" | "refusedForNow" | "refused";
      readonly answer: string | null;
    };

/** With the queue's pauses some three and a half hours: within half a day a person should know. */
export const NOTICE_ATTEMPTS_MAX = 10;

/** An older matter is no news: it comes from a standstill or a restored backup, and was settled by people. */
const NEWS_MS = 3 * 86_400_000;

/**
 * Where somebody is told: by e-mail if there is an address, since it carries the paper itself, else by text message.
 * Null when nothing that is open leads to them: then a person tells them.
 *
 * @rule NOTICE-01
 * @example chooseChannel({ email: null, phone: "0912345678" }, ["email", "sms"]) → { channel: "sms", address: "0912345678" }
 */
export function chooseChannel(
  contact: { readonly email?: string | null | undefined; readonly phone?: string | null | undefined },
  open: readonly NoticeChannel[],
): { readonly channel: NoticeChannel; readonly address: string } | null {
  if (contact.email && open.includes("email")) return { channel: "email", address: contact.email };
  if (contact.phone && open.includes("sms")) return { channel: "sms", address: contact.phone };
  return null;
}

/**
 * What becomes of a notice after its try number `attempts`, counted from 1.
 *
 * @rule NOTICE-01
 */
export function afterAttempt(answer: CarrierAnswer, attempts: number): Exclude<NoticeState, "waiting"> {
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
  if (channel === "sms") return `•••${address.slice(-3)}`;
  const [first = ""] = address;
  return `${first}•••${address.slice(address.lastIndexOf("@"))}`;
}
