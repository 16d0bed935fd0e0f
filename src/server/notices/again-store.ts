import type { Instant } from "#domain/shared/instant.ts";
import type { Tx } from "../db/kysely.ts";
import type { NoticeCause, NoticeRow } from "./store.ts";

/** A notice that this person may see, held until the transaction ends. */
export async function holdNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  return tx.selectFrom("notice").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
}

/** Lets a notice wait again, from its first try on. */
export async function askAgain(tx: Tx, id: string, by: string, now: Instant): Promise<void> {
  await tx
    .updateTable("notice")
    .set({
      state: "waiting",
      attempts: 0,
      problem: null,
      answer: null,
      asked_again_at: now,
      asked_again_by: by,
    })
    .where("id", "=", id)
    .execute();
}

/** Says who told the citizen, and when. */
export async function markTold(tx: Tx, id: string, by: string, now: Instant): Promise<void> {
  await tx
    .updateTable("notice")
    .set({ state: "sent", sent_at: now, told_by: by })
    .where("id", "=", id)
    .execute();
}

interface Queued {
  readonly id: string;
  readonly topic: string;
  readonly payload: NoticeCause;
  readonly now: Instant;
}

/** What must be done for it, beside the change itself. */
export async function queueNotice(tx: Tx, { id, topic, payload, now }: Queued): Promise<void> {
  await tx
    .insertInto("outbox")
    .values({ id, topic, payload: JSON.stringify(payload), created_at: now, lane: payload.dossierId })
    .execute();
}
