import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { type RoundStop, metresBetween, orderRound } from "./round-order.ts";

const TODAY = plainDate("2026-11-23");

interface Named extends RoundStop {
  readonly name: string;
}

function stop(name: string, changes: Partial<RoundStop> = {}): Named {
  return {
    name,
    dueOn: null,
    promisedOn: null,
    point: null,
    communeCode: null,
    orderedAt: "2026-11-20T01:00:00.000Z",
    ...changes,
  };
}

const at = (latitude: number, longitude = 105.6) => ({ latitude, longitude });

describe("the order of a round", () => {
  test.each<{ stops: readonly Named[]; from?: ReturnType<typeof at>; order: string; because: string }>([
    { stops: [], order: "", because: "no work is no round" },
    {
      stops: [stop("far", { point: at(10.9) }), stop("near", { point: at(10.1) })],
      from: at(10),
      order: "near far",
      because: "the nearest next from where the courier stands",
    },
    {
      stops: [stop("c", { point: at(10.3) }), stop("a", { point: at(10.1) }), stop("b", { point: at(10.2) })],
      from: at(10),
      order: "a b c",
      because: "each one's nearest, not the nearest to the beginning alone",
    },
    {
      stops: [
        stop("near", { point: at(10.1) }),
        stop("late", { point: at(10.9), dueOn: plainDate("2026-11-22") }),
      ],
      from: at(10),
      order: "late near",
      because: "what is overdue does not wait for a shorter way",
    },
    {
      stops: [stop("other"), stop("told", { promisedOn: TODAY })],
      order: "told other",
      because: "the citizen was told that it comes today",
    },
    {
      stops: [stop("unseen"), stop("seen", { point: at(10.5) })],
      order: "seen unseen",
      because: "of a door that nobody has seen the way is not known",
    },
    {
      stops: [
        stop("b-new", { communeCode: "30163", orderedAt: "2026-11-21T01:00:00.000Z" }),
        stop("a", { communeCode: "30130" }),
        stop("b-old", { communeCode: "30163" }),
      ],
      order: "a b-old b-new",
      because: "unseen doors lie together by commune, and the oldest goes first",
    },
    {
      stops: [
        stop("new", { point: at(10.1), orderedAt: "2026-11-22T01:00:00.000Z" }),
        stop("old", { point: at(10.9) }),
      ],
      order: "old new",
      because: "without a place to begin, the oldest is the beginning",
    },
    {
      stops: [
        stop("late", { point: at(10.9), dueOn: TODAY }),
        stop("there", { point: at(10.8) }),
        stop("here", { point: at(10.1) }),
      ],
      from: at(10),
      order: "late there here",
      because: "after what is due the way goes on from there",
    },
  ])("$order: $because", ({ stops, from, order }) => {
    expect(
      orderRound(stops, TODAY, from ?? null)
        .map(({ name }) => name)
        .join(" "),
    ).toBe(order);
  });

  const anyStop = fc.record({
    dueOn: fc.constantFrom(null, plainDate("2026-11-22"), TODAY, plainDate("2026-11-25")),
    promisedOn: fc.constantFrom(null, TODAY, plainDate("2026-11-24")),
    point: fc.option(
      fc.record({
        latitude: fc.double({ min: 9, max: 12, noNaN: true }),
        longitude: fc.double({ min: 104, max: 107, noNaN: true }),
      }),
    ),
    communeCode: fc.constantFrom(null, "30130", "30163"),
    orderedAt: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}T01:00:00.000Z`),
  });

  test("has every stop once, none that is due behind one that is not, and the nearest seen door next", () => {
    fc.assert(
      fc.property(fc.array(anyStop, { maxLength: 12 }), (stops) => {
        const way = orderRound(stops, TODAY, null);
        expect(new Set(way)).toEqual(new Set(stops));
        expect(way).toHaveLength(stops.length);
        const due = way.map((one) => [one.dueOn, one.promisedOn].some((day) => day !== null && day <= TODAY));
        expect(due).toEqual(due.toSorted((one, other) => Number(other) - Number(one)));
        for (const [index, here] of way.entries()) {
          const next = way[index + 1];
          if (!here.point || !next?.point || due[index] !== due[index + 1]) continue;
          const { point } = here;
          const nearest = Math.min(
            ...way
              .slice(index + 1)
              .filter((_, behind) => due[index + 1 + behind] === due[index])
              .flatMap((one) => (one.point ? [metresBetween(point, one.point)] : [])),
          );
          expect(metresBetween(point, next.point)).toBe(nearest);
        }
      }),
    );
  });
});

describe("metres between two points", () => {
  test("a minute of latitude is a sea mile", () => {
    expect(metresBetween(at(10), at(10 + 1 / 60))).toBeCloseTo(1853, -1);
  });
  test("Cao Lãnh to Sa Đéc: about 24 km as the crow flies", () => {
    const metres = metresBetween(
      { latitude: 10.4603, longitude: 105.6336 },
      { latitude: 10.2897, longitude: 105.757 },
    );
    expect(Math.round(metres / 1000)).toBeGreaterThan(21);
    expect(Math.round(metres / 1000)).toBeLessThan(26);
  });
});
