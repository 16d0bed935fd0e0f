import { describe, expect, test } from "vitest";
import { DIFFERENCE_KINDS } from "#domain/custody/difference.ts";
import { dong } from "#domain/shared/money.ts";
import { codesOf } from "../../../test/kit/pdf-codes.ts";
import { MARKED, info, overlaps, poppler, read, squeezed, words } from "../../../test/kit/pdf-words.ts";
import type { HandOverRecordData, InventoryRecordData, ManifestData, PaperParty } from "./custody-data.ts";
import { CUSTODY_PAPERS, readCustodyTexts } from "./custody-texts.ts";
import { PrintError } from "./print-error.ts";
import { HAND_OVER_RECORD, INVENTORY_RECORD, MANIFEST, sampleManifestLine } from "./sample-custody.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
const manifest = (changes: Partial<ManifestData> = {}) =>
  typesetter.custodyPaper({ ...MANIFEST, ...changes });
const record = (changes: Partial<HandOverRecordData> = {}) =>
  typesetter.custodyPaper({ ...HAND_OVER_RECORD, ...changes });
const inventory = (changes: Partial<InventoryRecordData> = {}) =>
  typesetter.custodyPaper({ ...INVENTORY_RECORD, ...changes });

const LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại và Dịch vụ ".repeat(4).trim();
/** As long as a word may be that gets no place to break by itself. */
const LONG_CODE = "H20.31.7-261120-0012-ABCDEFGHI";
const LONG_PARTY: PaperParty = { name: LONG, office: LONG, phone: LONG, proof: { kind: "blank" } };
const ALL = [
  ["manifest", manifest],
  ["handOverRecord", record],
  ["inventoryRecord", inventory],
] as const;

function lines(count: number): ManifestData["lines"] {
  return Array.from({ length: count }, (_, index) => sampleManifestLine(index));
}

/** The text of each page as it is read, without white space. */
function pagesOf(pdf: Uint8Array): string[] {
  return poppler("pdftotext", ["-layout", "-", "-"], pdf).toString().split("\f").slice(0, -1).map(squeezed);
}

function pictures(pdf: Uint8Array): number {
  return poppler("pdfimages", ["-list", "-"], pdf).toString().split("\n").slice(2).filter(Boolean).length;
}

describe("the wordings", () => {
  test("there is one for each paper, with its source; no form is prescribed, so none is called sourced", () => {
    const { papers } = readCustodyTexts();
    expect(papers.map(({ paper }) => paper)).toEqual([...CUSTODY_PAPERS]);
    for (const { source, mark } of papers) {
      expect(source.length).toBeGreaterThan(40);
      expect(mark).toBe("inference");
    }
  });
});

