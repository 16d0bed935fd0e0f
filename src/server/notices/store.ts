import type { CarrierAnswer, NoticeChannel, NoticeKind, NoticeState } from "#domain/notice/notice.ts";
import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";

export type NoticeRow = Selectable<Database["notice"]>;

/** Because of which event, and by which way, somebody is told: once. */
export interface NoticeCause {
  readonly dossierId: string;
  readonly seq: number;
  readonly kind: NoticeKind;
}

/** Longer than the longest conversation: who holds a claim this long has died. */
const CLAIM_MS = 10 * 60_000;

/** The notice of a cause; undefined while there is none. */
export async function findNotice(
  tx: Tx,
  { dossierId, seq, kind }: NoticeCause,
): Promise<NoticeRow | undefined> {
  return tx
    .selectFrom("notice")
    .selectAll()
    .where("dossier_id", "=", dossierId)
    .where("seq", "=", seq)
    .where("kind", "=", kind)
    .executeTakeFirst();
}

/** When the event of a cause was recorded; undefined when there is no such event. */
export async function causeRecordedAt(tx: Tx, { dossierId, seq }: NoticeCause): Promise<Instant | undefined> {
  const event = await tx
    .selectFrom("dossier_event")
    .select("recorded_at")
    .where("dossier_id", "=", dossierId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  return event?.recorded_at;
}

export interface NewNotice extends NoticeCause {
  readonly id: string;
  readonly channel: NoticeChannel;
  readonly recipientSealed: Buffer;
  readonly scope: readonly string[];
  readonly now: Instant;
}

/** Writes a notice that waits; when another process was faster, that one's stays. */
export async function addNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await tx
    .insertInto("notice")
    .values({
      id: notice.id,
      dossier_id: notice.dossierId,
      seq: notice.seq,
      kind: notice.kind,
      channel: notice.channel,
      state: "waiting",
      recipient_sealed: notice.recipientSealed,
      created_at: notice.now,
      attempts: 0,
      scope: [...notice.scope],
    })
    .onConflict((conflict) => conflict.columns(["dossier_id", "seq", "kind", "channel"]).doNothing())
    .execute();
}

/**
 * Takes a notice to send it: nobody else does until the claim is over.
 * @returns how many tries this one makes; undefined when it is settled or somebody else has it
 */
export async function claimNotice(tx: Tx, id: string, now: Instant): Promise<number | undefined> {
  const claimed = await tx
    .updateTable("notice")
    .set({ claimed_until: addMilliseconds(now, CLAIM_MS), attempts: sql`attempts + 1` })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "failed"])
    .where((where) => where.or([where("claimed_until", "is", null), where("claimed_until", "<=", now)]))
    .returning("attempts")
    .executeTakeFirst();
  return claimed?.attempts;
}

/** Writes what became of a try. */
export async function settleNotice(
  tx: Tx,
  id: string,
  state: NoticeState,
  answer: CarrierAnswer,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("notice")
    .set({
      state,
      claimed_until: null,
      tried_at: now,
      sent_at: state === "sent" ? now : null,
      problem: answer.taken ? null : answer.problem,
      answer: answer.answer,
    })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "failed"])
    .execute();
}

/** Ends a notice that was not sent and needs not be any more. */
export async function dropNotice(tx: Tx, id: string, problem: "notNeeded" | "tooLate"): Promise<void> {
  await tx
    .updateTable("notice")
    .set({ state: "givenUp", claimed_until: null, problem })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "failed"])
    .execute();
}

/** Names the event that says that Mẫu 01 came by this notice. */
export async function nameDelivery(tx: Tx, id: string, seq: number): Promise<void> {
  await tx.updateTable("notice").set({ delivered_seq: seq }).where("id", "=", id).execute();
}
