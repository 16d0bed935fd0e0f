import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A thing and how often it comes, compared with the others of its list. */
export type Weighted<T> = readonly (readonly [T, number])[];

/** Chance that is the same each time: the same seed gives the same draws in the same order. */
export interface Random {
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number;
  /** True that often. @example chance(0.1) once in ten times */
  readonly chance: (share: number) => boolean;
  /** A number from `from` to `to`, in steps of a ten-thousandth of the way. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly weighted: <T>(list: Weighted<T>) => T;
}

const STEPS = 10_000;

/** @example createRandom(2026).int(1, 6) is the same number for ever */
export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(0, list.length - 1)];
    if (found === undefined) throw new RangeError("Nothing can be picked from an empty list");
    return found;
  };
  return {
    int,
    pick,
    chance: (share) => int(1, STEPS) <= share * STEPS,
    between: (from, to) => from + ((to - from) * int(0, STEPS)) / STEPS,
    weighted: (list) => {
      const total = list.reduce((sum, [, weight]) => sum + weight, 0);
      let left = (total * int(0, STEPS - 1)) / STEPS;
      const found = list.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return found ? found[0] : pick(list)[0];
    },
  };
}
