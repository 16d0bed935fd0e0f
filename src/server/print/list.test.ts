import { describe, expect, test } from "vitest";
import { FORM_SETS, type FormSet } from "#domain/dossier/issued-form.ts";
import { UNIT_FORMS, type UnitForm } from "#domain/dossier/register.ts";
import { MARKED, info, overlaps, poppler, read, squeezed, words } from "../../../test/kit/pdf-words.ts";
import type { ListData } from "./list-data.ts";
import { readListTexts } from "./list-texts.ts";
import { sampleList, sampleRow } from "./sample-list.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const printed = (form: UnitForm, formSet: FormSet = "TT03_2025", changes: Partial<ListData> = {}) =>
  typesetter.list({ ...sampleList(form, formSet), ...changes });

const ALL = UNIT_FORMS.flatMap((form) => FORM_SETS.map((set) => [form, set] as const));
const LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại và Dịch vụ ".repeat(4).trim();

describe("the wordings", () => {
  test("there is one for each list of each set, with its source", () => {
    const found = readListTexts().map(({ form, formSet }) => `${form} ${formSet}`);
    expect(found.toSorted()).toEqual(ALL.map((names) => names.join(" ")).toSorted());
    for (const { source } of readListTexts()) expect(source.length).toBeGreaterThan(20);
  });

  test("what no source confirms is not marked as sourced", () => {
    for (const { form, formSet, mark } of readListTexts())
      expect(mark === "sourced", `${form} ${formSet}`).toBe(form === "register" && formSet === "TT03_2025");
  });

  test.each(ALL)("%s of %s has only columns that a row can fill", (form, set) => {
    const text = readListTexts().find((one) => one.form === form && one.formSet === set);
    for (const { name } of text?.columns ?? []) expect(Object.keys(sampleRow(0))).toContain(name);
  });
});

const SAYS: readonly (readonly [UnitForm, FormSet, readonly string[]])[] = [
  [
    "register",
    "TT03_2025",
    [
      "SỔ THEO DÕI HỒ SƠ",
      "Số: 07/STD-TTPVHCC",
      "Lĩnh vực: Chứng thực; Hộ tịch",
      "Quyển số: 01",
      "Khóa sổ: lúc 08:00 02/01/2027, từ số 01 đến số 03",
      "Nhận và trả kết quả",
      "Đã ký",
      "Sổ theo dõi hồ sơ được lập theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một cửa.",
      "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký, ghi rõ họ tên và đóng dấu)",
      "Hồ Thị Hạnh",
    ],
  ],
  ["register", "TT01_2018", ["SỔ THEO DÕI HỒ SƠ", "Số: 07/STD", "Ghi chú", "Gia hạn một lần"]],
  [
    "dossierHandOver",
    "TT03_2025",
    [
      "GIẤY BÀN GIAO HỒ SƠ",
      "Số: 07/BPTNTKQ",
      "Bên giao: Trung tâm Phục vụ hành chính công xã Bình Thành",
      "Bên nhận: Ủy ban nhân dân xã Bình Thành",
      "Tổng số hồ sơ: 03",
      "Số giấy tờ",
      "(Liên 1: Bên giao giữ)",
      "(Liên 2: Bên nhận giữ)",
    ],
  ],
  [
    "resultHandOver",
    "TT03_2025",
    [
      "PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
      "Tổng số kết quả: 03",
      "Phí, lệ phí (X là có)",
      "Đã giải quyết",
      "NGƯỜI GIAO (Ký và ghi rõ họ tên)",
      "NGƯỜI NHẬN (Ký và ghi rõ họ tên)",
    ],
  ],
];

describe("what a list says", () => {
  test.each(SAYS)("%s of %s", (form, set, sentences) => {
    const text = read(printed(form, set), "-raw");
    for (const sentence of sentences) expect(text).toContain(squeezed(sentence));
    for (const cell of ["000.00.01.H20-261120-0003", "Nguyễn Thị Ánh Tuyết"])
      expect(text).toContain(squeezed(cell));
  });

  test("the copy of 2018 has the column of the sets, which that of 2025 has not", () => {
    const title = squeezed("Số lượng hồ sơ (bộ)");
    expect(read(printed("register", "TT01_2018"), "-raw")).toContain(title);
    expect(read(printed("register"), "-raw")).not.toContain(title);
  });

  test("a print of an open register leaves its number to be filled in", () => {
    expect(read(printed("register", "TT03_2025", { number: null }))).toMatch(/Số:\.{5,}\/STD-TTPVHCC/u);
  });

  test("every marked Vietnamese letter is printed in a cell", () => {
    const row = { ...sampleRow(0), procedure: MARKED.join(" ") };
    const found = Array.from(read(printed("register", "TT03_2025", { rows: [row] })));
    for (const letter of MARKED) expect(found).toContain(letter);
  });
});

describe("the sheets", () => {
  test.each(ALL)(
    "%s of %s: eighty long rows stay on their sheets and apart, each sheet with its head",
    (form, set) => {
      const rows = Array.from({ length: 80 }, (_, index) => ({
        ...sampleRow(index),
        ...(index % 5 === 0 && {
          applicant: LONG,
          contact: LONG,
          address: LONG,
          procedure: LONG,
          agency: LONG,
        }),
      }));
      const pdf = printed(form, set, {
        rows,
        copies: 1,
        unitName: LONG,
        heading: { fields: LONG, from: LONG, to: LONG },
      });
      const found = words(pdf);
      const width = Number((info(pdf)["Page size"] ?? "").split(" ")[0]);
      expect(overlaps(found)).toEqual([]);
      expect(found.filter(({ box }) => box[0] < 38 || box[2] > width - 32)).toEqual([]);
      const pages = Number(info(pdf)["Pages"]);
      expect(pages).toBeGreaterThan(1);
      expect(read(pdf).split(squeezed("Mã hồ sơ")).length - 1).toBeGreaterThanOrEqual(pages - 1);
      expect(read(pdf)).toContain(squeezed(`Trang ${pages}/${pages}`));
    },
  );

  test.each([
    ["register", "841.89 x 595.276 pts"],
    ["dossierHandOver", "595.276 x 841.89 pts"],
    ["resultHandOver", "841.89 x 595.276 pts"],
  ] as const)("%s is on A4", (form, size) => expect(info(printed(form))["Page size"]).toContain(size));

  test.each(ALL)(
    "%s of %s is tagged PDF/A with its fonts, and the same rows give the same bytes",
    (form, set) => {
      const pdf = printed(form, set);
      expect(Buffer.from(pdf).equals(printed(form, set))).toBe(true);
      expect(info(pdf)["Tagged"]).toBe("yes");
      expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
      const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
      for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
    },
  );
});
