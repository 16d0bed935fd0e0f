import { wordsOf } from "#web/text/words.ts";
import { CORRECTED_FIELDS } from "#domain/dossier/corrected-field.ts";
import { expect, test } from "vitest";
import { changeWords, correctedWords } from "./corrected-words.ts";

const vi = wordsOf("vi");
const paper = { name: "Đơn", originals: 1, copies: 0, shown: false, note: null };

test("every field has words of its own in both languages", () => {
  for (const language of ["vi", "en"] as const) {
    const text = wordsOf(language);
    const said = CORRECTED_FIELDS.map((field) => correctedWords([field], text));
    expect(new Set(said).size).toBe(CORRECTED_FIELDS.length);
    for (const words of said) expect(words).not.toContain("undefined");
  }
});

test("the papers are named as papers", () => {
  expect(correctedWords(["papers"], vi)).toContain(vi.correcting.papers);
});

test.each([
  {
    value: { field: "applicant.phone" as const, before: "0912345678", after: "0987654321" },
    says: "Số điện thoại người đề nghị: 0912345678 → 0987654321",
  },
  {
    value: { field: "applicant.birthDate" as const, before: null, after: "1990-05-12" },
    says: "Ngày sinh người đề nghị: để trống → 12/05/1990",
  },
  {
    value: { field: "returnMethod" as const, before: "counter", after: "postal" },
    says: `Cách nhận kết quả: ${vi.lists.returnMethods.counter} → ${vi.lists.returnMethods.postal}`,
  },
  {
    value: { field: "authorisation.relation" as const, before: null, after: "child" },
    says: `Quan hệ trên giấy ủy quyền: để trống → ${vi.lists.relations.child}`,
  },
  {
    value: { field: "authorisation.date" as const, before: "2026-11-09", after: "2026-11-10" },
    says: "Ngày lập trên giấy ủy quyền: 09/11/2026 → 10/11/2026",
  },
  {
    value: { field: "assistedWriting" as const, before: "false", after: "true" },
    says: "Ghi thay người không viết: Không → Có",
  },
])("a change is said from what to what: $says", ({ value, says }) => {
  expect(changeWords({ values: [value], papers: [] }, vi)).toEqual([says]);
});

test.each([
  { change: { before: null, after: paper }, says: "Thêm giấy tờ: Đơn (1 bản chính)" },
  { change: { before: paper, after: null }, says: "Bỏ giấy tờ ghi nhầm: Đơn (1 bản chính)" },
  {
    change: { before: paper, after: { ...paper, originals: 0, copies: 2 } },
    says: "Giấy tờ Đơn: 1 bản chính → 2 bản sao",
  },
  {
    change: { before: paper, after: { ...paper, name: "Tờ đơn" } },
    says: "Giấy tờ Đơn (nay ghi là Tờ đơn): 1 bản chính → 1 bản chính",
  },
  {
    change: { before: { ...paper, shown: true }, after: { ...paper, copies: 1 } },
    says: `Giấy tờ Đơn: ${vi.dossiers.page.shown} → 1 bản chính, 1 bản sao`,
  },
])("a paper says what became of it: $says", ({ change, says }) => {
  expect(changeWords({ values: [], papers: [change] }, vi)).toEqual([says]);
});
