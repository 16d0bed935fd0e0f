import type { DossierView } from "#contract/dossiers.ts";
import type { ClockStopReason } from "#domain/calendar/clock-stop.ts";
import { deadlineClock } from "#domain/dossier/deadline-clock.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { hasEnded } from "#domain/dossier/dossier-state.ts";
import { lastDayToExtend } from "#domain/dossier/extension.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import type { ShownPermit } from "../dossiers/permit-words.tsx";

type Story = Pick<DossierView, "events">;

/** How often the citizen was asked to supplement the dossier since its receipt. */
export function supplementsOf({ events }: Story): number {
  return events.filter(({ type }) => type === "dossier.supplementAsked").length;
}

/** Whether the due date was moved with an apology before. */
export function isExtended({ events }: Story): boolean {
  return events.some(({ type }) => type === "dossier.extended");
}

/** Since when and why the clock stands; null while it runs, before the receipt, and once the matter has ended. */
export function standingOf({ events, statuses }: Story & Pick<DossierView, "statuses">): {
  readonly since: Instant;
  readonly reason: ClockStopReason;
} | null {
  if (hasEnded(statuses.business)) return null;
  const timed = events.flatMap(({ type, at }) => {
    const known = DOSSIER_EVENT_TYPES.find((one) => one === type);
    return known === undefined ? [] : [{ type: known, at: instant(at) }];
  });
  return deadlineClock(timed)?.standing ?? null;
}

/**
 * Why the date cannot be moved now, as the server would refuse it and with the same details: the last day, which is one
 * of the calendar, and the last working day up to it. Null when it can be tried.
 * @example an extension on Monday, the due day → extension_too_late: Sunday, and Friday as the last day of work
 */
export function dateRefusal(
  dossier: Story & Pick<DossierView, "dueAt" | "deadline">,
  move: Move,
  now: string,
): ShownPermit["refusal"] {
  if (dossier.dueAt === null || (move !== "extend" && move !== "apologise")) return null;
  const lastDay = lastDayToExtend(instant(dossier.dueAt));
  const inTime = localTime(instant(now)).day <= lastDay;
  const extended = isExtended(dossier);
  const { lastWorkingDayToExtend: lastWorkingDay } = dossier.deadline;
  const details = { lastDay, ...(lastWorkingDay !== null && { lastWorkingDay }) };
  if (move === "apologise") return inTime && !extended ? { code: "apology_too_early", details } : null;
  if (extended) return { code: "extension_second", details: {} };
  return inTime ? null : { code: "extension_too_late", details };
}
