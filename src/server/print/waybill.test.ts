import { describe, expect, test } from "vitest";
import { POSTAL_SERVICES } from "#domain/postal/tariff.ts";
import { dong } from "#domain/shared/money.ts";
import { codesOf } from "../../../test/kit/pdf-codes.ts";
import { MARKED, info, overlaps, poppler, read, squeezed, words } from "../../../test/kit/pdf-words.ts";
import { WAYBILL } from "./sample-custody.ts";
import { openTypesetter } from "./typesetter.ts";
import type { WaybillData } from "./waybill-data.ts";

const typesetter = openTypesetter();
const printed = (changes: Partial<WaybillData> = {}) => typesetter.custodyPaper({ ...WAYBILL, ...changes });
const LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Thương mại và Dịch vụ ".repeat(4).trim();
const PAPER = { name: "Tờ khai", originals: 1, copies: 0, giveBack: false };

describe("the phiếu gửi hồ sơ", () => {
  const text = read(printed(), "-raw");

  test.each([
    ["PHIẾU GỬI HỒ SƠ", "title"],
    ["BƯU ĐIỆN TỈNH ĐỒNG THÁP Bưu cục Bình Thành", "operator and office"],
    ["Nguyễn Thị Ánh Tuyết Địa chỉ: Số 12, ấp Bình Chánh", "a: sender"],
    ["Điện thoại: 0912 345 678 Thư điện tử: anh.tuyet@example.vn", "a: how to reach the sender"],
    ["Trung tâm Phục vụ hành chính công xã Bình Thành Địa chỉ: Ấp Bình Chánh", "b: recipient"],
    ["Người nhận thay: Trần Văn Minh, số định danh 087192004567", "who may take it"],
    ["Giấy ủy quyền: Giấy ủy quyền số 12 ngày 19/11/2026", "power of attorney"],
    ["Ngày gửi: 15:30 20/11/2026", "c: day sent"],
    ["Khối lượng: 1.200 g", "c: weight"],
    ["Dịch vụ: Nhận gửi hồ sơ và chuyển trả kết quả", "service"],
    ["Nơi nhận gửi: Tại nhà người gửi", "place"],
    ["Cách phục vụ: Thu gom tại nhà, giao tại cơ quan", "manner"],
    ["Bì hồ sơ: B12345678W, niêm phong NP-000123, 3 loại, 5 tờ", "what travels"],
    ["Nhận gửi hồ sơ, liên huyện, đến 500 g", "price"],
    ["Nhận gửi hồ sơ, 2 nấc 500 g tiếp theo × 2.900 đ", "price above the last step"],
    ["Giảm 50 % (Hộ nghèo)", "discount"],
    ["−37.300 đ", "what is taken off"],
    ["Thuế giá trị gia tăng 8 %", "tax"],
    ["40.284 đ", "total"],
    ["Thanh toán cước: Đã thanh toán, tiền mặt, người gửi trả", "payment"],
    ["Thu hộ khi phát (phí, lệ phí): 75.000 đ", "what is collected"],
    ["Phát chậm nhất: 24/11/2026 (J+2 ngày làm việc của bưu chính", "quality"],
    ["Quyền và nghĩa vụ.", "rights and duties"],
    ["ít nhất 4 lần cước", "compensation"],
    ["khoản 3 Điều 14 Quyết định 45/2016/QĐ-TTg", "its source"],
    ["Khiếu nại trong 6 tháng", "complaints"],
    ["Thủ tục hành chính: Đăng ký khai sinh có yếu tố nước ngoài (2.000528)", "procedure"],
    ["3 Sổ hộ khẩu cũ của cha, mẹ 1 2 X", "a paper that is given back"],
    ["Kết quả chuyển trả: Giấy khai sinh (bản chính)", "result"],
    ["Phiếu gửi này có giá trị như hợp đồng bằng văn bản.", "its force"],
  ])("says %s (%s)", (sentence) => expect(text).toContain(squeezed(sentence)));

  test("is scanned by its number on both copies", async () => {
    const number = "EE473124829VN";
    const found = await codesOf(printed());
    expect(found.map(({ format, text: code }) => `${format} ${code}`)).toEqual([
      `Code128 ${number}`,
      `Code128 ${number}`,
      `QRCode ${number}`,
      `QRCode ${number}`,
    ]);
  });

  test("stands twice on one A4 sheet, each copy in its half", () => {
    const pdf = printed();
    expect(info(pdf)).toMatchObject({ Pages: "1" });
    const found = words(pdf);
    expect(overlaps(found)).toEqual([]);
    const middle = 841.89 / 2;
    expect(found.filter(({ box }) => box[1] < middle + 4 && box[3] > middle - 4)).toEqual([]);
    const half = (isUpper: boolean) =>
      squeezed(
        found
          .filter(({ box }) => box[1] < middle === isUpper)
          .map(({ text: word }) => word)
          .join(""),
      );
    expect(half(true)).toContain(squeezed("(Liên 1: Bưu điện giữ)"));
    expect(half(true)).toContain(squeezed("Ký trên màn hình lúc"));
    expect(half(false)).toContain(squeezed("(Liên 2: Người gửi giữ)"));
    expect(half(false)).toContain(squeezed("Ký trên màn hình lúc"));
  });

  test("with more papers than half a sheet holds has a sheet for each copy, or more", () => {
    const some = printed({ papers: Array.from({ length: 14 }, () => PAPER) });
    expect(info(some)).toMatchObject({ Pages: "2" });
    expect(read(some).split(squeezed("Trang 1/1")).length).toBe(3);
    const many = printed({ papers: Array.from({ length: 80 }, () => ({ ...PAPER, name: LONG })) });
    const pages = Number(info(many)["Pages"]) / 2;
    expect(pages).toBeGreaterThan(1);
    expect(read(many)).toContain(squeezed(`Liên 2 – Trang ${pages}/${pages}`));
    expect(overlaps(words(many))).toEqual([]);
  });

  test("with long names stays on its sheets, and nothing lies on anything", () => {
    const party = { name: LONG, address: LONG, phone: LONG, email: `${"x".repeat(60)}@example.vn` };
    const pdf = printed({
      sender: party,
      recipient: party,
      proxy: { name: LONG, identityNumber: "087192004567", paper: LONG },
      operator: LONG,
      office: LONG,
      trackingNumber: "H20.31.7-261120-0012-ABCDEFGH-ijklmnop-9",
      procedure: { name: LONG, code: "2.000528" },
      pickUpPlace: LONG,
      deliverPlace: LONG,
      result: LONG,
      discountName: LONG,
    });
    const found = words(pdf);
    expect(overlaps(found)).toEqual([]);
    const out = found.filter(({ box }) => box[0] < 31 || box[2] > 595.3 - 31);
    expect(out.map(({ text: word }) => word)).toEqual([]);
  });

  test("says nothing of what is not there", () => {
    const found = read(
      printed({
        proxy: null,
        dossierCode: "",
        packet: null,
        due: null,
        cod: dong(0),
        papers: [],
        result: "",
        sender: { name: "Nguyễn Thị Ánh Tuyết", address: "", phone: "", email: "" },
      }),
      "-raw",
    );
    for (const label of ["Người nhận thay:", "Giấy ủy quyền:", "Mã hồ sơ:", "Bì hồ sơ:", "Giấy tờ gửi"])
      expect(found).not.toContain(squeezed(label));
    expect(found).toContain(squeezed("Không thu hộ"));
    expect(found).toContain(squeezed("theo thời gian toàn trình do bưu điện công bố"));
    expect(found).not.toMatch(/undefined|null/u);
  });

  test.each(POSTAL_SERVICES)("of the service %s names the result where one is sent back", (service) => {
    const found = read(printed({ service }), "-raw");
    expect(found.includes(squeezed("Kết quả chuyển trả:"))).toBe(service !== "send");
  });

  test("prints every marked Vietnamese letter, tagged PDF/A with its fonts, the same bytes each time", () => {
    const pdf = printed({ deliverPlace: MARKED.join(" ") });
    for (const letter of MARKED) expect(Array.from(read(pdf))).toContain(letter);
    expect(Buffer.from(printed()).equals(printed())).toBe(true);
    expect(info(pdf)["Tagged"]).toBe("yes");
    expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:conformance>A</u);
    const fonts = poppler("pdffonts", ["-"], pdf).toString().split("\n").slice(2).filter(Boolean);
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /u);
  });

  test("a number that is no code is refused", () => {
    expect(() => printed({ trackingNumber: "" })).toThrow("plain ASCII");
  });
});
