import { dueDate } from "../calendar/due-date.ts";
import type { DueDateSettings, RuleSource } from "../calendar/due-date-settings.ts";
import type { TimeLimit } from "../calendar/time-limit.ts";
import { type WorkCalendar, covers, dayStatus, endOfHours, sessionsOn } from "../calendar/work-calendar.ts";
import type { Channel } from "../catalogue/procedure.ts";
import { type Instant, instantAt, localTime } from "../shared/instant.ts";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";

/** What the desks owe each other and the citizen before the result: neither moves the due date. */
export const DESK_DUTIES = ["askSupplement", "forward"] as const;
export type DeskDuty = (typeof DESK_DUTIES)[number];

/** By when a duty is to be done, and why. */
export interface DeskLimit extends RuleSource {
  readonly duty: DeskDuty;
  readonly by: Instant;
}

interface SupplementRule extends RuleSource {
  readonly limit: TimeLimit;
  readonly channels: readonly Channel[];
  /** Only where a database replaces papers of the procedure. */
  readonly byData: boolean;
  /** The first and the last day of receipt that it holds for; null: from of old, and while nobody ended it. */
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

const RESOLUTION_66 = {
  byData: true,
  validFrom: plainDate("2026-01-01"),
  validTo: plainDate("2027-02-28"),
  source: "Nghị quyết 66.7/2025/NQ-CP",
  mark: "sourced",
} as const;

/** The first that fits holds; what is more special stands first. */
const SUPPLEMENT_RULES: readonly SupplementRule[] = [
  { ...RESOLUTION_66, limit: { amount: 8, unit: "workingHour" }, channels: ["online"] },
  { ...RESOLUTION_66, limit: { amount: 1, unit: "workingDay" }, channels: ["direct", "postal"] },
  {
    limit: { amount: 3, unit: "workingDay" },
    channels: ["direct", "postal", "online"],
    byData: false,
    validFrom: null,
    validTo: null,
    source: "Nghị định 61/2018/NĐ-CP Điều 19 khoản 4",
    mark: "sourced",
  },
];

/** Received by then it is forwarded on the same day (NĐ 61/2018 Điều 18). */
const FORWARD_CUT_OFF = 15 * 60;
const FORWARD_SOURCE = { source: "Nghị định 61/2018/NĐ-CP Điều 18", mark: "sourced" } as const;

export interface DeskLimitInput {
  readonly receivedAt: Instant;
  readonly channel: Channel;
  /** Whether data of a database replaces papers of the procedure version. */
  readonly byData: boolean;
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
}

/**
 * By when the dossier is forwarded, and by when a supplement is asked for if one is needed. A later request is possible
 * and is told, since nothing says that it is void. A limit that leaves the published calendar is not said.
 *
 * @rule SUPPLEMENT-01
 * @example online, on Monday at 14:00, papers replaced by data → asked by Tuesday 14:00 (8 working hours)
 */
export function deskLimits(input: DeskLimitInput): readonly DeskLimit[] {
  const forward = forwardBy(input);
  const ask = askBy(input);
  return [...(ask ? [ask] : []), ...(forward ? [forward] : [])];
}

function askBy({ receivedAt, channel, byData, calendar, settings }: DeskLimitInput): DeskLimit | undefined {
  const today = localTime(receivedAt).day;
  const rule = SUPPLEMENT_RULES.find(
    ({ channels, byData: needsData, validFrom, validTo }) =>
      channels.includes(channel) &&
      (!needsData || byData) &&
      (validFrom === null || validFrom <= today) &&
      (validTo === null || today <= validTo),
  );
  if (!rule) return undefined;
  const due = dueDate({ receivedAt, limit: rule.limit, calendar, settings });
  if (!due.ok) return undefined;
  return { duty: "askSupplement", by: due.value.dueAt, source: rule.source, mark: rule.mark };
}

/** On the day itself, or at the beginning of the next working day. */
function forwardBy({ receivedAt, calendar }: DeskLimitInput): DeskLimit | undefined {
  const { day: today, minute } = localTime(receivedAt);
  if (minute <= FORWARD_CUT_OFF && isWorked(today, calendar))
    return { duty: "forward", by: instantAt(today, endOfHours(today, calendar)), ...FORWARD_SOURCE };
  for (let next = addDays(today, 1); covers(calendar, next); next = addDays(next, 1)) {
    const begins = sessionsOn(next, calendar)[0]?.fromMinute;
    if (!isWorked(next, calendar) || begins === undefined) continue;
    return { duty: "forward", by: instantAt(next, begins), ...FORWARD_SOURCE };
  }
  return undefined;
}

function isWorked(day: PlainDate, calendar: WorkCalendar): boolean {
  return covers(calendar, day) && dayStatus(day, calendar).countsForDeadline;
}
