import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, isUnstorable } from "./canonical-json.ts";

test("the order of keys does not matter, the order of lists does", () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: "é" } })).toBe('{"a":{"c":"é","d":null},"b":[2,1]}');
});

test("the text says what the data say, and saying it again gives the same text", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text ?? "")).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text ?? ""))).toBe(text);
    }),
  );
});

test("what is nested too deeply has no text, however deep it is", () => {
  const deep = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
  expect(canonicalJson(deep(40))).toBe("[".repeat(40) + "]".repeat(40));
  expect(canonicalJson(deep(50_000))).toBeUndefined();
});

test.each([
  { text: "a\u0000b", unstorable: true, because: "the database keeps no NUL" },
  { text: "a\ud800b", unstorable: true, because: "half a pair is no character" },
  { text: "😀", unstorable: false, because: "a whole pair is one" },
  { text: "\\u0000", unstorable: false, because: "a backslash that people wrote is a backslash" },
])("$because", ({ text, unstorable }) => {
  expect(isUnstorable(canonicalJson({ text }) ?? "")).toBe(unstorable);
});
