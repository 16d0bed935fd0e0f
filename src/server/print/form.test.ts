import { describe, expect, test } from "vitest";
import { FORM_SETS, type FormSet, ISSUED_FORMS, type IssuedForm } from "#domain/dossier/issued-form.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { MARKED, info, overlaps, poppler, read, squeezed, words } from "../../../test/kit/pdf-words.ts";
import type { FormData } from "./form-data.ts";
import { FORM_VALUES, formText, readFormTexts } from "./form-texts.ts";
import { PrintError } from "./print-error.ts";
import { sampleForm } from "./sample-form.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const TEXTS = readFormTexts();
const FORMS = TEXTS.map(({ form, formSet }) => [form, formSet] as const);

function printed(form: IssuedForm, formSet: FormSet = "TT03_2025", changes: Partial<FormData> = {}) {
  return typesetter.form({ ...sampleForm(form, formSet), ...changes });
}

const LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại và Dịch vụ ".repeat(6).trim();
const PARTY = sampleForm("mau02").applicant;

describe("the wordings", () => {
  test("there is one for each form of each set, and the stop notice only in the set that has it", () => {
    const expected = FORM_SETS.flatMap((set) =>
      ISSUED_FORMS.filter((form) => set === "TT03_2025" || form !== "mau05").map((form) => `${set} ${form}`),
    );
    expect(FORMS.map(([form, set]) => `${set} ${form}`).toSorted()).toEqual(expected.toSorted());
  });

  test.each(FORMS)("%s of %s names only what a form knows, and says where it is from", (form, formSet) => {
    const text = formText(TEXTS, form, formSet);
    const named = [...JSON.stringify(text.blocks).matchAll(/\{(\w+)\}|"(?:when|unless)":"(\w+)"/gu)];
    for (const [, value, condition] of named) expect(FORM_VALUES).toContain(value ?? condition);
    expect(text.source.length).toBeGreaterThan(20);
    expect(["sourced", "recalled", "inference"]).toContain(text.mark);
  });

  test("what no source confirms is not marked as sourced", () => {
    expect(formText(TEXTS, "mau05", "TT03_2025").mark).toBe("inference");
    for (const { formSet, mark } of TEXTS) if (formSet === "TT01_2018") expect(mark).toBe("inference");
  });
});