describe("the bảng kê bàn giao", () => {
  test.each([
    ["BẢNG KÊ BÀN GIAO", "title"],
    ["Số: BK-2026-000123", "number"],
    ["Bên giao: Lê Văn Phước, Bưu cục Bình Thành, điện thoại 0277 3833 111", "who gives"],
    ["Bên nhận: Trần Quốc Đạt, Trung tâm Phục vụ hành chính công xã Bình Thành", "who takes"],
    ["Nơi bàn giao: Trung tâm Phục vụ hành chính công xã Bình Thành, quầy số 3", "where"],
    ["Lập lúc: 15:30 20/11/2026", "when"],
    ["Số hiệu bưu gửi, bì", "column of the codes"],
    ["EE473124829VN B12345678W", "waybill and packet"],
    ["Họ tên, địa chỉ, số điện thoại", "column of the person"],
    ["Tiền thu hộ (COD)", "column of the money"],
    ["NP-000003", "a seal"],
    ["Gọi trước khi giao", "a note"],
    ["Tổng cộng: 3 dòng 6 9 225.000 đ", "sums"],
    ["Ký trên màn hình lúc 15:30 20/11/2026", "how the giver signed"],
    ["(Ký và ghi rõ họ tên)", "room for the taker"],
    ["(Liên 2: Bên nhận giữ)", "the second copy"],
  ])("says %s (%s)", (sentence) => expect(read(manifest(), "-raw")).toContain(squeezed(sentence)));

  test("is scanned by its number", async () => {
    expect(await codesOf(manifest())).toEqual([
      { format: "Code128", text: "BK-2026-000123" },
      { format: "QRCode", text: "BK-2026-000123" },
    ]);
  });

  test("of 500 lines has its head on every sheet and says which of how many it is", () => {
    const pages = pagesOf(manifest({ lines: lines(500), copies: 1 }));
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(squeezed("Mã hồ sơ"));
      expect(page).toContain(squeezed("Bảng kê bàn giao BK-2026-000123"));
      expect(page).toContain(squeezed(`Trang ${index + 1}/${pages.length}`));
    }
    expect(pages.join("")).toContain("000.00.01.H20-261120-0500");
    expect(pages.at(-1)).toContain(squeezed("Tổng cộng: 500 dòng 1000 1500 37.500.000 đ"));
  });

  test("however many lines there are, those who sign do so on a sheet with lines", () => {
    for (const count of [1, 2, ...Array.from({ length: 23 }, (_, index) => index + 8), 41, 42, 43]) {
      const last = pagesOf(manifest({ lines: lines(count), copies: 1 })).at(-1) ?? "";
      expect(last, `${count} lines`).toContain(squeezed("BÊN NHẬN"));
      expect(last, `${count} lines`).toContain(`H20-261120-${String(count).padStart(4, "0")}`);
    }
  });

  test("without what is not known says nothing of it, and an empty one is a paper too", () => {
    const line = { ...sampleManifestLine(0), dossierCode: "", codes: [], seal: "", person: "", note: "" };
    const text = read(manifest({ lines: [{ ...line, cod: dong(0) }], venue: "", copies: 1 }), "-raw");
    expect(text).not.toContain(squeezed("Nơi bàn giao"));
    expect(text).not.toMatch(/undefined|null/u);
    expect(read(manifest({ lines: [] }), "-raw")).toContain(squeezed("Tổng cộng: 0 dòng 0 0 0 đ"));
  });
});

