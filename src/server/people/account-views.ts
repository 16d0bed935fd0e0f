import type { AccountEventView, PersonView } from "#contract/people.ts";
import type { AccountEventType } from "#domain/people/account-event.ts";
import { trainingState } from "#domain/people/training.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { EventRow, PostRow } from "./store.ts";
import type { AccreditationRecord } from "./training-store.ts";

/** What an event says of days, of a post and of a hand-over; each where it says it. */
type Said = Partial<
  Readonly<Record<"before" | "after" | "validFrom" | "validTo" | "postId" | "handOverId", string | null>>
>;

/** One line of an account's history. A post is named by its role and place, which the web puts into words. */
export function eventView(event: EventRow, posts: readonly PostRow[]): AccountEventView {
  const said = event.payload as Said;
  const post = posts.find(({ postId }) => postId === said.postId);
  return {
    seq: event.seq,
    type: event.type as AccountEventType,
    at: event.at,
    by: event.by,
    reason: event.reason,
    before: said.before ?? null,
    after: said.after ?? said.validTo ?? null,
    post: post ? { role: post.role, place: post.place } : null,
    handOverId: said.handOverId ?? null,
  };
}

export function trainingView(row: AccreditationRecord, today: PlainDate): PersonView["trainings"][number] {
  const { fieldName, heldOn, validTo } = row;
  return {
    fieldName,
    heldOn,
    validTo,
    state: trainingState({ ...row, withdrawn: row.withdrawnAt !== null }, today),
  };
}
