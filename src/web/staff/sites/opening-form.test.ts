import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import { hasProblems, openingBody, openingProblems, refusedFields, startOpening } from "./opening-form.ts";

const text = wordsOf("vi");
const form = { ...startOpening("Ấp 1"), openedOn: "2026-11-10", counterIds: ["c1"] };

describe("the form of an opening", () => {
  test("claims no counter of the day by itself: who was there ticks them", () => {
    expect(openingProblems({ ...form, counterIds: startOpening("Ấp 1").counterIds }, text)).toMatchObject({
      counterIds: text.sites.openingFaults.counters_missing,
    });
  });

  test("is without a problem once the day is there, and then fits the route", () => {
    expect(hasProblems(openingProblems(form, text))).toBe(false);
    expect(
      openingBody({ ...form, counts: { computer: " 2 ", scanner: "0", seat: "" }, decalSince: "2026-11-01" }),
    ).toEqual({
      openedOn: "2026-11-10",
      address: "Ấp 1",
      counterIds: ["c1"],
      decal: false,
      // Without a decal there is no day since when, whatever stands in the hidden field.
      decalSince: null,
      equipment: [{ kind: "computer", count: 2 }],
      otherEquipment: "",
      present: "",
      photos: [],
    });
  });

  test.each([
    { changes: { openedOn: "" }, field: "openedOn" },
    { changes: { openedOn: "31/02" }, field: "openedOn" },
    { changes: { address: " " }, field: "address" },
    { changes: { counterIds: [] }, field: "counterIds" },
    { changes: { decal: true, decalSince: "hôm qua" }, field: "decalSince" },
  ])("says beside $field what is wrong: $changes", ({ changes, field }) => {
    const problems = openingProblems({ ...form, ...changes }, text);
    expect(Object.keys(problems)).toEqual([field, "counts", "decision"]);
    expect(hasProblems(problems)).toBe(true);
  });

  test("wants a number where something is counted, and a whole decision where one is named", () => {
    const problems = openingProblems({ ...form, counts: { seat: "hai" }, withDecision: true }, text);
    expect(Object.keys(problems.counts)).toEqual(["seat"]);
    expect(Object.keys(problems.decision)).toEqual(["number", "issuer", "title", "issuedOn"]);
  });

  test("says the server's faults beside the field that they are about", () => {
    const refused = (findings: readonly string[]) =>
      refusedFields({ kind: "refused", code: "opening_invalid", details: { findings }, requestId: "" }, text);
    expect(refused(["counter_elsewhere c1", "opened_ahead"])).toEqual({
      counterIds: text.sites.openingFaults.counter_elsewhere,
      openedOn: text.sites.openingFaults.opened_ahead,
    });
    expect(refused(["something_new"])).toEqual({});
    expect(refusedFields(null, text)).toEqual({});
  });
});