describe("the biên bản giao nhận", () => {
  const text = read(record(), "-raw");

  test.each([
    ["BIÊN BẢN GIAO NHẬN", "title"],
    ["Theo bảng kê số: BK-2026-000123", "the offer that it answers"],
    ["Thời điểm hai bên ký: 15 giờ 42 phút, ngày 20 tháng 11 năm 2026", "when it was signed"],
    ["Số hiệu Phiếu gửi", "column of the phiếu gửi"],
    ["EE473124832VN", "number of a phiếu gửi"],
    ["Đầy đủ", "complete"],
    ["Còn niêm phong, không mở", "not opened"],
    ["Tổng cộng: 2 bì, hồ sơ 4 6", "sums"],
    ["Bì B12345678W, hồ sơ 000.00.01.H20-261120-0001", "whose sheets"],
    ["3 Giấy chứng nhận kết hôn của cha, mẹ 0 3", "a sheet with originals and copies"],
    ["Không có sai lệch", "no difference"],
    ["4 tờ bản chính, 6 tờ bản sao; tình trạng của từng bì, hồ sơ như bảng trên", "what is confirmed"],
    ["Tiền phí, lệ phí bàn giao kèm theo: 150.000 đ", "money"],
    ["(15 giờ 42 phút, ngày 20 tháng 11 năm 2026) là thời điểm nộp hồ sơ", "the legal moment"],
    ["khoản 4 Điều 7 Quyết định 45/2016/QĐ-TTg", "its source"],
    ["Xác nhận bằng mã gửi qua tin nhắn lúc 15:42 20/11/2026", "a code by message"],
    ["Biên bản lập thành 02 bản", "its copies"],
  ])("says %s (%s)", (sentence) => expect(text).toContain(squeezed(sentence)));

  test("says that all is complete only where it was counted", () => {
    const counted = HAND_OVER_RECORD.lines.map((line) => ({ ...line, state: "complete" as const }));
    expect(read(record({ lines: counted }), "-raw")).toContain(squeezed("thành phần đầy đủ theo danh mục"));
    expect(text).not.toContain(squeezed("thành phần đầy đủ theo danh mục"));
  });

  test("is the submission only where the post forwards", () => {
    const agent = read(record({ receivedAs: "agentOfAgency" }), "-raw");
    expect(agent).toContain(squeezed("không làm thay đổi thời điểm nộp hồ sơ"));
    const between = read(record({ receivedAs: null }), "-raw");
    expect(between).toContain(squeezed("giữa bên giao và bên nhận"));
    for (const other of [agent, between]) expect(other).not.toContain(squeezed("là thời điểm nộp hồ sơ"));
  });

  test("that is to be signed by hand leaves its moment and its places to a pen", () => {
    const blank = { proof: { kind: "blank" } } as const;
    const pdf = record({
      signedAt: null,
      giver: { ...HAND_OVER_RECORD.giver, ...blank },
      taker: { ...HAND_OVER_RECORD.taker, ...blank },
      copies: 1,
    });
    expect(read(pdf, "-raw")).toContain(squeezed("Thời điểm hai bên ký: ……………………"));
    expect(read(pdf, "-raw").split(squeezed("(Ký và ghi rõ họ tên)")).length).toBe(3);
    expect(pictures(pdf)).toBe(0);
  });

  test("names each kind of difference with what was agreed", () => {
    const kinds = [...DIFFERENCE_KINDS, "sheetsDiffer"] as const;
    const differences = kinds.map((kind) => ({
      kind,
      what: LONG_CODE,
      found: "Bì rách một góc",
      agreed: "Đóng gói lại, lập biên bản",
    }));
    const found = read(record({ differences }), "-raw");
    for (const word of [
      "Thiếu",
      "Thừa",
      "Số niêm phong khác",
      "Niêm phong không còn nguyên",
      "Bì rách, hỏng",
      "Số tờ không khớp",
    ])
      expect(found).toContain(squeezed(word));
    expect(found).toContain(squeezed("Kết quả làm rõ"));
    expect(found).not.toContain(squeezed("Không có sai lệch"));
  });

  test("without sheets listed counts its parts on", () => {
    const bare = HAND_OVER_RECORD.lines.map((line) => ({ ...line, contents: [] }));
    const found = read(record({ lines: bare }), "-raw");
    expect(found).toContain(squeezed("2. Sai lệch phát hiện khi kiểm đếm"));
    expect(found).toContain(squeezed("3. Xác nhận"));
  });
});

describe("the biên bản kiểm kê, đóng gói lại", () => {
  test.each([
    ["BIÊN BẢN KIỂM KÊ, ĐÓNG GÓI LẠI", "title"],
    ["Thời điểm kiểm kê: 15 giờ 30 phút, ngày 20 tháng 11 năm 2026", "when"],
    ["Bì: B12345678W Niêm phong cũ: NP-000123", "the packet and its seal"],
    ["Tình trạng khi phát hiện: Bì rách một góc", "condition"],
    ["Nguyên nhân (nếu biết): Bị kẹt khi xếp túi", "cause"],
    ["2 Giấy chứng nhận kết hôn của cha, mẹ 0 3 0 2 Thiếu một bản sao", "listed and found"],
    ["Tổng cộng: 2 loại giấy tờ 1 3 1 2", "sums"],
    ["Bì mới: B3333333YC Niêm phong mới: NP-000999", "the new packet and seal"],
    ["NGƯỜI CHỨNG KIẾN", "the second who signs"],
    ["Đã ký trên bản giấy lúc 15:30 20/11/2026", "signed on paper"],
  ])("says %s (%s)", (sentence) => expect(read(inventory(), "-raw")).toContain(squeezed(sentence)));

  test("says that the old packet is used again, and leaves out what is not known", () => {
    const text = read(inventory({ newContainer: null, cause: "", waybill: "", newSeal: "" }), "-raw");
    expect(text).toContain(squeezed("Bì mới: Giữ bì cũ"));
    expect(text).toContain(squeezed("Niêm phong mới: ……"));
    expect(text).not.toContain(squeezed("Nguyên nhân"));
  });
});

