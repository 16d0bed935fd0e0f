import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { EMPTY_FORM, type IntakeForm } from "./intake-form.ts";
import { linesOfMissing, lodgingInput } from "./lodging-input.ts";

const content = {
  code: "1.000001",
  papers: [{ id: "form", name: "Tờ khai", kind: "submit", originals: 1, copies: 0 }],
  channels: [{ channel: "direct", limits: [{ limit: { amount: 3, unit: "workingDay" } }], fees: [] }],
} as unknown as ProcedureContent;
const context = { content, versionId: "v", today: plainDate("2026-11-16"), draftId: null };
const NHUNG = {
  ...EMPTY_FORM.person,
  name: "Nguyễn Thị Hồng Nhung",
  identityNumber: "087190001234",
  address: "Ấp 1",
};
const BAY = { ...NHUNG, name: "Trần Văn Bảy", identityNumber: "087085004321" };
const form = (changes: Partial<IntakeForm> = {}): IntakeForm => ({
  ...EMPTY_FORM,
  person: NHUNG,
  ...changes,
});

describe("what the counter sends of a dossier that it does not receive", () => {
  test("is who lodges it, without the papers: they go home", () => {
    const papers = { form: { originals: 1, copies: 0, shown: false } };
    const checked = lodgingInput(form({ papers, missingPapersReason: "nộp sau" }), context);
    expect(checked).toMatchObject({
      ok: true,
      input: { applicant: { name: NHUNG.name }, channel: "direct" },
    });
    expect(Object.keys(checked.ok ? checked.input : {})).not.toEqual(expect.arrayContaining(["papers"]));
    expect(JSON.stringify(checked)).not.toMatch(/missingPapersReason|furtherPapers|receiptDelivery/u);
  });

  test("asks for no reason though papers are missing: they are what is asked for", () => {
    expect(lodgingInput(form(), context).ok).toBe(true);
  });

  test("leaves out who came without a power of attorney", () => {
    const checked = lodgingInput(form({ submitterIsOther: true, submitter: BAY }), context);
    expect(checked).toMatchObject({ ok: true });
    expect(JSON.stringify(checked)).not.toContain(BAY.name);
  });

  test.each([
    { changes: { person: { ...NHUNG, name: "" } }, field: "applicant.name", because: "nobody is named" },
    {
      changes: {
        submitterIsOther: true,
        submitter: BAY,
        authorisation: { ...EMPTY_FORM.authorisation, scope: "Nộp" },
      },
      field: "authorisation.date",
      because: "a power of attorney was begun and not finished",
    },
  ])("names the field that stands in the way: $because", ({ changes, field }) => {
    const checked = lodgingInput(form(changes), context);
    expect(checked.ok ? [] : checked.fields).toContain(field);
  });
});

test("a request begins with the missing papers; of one only to be shown no original is asked for", () => {
  const missing = { paperId: "x", name: "Tờ khai", originals: 2, copies: 1, toShow: false };
  expect(
    linesOfMissing(
      [missing, { ...missing, name: "Căn cước", originals: 0, copies: 0, toShow: true }],
      (name) => `${name} (xuất trình)`,
    ),
  ).toEqual([
    { id: 1, name: "Tờ khai", originals: 2, copies: 1 },
    { id: 2, name: "Căn cước (xuất trình)", originals: 0, copies: 0, shown: true },
  ]);
  expect(linesOfMissing([], String)).toMatchObject([{ name: "" }]);
});
