import { REFUSALS } from "#contract/refusals.ts";
import { describe, expect, test } from "vitest";
import { wordsOf } from "./words.ts";

/** Every word of a language by its path; a function counts as one word. */
function pathsOf(words: unknown, path = ""): readonly (readonly [string, unknown])[] {
  if (typeof words !== "object" || words === null) return [[path, words]];
  return Object.entries(words).flatMap(([key, part]) => pathsOf(part, path === "" ? key : `${path}.${key}`));
}

const vietnamese = pathsOf(wordsOf("vi"));
const english = pathsOf(wordsOf("en"));

describe("the words of the screens", () => {
  test("both languages have exactly the same words", () => {
    expect(english.map(([path]) => path).sort()).toEqual(vietnamese.map(([path]) => path).sort());
  });

  test("a word is a text in both languages, or made from figures in both", () => {
    const kind = ([path, word]: readonly [string, unknown]) => `${path}: ${typeof word}`;
    expect(english.map(kind).sort()).toEqual(vietnamese.map(kind).sort());
  });

  test.each([
    { language: "vi", words: vietnamese },
    { language: "en", words: english },
  ])("no word in $language is empty, padded or decomposed", ({ words }) => {
    const texts = words.filter((entry): entry is readonly [string, string] => typeof entry[1] === "string");
    expect(texts.length).toBeGreaterThan(300);
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe("");
      expect(text, path).toBe(text.trim().normalize("NFC"));
    }
  });

  test("a Vietnamese sentence is never written without diacritics", () => {
    const plain = vietnamese.filter(
      ([path, text]) =>
        typeof text === "string" &&
        text.split(" ").length >= 4 &&
        !/[^\u0020-\u024f]|[àáâãèéêìíòóôõùúýăđĩũơư]/u.test(text) &&
        !path.startsWith("common.keyNames"),
    );
    expect(plain).toEqual([]);
  });
});

describe("the words of refusals", () => {
  const details = {
    decision: "268/QĐ-UBND",
    act: "receive",
    task: "collectFee",
    status: "processing",
    names: ["Tờ khai"],
    minutes: 7,
    seconds: 21,
    year: 2028,
    move: "approve",
  };

  test.each(["vi", "en"] as const)(
    "every refusal says in %s what happened and what to do, with figures or without",
    (language) => {
      const { refusals } = wordsOf(language);
      expect(Object.keys(refusals).sort()).toEqual(Object.keys(REFUSALS).sort());
      for (const [code, say] of Object.entries(refusals)) {
        for (const { what, wayOut } of [say({}), say(details)]) {
          expect(what, code).toMatch(/\S.*[.?!]$/u);
          expect(wayOut, code).toMatch(/\S.*[.?!]$/u);
          expect(`${what} ${wayOut}`, code).not.toMatch(/undefined|null|\[object|\s{2}/u);
        }
      }
    },
  );

  test("a refusal names the decision and the task that it is about", () => {
    const { what } = wordsOf("vi").refusals.mandate_task_excluded(details);
    expect(what).toBe("Quyết định số 268/QĐ-UBND không giao thu phí, lệ phí cho bưu điện.");
  });

  test.each([
    { given: { minutes: 7 }, says: "7 phút", because: "whole minutes are said as they are" },
    { given: { minutes: 0.2 }, says: "1 phút", because: "nobody is asked to wait for nothing" },
    {
      given: { seconds: 61 },
      says: "2 phút",
      because: "seconds are rounded up, so that nobody comes too early",
    },
    { given: {}, says: "ít phút", because: "an answer without figures still makes a sentence" },
  ])("locked: $says, since $because", ({ given, says }) => {
    expect(wordsOf("vi").refusals.sign_in_locked(given).wayOut).toContain(says);
  });
});
