import { mayDeliverReceipt } from "#domain/dossier/fold-dossier.ts";
import { CARRIER_PROBLEMS, NEWS_MS, type NoticeKind, isNews } from "#domain/notice/notice.ts";
import { isStillSo } from "#domain/notice/notice-of-event.ts";
import { overtakenBy } from "#domain/notice/overtaken.ts";
import { type Instant, addMilliseconds, laterOf } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { Carriers } from "./message.ts";
import { ordersBefore, promisedDates, toldOf } from "./order-store.ts";
import { isParcelSo } from "./parcel-facts.ts";
import { planNotice } from "./plan-notice.ts";
import {
  type NoticeCause,
  type NoticeRow,
  dropNotice,
  findCause,
  findNotice,
  markOvertaken,
} from "./store.ts";

export interface Ways {
  readonly deps: Deps;
  readonly carriers: Carriers;
}

/**
 * Ends a notice that is not to be sent any more, and keeps why: what it says is no longer so, is no news, or a newer
 * message says what holds. One that somebody is sending at this moment is left alone.
 *
 * @param found the notice as it stands; undefined when none was made yet
 * @returns whether nothing is sent
 * @rule NOTICE-05
 */
export async function endInVain(
  tx: Tx,
  { deps, carriers }: Ways,
  dossier: DossierRecord,
  cause: NoticeCause,
  found: NoticeRow | undefined,
): Promise<boolean> {
  const now = deps.clock.now();
  if (found && isClaimed(found, now)) return false;
  const by = overtakenBy(cause, await toldOf(tx, cause.dossierId), await promisedDates(tx, cause.dossierId));
  if (by !== null) {
    if (!found) await planNotice(tx, deps, carriers, dossier, cause);
    const kept = found ?? (await findNotice(tx, cause));
    if (kept) await markOvertaken(tx, kept.id, by);
    return true;
  }
  const event = await findCause(tx, cause);
  invariant(event, "a notice has its event");
  const again = found?.asked_again_at;
  const since = again ? laterOf(event.recorded_at, again) : event.recorded_at;
  const problem = (await hasParcelGoneOn(tx, deps, cause))
    ? "notNeeded"
    : whyInVain(cause.kind, dossier, since, now);
  if (problem !== null && found) await dropNotice(tx, found.id, problem);
  return problem !== null;
}

async function hasParcelGoneOn(
  tx: Tx,
  { reference }: Pick<Deps, "reference">,
  { parcelEventId }: NoticeCause,
): Promise<boolean> {
  return parcelEventId !== null && !(await isParcelSo(tx, reference.current(), parcelEventId));
}

/** Why nothing is sent any more; null: it is. A reminder is news on the day that it is found, whenever its event was. */
function whyInVain(
  kind: NoticeKind,
  dossier: DossierRecord,
  since: Instant,
  now: Instant,
): "notNeeded" | "tooLate" | null {
  const state = stateOfRow(dossier);
  const isSo = kind === "receipt" ? mayDeliverReceipt(state) : isStillSo(kind, state.business);
  if (!isSo) return "notNeeded";
  return REMINDERS.includes(kind) || isNews(since, now) ? null : "tooLate";
}

const REMINDERS: readonly NoticeKind[] = ["supplementReminder", "dutyReminder", "resultReminder"];

/**
 * The order that must be done before another one of the same dossier: an earlier message that still has tries to come.
 * What is settled, or is found to be in vain here, holds nobody up, nor does what is so old that it would be no news.
 *
 * @param orderId the row of the outbox whose turn it is
 * @returns the row of the outbox that comes first; null: it is this one's turn
 * @rule NOTICE-05
 */
export async function behindWhich(
  tx: Tx,
  ways: Ways,
  dossier: DossierRecord,
  orderId: string,
): Promise<string | null> {
  const since = addMilliseconds(ways.deps.clock.now(), -NEWS_MS);
  for (const { id, ...cause } of await ordersBefore(tx, orderId, since)) {
    const found = await findNotice(tx, cause);
    if (found && !hasTries(found)) continue;
    if (!(await endInVain(tx, ways, dossier, cause, found))) return id;
  }
  return null;
}

/** Whether this way, or the next one after it, may still bring the message. */
export function hasTries({ state, problem }: NoticeRow): boolean {
  if (state === "givenUp") return CARRIER_PROBLEMS.some((one) => one === problem);
  return state === "waiting" || state === "failed";
}

function isClaimed({ state, claimed_until: until }: NoticeRow, now: Instant): boolean {
  return (state === "waiting" || state === "failed") && until !== null && until > now;
}
