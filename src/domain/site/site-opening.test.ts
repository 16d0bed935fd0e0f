import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { type SiteOpening, checkOpening } from "./site-opening.ts";

const day = (text: string) => plainDate(text);
const world = {
  today: day("2026-11-16"),
  point: { validFrom: day("2025-07-01"), validTo: day("2026-12-31") },
  counters: new Map([
    ["first", { validFrom: day("2025-07-01"), validTo: null }],
    ["second", { validFrom: day("2026-11-01"), validTo: null }],
  ]),
};
const opening: SiteOpening = {
  openedOn: day("2026-11-10"),
  address: "Ấp 1, xã Bình Thành",
  counterIds: ["first", "second"],
  decal: true,
  decalSince: day("2026-11-12"),
  equipment: { computer: 2 },
};

describe("the opening of a site", () => {
  test.each<{ changes: Partial<SiteOpening>; faults: readonly string[]; because: string }>([
    { changes: {}, faults: [], because: "it is all there" },
    { changes: { openedOn: world.today }, faults: [], because: "it was opened today" },
    { changes: { decalSince: null }, faults: [], because: "nobody knows since when" },
    { changes: { decal: false, decalSince: null }, faults: [], because: "the decal is still to come" },
    {
      changes: { openedOn: day("2026-11-17") },
      faults: ["opened_ahead "],
      because: "what has not happened is a plan, and no opening",
    },
    {
      changes: { openedOn: day("2025-06-30"), counterIds: ["first"] },
      faults: ["point_not_there ", "counter_elsewhere first"],
      because: "neither the point nor its counter was there",
    },
    {
      changes: { openedOn: day("2026-10-31") },
      faults: ["counter_elsewhere second"],
      because: "the second counter came the day after",
    },
    {
      changes: { counterIds: ["third"] },
      faults: ["counter_elsewhere third"],
      because: "it is another point's",
    },
    {
      changes: { address: " ", counterIds: [] },
      faults: ["address_missing ", "counters_missing "],
      because: "both are said at once",
    },
    { changes: { decalSince: day("2026-11-17") }, faults: ["decal_since_ahead "], because: "it lies ahead" },
    { changes: { decal: false }, faults: ["decal_since_without_decal "], because: "there is none" },
  ])("$faults: $because", ({ changes, faults }) => {
    const found = checkOpening({ ...opening, ...changes }, world);
    expect(found.map(({ fault, about }) => `${fault} ${about}`)).toEqual(faults);
  });
});
