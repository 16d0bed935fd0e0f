import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Succession, lineageOf } from "./succession.ts";

/** A forest: each place may only be succeeded by one with a higher number, so that no circle can stand in it. */
const forests: fc.Arbitrary<readonly Succession[]> = fc
  .array(fc.nat(30), { maxLength: 30 })
  .map((steps) =>
    steps.flatMap((step, at) =>
      step === 0 ? [] : [{ predecessorId: `p${at}`, successorId: `p${at + step}` }],
    ),
  );

/** The oracle: walks step by step through the list itself. */
function walk(id: string, list: readonly Succession[]): string {
  const found = list.find(({ predecessorId }) => predecessorId === id);
  return found ? walk(found.successorId, list) : id;
}

const placesOf = (list: readonly Succession[]) => [
  ...new Set(list.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId])),
];

describe("who answers today for what was begun at a place", () => {
  const table = [
    { list: [], of: "a", heir: "a", line: ["a"], because: "nothing was ever reorganised" },
    { list: ["a>b"], of: "a", heir: "b", line: [], because: "b goes on for a, and a answers for nothing" },
    { list: ["a>b"], of: "b", heir: "b", line: ["b", "a"], because: "b answers for itself and for a" },
    { list: ["a>b", "c>b"], of: "b", heir: "b", line: ["b", "a", "c"], because: "two were merged" },
    { list: ["a>b", "b>c"], of: "a", heir: "c", line: [], because: "the heir was merged again" },
    { list: ["a>b", "b>c"], of: "c", heir: "c", line: ["c", "a", "b"], because: "c answers for both" },
    { list: ["a>b", "b>a"], of: "a", heir: "a", line: ["a"], because: "a circle hangs nothing" },
    { list: ["a>b"], of: "z", heir: "z", line: ["z"], because: "another place is not concerned" },
  ];
  test.each(table)("$list: $of has $heir, since $because", ({ list, of, heir, line }) => {
    const lineage = lineageOf(
      list.map((one) => ({ predecessorId: one[0] ?? "", successorId: one[2] ?? "" })),
    );
    expect(lineage.heirOf(of)).toBe(heir);
    expect(lineage.lineOf(of)).toEqual(line);
  });

  test("in every forest each place has exactly one heir, and it is the end of its chain", () => {
    fc.assert(
      fc.property(forests, (list) => {
        const { heirOf } = lineageOf(list);
        for (const place of placesOf(list)) {
          expect(heirOf(place)).toBe(walk(place, list));
          expect(heirOf(heirOf(place))).toBe(heirOf(place));
        }
      }),
    );
  });

  test("the lines of the heirs part the places: none is lost and none is answered for twice", () => {
    fc.assert(
      fc.property(forests, (list) => {
        const { heirOf, lineOf } = lineageOf(list);
        const places = placesOf(list);
        const heirs = [...new Set(places.map(heirOf))];
        expect(heirs.flatMap(lineOf).toSorted()).toEqual(places.toSorted());
        for (const place of places) expect(lineOf(heirOf(place))).toContain(place);
      }),
    );
  });

  test("two reorganisations one after the other are one lineage, whichever way it is put together", () => {
    fc.assert(
      fc.property(forests, fc.nat(30), (list, cut) => {
        const [first, second] = [lineageOf(list.slice(0, cut)), lineageOf(list.slice(cut))];
        const whole = lineageOf(list);
        for (const place of placesOf(list)) {
          // A second one moves what the first gave; a chain within one of them is followed to its end before.
          let at = place;
          for (
            let next = second.heirOf(first.heirOf(at));
            next !== at;
            next = second.heirOf(first.heirOf(at))
          )
            at = next;
          expect(at).toBe(whole.heirOf(place));
        }
      }),
    );
  });

  test("a thousand places of a line are found at once", () => {
    const list = Array.from({ length: 1000 }, (_, at) => ({
      predecessorId: `p${at}`,
      successorId: `p${at + 1}`,
    }));
    const { heirOf, lineOf } = lineageOf(list);
    expect(heirOf("p0")).toBe("p1000");
    expect(lineOf("p1000")).toHaveLength(1001);
  });
});
