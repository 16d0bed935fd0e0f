import { expect, test } from "vitest";
import { wordsOf } from "../text/words.ts";
import { dueState, dueStateWords } from "./due-state.ts";

const dueAt = "2026-11-25T10:00:00.000Z"; // 17:00 on 25 November in Việt Nam

test.each([
  { now: "2026-11-23T16:59:00.000Z", words: "Còn 2 ngày", because: "23:59 in Việt Nam is still the 23rd" },
  { now: "2026-11-23T17:00:00.000Z", words: "Còn 1 ngày", because: "midnight in Việt Nam begins the 24th" },
  { now: "2026-11-24T17:00:00.000Z", words: "Hẹn trả hôm nay", because: "the due day has begun" },
  { now: "2026-11-25T10:00:00.000Z", words: "Hẹn trả hôm nay", because: "the due minute itself is on time" },
  { now: "2026-11-25T10:01:00.000Z", words: "Quá giờ hẹn hôm nay", because: "the hour has passed" },
  { now: "2026-11-25T17:00:00.000Z", words: "Quá hạn 1 ngày lịch", because: "the next day has begun" },
])("at $now: $words, because $because", ({ now, words }) => {
  expect(dueStateWords(dueState(dueAt, now), wordsOf("vi").dueDate)).toBe(words);
});
