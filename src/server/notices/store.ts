import type {
  CarrierAnswer,
  NoticeChannel,
  NoticeKind,
  NoticeLanguage,
  NoticeState,
} from "#domain/notice/notice.ts";
import { type Instant, addMilliseconds, instant } from "#domain/shared/instant.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";

export type NoticeRow = Selectable<Database["notice"]>;

/** Because of which event, and of what, somebody is told: once by each way. */
export interface NoticeCause {
  readonly dossierId: string;
  readonly seq: number;
  readonly kind: NoticeKind;
  /** The report of the parcel that is told of, after the event `seq`; null where the event itself is. */
  readonly parcelEventId: string | null;
}

/** Of what a notice tells. */
export function causeOf(notice: NoticeRow): NoticeCause {
  const { dossier_id: dossierId, seq, kind, parcel_event_id: parcelEventId } = notice;
  return { dossierId, seq, kind: kind as NoticeKind, parcelEventId };
}

/** Longer than the longest conversation: who holds a claim this long has died. */
const CLAIM_MS = 10 * 60_000;

/**
 * The notice of a cause: of several ways the one that can still be sent, then the one that was; undefined while there is
 * none.
 */
export async function findNotice(tx: Tx, cause: NoticeCause): Promise<NoticeRow | undefined> {
  return noticesOf(tx, cause)
    .selectAll()
    .orderBy(
      sql`channel = 'person', array_position(array['waiting', 'failed', 'sent', 'overtaken', 'givenUp'], state)`,
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
}

function noticesOf(tx: Tx, { dossierId, seq, kind, parcelEventId }: NoticeCause) {
  return tx
    .selectFrom("notice")
    .where("dossier_id", "=", dossierId)
    .where("seq", "=", seq)
    .where("kind", "=", kind)
    .where("parcel_event_id", "is not distinct from", parcelEventId);
}

/** The ways that were tried for a cause. */
export async function triedWays(tx: Tx, cause: NoticeCause): Promise<readonly NoticeChannel[]> {
  const rows = await noticesOf(tx, cause).select("channel").execute();
  return rows.map(({ channel }) => channel as NoticeChannel);
}

/** The event of a cause: when it was recorded, and what it says. Of a parcel the report, which says nothing here. */
export async function findCause(tx: Tx, { dossierId, seq, parcelEventId }: NoticeCause) {
  if (parcelEventId !== null) return findReport(tx, parcelEventId);
  return tx
    .selectFrom("dossier_event")
    .select(["recorded_at", "payload", "type"])
    .where("dossier_id", "=", dossierId)
    .where("seq", "=", seq)
    .executeTakeFirst();
}

async function findReport(tx: Tx, id: string) {
  const report = await tx
    .selectFrom("shipment_event")
    .select(["recorded_at", "type"])
    .where("id", "=", id)
    .executeTakeFirst();
  return report && { ...report, payload: {} };
}

/** What was written beside the event of a cause, sealed. */
export async function findNote(tx: Tx, { dossierId, seq }: Pick<NoticeCause, "dossierId" | "seq">) {
  return tx
    .selectFrom("event_note")
    .select("sealed")
    .where("dossier_id", "=", dossierId)
    .where("seq", "=", seq)
    .executeTakeFirst();
}

/**
 * The dates that were promised up to the event of a cause, the last first. One whose message a newer one has overtaken is
 * left out, since nobody was told of it, but the last stays.
 */
export async function findDates(
  tx: Tx,
  { dossierId, seq }: Pick<NoticeCause, "dossierId" | "seq">,
): Promise<readonly Instant[]> {
  const { rows } = await sql<{ due: string }>`
    select given.due from (
      select e.seq, e.payload ->> 'dueAt' as due, row_number() over (order by e.seq desc) as nth,
        exists (select from notice n where n.dossier_id = e.dossier_id and n.seq = e.seq and n.state = 'overtaken')
          as untold
      from dossier_event e
      where e.dossier_id = ${dossierId} and e.seq <= ${seq} and e.payload ->> 'dueAt' is not null) as given
    where given.nth = 1 or not given.untold order by given.seq desc limit 2`.execute(tx);
  return rows.map(({ due }) => instant(due));
}

/** What the form of an act says, sealed. */
export async function findForm(tx: Tx, dossierId: string, formIssueId: string) {
  return tx
    .selectFrom("form_issue")
    .select("sealed")
    .where("dossier_id", "=", dossierId)
    .where("id", "=", formIssueId)
    .executeTakeFirst();
}

export interface NewNotice extends NoticeCause {
  readonly id: string;
  readonly unitId: string;
  readonly channel: NoticeChannel;
  readonly language: NoticeLanguage;
  /** Why no message goes; null: it waits to be sent. */
  readonly problem: "noWay" | "notWanted" | null;
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
      parcel_event_id: notice.parcelEventId,
      channel: notice.channel,
      language: notice.language,
      unit_id: notice.unitId,
      state: notice.problem === null ? "waiting" : "givenUp",
      problem: notice.problem,
      recipient_sealed: notice.recipientSealed,
      created_at: notice.now,
      attempts: 0,
      scope: [...notice.scope],
    })
    .onConflict((conflict) => conflict.constraint("notice_once").doNothing())
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

/** Keeps that a newer event has overtaken a notice that was not sent. */
export async function markOvertaken(tx: Tx, id: string, bySeq: number): Promise<void> {
  await tx
    .updateTable("notice")
    .set({ state: "overtaken", overtaken_by_seq: bySeq, claimed_until: null, problem: null, answer: null })
    .where("id", "=", id)
    .where("state", "<>", "sent")
    .execute();
}

/** Names the event that says that Mẫu 01 came by this notice. */
export async function nameDelivery(tx: Tx, id: string, seq: number): Promise<void> {
  await tx.updateTable("notice").set({ delivered_seq: seq }).where("id", "=", id).execute();
}
