import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deadlineClock, legalDueDate, statisticalDueDate } from "../dossier/deadline-clock.ts";
import { instant } from "../shared/instant.ts";
import { DEFAULT_DUE_DATE_SETTINGS } from "./due-date-settings.ts";
import { dueDate } from "./due-date.ts";
import { readCalendar } from "./read-calendar.ts";
import type { TimeLimit } from "./time-limit.ts";
import type { Mark } from "./work-calendar.ts";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const SWAPS_2026 = "Công văn 9859/VPCP-KGVX, Thông báo 9441/TB-BNV";
const SWAPS_2025 = "Công văn 8726/VPCP-KGVX";
const ND_61 = "Nghị định 61/2018/NĐ-CP Điều 18; thủ tục tư pháp công bố trên Cổng Dịch vụ công quốc gia";
const NQ_66 = "Nghị quyết 66.7/2025/NQ-CP";
const days = (amount: number): TimeLimit => ({ amount, unit: "workingDay" });
const SAME_DAY: TimeLimit = { amount: 1, unit: "sameDay" };

interface RealCase {
  readonly received: string;
  readonly limit: TimeLimit;
  readonly due: string;
  readonly provisional?: true;
  readonly source: string;
  /** How sure the days off are. */
  readonly mark: Mark;
  readonly because: string;
}

/** Counted by hand from the published days off, without the engine. */
const CASES: readonly RealCase[] = [
  {
    received: "2025-01-24 09:00",
    limit: days(5),
    due: "2025-02-07 17:00",
    source: "Lịch nghỉ Tết 2025",
    mark: "recalled",
    because: "Tết takes Monday 27 to Friday 31 January 2025",
  },
  {
    received: "2026-02-13 10:00",
    limit: days(3),
    due: "2026-02-25 17:00",
    source: SWAPS_2026,
    mark: "sourced",
    because: "Tết takes Monday 16 to Friday 20 February 2026",
  },
  {
    received: "2025-12-31 10:00",
    limit: days(6),
    due: "2026-01-10 17:00",
    source: SWAPS_2026,
    mark: "sourced",
    because: "Friday 2 January is off and Saturday 10 January is worked for it",
  },
  {
    received: "2026-08-20 16:30",
    limit: days(2),
    due: "2026-08-22 17:00",
    source: SWAPS_2026,
    mark: "sourced",
    because: "Saturday 22 August is worked for Monday 31 August",
  },
  {
    received: "2026-08-28 08:00",
    limit: days(1),
    due: "2026-09-03 17:00",
    source: SWAPS_2026,
    mark: "sourced",
    because: "31 August to 2 September are off",
  },
  {
    received: "2025-08-29 08:00",
    limit: days(1),
    due: "2025-09-03 17:00",
    source: "Bộ luật Lao động 2019 Điều 112",
    mark: "recalled",
    because: "Monday 1 and Tuesday 2 September 2025 are off",
  },
  {
    received: "2025-04-24 08:00",
    limit: days(2),
    due: "2025-04-26 17:00",
    source: SWAPS_2025,
    mark: "sourced",
    because: "Saturday 26 April is worked for Friday 2 May",
  },
  {
    received: "2025-04-29 08:00",
    limit: days(1),
    due: "2025-05-05 17:00",
    source: SWAPS_2025,
    mark: "sourced",
    because: "30 April to Sunday 4 May is one stretch",
  },
  {
    received: "2026-04-24 08:00",
    limit: days(1),
    due: "2026-04-28 17:00",
    source: SWAPS_2026,
    mark: "sourced",
    because: "Monday 27 April stands in for the anniversary on Sunday 26 April",
  },
  {
    received: "2026-11-16 15:00",
    limit: SAME_DAY,
    due: "2026-11-16 17:00",
    source: ND_61,
    mark: "sourced",
    because: "received until 15:00 the result is given on the day",
  },
  {
    received: "2026-11-16 15:01",
    limit: SAME_DAY,
    due: "2026-11-17 17:00",
    source: ND_61,
    mark: "sourced",
    because: "received after 15:00 it is given on the next working day",
  },
  {
    received: "2026-11-20 15:01",
    limit: SAME_DAY,
    due: "2026-11-23 17:00",
    source: ND_61,
    mark: "sourced",
    because: "the next working day after a Friday is Monday",
  },
  {
    received: "2026-11-16 16:30",
    limit: days(3),
    due: "2026-11-19 17:00",
    source: ND_61,
    mark: "sourced",
    because: "15:00 governs forwarding and results of the day, not a limit in days",
  },
  {
    received: "2026-11-16 14:00",
    limit: { amount: 8, unit: "workingHour" },
    due: "2026-11-17 14:00",
    source: NQ_66,
    mark: "sourced",
    because: "an online dossier: three hours today, four and a half in the morning, half an hour after it",
  },
  {
    received: "2026-11-15 20:00",
    limit: { amount: 8, unit: "workingHour" },
    due: "2026-11-16 17:00",
    source: "Quyết định 3142/QĐ-BGDĐT năm 2025",
    mark: "sourced",
    because: "sent on a Sunday evening it counts from Monday's first session",
  },
  {
    received: "2026-11-16 14:00",
    limit: days(1),
    due: "2026-11-17 17:00",
    source: NQ_66,
    mark: "sourced",
    because: "a direct or posted dossier: one working day",
  },
  {
    received: "2026-11-20 09:00",
    limit: days(3),
    due: "2026-11-25 17:00",
    provisional: true,
    source: "Nghị quyết 80-NQ/TW ngày 07/01/2026",
    mark: "undecided",
    because:
      "until somebody publishes otherwise 24 November 2026 is worked, and the date says that it may move",
  },
];

const at = (text: string) => instant(`${text.replace(" ", "T")}:00+07:00`);

describe("dates of real cases", () => {
  test.each(CASES)("$received with $limit.amount $limit.unit: $because", (one) => {
    const due = dueDate({
      receivedAt: at(one.received),
      limit: one.limit,
      calendar,
      settings: DEFAULT_DUE_DATE_SETTINGS,
    });
    expect(due).toMatchObject({ value: { dueAt: at(one.due), provisional: one.provisional ?? false } });
  });

  test("a supplement begins the limit anew by law, and is left out of it in the statistics", () => {
    const clock = deadlineClock([
      { type: "dossier.received", at: at("2026-12-07 08:30") },
      { type: "dossier.supplementAsked", at: at("2026-12-09 10:00") },
      { type: "dossier.supplemented", at: at("2026-12-14 09:00") },
    ]);
    if (!clock) throw new Error("it was received");
    const facts = { limit: days(10), calendar, settings: DEFAULT_DUE_DATE_SETTINGS };
    // Nghị định 61/2018/NĐ-CP Điều 19 khoản 4 (sourced): 15 to 18, 21 to 25 and 28 December.
    expect(legalDueDate(clock, facts)).toMatchObject({ value: { dueAt: at("2026-12-28 17:00") } });
    // The method of Quyết định 766/QĐ-TTg (sourced): 8 and 9, 15 to 18, 21 to 24 December.
    expect(statisticalDueDate(clock, facts)).toMatchObject({ value: { dueAt: at("2026-12-24 17:00") } });
  });
});
