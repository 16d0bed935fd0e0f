import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftContent, formOfDraft } from "./draft-content.ts";
import { EMPTY_FORM, type IntakeForm, draftTitle, isWorthKeeping } from "./intake-form.ts";

const filled: IntakeForm = {
  ...EMPTY_FORM,
  procedureCode: "1.001193",
  case: "late",
  applicantKind: "organisation",
  person: { ...EMPTY_FORM.person, name: "Nguyễn Thị Hồng" },
  papers: { form: { originals: 1, copies: 2, shown: false } },
  furtherPapers: [{ id: 1, name: "Giấy viết tay", originals: 1, copies: 0 }],
  remarks: "x".repeat(10_500),
  assistedWriting: true,
};

describe("a draft of the intake form", () => {
  test("what is kept comes back as it was, too long remarks included", () => {
    const overTheWire = JSON.parse(JSON.stringify(draftContent(filled))) as Record<string, unknown>;
    expect(formOfDraft(overTheWire)).toEqual({ form: filled, whole: true });
  });

  test("a draft of an older program opens with what can be read", () => {
    const { form, whole } = formOfDraft({
      shape: 0,
      remarks: "gấp",
      person: { name: "An", sex: 3 },
      papers: { form: 7 },
    });
    expect(whole).toBe(false);
    expect(form).toEqual({ ...EMPTY_FORM, remarks: "gấp", person: { ...EMPTY_FORM.person, name: "An" } });
  });

  test("a count that no field could hold is none", () => {
    const papers = {
      many: { originals: 100, copies: -1, shown: "yes" },
      half: { originals: 0.5, copies: 99, shown: true },
    };
    expect(formOfDraft({ shape: 1, papers }).form.papers).toEqual({
      many: { originals: 0, copies: 0, shown: false },
      half: { originals: 0, copies: 99, shown: true },
    });
  });

  test("no draft, however broken, breaks the page: every field has the kind that the form expects", () => {
    const keys = fc.constantFrom(...Object.keys(EMPTY_FORM), "shape", "other");
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (content) => {
        const { form } = formOfDraft(content);
        for (const [key, sample] of Object.entries(EMPTY_FORM)) {
          const value = form[key as keyof IntakeForm];
          if (sample === null) expect(value === null || typeof value === "string").toBe(true);
          else expect([typeof value, Array.isArray(value)]).toEqual([typeof sample, Array.isArray(sample)]);
        }
        for (const line of Object.values(form.papers)) expect(Number.isInteger(line.originals)).toBe(true);
        expect(typeof form.person.name).toBe("string");
      }),
    );
  });
});

describe("what is worth a draft", () => {
  test.each([
    { form: EMPTY_FORM, worth: false, because: "nothing was typed" },
    {
      form: { ...EMPTY_FORM, procedureCode: "1.001193", channel: "postal" as const, case: "late" },
      worth: false,
      because: "choosing a procedure is quickly done again",
    },
    { form: { ...EMPTY_FORM, remarks: "x" }, worth: true, because: "something was typed" },
    {
      form: { ...EMPTY_FORM, papers: { form: { originals: 1, copies: 0, shown: false } } },
      worth: true,
      because: "a paper was counted",
    },
    { form: { ...EMPTY_FORM, submitterIsOther: true }, worth: true, because: "a choice was made" },
  ])("$worth: $because", ({ form, worth }) => {
    expect(isWorthKeeping(form)).toBe(worth);
  });

  test("the title names the applicant in composed letters and is never longer than the wire allows", () => {
    const form = { ...EMPTY_FORM, person: { ...EMPTY_FORM.person, name: ` ${"Hồng".normalize("NFD")} ` } };
    expect(draftTitle(form, "Đăng ký khai sinh", "chưa có tên")).toBe("Hồng – Đăng ký khai sinh");
    expect(draftTitle(EMPTY_FORM, "Đ".repeat(300), "chưa có tên")).toHaveLength(200);
  });
});
