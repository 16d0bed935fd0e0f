import type { Figures } from "#contract/figures.ts";
import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import { durationWords, figureLines, onTimeWords, percentWords, ratingWords } from "./figure-words.ts";

const text = wordsOf("vi");
const NOTHING: Figures = {
  byPost: 0,
  byState: 0,
  imported: 0,
  finished: 0,
  onTime: 0,
  overdue: 0,
  medianMinutes: null,
  sentBack: 0,
  handedBack: 0,
  judged: 0,
  wrong: 0,
  guidances: 0,
  guidanceMinutes: 0,
  assignments: 0,
  assignmentActs: 0,
  rating: null,
};

describe("figures in words", () => {
  test.each([
    { minutes: 45, words: "45 phút" },
    { minutes: 90, words: "1,5 giờ" },
    { minutes: 2_160, words: "1,5 ngày" },
    { minutes: 10_080, words: "7 ngày" },
    { minutes: null, words: "chưa có số liệu" },
  ])("$minutes minutes are $words", ({ minutes, words }) => {
    expect(durationWords(minutes, text)).toBe(words);
  });

  test.each([
    { share: 0, words: "0 %" },
    { share: 0.0949, words: "9,5 %" },
    { share: 1, words: "100 %" },
  ])("a share of $share is $words", ({ share, words }) => {
    expect(percentWords(share, text)).toBe(words);
  });

  test("English has its own sign of decimals", () => {
    const english = wordsOf("en");
    expect([percentWords(0.0949, english), durationWords(2_160, english)]).toEqual(["9.5 %", "1.5 days"]);
  });

  test("what is late is said beside what was in time", () => {
    expect(onTimeWords({ ...NOTHING, finished: 4, onTime: 3, overdue: 2 }, text)).toBe(
      "75 % (3/4), 2 đang quá hạn",
    );
  });

  test.each([
    { rating: { answers: 40, satisfied: 37 }, words: "92,5 % hài lòng (40 câu trả lời)" },
    { rating: { answers: 5, satisfied: 0 }, words: "0 % hài lòng (5 câu trả lời)" },
    { rating: { answers: 4, satisfied: null }, words: "4 câu trả lời, quá ít để nêu tỷ lệ" },
    { rating: null, words: "chưa có số liệu" },
  ])("the answers $rating are $words", ({ rating, words }) => {
    expect(ratingWords({ ...NOTHING, rating }, text)).toBe(words);
  });

  test("what nobody has counted is no zero: neither a share of nothing, nor the rating", () => {
    const words = new Map(figureLines(NOTHING, text).map(({ key, value }) => [key, value]));
    expect([words.get("onTime"), words.get("median"), words.get("rating")]).toEqual(
      Array.from({ length: 3 }, () => "chưa có số liệu"),
    );
  });
});
