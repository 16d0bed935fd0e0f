import { describe, expect, test } from "vitest";
import { wordsOf } from "#web/text/words.ts";
import { periodWords, unitWords } from "./mandate-words.ts";

const vi = wordsOf("vi");

describe("what is said of the days and the place of a mandate", () => {
  test.each([
    {
      because: "it has no end",
      given: { validFrom: "2026-01-01", validTo: null, endedOn: null },
      said: "từ 01/01/2026, không thời hạn",
    },
    {
      because: "somebody ended it, although it had no end",
      given: { validFrom: "2026-01-01", validTo: null, endedOn: "2026-05-31" },
      said: "từ 01/01/2026, chấm dứt ngày 31/05/2026",
    },
    {
      because: "somebody ended it before its last day",
      given: { validFrom: "2026-01-01", validTo: "2026-12-31", endedOn: "2026-05-31" },
      said: "từ 01/01/2026, chấm dứt ngày 31/05/2026",
    },
    {
      because: "its days were over before somebody closed it",
      given: { validFrom: "2026-01-01", validTo: "2026-05-01", endedOn: "2026-05-31" },
      said: "từ 01/01/2026 đến hết 01/05/2026",
    },
  ])("$because", ({ given, said }) => {
    expect(periodWords(given, vi)).toBe(said);
  });

  test("a unit that was reorganised is called by its name and by that of today", () => {
    const unit = { id: "u", name: "Xã Bình Tấn" };
    expect(unitWords({ unit, unitToday: null }, vi)).toBe("Xã Bình Tấn");
    expect(unitWords({ unit, unitToday: "Xã Bình Thành" }, vi)).toBe("Xã Bình Tấn (nay là Xã Bình Thành)");
  });
});
