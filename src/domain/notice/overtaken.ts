import type { Instant } from "../shared/instant.ts";
import type { NoticeKind } from "./notice.ts";

/** Of what several messages of one dossier can speak, so that only the newest is so. */
type Subject = "date" | "supplement" | "duty" | "result";

/** Null: each stands for itself, as Mẫu 01, which is a paper, or the answer to one request. */
const SUBJECTS = {
  receipt: null,
  supplementBeforeReceipt: "supplement",
  intakeRefused: null,
  supplement: "supplement",
  duty: "duty",
  newDate: "date",
  extended: "date",
  apology: "date",
  stopped: null,
  withdrawalDeclined: null,
  resultReady: "result",
  reopened: "result",
  partRefused: null,
  supplementReminder: "supplement",
  dutyReminder: "duty",
  resultReminder: "result",
  parcelAttempted: null,
  parcelInvited: null,
  parcelLost: null,
  parcelBack: null,
} as const satisfies Record<NoticeKind, Subject | null>;

/** A message by the event that it tells of. */
export interface ToldOf {
  readonly seq: number;
  readonly kind: NoticeKind;
}

/** A date that an event of the dossier promised. */
export interface PromisedDate {
  readonly seq: number;
  readonly dueAt: Instant;
}

/**
 * The event because of which a message is not sent any more: a later one about the same, or a later date that is another
 * than the one it speaks of. Null: what it says still holds. Of several the newest is named.
 *
 * @param messages the messages of the dossier, in any order
 * @param dates the dates that were promised for it, in any order
 * @rule NOTICE-05
 * @example overtakenBy({ seq: 5, kind: "newDate" }, [{ seq: 8, kind: "extended" }], []) → 8
 */
export function overtakenBy(
  told: ToldOf,
  messages: readonly ToldOf[],
  dates: readonly PromisedDate[],
): number | null {
  const subject = SUBJECTS[told.kind];
  if (subject === null) return null;
  const newer = messages.filter((one) => one.seq > told.seq && SUBJECTS[one.kind] === subject);
  const moved = subject === "date" ? movedSince(told.seq, dates) : [];
  return [...newer, ...moved].reduce<number | null>((last, { seq }) => Math.max(last ?? 0, seq), null);
}

/** The date that holds, when it came after an event and is another than the one before; as a list of one or none. */
function movedSince(seq: number, dates: readonly PromisedDate[]): readonly PromisedDate[] {
  const inOrder = dates.toSorted((one, other) => one.seq - other.seq);
  const spoken = inOrder.findLast((one) => one.seq <= seq);
  const holds = inOrder.at(-1);
  return spoken && holds && holds.dueAt !== spoken.dueAt ? [holds] : [];
}
