import type { SiteRow } from "#contract/sites.ts";
import { describe, expect, test } from "vitest";
import { SITE_STATES, filterSites } from "./use-sites.ts";

const site = (id: string, changes: Partial<SiteRow> = {}): SiteRow => ({
  id,
  name: `Điểm tiếp nhận ${id}`,
  address: "Xã Bình Thành",
  unit: { id: "u", name: "Trung tâm Phục vụ hành chính công" },
  postOffices: [],
  openedOn: null,
  surveyedOn: null,
  validTo: null,
  findings: { open: 0, overdue: 0, resolved: 0 },
  ...changes,
});
const SITES = [
  site("Một", { openedOn: "2026-11-10", postOffices: ["Bưu điện Văn hóa xã Bình Tấn"] }),
  site("Hai", { openedOn: "2026-11-11", findings: { open: 1, overdue: 0, resolved: 0 } }),
  site("Ba", { findings: { open: 0, overdue: 2, resolved: 1 } }),
];
const found = (search: string, state: (typeof SITE_STATES)[number]) =>
  filterSites(SITES, { search, state }).map(({ id }) => id);

describe("the sites of a list", () => {
  test.each([
    { state: "all", wanted: ["Một", "Hai", "Ba"] },
    { state: "opened", wanted: ["Một", "Hai"] },
    { state: "notOpened", wanted: ["Ba"] },
    { state: "open", wanted: ["Hai", "Ba"] },
    { state: "overdue", wanted: ["Ba"] },
    { state: "resolved", wanted: ["Ba"] },
  ] as const)("that are $state", ({ state, wanted }) => {
    expect(found("", state)).toEqual(wanted);
  });

  test.each([
    { search: "buu dien tan", wanted: ["Một"], because: "words stand anywhere, without diacritics" },
    { search: "  BÌNH  thành ", wanted: ["Một", "Hai", "Ba"], because: "spaces and capitals do not count" },
    { search: "hai", wanted: ["Hai"], because: "the name is searched too" },
    { search: "không có", wanted: [], because: "nothing is called that" },
  ])("that are found by “$search”: $because", ({ search, wanted }) => {
    expect(found(search, "all")).toEqual(wanted);
  });
});
