import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import {
  WATCH_KINDS,
  type WatchKind,
  type WatchSettings,
  collectedBefore,
  dueSoonUntil,
  idleBefore,
} from "#domain/watch/watch.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import { calendarOfAgency } from "../units/calendars.ts";
import type { Reference } from "../units/reference.ts";
import type { WatchMoments } from "./found.ts";
import { TASKS_AT_ONCE, closeTasks, holdRound, openTasks, readdressTasks } from "./store.ts";

/** What a round did. */
export interface WatchRound {
  readonly opened: number;
  readonly closed: number;
  readonly readdressed: number;
}

/**
 * One round of the watchers over a space: what is no longer so is closed, what is found has its one task and notice,
 * and each task lies with whoever has the matter today. Done again, by two processes at once or after a crash, it comes
 * to the same.
 *
 * @rule WATCH-01
 */
export async function watchSpace(
  { db, clock, reference }: Pick<Deps, "db" | "clock" | "reference">,
  space: Space,
  settings: WatchSettings,
): Promise<WatchRound> {
  const { unitIds, agencyIds } = placesOfSpace(reference.current(), space);
  const at = momentsOf(reference.current(), agencyIds, settings, clock.now());
  const places = [...unitIds, ...agencyIds];
  const sum = { opened: 0, closed: 0, readdressed: 0 };
  const inRound = (run: (tx: Tx) => Promise<number>) =>
    inSpace(db, space, { places }, async (tx) => ((await holdRound(tx)) ? run(tx) : 0));
  for (const kind of WATCH_KINDS) {
    sum.closed += await inRound((tx) => closeTasks(tx, kind, at));
    sum.opened += await openAll(kind, at, inRound);
    sum.readdressed += await inRound((tx) => readdressTasks(tx, kind, at));
  }
  return sum;
}

async function openAll(
  kind: WatchKind,
  at: WatchMoments,
  inRound: (run: (tx: Tx) => Promise<number>) => Promise<number>,
): Promise<number> {
  let opened = 0;
  for (;;) {
    const made = await inRound((tx) => openTasks(tx, kind, at));
    opened += made;
    if (made < TASKS_AT_ONCE) return opened;
  }
}

/** The moments of a round. Each agency counts by its own calendar; most share one, which is asked once. */
export function momentsOf(
  reference: Reference,
  agencyIds: readonly string[],
  settings: WatchSettings,
  now: Instant,
): WatchMoments {
  const known = new Map<WorkCalendar, Instant>();
  const soon = agencyIds.map((agencyId) => {
    const { calendar } = calendarOfAgency(reference, agencyId);
    const until = known.get(calendar) ?? dueSoonUntil(now, settings.dueSoonDays, calendar);
    known.set(calendar, until);
    return { agencyId, until };
  });
  const [agencyId] = agencyIds;
  const { calendar } = agencyId === undefined ? { calendar: null } : calendarOfAgency(reference, agencyId);
  return {
    now,
    soon,
    collectBefore: collectedBefore(now, settings.collectDays),
    idleBefore: calendar ? idleBefore(now, settings.idleDays, calendar) : now,
  };
}
