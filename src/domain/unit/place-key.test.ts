import { describe, expect, test } from "vitest";
import { isPlaceKey, proposeKey } from "./place-key.ts";

describe("the key of a place", () => {
  test.each([
    { kind: "counter", key: "counter:30163:30148:1", fits: true, because: "the reference files write it so" },
    { kind: "agency", key: "agency:department:homeAffairs", fits: true, because: "words may be joined" },
    { kind: "counter", key: "point:30163", fits: false, because: "another kind begins so" },
    { kind: "counter", key: "counter:", fits: false, because: "it names nothing" },
    { kind: "counter", key: "counter:quầy", fits: false, because: "keys are typed on any keyboard" },
    { kind: "counter", key: `counter:${"1".repeat(80)}`, fits: false, because: "it has no end" },
    { kind: "counter", key: "counter:1 2", fits: false, because: "a blank is lost in files" },
  ] as const)("$key: $because", ({ kind, key, fits }) => {
    expect(isPlaceKey(kind, key)).toBe(fits);
  });

  test.each([
    {
      place: { kind: "counter", values: { receptionPoint: "point:30163:30148" } },
      taken: ["counter:30163:30148:1"],
      key: "counter:30163:30148:2",
      because: "counters count on within their point",
    },
    {
      place: { kind: "oneStopUnit", values: { agency: "agency:commune:30163" } },
      taken: [],
      key: "unit:commune:30163",
      because: "a unit is named after its agency",
    },
    {
      place: { kind: "receptionPoint", values: { oneStopUnit: "unit:commune:30163" } },
      taken: ["point:30163"],
      key: "point:30163:2",
      because: "the first point has the short key",
    },
    {
      place: { kind: "postOffice", values: {} },
      taken: ["post:1"],
      key: "post:2",
      because: "an office hangs below nothing",
    },
    {
      place: { kind: "agency", values: { administrativeUnit: "30163" } },
      taken: [],
      key: "agency:30163",
      because: "an agency is named after its commune",
    },
  ] as const)("$key is proposed: $because", ({ place, taken, key }) => {
    const proposed = proposeKey(place, (one) => taken.some((other) => other === one));
    expect(proposed).toBe(key);
    expect(isPlaceKey(place.kind, proposed)).toBe(true);
  });
});
