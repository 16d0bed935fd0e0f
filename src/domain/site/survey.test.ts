import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../shared/plain-date.ts";
import type { ChecklistItem } from "./checklist.ts";
import { SURVEY_ANSWERS, type Survey, checkSurvey } from "./survey.ts";

const today = plainDate("2026-11-16");
const item = (code: string, required = true): ChecklistItem => ({
  code,
  group: "counter",
  name: code,
  hint: "",
  required,
  mark: "sourced",
  source: "x",
});
const world = {
  today,
  point: { validFrom: plainDate("2025-07-01"), validTo: null },
  checklist: {
    version: 1,
    validFrom: plainDate("2018-01-01"),
    items: [item("decal"), item("camera"), item("staffKnows", false)],
  },
};
const met = (code: string) => ({ item: code, answer: "met" as const, words: "" });
const finding = {
  item: "decal",
  words: "Bong",
  deadline: plainDate("2026-11-20"),
  responsible: "Bưu điện",
};
const survey: Survey = {
  day: plainDate("2026-11-12"),
  answers: [met("decal"), met("camera")],
  findings: [finding],
};

describe("a survey", () => {
  test.each<{ changes: Partial<Survey>; faults: readonly string[]; because: string }>([
    { changes: {}, faults: [], because: "what must be answered is answered" },
    { changes: { day: today, findings: [] }, faults: [], because: "it was today and found nothing" },
    {
      changes: { findings: [{ ...finding, item: null, deadline: survey.day }] },
      faults: [],
      because: "a finding may belong to no item and be due at once",
    },
    { changes: { day: plainDate("2026-11-17") }, faults: ["survey_ahead "], because: "nobody was there yet" },
    {
      changes: { day: plainDate("2025-06-30") },
      faults: ["point_not_there "],
      because: "there was no point",
    },
    { changes: { answers: [met("decal")] }, faults: ["item_unanswered camera"], because: "it was left out" },
    {
      changes: { answers: [met("decal"), met("camera"), met("camera")] },
      faults: ["item_twice camera"],
      because: "two answers are none",
    },
    {
      changes: { answers: [met("decal"), met("camera"), met("magic")] },
      faults: ["item_unknown magic"],
      because: "there is no such item",
    },
    {
      changes: { answers: [met("decal"), { item: "camera", answer: "notMet", words: " " }] },
      faults: ["words_missing camera"],
      because: "what is missing is not said",
    },
    {
      changes: { findings: [{ ...finding, deadline: plainDate("2026-11-11") }] },
      faults: ["deadline_before_survey 0"],
      because: "it would be late before it was found",
    },
    {
      changes: { findings: [finding, { ...finding, words: "", responsible: " ", item: "magic" }] },
      faults: ["finding_words_missing 1", "finding_responsible_missing 1", "finding_item_unknown 1"],
      because: "all faults are said at once, by the place of the finding",
    },
  ])("$faults: $because", ({ changes, faults }) => {
    const found = checkSurvey({ ...survey, ...changes }, world);
    expect(found.map(({ fault, about }) => `${fault} ${about}`)).toEqual(faults);
  });

  test("words are asked for exactly when something is missing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SURVEY_ANSWERS), fc.constantFrom("", "  ", "Thiếu"), (answer, words) => {
        const found = checkSurvey(
          { ...survey, answers: [met("decal"), { item: "camera", answer, words }] },
          world,
        );
        const missing = answer === "partly" || answer === "notMet";
        expect(found.length).toBe(missing && words.trim() === "" ? 1 : 0);
      }),
    );
  });

  test("a deadline is right from the day of the survey on", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 400 }), (offset) => {
        const deadline = addDays(survey.day, offset);
        const found = checkSurvey({ ...survey, findings: [{ ...finding, deadline }] }, world);
        expect(found.length).toBe(offset < 0 ? 1 : 0);
      }),
    );
  });
});
