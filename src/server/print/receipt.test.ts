import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { beforeAll, describe, expect, test } from "vitest";
import { instant } from "#domain/shared/instant.ts";
import {
  MARKED,
  type Word,
  info,
  overlaps,
  poppler,
  read,
  squeezed,
  words,
} from "../../../test/kit/pdf-words.ts";
import { PrintError } from "./print-error.ts";
import type { ReceiptData } from "./receipt-data.ts";
import { FULL_RECEIPT, PLAIN_RECEIPT } from "./sample-receipt.ts";
import { openTypesetter } from "./typesetter.ts";

const typesetter = openTypesetter();
function printed(changes: Partial<ReceiptData> = {}): Uint8Array {
  return typesetter.receipt({ ...FULL_RECEIPT, ...changes });
}

function papers(count: number): ReceiptData["papers"] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Giấy tờ thứ ${index + 1}: bản vẽ thiết kế kèm theo Giấy chứng nhận thẩm duyệt về phòng cháy, chữa cháy`,
    originals: index % 3,
    copies: index % 4,
    shownOnly: index % 7 === 6,
  }));
}

describe("what the slip says", () => {
  const text = read(printed());
  test.each([
    ["UBND XÃ BÌNH THÀNH", "governing body"],
    ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ BÌNH THÀNH", "unit in the head"],
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "state"],
    ["Độc lập - Tự do - Hạnh phúc", "motto"],
    ["Số: 0123/TTPVHCC", "number with its suffix"],
    ["Bình Thành, ngày 20 tháng 11 năm 2026", "place and date"],
    ["GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "title"],
    ["Mã hồ sơ: 000.00.01.H20-261120-0001", "dossier code"],
    ["Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Ánh Tuyết", "recipient"],
    ["Số định danh cá nhân: 087192004567", "identity number"],
    ["Địa chỉ: Số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp", "address"],
    ["Số điện thoại: 0912 345 678", "phone"],
    ["Email: anh.tuyet@example.vn", "email"],
    ["Người ủy quyền – Tổ chức: Hợp tác xã Nông nghiệp Tân Bình", "authorising party"],
    ["Số định danh tổ chức: 1400567890", "its number"],
    ["Địa chỉ: Ấp Tân Hội, xã Tân Bình, tỉnh Đồng Tháp", "its address"],
    ["Số điện thoại: 0277 3833 999", "its phone"],
    ["Email: hop.tac.xa@example.vn", "its email"],
    ["Giấy tờ ủy quyền: Giấy ủy quyền số 12 ngày 19/11/2026", "paper of the power"],
    ["Nội dung yêu cầu giải quyết: Đăng ký thành lập hợp tác xã (mã thủ tục: 2.002123)", "request"],
    ["Giấy đề nghị đăng ký theo mẫu", "paper"],
    ["Chỉ xuất trình", "a paper that is only shown"],
    ["Số lượng hồ sơ: 01 (bộ)", "sets"],
    ["Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc", "time limit"],
    ["Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 20 tháng 11 năm 2026", "received, on the clock of Việt Nam"],
    ["Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026", "due"],
    ["(Ngày hẹn tạm tính: lịch nghỉ bù chưa được công bố)", "provisional due date"],
    ["Đăng ký nhận kết quả tại: Bưu cục Bình Thành, xã Bình Thành, tỉnh Đồng Tháp", "place of return"],
    ["Phí, lệ phí: Lệ phí 75.000 đ, đã thu", "fee"],
    ["Bản chính giấy tờ: Bộ phận Một cửa giữ giấy tờ số 1 và số 2", "originals"],
    ["Vào Sổ theo dõi hồ sơ, Quyển số 02, Số thứ tự 1234", "register"],
    ["Ghi chú: Gọi điện trước khi giao kết quả.", "remarks"],
    ["NGƯỜI NỘP HỒ SƠ", "signature of the submitter"],
    ["Lê Văn Phước Nhân viên bưu điện Theo Quyết định số 58/QĐ-UBND ngày 02/01/2026", "receiver and basis"],
    ["K7QM-2XPD-R4", "secret in groups"],
    ["Điều 6 Nghị định số 118/2025/NĐ-CP", "what to bring"],
  ])("%s (%s)", (sentence) => expect(text).toContain(squeezed(sentence)));

  test("every marked Vietnamese letter, in regular, bold and italic", () => {
    expect(MARKED).toHaveLength(134);
    const pangram = MARKED.join("");
    const words = MARKED.join(" ");
    const pdf = printed({ remarks: words, submitterName: words, dueNote: words });
    expect(read(pdf).split(pangram).length - 1).toBe(6); // Three places on each of two copies.
  });

  test("what was not given is not asked for, and a missing number leaves a blank to fill in", () => {
    const found = read(typesetter.receipt(PLAIN_RECEIPT));
    expect(found).toContain(
      squeezed("Tiếp nhận hồ sơ của Tổ chức: Hợp tác xã Nông nghiệp Tân Bình Số định danh tổ chức:"),
    );
    expect(found).toMatch(/Số:\.{5,}\/TTPVHCC/u);
    expect(found).toContain("Trang1/1");
    for (const label of ["Email:", "Số điện thoại:", "ủy quyền:", "Ghi chú:", "tạm tính", "Quyển", "Liên"]) {
      expect(found, label).not.toContain(squeezed(label));
    }
  });

  test("days below ten and the first two months have a leading zero, the clock is that of Việt Nam", () => {
    const text = read(
      printed({ receivedAt: instant("2027-01-31T18:00:00Z"), dueAt: instant("2027-03-04T01:09:00Z") }),
    );
    expect(text).toContain(squeezed("01 giờ 00 phút, ngày 01 tháng 02 năm 2027"));
    expect(text).toContain(squeezed("08 giờ 09 phút, ngày 04 tháng 3 năm 2027"));
  });
});

describe("the slip of 2018", () => {
  const text = read(printed({ formSet: "TT01_2018", numberSuffix: "/TNHS" }));
  test.each([
    ["Số: 0123/TNHS", "number with its suffix"],
    ["Số CMND/Thẻ căn cước/Hộ chiếu: 087192004567", "identity number"],
    ["1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:", "papers"],
    ["Tên giấy tờ, tài liệu", "column of the papers"],
    ["Số bản chính", "column of the originals"],
    ["Số bản sao", "column of the copies"],
    ["2. Số lượng hồ sơ: 01 (bộ)", "sets"],
    ["3. Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc", "time limit"],
    ["4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 20 tháng 11 năm 2026", "received"],
    ["5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026", "due"],
    ["6. Đăng ký nhận kết quả tại: Bưu cục Bình Thành", "place of return"],
    ["phải có giấy ủy quyền", "what to bring"],
  ])("%s (%s)", (sentence) => expect(text).toContain(squeezed(sentence)));

  test("does not name a decree that came later", () => expect(text).not.toContain("118/2025"));
});

describe("what people type prints as they typed it", () => {
  test.each([
    ['#read("/etc/passwd")', "typst code"],
    ["*bold* _italic_ `raw` $x^2$ = heading", "typst markup"],
    ["] [#pagebreak()] ) } // comment /* block */", "closing brackets"],
    ["\"quoted\" -- --- \\ \\n \\u{41} 'single'", "quotes, backslashes, dashes"],
    ["<script>&amp;@label ~ http://example.vn/?a=1&b=2", "HTML, labels, links"],
    ["${value} {{value}} %s", "other template languages"],
  ])("%s (%s)", (typed) => {
    const recipient = { ...FULL_RECEIPT.recipient, name: typed, address: typed };
    const papers = [{ name: typed, originals: 1, copies: 0, shownOnly: false }];
    const text = read(printed({ copies: 1, recipient, papers, remarks: typed, unitName: typed }));
    expect(text.split(squeezed(typed)).length - 1).toBeGreaterThanOrEqual(5);
    expect(text).not.toContain("root:");
  });

  test.each([
    ["Trần 😀 Đức", "Trần [U+1F600] Đức", "an emoji, which the font lacks"],
    ["ꨀꨣ 中 \ue000", "[U+AA00][U+AA23] [U+4E2D] [U+E000]", "other scripts and private characters"],
    ["a\ud800b", "a[U+D800]b", "half of a character"],
    ["Nguyễn Đức".normalize("NFD"), "Nguyễn Đức", "decomposed accents"],
    ["An\u202eLê\u200d\ufeff\u0000\u0007\u00ad Bình", "AnLê Bình", "invisible characters and controls"],
  ])("%j becomes %j: %s", (typed, expected) => {
    expect(read(printed({ copies: 1, remarks: typed }))).toContain(`Ghichú:${squeezed(expected)}`);
  });
});

describe("the sheets", () => {
  test.each([
    ["A5", "419.528 x 595.276 pts"],
    ["A4", "595.276 x 841.89 pts"],
  ] as const)("%s", (paperSize, size) => {
    const pdf = printed({ paperSize });
    expect(info(pdf)["Page size"]).toContain(size);
    expect(overlaps(words(pdf))).toEqual([]);
  });

  test("two copies, each with its owner and its own page numbers", () => {
    const pdf = printed({ papers: papers(12) });
    const pages = Number(info(pdf)["Pages"]) / 2;
    expect(pages).toBeGreaterThan(1);
    const [first, second] = [read(pdf, "-l", String(pages)), read(pdf, "-f", String(pages + 1))];
    expect(first).toContain(squeezed("(Liên 1: Lưu tại Bộ phận Một cửa)"));
    expect(second).toContain(squeezed("(Liên 2: Giao người nộp hồ sơ)"));
    for (let page = 1; page <= pages; page += 1) {
      expect(first).toContain(squeezed(`000.00.01.H20-261120-0001 Liên 1 – Trang ${page}/${pages}`));
      expect(second).toContain(squeezed(`000.00.01.H20-261120-0001 Liên 2 – Trang ${page}/${pages}`));
    }
    expect(`${first}${second}`.split(squeezed("NGƯỜI NỘP HỒ SƠ")).length - 1).toBe(2);
  });

  test.each(["A5", "A4"] as const)("a usual dossier takes one %s sheet a copy", (paperSize) => {
    const person = { ...PLAIN_RECEIPT, paperSize, copies: 2, recipient: FULL_RECEIPT.recipient };
    expect(info(typesetter.receipt(person))["Pages"]).toBe("2");
    const { dueNote: _, ...authorised } = { ...FULL_RECEIPT, paperSize, dueProvisional: false };
    expect(info(typesetter.receipt(authorised))["Pages"]).toBe("2");
  });

  test("sixty papers flow over sheets, all of them, with the head of the table on each", () => {
    const pdf = printed({ copies: 1, papers: papers(60) });
    const text = read(pdf);
    for (let number = 1; number <= 60; number += 1) expect(text).toContain(`Giấytờthứ${number}:`);
    const pages = Number(info(pdf)["Pages"]);
    expect(pages).toBeGreaterThanOrEqual(4);
    expect(text.split("BảnchínhBảnsao").length - 1).toBeGreaterThanOrEqual(pages - 1);
    expect(overlaps(words(pdf))).toEqual([]);
  });

  test.each([
    ["words", "Đề nghị giao tận nhà ".repeat(500).slice(0, 10_000)],
    ["one word without a place to break", "ố".repeat(10_000)],
    ["lines", "dòng\n".repeat(2000)],
  ])("a remark of 10,000 characters, %s, prints whole and inside the margins", (_, remarks) => {
    const pdf = printed({ copies: 1, remarks });
    const found = words(pdf);
    const isFooter = ({ text, box }: Word) => box[1] > 560 || text === "";
    const body = found.filter((word) => !isFooter(word)).map(({ text }) => text);
    const letters = /[ố]/u.test(remarks) ? "ố" : remarks.slice(0, 2);
    const count = (text: string) => text.normalize("NFC").split(letters).length - 1;
    expect(count(body.join(""))).toBeGreaterThanOrEqual(count(squeezed(remarks)));
    for (const { box } of found) {
      expect(box[0]).toBeGreaterThan(33);
      expect(box[2]).toBeLessThan(419.5 - 33);
      expect(box[3]).toBeLessThan(595.3 - 5);
    }
    expect(overlaps(found)).toEqual([]);
  });

  test("long names everywhere stay on the sheet and apart", () => {
    const long = "Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại và Dịch vụ "
      .repeat(6)
      .trim();
    const party = {
      ...FULL_RECEIPT.recipient,
      name: long,
      address: long,
      phone: long,
      email: long.replace(/ /gu, "."),
    };
    const data: Partial<ReceiptData> = {
      recipient: party,
      authorisedBy: { ...party, paper: long },
      papers: [{ name: long.repeat(10), originals: 1, copies: 0, shownOnly: false }],
    };
    const texts =
      "unitName governingBody receiptNumber place feeNote returnPlace timeLimitText dueNote submitterName receiverName " +
      "receiverRole basisNote originalsNote";
    Object.assign(data, Object.fromEntries(texts.split(" ").map((field) => [field, long])));
    for (const paperSize of ["A5", "A4"] as const) {
      const found = words(printed({ ...data, paperSize, copies: 1 }));
      const width = paperSize === "A5" ? 419.5 : 595.3;
      expect(overlaps(found)).toEqual([]);
      // A word that had to be broken may hang into the margin (34 points) by its last letter.
      expect(found.filter(({ box }) => box[0] < 33 || box[2] > width - 24)).toEqual([]);
    }
  });
});

describe("the file", () => {
  test("the same data gives the same bytes, other data other bytes", () => {
    expect(Buffer.from(printed()).equals(printed())).toBe(true);
    const other = openTypesetter().receipts([FULL_RECEIPT]);
    expect(Buffer.from(printed()).equals(other)).toBe(true);
    expect(Buffer.from(printed()).equals(printed({ dossierSets: 2 }))).toBe(false);
  });

  test("several receipts follow each other on their own sheets, each as it is alone", () => {
    const all = [
      FULL_RECEIPT,
      { ...PLAIN_RECEIPT, paperSize: "A4" as const },
      { ...FULL_RECEIPT, dossierCode: "000.00.01.H20-261120-0099" },
    ];
    const together = typesetter.receipts(all);
    let page = 1;
    for (const data of all) {
      const alone = typesetter.receipt(data);
      const pages = Number(info(alone)["Pages"]);
      const sheets = ["-f", String(page), "-l", String(page + pages - 1)];
      expect(read(together, ...sheets)).toBe(read(alone));
      page += pages;
    }
    expect(Number(info(together)["Pages"])).toBe(page - 1);
    expect(Buffer.from(together).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
  });

  test("tagged PDF/A in Vietnamese, dated by the receipt, with the form's name as its title", () => {
    const pdf = printed();
    const found = info(pdf);
    expect(found["Title"]).toBe("Giấy tiếp nhận hồ sơ và hẹn trả kết quả 000.00.01.H20-261120-0001");
    expect(found["Tagged"]).toBe("yes");
    expect(poppler("pdfinfo", ["-isodates", "-"], pdf).toString()).toContain("2026-11-20T01:05:00");
    const raw = Buffer.from(pdf).toString("latin1");
    expect(raw).toMatch(/pdfaid:part>2<\/pdfaid:part>[^]*pdfaid:conformance>A</u);
    expect(raw).toContain("/Lang (vi)");
    const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
  });
});

describe("the codes", () => {
  beforeAll(async () => {
    const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
    const wasmBinary = new Uint8Array(readFileSync(file)).buffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  });

  test.each([
    ["A5", "000.00.01.H20-261120-0001"],
    ["A4", "H20.31.7-261120-0012"],
    ["A5", "G09.20-20260609-0092637"],
  ] as const)("a scanner reads QR and barcode from %s at 200 dpi: %s", async (paperSize, dossierCode) => {
    const trackUrl = `https://motcua.dongthap.example.vn/tra-cuu/${dossierCode}?k=K7QM2XPDR4`;
    const pdf = printed({ paperSize, dossierCode, trackUrl, copies: 1 });
    const png = poppler("pdftoppm", ["-r", "200", "-f", "1", "-l", "1", "-png", "-"], pdf);
    const found = await readBarcodes(new Uint8Array(png), { formats: ["QRCode", "Code128"] });
    const texts = Object.fromEntries(found.map(({ format, text }) => [format, text]));
    expect(texts).toEqual({ QRCode: trackUrl, Code128: dossierCode });
  });
});

