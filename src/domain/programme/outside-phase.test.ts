import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { standsOn } from "../unit/place.ts";
import { outsidePhase } from "./outside-phase.ts";

const FIRST = plainDate("2020-01-01");
const period = fc.tuple(fc.nat(20), fc.option(fc.nat(20))).map(([from, length]) => ({
  validFrom: addDays(FIRST, from),
  validTo: length === null ? null : addDays(FIRST, from + length),
}));

describe("a mandate and its phase", () => {
  test("it lies within when every day of it is a day of the phase: compared day by day", () => {
    fc.assert(
      fc.property(period, period, (mandate, phase) => {
        // A period without an end is looked at for longer than the longest other.
        const days = Array.from({ length: 60 }, (_, at) => addDays(FIRST, at));
        const out = days.filter((day) => standsOn(mandate, day) && !standsOn(phase, day));
        const before = out.some((day) => day < phase.validFrom);
        const after = out.some((day) => phase.validTo !== null && day > phase.validTo);
        const wanted = before && after ? "both" : before ? "before" : after ? "after" : null;
        expect(outsidePhase(mandate, phase)).toBe(wanted);
      }),
    );
  });
});
