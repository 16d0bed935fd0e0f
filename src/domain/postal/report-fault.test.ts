import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { reportFault } from "./report-fault.ts";

const now = instant("2026-11-20T03:00:00.000Z");
const orderedAt = instant("2026-11-18T03:00:00.000Z");

describe("a courier's report", () => {
  test.each([
    { because: "it happened just now", at: "2026-11-20T02:59:00.000Z", is: null },
    { because: "a phone may be some minutes ahead", at: "2026-11-20T03:05:00.000Z", is: null },
    { because: "it has not happened yet", at: "2026-11-20T03:06:00.000Z", is: "report_from_future" },
    { because: "a slip is typed days later", at: "2026-11-11T03:00:00.000Z", is: null },
    { because: "the clock was set back", at: "2026-11-11T02:59:00.000Z", is: "report_before_order" },
    { because: "no phone is so old", at: "1900-01-01T00:00:00.000Z", is: "report_before_order" },
  ])("$because", ({ at, is }) => {
    expect(reportFault({ at: instant(at), orderedAt, possibleSince: null, nextOn: null }, now)).toBe(is);
  });

  test.each([
    { because: "later that day", nextOn: "2026-11-20", is: null },
    { because: "two months on", nextOn: "2027-01-19", is: null },
    { because: "the day before the attempt", nextOn: "2026-11-19", is: "next_day_wrong" },
    { because: "nobody promises that", nextOn: "2999-01-01", is: "next_day_wrong" },
  ])("promises to come again: $because", ({ nextOn, is }) => {
    const at = instant("2026-11-20T02:00:00.000Z");
    expect(reportFault({ at, orderedAt, possibleSince: null, nextOn: plainDate(nextOn) }, now)).toBe(is);
  });

  test("is not of a time before the result was there", () => {
    const possibleSince = instant("2026-11-19T03:00:00.000Z");
    const faultAt = (at: string) =>
      reportFault({ at: instant(at), orderedAt, possibleSince, nextOn: null }, now);
    expect(faultAt("2026-11-19T02:59:59.000Z")).toBe("report_too_early");
    expect(faultAt("2026-11-19T03:00:00.000Z")).toBeNull();
  });
});
