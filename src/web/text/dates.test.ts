import { describe, expect, test } from "vitest";
import { wordsOf } from "./words.ts";

const { dates } = wordsOf("vi");

describe("dates in words", () => {
  test.each([
    {
      at: "2026-11-23T09:30:00.000Z",
      says: "16:30, thứ Hai 23/11/2026",
      because: "the wall clock in Việt Nam is seven hours ahead",
    },
    {
      at: "2026-11-21T17:30:00.000Z",
      says: "00:30, Chủ Nhật 22/11/2026",
      because: "the day turns at midnight in Việt Nam, not in London",
    },
    {
      at: "2026-11-28T10:00:00.000Z",
      says: "17:00, thứ Bảy 28/11/2026",
      because: "Saturday is the seventh day",
    },
  ])("$at → $says: $because", ({ at, says }) => {
    expect(dates.moment(at)).toBe(says);
  });

  test("the short forms keep day, month, year in the order of Vietnamese papers, in English too", () => {
    expect(dates.shortMoment("2026-11-23T09:05:00Z")).toBe("16:05 23/11/2026");
    expect(wordsOf("en").dates.moment("2026-11-23T09:30:00Z")).toBe("16:30, Monday 23/11/2026");
    expect(dates.time("2026-11-23T01:05:00Z")).toBe("08:05");
    expect(dates.day("2026-11-24")).toBe("thứ Ba 24/11/2026");
    expect(dates.shortDay("2026-11-24")).toBe("24/11/2026");
  });

  test("a text that is no day is shown as it stands rather than failing the page", () => {
    expect(dates.day("năm 1960")).toBe("năm 1960");
  });
});
