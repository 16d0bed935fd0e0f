import type { ChecklistView } from "#contract/sites.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import type { SurveyDraft } from "./survey-draft.ts";
import { startFinding, startSurvey, surveyBody, surveyProblems } from "./survey-form.ts";

const item = (code: string, required = true): ChecklistView["items"][number] => ({
  code,
  group: "counter",
  name: code,
  hint: "",
  required,
  mark: "sourced",
  source: "x",
});
const checklist: ChecklistView = { version: 1, items: [item("decal"), item("camera"), item("more", false)] };
const today = plainDate("2026-11-16");
const world = { today, point: { validFrom: plainDate("2025-07-01"), validTo: null }, checklist };
const text = wordsOf("vi");
const start = startSurvey(checklist, today);
const answered: SurveyDraft = {
  ...start,
  answers: [
    { item: "decal", answer: "met", words: "", photos: [] },
    { item: "camera", answer: "notMet", words: "Chưa lắp", photos: [{ fileId: "f", words: "" }] },
    { item: "more", answer: "none", words: "", photos: [] },
  ],
};
const problems = (changes: Partial<SurveyDraft>) => surveyProblems({ ...answered, ...changes }, world, text);

describe("a survey on the screen", () => {
  test("begins today with nothing answered, and says what is still to be answered", () => {
    const found = surveyProblems(start, world, text);
    expect([...found.items.keys()]).toEqual(["decal", "camera"]);
    expect(found.count).toBe(2);
  });

  test("has no problem when everything that must be answered is, and then fits the route", () => {
    expect(problems({}).count).toBe(0);
    expect(surveyBody(answered, " Bưu điện tỉnh ")).toEqual({
      day: today,
      members: "Bưu điện tỉnh",
      note: "",
      checklistVersion: 1,
      answers: [
        { item: "decal", answer: "met", words: "", photos: [] },
        { item: "camera", answer: "notMet", words: "Chưa lắp", photos: [{ fileId: "f", words: "" }] },
      ],
      findings: [],
    });
  });

  test.each([
    { day: "hôm qua", because: "no day can be read" },
    { day: "2026-11-17", because: "it lies ahead" },
  ])("says beside the day when $because", ({ day }) => {
    const found = problems({ day });
    expect(found.day).toBeDefined();
    expect(found.count).toBe(1);
  });

  test("makes a finding of an item with its words and photos, and proposes ten days", () => {
    const finding = startFinding("1", answered, answered.answers[1] ?? null);
    expect(finding).toMatchObject({
      item: "camera",
      words: "Chưa lắp",
      deadline: "2026-11-26",
      responsible: "",
    });
    expect(finding.photos).toEqual([{ fileId: "f", words: "" }]);
    expect(problems({ findings: [finding] }).findings.get("1")).toEqual({
      responsible: "Hãy ghi ai chịu trách nhiệm khắc phục.",
    });
  });

  test("says beside each finding what is wrong with it, also a deadline that cannot be read", () => {
    const right = { ...startFinding("1", answered, null), words: "Thiếu bàn", responsible: "Xã" };
    const found = problems({
      findings: [
        right,
        { ...right, id: "2", deadline: "mai" },
        { ...right, id: "3", deadline: "2026-11-15" },
      ],
    });
    expect([...found.findings.keys()]).toEqual(["3", "2"]);
    expect(found.count).toBe(2);
    expect(surveyBody({ ...answered, findings: [right] }, "").findings).toEqual([
      {
        item: null,
        words: "Thiếu bàn",
        severity: "minor",
        deadline: "2026-11-26",
        responsible: "Xã",
        photos: [],
      },
    ]);
  });
});
