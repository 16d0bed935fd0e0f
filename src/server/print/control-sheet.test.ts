import { describe, expect, test } from "vitest";
import { FORM_SETS } from "#domain/dossier/issued-form.ts";
import { MARKED, info, overlaps, poppler, read, squeezed, words } from "../../../test/kit/pdf-words.ts";
import type { ControlSheetData } from "./control-sheet-data.ts";
import { readSheetTexts } from "./control-sheet-view.ts";
import { CONTROL_SHEET } from "./sample-control-sheet.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const printed = (changes: Partial<ControlSheetData> = {}) =>
  typesetter.controlSheet({ ...CONTROL_SHEET, ...changes });

const LONG = "Chi nhánh Trung tâm Phục vụ hành chính công số Một khu vực biên giới ".repeat(5).trim();

describe("the control sheet", () => {
  const text = read(printed(), "-raw");

  test.each([
    ["Số: 1/PKS-TTPVHCC", "number with its suffix"],
    ["PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "title"],
    ["Mã hồ sơ: 000.00.01.H20-261120-0001", "dossier code"],
    ["Cơ quan (bộ phận) giải quyết hồ sơ: Ủy ban nhân dân xã Bình Thành", "agency"],
    ["Cơ quan phối hợp giải quyết hồ sơ:", "who else"],
    ["Ngày nhận: 08 giờ 05 phút, ngày 20 tháng 11 năm 2026", "received"],
    ["Hẹn trả kết quả vào: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026", "due"],
    ["Tên đơn vị", "column of the units"],
    ["Thời gian giao nhận hồ sơ", "column of the times"],
    ["Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)", "column of the result"],
    ["1. Giao: Ủy ban nhân dân xã Bình Thành 2. Nhận: Công chức chuyên môn", "a hop"],
    ["13 giờ 30 phút, ngày 20 tháng 11 năm 2026 Người nhận: Phạm Thị Hà", "when, and who took it"],
    ["15 giờ 00 phút, ngày 24 tháng 11 năm 2026 Người giao: Võ Minh Thái", "when, and who gave it"],
    ["Trước hạn", "the result"],
    ["Trả kết quả", "a note"],
    ["– Kết quả giải quyết hồ sơ do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.", "first note"],
    [
      "– Việc lưu vết được thực hiện tự động theo chức năng của Hệ thống thông tin giải quyết thủ tục hành chính và thể hiện trên mẫu phiếu điện tử.",
      "second note",
    ],
  ])("says %s (%s)", (sentence) => expect(text).toContain(squeezed(sentence)));

  test("of 2018 has the note on what goes by post", () => {
    expect(read(printed({ formSet: "TT01_2018" }), "-raw")).toContain(
      squeezed(
        "Trường hợp hồ sơ được chuyển qua dịch vụ bưu chính công ích theo Quyết định số 45/2016/QĐ-TTg thì thời gian " +
          "giao, nhận hồ sơ và việc ký nhận thể hiện trong hóa đơn của cơ quan Bưu chính.",
      ),
    );
  });

  test("there is a wording for each set, with its source", () => {
    expect(
      readSheetTexts()
        .map(({ formSet }) => formSet)
        .toSorted(),
    ).toEqual([...FORM_SETS].toSorted());
    for (const { source } of readSheetTexts()) expect(source.length).toBeGreaterThan(20);
  });

  test("says that the clock stands instead of a date that does not hold", () => {
    expect(read(printed({ dueAt: null }))).toContain(squeezed("Hẹn trả kết quả vào: Thời hạn đang tạm dừng"));
  });

  test("prints every marked Vietnamese letter in its table", () => {
    const letters = MARKED.join(" ");
    const hops = CONTROL_SHEET.hops.slice(0, 1).map((hop) => ({ ...hop, note: letters }));
    const found = Array.from(read(printed({ hops, paperSize: "A4" })));
    for (const letter of MARKED) expect(found).toContain(letter);
  });

  test.each(["A5", "A4"] as const)(
    "on %s stays on its sheets with forty hops and long names",
    (paperSize) => {
      const hops = Array.from({ length: 40 }, (_, index) => ({
        ...CONTROL_SHEET.hops[index % CONTROL_SHEET.hops.length],
        from: LONG,
        giver: LONG,
        note: LONG,
      })) as unknown as ControlSheetData["hops"];
      const pdf = printed({ paperSize, hops, unitName: LONG, agencyName: LONG });
      const found = words(pdf);
      const width = paperSize === "A5" ? 419.5 : 595.3;
      expect(overlaps(found)).toEqual([]);
      expect(found.filter(({ box }) => box[0] < 33 || box[2] > width - 30)).toEqual([]);
      expect(read(pdf).split("Tênđơnvị").length - 1).toBeGreaterThanOrEqual(Number(info(pdf)["Pages"]) - 1);
    },
  );

  test("is tagged PDF/A with its fonts, and the same hops give the same bytes", () => {
    const pdf = printed();
    expect(Buffer.from(pdf).equals(printed())).toBe(true);
    expect(info(pdf)).toMatchObject({ Tagged: "yes", Pages: "1" });
    expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
    const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
  });
});
