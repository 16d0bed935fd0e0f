import { type DossierState, mayDeliverReceipt } from "#domain/dossier/fold-dossier.ts";
import type { NoticeKind } from "#domain/notice/notice.ts";
import { isAnswerOfWhole, isStillSo, noticeOf } from "#domain/notice/notice-of-event.ts";
import { overtakenBy } from "#domain/notice/overtaken.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { WATCH_NOTICES } from "#domain/watch/watch.ts";
import type { Tx } from "../db/kysely.ts";
import { noticeTopicId } from "../ledgers/notice-topic.ts";
import type { DossierCheck, Finding } from "./finding.ts";
import { type DossierHistory, type HistoryEvent, amongIds } from "./load-histories.ts";

interface NoticeRow {
  readonly seq: number;
  readonly kind: string;
  readonly state: string;
  readonly channel: string;
  readonly parcel_event_id: string | null;
}

/** A message that an event owes. */
interface Owed {
  readonly seq: number;
  readonly kind: NoticeKind;
}

/**
 * Each message tells of an event that owes it, none is there twice, and, as far as it is known since when messages were
 * sent without a pause, each event that owes one has it: as a row of the messages, whatever became of it, or as an order
 * that still waits. What was no longer so soon after, or what a newer message overtook, needs none.
 */
export const checkNotices: DossierCheck = async (tx, dossiers, { messagesSince }) => {
  const rows = await tx
    .selectFrom("notice")
    .select(["dossier_id", "seq", "kind", "state", "channel", "asked_again_at", "told_by", "parcel_event_id"])
    .where("dossier_id", "=", amongIds(dossiers.map(({ dossier }) => dossier.id)))
    .orderBy("seq")
    .execute();
  const rowsOf = groupBy(rows, (row) => row.dossier_id);
  const findings: Finding[] = [];
  const missed: { readonly history: DossierHistory; readonly owed: Owed }[] = [];
  for (const history of dossiers) {
    const all = rowsOf.get(history.dossier.id) ?? [];
    // What a report of the post owes is no event of the dossier: the database has the report, by its key.
    const told = all.filter((row) => row.parcel_event_id === null);
    const owed = owedBy(history);
    // What a person had sent once more, or told the citizen, is a second way on purpose.
    const own = all.filter((row) => row.asked_again_at === null && row.told_by === null);
    findings.push(...ofRows(history.dossier.code, told, owed), ...twice(history.dossier.code, own));
    if (messagesSince === null) continue;
    const without = owed.filter(
      (one) => isAwaited(history, owed, one, messagesSince) && !told.some(({ seq }) => seq === one.seq),
    );
    missed.push(...without.map((one) => ({ history, owed: one })));
  }
  const waiting = await ordered(
    tx,
    missed.map(({ history, owed }) => noticeTopicId(history.dossier.id, owed.seq)),
  );
  const lost = missed.filter(
    ({ history, owed }) => !waiting.has(noticeTopicId(history.dossier.id, owed.seq)),
  );
  return [
    ...findings,
    ...lost.map(({ history, owed }) => ({
      subject: history.dossier.code,
      ledger: `event ${owed.seq} owes the message ${owed.kind}`,
      projection: "neither a message nor an order of one",
    })),
  ];
};

/** The messages that the events of a dossier owe; none of a history that cannot be folded. */
function owedBy({ dossier, events, states }: DossierHistory): readonly Owed[] {
  if (states === null) return [];
  return events.flatMap((event, index) => {
    const kind = noticeOf(event, states[index - 1] ?? null);
    const isSilent = kind === null || (dossier.whole_id !== null && isAnswerOfWhole(kind));
    return isSilent ? [] : [{ seq: event.seq, kind }];
  });
}

const REMINDERS: readonly string[] = Object.values(WATCH_NOTICES).filter((kind) => kind !== null);

function ofRows(subject: string, rows: readonly NoticeRow[], owed: readonly Owed[]): readonly Finding[] {
  const astray = rows.filter(
    ({ seq, kind }) => !REMINDERS.includes(kind) && !owed.some((one) => one.seq === seq && one.kind === kind),
  );
  return astray.map(({ seq, kind, state }) => ({
    subject,
    ledger: `event ${seq} owes ${owed.find((one) => one.seq === seq)?.kind ?? "no message"}`,
    projection: `message ${kind} ${state}`,
  }));
}

/** Of several ways for the same, one at most is not given up: the others were tried before it. */
function twice(subject: string, rows: readonly NoticeRow[]): readonly Finding[] {
  const going = rows.filter(({ state }) => state === "waiting" || state === "failed" || state === "sent");
  return [...groupBy(going, (row) => `${row.seq} ${row.kind} ${row.parcel_event_id ?? ""}`).values()]
    .filter(({ length }) => length > 1)
    .map((same) => ({
      subject,
      ledger: `event ${same[0].seq} owes the message ${same[0].kind} once`,
      projection: same.map(({ channel, state }) => `${channel} ${state}`).join(", "),
    }));
}

/** Whether the message had to be written: it was news while messages were sent, and it is so to this day. */
function isAwaited(
  { events, states }: DossierHistory,
  all: readonly Owed[],
  { seq, kind }: Owed,
  since: Instant,
): boolean {
  const event = events.find((one) => one.seq === seq);
  if (!event || event.recordedAt < since || states === null) return false;
  const after = states.slice(events.indexOf(event));
  const isSo = (state: DossierState) =>
    kind === "receipt" ? mayDeliverReceipt(state) : isStillSo(kind, state.business);
  return after.every(isSo) && overtakenBy({ seq, kind }, all, datesOf(events)) === null;
}

function datesOf(events: readonly HistoryEvent[]) {
  return events.flatMap(({ seq, payload }) => {
    const { dueAt } = payload as { readonly dueAt?: string | null };
    return typeof dueAt === "string" ? [{ seq, dueAt: instant(dueAt) }] : [];
  });
}

/** Which of these orders still wait in the outbox. */
async function ordered(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom("outbox").select("id").where("id", "=", amongIds(ids)).execute();
  return new Set(rows.map(({ id }) => id));
}
