import type { DossierView } from "#contract/dossiers.ts";
import { type DeadlineClock, deadlineClock, statisticalDueDate } from "#domain/dossier/deadline-clock.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { type DeskLimit, deskLimits } from "#domain/dossier/desk-limits.ts";
import { type BusinessStatus, hasEnded } from "#domain/dossier/dossier-state.ts";
import type { Channel } from "#domain/catalogue/procedure.ts";
import { lastDayToExtend, lastWorkingDayToExtend } from "#domain/dossier/extension.ts";
import { punctuality } from "#domain/dossier/punctuality.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { calendarOf, limitOf } from "../ledgers/deadline.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { Reference } from "../units/reference.ts";
import type { History, PageRows } from "./page-store.ts";

type View = DossierView["deadline"];

/** How the clock of a dossier runs: what stops it, what is left to extend, and what the statistics will say. */
export function deadlineView({ dossier, history }: PageRows, reference: Reference, now: Instant): View {
  const clock = deadlineClock(
    history.map(({ type, occurred_at }) => ({ type: type as DossierEventType, at: instant(occurred_at) })),
  );
  const { business, dueAt, extended, supplements } = stateOfRow(dossier);
  const extendable = dueAt === null || extended || hasEnded(business) ? null : instant(dueAt);
  const statisticalDueAt = clock ? statisticalOf(clock, dossier, reference) : null;
  const asked = history.findLast(({ type }) => STANDS_SINCE.includes(type));
  const { answerBy = null } = (asked?.payload ?? {}) as { readonly answerBy?: string | null };
  return {
    supplements,
    deskLimits: deskLimitsOf(clock, dossier, reference),
    extended,
    ...lastDays(extendable, dossier, reference),
    standing: clock?.standing ? { ...clock.standing, answerBy } : null,
    statisticalDueAt,
    punctuality:
      statisticalDueAt &&
      punctuality({ dueAt: statisticalDueAt, endedAt: endOf(history), supplements, asOf: now }),
  };
}

/** Until when the date can be extended; null where it cannot be any more. */
function lastDays(
  extendable: Instant | null,
  dossier: DossierRecord,
  reference: Reference,
): Pick<View, "lastDayToExtend" | "lastWorkingDayToExtend"> {
  if (extendable === null) return { lastDayToExtend: null, lastWorkingDayToExtend: null };
  const { calendar } = calendarOf(reference, dossier);
  return {
    lastDayToExtend: lastDayToExtend(extendable),
    lastWorkingDayToExtend: lastWorkingDayToExtend(extendable, calendar),
  };
}

/** While it is on its way to a case officer, or is looked through. */
const DESK_WORK: readonly BusinessStatus[] = ["received", "forwarded", "processing"];

/** What is left to do at the desks: a supplement is asked for once, and only what has not left is forwarded. */
function deskLimitsOf(
  clock: DeadlineClock | undefined,
  dossier: DossierRecord,
  reference: Reference,
): DeskLimit[] {
  const { business } = stateOfRow(dossier);
  if (!clock || !DESK_WORK.includes(business)) return [];
  const papers = reference.versionsById.get(dossier.procedure_version_id)?.content.papers ?? [];
  const limits = deskLimits({
    receivedAt: clock.receivedAt,
    channel: dossier.channel as Channel,
    byData: papers.some(({ replacedByData }) => replacedByData !== undefined),
    ...calendarOf(reference, dossier),
  });
  return limits.filter(({ duty }) =>
    duty === "forward" ? business === "received" : dossier.supplements === 0,
  );
}

const STANDS_SINCE: readonly string[] = ["dossier.supplementAsked", "dossier.dutyImposed"];

function statisticalOf(clock: DeadlineClock, dossier: DossierRecord, reference: Reference): Instant | null {
  const limit = limitOf(dossier);
  if (!limit || clock.standing) return null;
  const counted = statisticalDueDate(clock, { ...calendarOf(reference, dossier), limit });
  return counted.ok ? counted.value.dueAt : null;
}

/** When the agency was done: finished comes before returned, and both before stopped (the method of QĐ 766). */
const ENDS: readonly (readonly string[])[] = [
  ["dossier.approved"],
  ["dossier.returned", "dossier.handedOver"],
  ["dossier.stopped", "dossier.withdrawalAccepted"],
];

function endOf(history: History): Instant | null {
  const since = history.findLastIndex(({ type }) => type === "dossier.reopened") + 1;
  const own = history.slice(since);
  for (const types of ENDS) {
    const end = own.findLast(({ type }) => types.includes(type));
    if (end) return instant(end.recorded_at);
  }
  return null;
}

/** The forms that were issued with acts, the oldest first. */
export function formViews({ forms }: PageRows): DossierView["forms"] {
  return forms.map(({ sealed: _sealed, form, ...row }) => ({
    ...row,
    form: form as DossierView["forms"][number]["form"],
  }));
}