describe("every one of these papers", () => {
  test.each(ALL)("%s with long names and codes stays on its sheets, and nothing lies on anything", (kind) => {
    const long = {
      manifest: () =>
        manifest({
          giver: LONG_PARTY,
          taker: LONG_PARTY,
          venue: LONG,
          unitName: LONG,
          lines: lines(40).map((line) => ({
            ...line,
            dossierCode: LONG_CODE,
            codes: [LONG_CODE],
            seal: LONG_CODE,
            person: LONG,
            note: LONG,
          })),
        }),
      handOverRecord: () =>
        record({
          giver: LONG_PARTY,
          taker: LONG_PARTY,
          venue: LONG,
          unitName: LONG,
          lines: Array.from({ length: 30 }, () => ({
            dossierCode: LONG_CODE,
            waybill: LONG_CODE,
            container: LONG_CODE,
            seal: LONG_CODE,
            applicant: LONG,
            originals: 1000,
            copies: 1000,
            state: "sealed" as const,
            contents: [{ name: LONG, originals: 1000, copies: 1000 }],
          })),
          differences: Array.from({ length: 20 }, () => ({
            kind: "sealBroken" as const,
            what: LONG_CODE,
            found: LONG,
            agreed: LONG,
          })),
        }),
      inventoryRecord: () =>
        inventory({
          packer: LONG_PARTY,
          witness: LONG_PARTY,
          condition: LONG,
          cause: LONG,
          papers: Array.from({ length: 40 }, () => ({
            name: LONG,
            listed: { originals: 1000, copies: 1000 },
            found: { originals: 1000, copies: 1000 },
            note: LONG,
          })),
        }),
    }[kind]();
    const found = words(long);
    const width = Number((info(long)["Page size"] ?? "").split(" ")[0]);
    const margin = kind === "manifest" ? 15 : 20;
    expect(overlaps(found)).toEqual([]);
    const out = found.filter(({ box }) => box[0] < margin * 2.834 || box[2] > width - 14 * 2.83);
    expect(out.map(({ text }) => text)).toEqual([]);
  });

  test.each(ALL)(
    "%s prints every marked Vietnamese letter, and names what its font lacks",
    (_kind, print) => {
      const text = read(print({ venue: `${MARKED.join(" ")} 😀`, copies: 1 }));
      for (const letter of MARKED) expect(Array.from(text)).toContain(letter);
      expect(text).toContain("[U+1F600]");
    },
  );

  test.each(ALL)(
    "%s is tagged PDF/A with its fonts, and the same data give the same bytes",
    (_kind, print) => {
      const pdf = print();
      expect(Buffer.from(pdf).equals(print())).toBe(true);
      expect(info(pdf)["Tagged"]).toBe("yes");
      expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
      const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
      for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
    },
  );

  test.each(ALL)("%s shows what was drawn on a screen", (_kind, print) => {
    expect(pictures(print({ copies: 1 }))).toBe(1);
  });
});

test("a drawing that is no PNG, or too large, a number of sheets that is none, and a number that is no code are refused", () => {
  const signed = (png: Uint8Array) =>
    manifest({ giver: { ...MANIFEST.giver, proof: { kind: "drawn", png, at: MANIFEST.issuedAt } } });
  expect(() => signed(new Uint8Array([1, 2, 3]))).toThrow("no PNG");
  expect(() => signed(new Uint8Array(400 * 1024))).toThrow("too large");
  const wrong = [{ ...sampleManifestLine(0), originals: -1 }];
  expect(() => manifest({ lines: wrong })).toThrow(PrintError);
  expect(() => manifest({ number: "Bảng kê 1" })).toThrow("plain ASCII");
});
