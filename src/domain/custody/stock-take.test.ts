import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Scan, compareStock } from "./stock-take.ts";

const scan = (code: string, ...things: Scan["things"]): Scan => ({ code, key: code.toUpperCase(), things });
const here = (id: string) => ({ id, isHere: true });
const away = (id: string) => ({ id, isHere: false });
const NONE = { found: [], missing: [], elsewhere: [], unknown: [], twice: [] };

describe("a count of a place", () => {
  test.each([
    { expected: [], scans: [], is: {}, because: "nothing should lie there and nothing does" },
    { expected: ["a"], scans: [scan("A", here("a"))], is: { found: ["a"] }, because: "it is there" },
    { expected: ["a"], scans: [], is: { missing: ["a"] }, because: "it is not there" },
    {
      expected: [],
      scans: [scan("B", away("b"))],
      is: { elsewhere: ["b"] },
      because: "it should not be there",
    },
    { expected: [], scans: [scan("?")], is: { unknown: ["?"] }, because: "nothing is called so" },
    {
      expected: ["a"],
      scans: [scan("A", here("a")), scan("a", here("a"))],
      is: { found: ["a"], twice: ["A"] },
      because: "a packet that is scanned twice counts once, and is told",
    },
    {
      expected: ["a"],
      scans: [scan("D", here("a"), away("b"))],
      is: { found: ["a"] },
      because: "a slip stands for what of its dossier is here",
    },
    {
      expected: [],
      scans: [scan("A", here("inside"))],
      is: {},
      because: "what is in a packet here is where it should be",
    },
    {
      expected: ["a"],
      scans: [scan("A", here("a")), scan("SEAL", here("a"))],
      is: { found: ["a"] },
      because: "a packet and its seal are one thing",
    },
  ])("$because", ({ expected, scans, is }) => {
    expect(compareStock(expected, scans)).toEqual({ ...NONE, ...is });
  });

  test("whatever is scanned, each thing that should be there is found or missing, never both", () => {
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
    const scans = fc.array(
      fc.record({
        code: fc.constantFrom("1", "2", "3"),
        things: fc.array(fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), isHere: fc.boolean() })),
      }),
    );
    fc.assert(
      fc.property(ids, scans, (expected, drawn) => {
        const stock = compareStock(
          expected,
          drawn.map((one) => ({ ...one, key: one.code })),
        );
        expect([...stock.found, ...stock.missing].toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