const HEAD = [
  "UBND XÃ BÌNH THÀNH",
  "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ BÌNH THÀNH",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Bình Thành, ngày 22 tháng 11 năm 2026",
  "Mã hồ sơ: 000.00.01.H20-261120-0001",
  "Trần Quốc Đạt Công chức một cửa Của Trung tâm Phục vụ hành chính công xã Bình Thành",
  "K7QM-2XPD-R4",
  "Trang 1/1",
];
const PERSON = [
  "Địa chỉ: Số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp",
  "Số điện thoại: 0912 345 678",
  "Email: anh.tuyet@example.vn",
  "Nội dung yêu cầu giải quyết: Đăng ký biến động quyền sử dụng đất do thừa kế (mã thủ tục: 1.012753)",
];
const SUPPLEMENT = [
  ...PERSON,
  "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
  "Hồ sơ của: Nguyễn Thị Ánh Tuyết",
  "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:",
  "Lý do: Bản sao giấy chứng nhận quyền sử dụng đất bị mờ ở trang 2; chưa có văn bản thỏa thuận của người thừa kế.",
  "Đề nghị bổ sung, hoàn thiện hồ sơ chậm nhất: ngày 07 tháng 12 năm 2026",
  "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông (Bà) liên hệ với Trung tâm Phục vụ hành chính công xã Bình Thành số điện thoại",
  "để được hướng dẫn./.",
  "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên)",
];
const REFUSAL = [
  ...PERSON,
  "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
  "Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Ánh Tuyết",
  "Số định danh cá nhân: 087192004567",
  "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau: " +
    "Thủ tục này do Ủy ban nhân dân tỉnh giải quyết; đề nghị nộp tại Trung tâm Phục vụ hành chính công tỉnh.",
  "Xin thông báo cho Ông (Bà) được biết và thực hiện./.",
  "NGƯỜI NỘP HỒ SƠ",
  "NGƯỜI TIẾP NHẬN HỒ SƠ",
];
const APOLOGY = [
  "Kính gửi: Ông (Bà) Nguyễn Thị Ánh Tuyết",
  "Ngày 20 tháng 11 năm 2026, Ủy ban nhân dân xã Bình Thành tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục " +
    "hành chính Đăng ký biến động quyền sử dụng đất do thừa kế (mã thủ tục: 1.012753) của Ông (Bà); số định danh: " +
    "087192004567; mã số hồ sơ: 000.00.01.H20-261120-0001.",
  "Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026",
  "Tuy nhiên đến nay, Ủy ban nhân dân xã Bình Thành chưa trả kết quả giải quyết hồ sơ của Ông (Bà) đúng thời hạn quy " +
    "định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
  "Lý do: Cơ quan thuế chưa xác định xong nghĩa vụ tài chính.",
  "Ủy ban nhân dân xã Bình Thành xin lỗi Ông (Bà) và sẽ trả kết quả giải quyết hồ sơ cho Ông (Bà) vào 11 giờ 30 phút, " +
    "ngày 02 tháng 12 năm 2026.",
  "Mong nhận được sự thông cảm của Ông (Bà) vì sự chậm trễ này./.",
  "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký và ghi rõ họ tên)",
];
const SAYS: readonly (readonly [IssuedForm, FormSet, readonly string[]])[] = [
  [
    "mau02",
    "TT03_2025",
    [
      ...SUPPLEMENT,
      "Số: 07/PBS-TTPVHCC",
      "1. Giấy chứng nhận quyền sử dụng đất (01 bản chính, 02 bản sao)",
      "2. Văn bản thỏa thuận phân chia di sản, có chứng thực (01 bản chính)",
      "3. Tờ khai theo mẫu, ghi rõ nơi cư trú Lý do",
    ],
  ],
  [
    "mau02",
    "TT01_2018",
    [
      ...SUPPLEMENT,
      "Số: 07/HDHS",
      "TT Thành phần hồ sơ Bản chính Bản sao 1 Giấy chứng nhận quyền sử dụng đất 1 2",
      "3 Tờ khai theo mẫu, ghi rõ nơi cư trú – –",
    ],
  ],
  ["mau03", "TT03_2025", [...REFUSAL, "Số: 07/PTC-TTPVHCC"]],
  ["mau03", "TT01_2018", [...REFUSAL, "Số: 07/PTC"]],
  [
    "mau04",
    "TT03_2025",
    [
      ...APOLOGY,
      "Số: 07/PXL-TTPVHCC",
      "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
      "xin trân trọng gửi lời xin lỗi đến Ông (Bà) vì sự chậm trễ trong quá trình giải quyết hồ sơ có thể gây phiền hà, " +
        "tốn kém về chi phí, công sức của Ông (Bà).",
    ],
  ],
  ["mau04", "TT01_2018", [...APOLOGY, "Số: 07/PXL", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"]],
  [
    "mau05",
    "TT03_2025",
    [
      ...PERSON,
      "Số: 07/TB-TTPVHCC",
      "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
      "Kính gửi: Ông (Bà) Nguyễn Thị Ánh Tuyết",
      "Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 20 tháng 11 năm 2026",
      "Cơ quan giải quyết hồ sơ: Ủy ban nhân dân xã Bình Thành",
      "Ngày đề nghị dừng giải quyết hồ sơ: ngày 21 tháng 11 năm 2026",
      "Trung tâm Phục vụ hành chính công xã Bình Thành thông báo dừng giải quyết hồ sơ này theo đề nghị của Ông (Bà).",
      "Lý do: Người nộp xin rút hồ sơ để nộp tại nơi cư trú mới; chưa có kết quả giải quyết.",
      "Xin thông báo cho Ông (Bà) được biết./.",
    ],
  ],
];

describe("what each form says", () => {
  test.each(SAYS)("%s of %s, every letter", (form, formSet, sentences) => {
    const text = read(printed(form, formSet), "-raw");
    for (const sentence of [...HEAD, ...sentences]) expect(text).toContain(squeezed(sentence));
  });

  test("every form of every set is among those compared", () => {
    const compared = SAYS.map(([form, set]) => `${set} ${form}`);
    expect(compared.toSorted()).toEqual(FORMS.map(([form, set]) => `${set} ${form}`).toSorted());
  });

  test.each(FORMS)("%s of %s has every marked Vietnamese letter", (form, formSet) => {
    const all = MARKED.join(" ");
    const officer = { name: all, role: all, basisNote: all };
    const content = { ...sampleForm(form).content, reason: all };
    const text = read(printed(form, formSet, { content, officer, submitterName: "" }), "-raw");
    expect(text.split(MARKED.join("")).length - 1).toBe(4);
  });

  test("an organisation is called one, and has the number of an organisation", () => {
    const applicant = {
      ...PARTY,
      kind: "organisation" as const,
      name: "Hợp tác xã Tân Bình",
      identityNumber: "1400567890",
    };
    const text = read(printed("mau03", "TT03_2025", { applicant }));
    expect(text).toContain(
      squeezed("Tiếp nhận hồ sơ của Tổ chức: Hợp tác xã Tân Bình Số định danh tổ chức: 1400567890"),
    );
    expect(text).toContain(squeezed("Xin thông báo cho Tổ chức được biết"));
  });

  test("a second request says what allows it, a first one does not ask for it", () => {
    const { content } = sampleForm("mau02");
    const second = read(
      printed("mau02", "TT03_2025", { content: { ...content, legalBasis: "Khoản 3 Điều 12 Luật X" } }),
    );
    expect(second).toContain(squeezed("Căn cứ của lần yêu cầu này: Khoản 3 Điều 12 Luật X"));
    expect(read(printed("mau02"))).not.toContain(squeezed("Căn cứ của lần yêu cầu này"));
  });

  test("a request before the receipt has no day to answer by, and no blank for one", () => {
    const { answerBy: _, ...content } = sampleForm("mau02").content;
    expect(read(printed("mau02", "TT03_2025", { content }))).not.toContain(squeezed("chậm nhất"));
  });

  test("a later apology says the day on which the result is expected, without an hour", () => {
    const { newDueAt: _, ...content } = sampleForm("mau04").content;
    const later = { ...content, expectedOn: plainDate("2026-12-09") };
    expect(read(printed("mau04", "TT03_2025", { content: later }))).toContain(
      squeezed("sẽ trả kết quả giải quyết hồ sơ cho Ông (Bà) vào ngày 09 tháng 12 năm 2026."),
    );
  });

  test("a stop that nobody asked for does not say that the citizen did", () => {
    const text = read(
      printed("mau05", "TT03_2025", { content: { reason: "Người nộp đã mất.", onRequest: false } }),
    );
    expect(text).toContain(
      squeezed("công xã Bình Thành thông báo dừng giải quyết hồ sơ này. Lý do: Người nộp đã mất."),
    );
    expect(text).not.toContain(squeezed("theo đề nghị"));
    expect(text).not.toContain(squeezed("Ngày đề nghị"));
  });

  test("a phone that nobody has entered is left as a blank for a pen, one that is known is printed", () => {
    expect(read(printed("mau02"))).toMatch(/sốđiệnthoại…{6,}đểđược/u);
    const contact = { name: "Bộ phận Một cửa", phone: "0277 3833 111" };
    expect(read(printed("mau02", "TT03_2025", { contact }))).toContain(
      squeezed("số điện thoại 0277 3833 111 để được"),
    );
  });

  test.each(["{reason} {applicant}", '#read("/etc/passwd") *bold* ] }', "<script>&amp; ${value}"])(
    "what people type prints as they typed it: %s",
    (typed) => {
      const content = { ...sampleForm("mau02").content, reason: typed };
      const text = read(printed("mau02", "TT03_2025", { content, applicant: { ...PARTY, name: typed } }));
      expect(text.split(squeezed(typed)).length - 1).toBe(2);
    },
  );
});

describe("the sheets", () => {
  const sizes = FORMS.flatMap(([form, set]) =>
    (["A5", "A4"] as const).map((size) => [form, set, size] as const),
  );

  test.each(sizes)(
    "%s of %s on one sheet of %s, nothing overlaps or leaves the margins",
    (form, set, paperSize) => {
      const pdf = printed(form, set, { paperSize });
      expect(info(pdf)).toMatchObject({
        Pages: "1",
        "Page size": expect.stringContaining(paperSize === "A5" ? "419.528 x 595.276" : "595.276 x 841.89"),
      });
      const found = words(pdf);
      expect(overlaps(found)).toEqual([]);
      const [width, height] = paperSize === "A5" ? [419.5, 595.3] : [595.3, 841.9];
      expect(found.filter(({ box }) => box[0] < 33 || box[2] > width - 33 || box[3] > height - 5)).toEqual(
        [],
      );
    },
  );

  test.each(FORMS)("%s of %s with long names everywhere stays on its sheets", (form, set) => {
    const sample = sampleForm(form, set);
    const applicant = { ...PARTY, name: LONG, address: LONG, phone: LONG, email: LONG.replace(/ /gu, ".") };
    const papers = Array.from({ length: 30 }, (_, index) => ({
      name: `Giấy ${index + 1}: ${LONG}`,
      originals: 1,
      copies: 2,
    }));
    for (const paperSize of ["A5", "A4"] as const) {
      const pdf = printed(form, set, {
        paperSize,
        applicant,
        governingBody: LONG,
        unitName: LONG,
        place: LONG,
        agencyName: LONG,
        request: { procedureName: LONG, procedureCode: "1.012753" },
        content: {
          ...sample.content,
          reason: `${LONG} `.repeat(20),
          ...(sample.content.papers && { papers }),
        },
        officer: { name: LONG, role: LONG, basisNote: LONG },
        submitterName: LONG,
      });
      const found = words(pdf);
      expect(overlaps(found)).toEqual([]);
      const width = paperSize === "A5" ? 419.5 : 595.3;
      // A word that had to be broken may hang into the margin (34 points) by its last letter.
      expect(found.filter(({ box }) => box[0] < 33 || box[2] > width - 24)).toEqual([]);
      if (form === "mau02")
        for (const { name } of papers) expect(read(pdf)).toContain(squeezed(name).slice(0, 12));
    }
  });

  test("two copies, each named and with its own page numbers", () => {
    const text = read(printed("mau02", "TT03_2025", { copies: 2 }));
    expect(text).toContain(squeezed("(Liên 1: Lưu tại Bộ phận Một cửa)"));
    expect(text).toContain(squeezed("(Liên 2: Giao người nộp hồ sơ)"));
    expect(text).toContain(squeezed("Liên 2 – Trang 1/1"));
  });
});

describe("the file", () => {
  test.each(FORMS)(
    "%s of %s is tagged PDF/A in Vietnamese with its fonts, and the same data give the same bytes",
    (form, set) => {
      const pdf = printed(form, set);
      expect(Buffer.from(pdf).equals(printed(form, set))).toBe(true);
      const found = info(pdf);
      expect(found["Title"]).toBe(`${formText(TEXTS, form, set).title} 000.00.01.H20-261120-0001`);
      expect(found["Tagged"]).toBe("yes");
      const raw = Buffer.from(pdf).toString("latin1");
      expect(raw).toMatch(/pdfaid:part>2<\/pdfaid:part>[^]*pdfaid:conformance>A</u);
      expect(raw).toContain("/Lang (vi)");
      const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThanOrEqual(3);
      for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
    },
  );

  test.each([
    [{ copies: 0 }, "1 to 5 copies"],
    [{ trackUrl: "not an address" }, "track address"],
    [{ dossierCode: "" }, "dossier code"],
  ])("what cannot be printed is refused, and the reason names nobody: %j", (changes, reason) => {
    const attempt = () => printed("mau02", "TT03_2025", changes);
    expect(attempt).toThrow(PrintError);
    expect(attempt).toThrow(reason);
    expect(attempt).not.toThrow(/Tuyết|0871/u);
  });
});
