import { expect, test } from "vitest";
import { type PostalPlace, zoneBetween } from "./zone.ts";

const haiChau: PostalPlace = { province: "48", region: "central", districts: ["492"] };
const hoaVang: PostalPlace = { province: "48", region: "central", districts: ["497"] };
const overBorder: PostalPlace = { province: "48", region: "central", districts: ["492", "497"] };
const hue: PostalPlace = { province: "46", region: "central", districts: ["474"] };
const hanoi: PostalPlace = { province: "01", region: "north", districts: ["001"] };
const unlisted: PostalPlace = { ...hanoi, region: null };

test.each([
  { from: haiChau, to: haiChau, zone: "innerDistrict", doubt: null, because: "they lay in one district" },
  { from: haiChau, to: hoaVang, zone: "betweenDistricts", doubt: null, because: "they lay in two" },
  {
    from: haiChau,
    to: overBorder,
    zone: "innerDistrict",
    doubt: "districtUncertain",
    because: "a part of the new commune lay in the same district, and the citizen pays the cheaper",
  },
  { from: haiChau, to: hue, zone: "innerRegion", doubt: null, because: "one region, two provinces" },
  { from: haiChau, to: hanoi, zone: "betweenRegions", doubt: null, because: "two regions" },
  { from: haiChau, to: unlisted, zone: "innerRegion", doubt: "regionUnknown", because: "no list names it" },
])("$zone, because $because", ({ from, to, zone, doubt }) => {
  expect(zoneBetween(from, to)).toEqual({ zone, doubt });
  expect(zoneBetween(to, from)).toEqual({ zone, doubt });
});
