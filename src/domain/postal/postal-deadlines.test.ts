import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCalendar } from "../calendar/read-calendar.ts";
import { dayStatus } from "../calendar/work-calendar.ts";
import { instantAt } from "../shared/instant.ts";
import { dong } from "../shared/money.ts";
import { type PlainDate, addDays, addMonths, plainDate } from "../shared/plain-date.ts";
import { answerDueOn, lastDayToComplain, leastCompensation, paymentDueOn } from "./postal-claims.ts";
import {
  TRAVEL_CLASSES,
  afterAttempt,
  countedInvitations,
  postalDueOn,
  travelClass,
} from "./postal-deadlines.ts";
import { readTravelTimes } from "./read-tariff.ts";
import { POSTAL_ZONES } from "./zone.ts";

const FILE = new URL("../../../db/reference/calendars/postal.json", import.meta.url);
const postal = readCalendar(JSON.parse(readFileSync(FILE, "utf8")));
const day = (text: string): PlainDate => plainDate(`2026-${text}`);

test.each([
  { accepted: "11-19", days: 1, due: "11-20", because: "Friday follows Thursday" },
  { accepted: "11-20", days: 1, due: "11-23", because: "Saturday is served and does not count" },
  { accepted: "11-20", days: 2, due: "11-24", because: "Monday is the first day" },
  { accepted: "11-21", days: 4, due: "11-26", because: "what is accepted on a Saturday counts from Monday" },
  { accepted: "08-31", days: 2, due: "09-02", because: "the post works on the national day" },
])("J+$days from $accepted is $due, because $because", ({ accepted, days, due }) => {
  expect(postalDueOn(day(accepted), days, postal)).toEqual({ ok: true, value: day(due) });
});

test("a journey has as many working days after J as it may take, the last one included", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 8 }), (offset, days) => {
      const accepted = addDays(plainDate("2025-01-02"), offset);
      const due = postalDueOn(accepted, days, postal);
      if (!due.ok) throw new Error(due.code);
      let worked = 0;
      for (let at = accepted; at < due.value; ) {
        at = addDays(at, 1);
        if (dayStatus(at, postal).countsForDeadline) worked += 1;
      }
      expect(worked).toBe(days);
      expect(dayStatus(due.value, postal).countsForDeadline).toBe(true);
    }),
  );
});

test("a year that no calendar was published for is said, not guessed", () => {
  expect(postalDueOn(plainDate("2027-12-31"), 1, postal)).toMatchObject({ code: "calendar_not_published" });
});

test("the longest times are those of the circular, twice as long where the slip is brought back", () => {
  const file = new URL("../../../db/reference/postal/travel-times.json", import.meta.url);
  const stated: unknown = JSON.parse(readFileSync(file, "utf8"));
  const times = readTravelTimes(stated);
  expect(TRAVEL_CLASSES.map((name) => times[name].days)).toEqual([1, 2, 3, 4]);
  expect(TRAVEL_CLASSES.every((name) => times[name].daysWithSlip === 2 * times[name].days)).toBe(true);
  expect(() => readTravelTimes({ ...(stated as object), classes: {} })).toThrow("innerDistrict: missing");
});

test("within a province the time goes by district, between provinces by the size of the cities", () => {
  expect(POSTAL_ZONES.map((zone) => travelClass({ zone, doubt: null }, true))).toEqual([
    "innerDistrict",
    "betweenDistricts",
    "betweenLargeCities",
    "betweenLargeCities",
  ]);
  expect(travelClass({ zone: "innerRegion", doubt: null }, false)).toBe("otherProvinces");
});

describe("what could not be delivered", () => {
  test.each([
    { invited: [], today: "11-23", next: { next: "invite" }, because: "nobody was invited yet" },
    {
      invited: ["11-23"],
      today: "11-24",
      next: { next: "inviteFrom", day: day("11-25") },
      because: "two working days lie between",
    },
    { invited: ["11-23"], today: "11-25", next: { next: "invite" }, because: "they have passed" },
    {
      invited: ["11-20"],
      today: "11-22",
      next: { next: "inviteFrom", day: day("11-24") },
      because: "the weekend is no working day",
    },
    {
      invited: ["11-23", "11-24"],
      today: "11-24",
      next: { next: "inviteFrom", day: day("11-25") },
      because: "the second came too soon and is none",
    },
    {
      invited: ["11-23", "11-25"],
      today: "11-25",
      next: { next: "mayReturn" },
      because: "both were in time",
    },
    {
      invited: ["11-23", "11-24", "11-25"],
      today: "11-26",
      next: { next: "mayReturn" },
      because: "the third is far enough from the first",
    },
  ])("$next.next on $today, because $because", ({ invited, today, next }) => {
    const invitations = invited.map((text) => instantAt(day(text), 600));
    expect(afterAttempt(invitations, day(today), postal)).toEqual({ ok: true, value: next });
  });
});

test("invitations that follow too soon are told as one", () => {
  const at = (text: string, minute: number) => instantAt(day(text), minute);
  const [first, soon, late] = [at("11-23", 600), at("11-23", 601), at("11-25", 480)];
  expect(countedInvitations([first, soon, at("11-24", 600), late], postal)).toEqual([first, late]);
});

describe("claims", () => {
  test("a complaint is taken for six months, answered in five or seven working days, paid within thirty", () => {
    expect(lastDayToComplain(day("08-31"))).toBe("2027-02-28");
    expect(answerDueOn(day("11-20"), "withinProvince", postal)).toEqual({ ok: true, value: day("11-27") });
    expect(answerDueOn(day("11-20"), "betweenProvinces", postal)).toEqual({ ok: true, value: day("12-01") });
    expect(paymentDueOn(day("11-20"))).toBe("2026-12-20");
  });

  test.each([
    { incident: "lost", atFault: true, least: 154_000, because: "four times the postage and the new papers" },
    { incident: "damaged", atFault: true, least: 154_000, because: "spoilt papers are made again as well" },
    { incident: "delayed", atFault: true, least: 26_000, because: "what came late is carried for nothing" },
    { incident: "lost", atFault: false, least: 0, because: "nobody was found to be at fault" },
  ] as const)("$incident: $least đ, because $because", ({ incident, atFault, least }) => {
    const claim = { incident, postage: dong(26_000), reissueCosts: dong(50_000), operatorAtFault: atFault };
    const owed = leastCompensation(claim);
    expect(owed.least).toBe(least);
    expect(owed.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(least);
  });
});

test("months end on the last day of a shorter one", () => {
  expect(addMonths(plainDate("2027-08-31"), 6)).toBe("2028-02-29");
  expect(addMonths(plainDate("2026-11-22"), 6)).toBe("2027-05-22");
});
