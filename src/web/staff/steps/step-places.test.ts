import { describe, expect, test } from "vitest";
import { stepPlaces } from "./step-places.ts";

const step = (key: string, ...after: readonly string[]) => ({ key, after });
const drawn = (...steps: Parameters<typeof stepPlaces>[0]) =>
  stepPlaces(steps).map(({ row, from, span }) => [row, from, span].join(" "));

describe("the steps of a dossier as they are drawn", () => {
  test("stand one under another when each waits for the one before", () => {
    expect(drawn(step("a"), step("b", "a"), step("c", "b"))).toEqual(["1 1 6", "2 1 6", "3 1 6"]);
  });

  test("stand side by side when they can be worked at the same time, and say beside which", () => {
    const steps = [step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c")];
    expect(drawn(...steps)).toEqual(["1 1 6", "2 1 3", "2 4 3", "3 1 6"]);
    expect(stepPlaces(steps).map(({ beside }) => beside)).toEqual([[], [3], [2], []]);
    expect(stepPlaces(steps).map(({ last }) => last)).toEqual([false, false, false, true]);
  });

  test("keep the order of the plan, whatever row they are in", () => {
    const steps = [step("a"), step("b", "a"), step("c", "b"), step("d", "a"), step("e", "c", "d")];
    expect(drawn(...steps)).toEqual(["1 1 6", "2 1 3", "3 1 6", "2 4 3", "4 1 6"]);
    expect(stepPlaces(steps)[1]?.beside).toEqual([4]);
  });

  test("are at most three in a row, and even", () => {
    expect(drawn(step("a"), step("b"), step("c"))).toEqual(["1 1 2", "1 3 2", "1 5 2"]);
    const four = [step("a"), step("b"), step("c"), step("d")];
    expect(drawn(...four)).toEqual(["1 1 3", "1 4 3", "2 1 3", "2 4 3"]);
    expect(stepPlaces(four)[0]?.beside).toEqual([2, 3, 4]);
  });

  test("have a place also when they wait for each other", () => {
    expect(drawn(step("a"), step("b", "c"), step("c", "b"))).toEqual(["1 1 6", "2 1 6", "3 1 6"]);
    expect(drawn()).toEqual([]);
  });
});