describe("what cannot be printed is refused, and the reason names nobody", () => {
  test.each([
    [{ copies: 0 }, "1 to 5 copies"],
    [{ copies: 1.5 }, "1 to 5 copies"],
    [{ trackUrl: "not an address" }, "track address"],
    [{ trackUrl: `https://example.vn/${"x".repeat(9000)}` }, "track address"],
    [{ dossierCode: "" }, "dossier code"],
    [{ dossierCode: "Mã 漢" }, "dossier code"],
    [{ papers: [{ name: "Tờ khai", originals: -1, copies: 0, shownOnly: false }] }, "originals"],
    [{ dossierSets: Number.NaN }, "sets"],
  ])("%j: %s", (changes, reason) => {
    const attempt = () => printed(changes);
    expect(attempt).toThrow(PrintError);
    expect(attempt).toThrow(reason);
    expect(attempt).not.toThrow(/Tuyết|0871/u);
  });

  test("on a machine without the typesetting program one sentence says so", () => {
    expect(() => openTypesetter("darwin-x64")).toThrow(
      /runs on linux-x64, linux-arm64; this machine is darwin-x64/u,
    );
    const other = process.arch === "x64" ? "linux-arm64" : "linux-x64";
    expect(() => openTypesetter(other)).toThrow(/typst-ts-node-compiler.* cannot be loaded .*npm ci/u);
  });
});
