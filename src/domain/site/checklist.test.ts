import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { checklistOn, readChecklists } from "./checklist.ts";

const item = {
  code: "decal",
  group: "counter",
  name: "Quầy có dán decal nhận diện",
  hint: "",
  required: true,
  mark: "sourced",
  source: "Khảo sát",
};
const version = (number: number, validFrom: string, items: readonly unknown[] = [item]) => ({
  version: number,
  validFrom,
  items,
});

describe("the checklist of the reference data", () => {
  test("can be read, and says of each item where it is from", () => {
    const file = new URL("../../../db/reference/survey-checklist.json", import.meta.url);
    const read = readChecklists(JSON.parse(readFileSync(file, "utf8")));
    if (!read.ok) throw new Error(JSON.stringify(read));
    const newest = read.value.at(-1);
    expect(newest?.items.length).toBeGreaterThan(10);
    const ours = newest?.items.filter(({ mark }) => mark !== "sourced") ?? [];
    // What no text asks for is not demanded.
    expect(ours.every(({ required }) => !required)).toBe(true);
  });

  test.each([
    { data: [], because: "there is no version" },
    { data: {}, because: "it is no list" },
    { data: [version(2, "2026-01-01")], because: "versions count from 1" },
    { data: [version(1, "2026-02-30")], because: "there is no such day" },
    { data: [version(1, "2026-01-01", [])], because: "nothing is looked at" },
    { data: [version(1, "2026-01-01", [{ ...item, mark: "sure" }])], because: "there is no such mark" },
    { data: [version(1, "2026-01-01", [{ ...item, group: "sky" }])], because: "there is no such group" },
    { data: [version(1, "2026-01-01", [{ ...item, source: "" }])], because: "it is from nowhere" },
    { data: [version(1, "2026-01-01", [item, item])], because: "an item stands there twice" },
    {
      data: [version(1, "2026-01-01"), version(2, "2026-01-01")],
      because: "two versions begin on one day",
    },
  ])("is refused when $because", ({ data }) => {
    expect(readChecklists(data)).toMatchObject({ ok: false, code: "checklist_invalid" });
  });

  test.each([
    { on: "2025-12-31", wanted: 1, because: "before the first there is only the first" },
    { on: "2026-01-01", wanted: 1, because: "it begins" },
    { on: "2026-06-30", wanted: 1, because: "the second begins the day after" },
    { on: "2026-07-01", wanted: 2, because: "the second begins" },
  ])("on $on is version $wanted: $because", ({ on, wanted }) => {
    const read = readChecklists([version(1, "2026-01-01"), version(2, "2026-07-01")]);
    expect(read.ok && checklistOn(read.value, plainDate(on))?.version).toBe(wanted);
  });
});
