import { expect, test } from "vitest";
import { coverageOf } from "./font-coverage.ts";

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly delta: number;
  /** Glyph numbers of the segment's code points, when they are listed one by one. */
  readonly glyphs?: readonly number[];
}

/** A TrueType file with one table, a `cmap` of one subtable. */
function givenFont(segments: readonly Segment[], format = 4): Uint8Array {
  const all = [...segments, { start: 0xffff, end: 0xffff, delta: 1 }];
  const offsets = all.map(({ glyphs }, index) => {
    const before = all.slice(0, index).flatMap((segment) => segment.glyphs ?? []).length;
    return glyphs ? 2 * (all.length - index + before) : 0;
  });
  const words = [
    [format, 0, 0, all.length * 2, 0, 0, 0],
    all.map(({ end }) => end),
    [0],
    all.map(({ start }) => start),
    all.map(({ delta }) => delta & 0xffff),
    offsets,
    all.flatMap(({ glyphs }) => glyphs ?? []),
  ].flat();
  const header = [0, 1, 1, 0, 0, 0, 0x636d, 0x6170, 0, 0, 0, 28, 0, 0];
  const cmap = [0, 1, 3, 1, 0, 12];
  const view = new DataView(new ArrayBuffer(2 * (header.length + cmap.length + words.length)));
  for (const [index, word] of [...header, ...cmap, ...words].entries()) view.setUint16(2 * index, word);
  return new Uint8Array(view.buffer);
}

function covered(fonts: readonly Uint8Array[], text: string): string {
  const covers = coverageOf(fonts);
  return Array.from(text)
    .filter((character) => covers(character.codePointAt(0) ?? 0))
    .join("");
}

const LETTERS = "ABCDEFGHIJ😀";

test.each<[readonly Segment[], string, string]>([
  [[{ start: 0x41, end: 0x43, delta: -0x40 }], "ABC", "a run of code points"],
  [[{ start: 0x41, end: 0x43, delta: -0x42 }], "AC", "glyph 0 is the missing glyph"],
  [[{ start: 0x44, end: 0x46, delta: 0, glyphs: [7, 0, 9] }], "DF", "glyphs listed one by one"],
  [[{ start: 0x44, end: 0x45, delta: 5, glyphs: [7, 0xfffb] }], "D", "a listed glyph is moved by the delta"],
  [
    [
      { start: 0x41, end: 0x42, delta: 0, glyphs: [1, 0] },
      { start: 0x49, end: 0x4a, delta: 0, glyphs: [0, 2] },
    ],
    "AJ",
    "two lists behind each other",
  ],
])("%j covers %s: %s", (segments, expected) => {
  expect(covered([givenFont(segments)], LETTERS)).toBe(expected);
});

test("of several fonts counts what all of them have", () => {
  const fonts = [
    givenFont([{ start: 0x41, end: 0x45, delta: 1 }]),
    givenFont([{ start: 0x44, end: 0x4a, delta: 1 }]),
  ];
  expect(covered(fonts, LETTERS)).toBe("DE");
});

test("a font without a known table is refused, not taken for an empty one", () => {
  expect(() => coverageOf([givenFont([{ start: 0x41, end: 0x42, delta: 1 }], 12)])).toThrow(RangeError);
  expect(() => coverageOf([new Uint8Array(12)])).toThrow("no cmap table");
});
