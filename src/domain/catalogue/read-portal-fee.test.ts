import { describe, expect, test } from "vitest";
import { readPortalFee } from "./read-portal-fee.ts";

describe("a fee of the portal that is certain", () => {
  test.each([
    { because: "free, and nothing else is said", text: "Miễn phí", kind: "unstated", amount: 0, rest: "" },
    { because: "the note says it again", text: "Miễn phí(Không có)", kind: "unstated", amount: 0, rest: "" },
    {
      because: "what follows is about the limit",
      text: "Miễn phí05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
      kind: "unstated",
      amount: 0,
      rest: "05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
    },
    { because: "an amount is written whole", text: "8,000 VNĐ", kind: "unstated", amount: 8000, rest: "" },
    { because: "a label gives the kind", text: "Phí : 8000 Đồng", kind: "fee", amount: 8000, rest: "" },
    { because: "a levy of nothing", text: "Lệ phí: 0 đồng", kind: "charge", amount: 0, rest: "" },
    { because: "free with a label", text: "Lệ phí: Miễn phí", kind: "charge", amount: 0, rest: "" },
    {
      because: "what one unit is",
      text: "25,000 Việt Nam Đồng(/giao dịch)",
      kind: "unstated",
      amount: 25_000,
      unit: "giao dịch",
      rest: "",
    },
    {
      because: "one dossier is no unit",
      text: "500,000 Việt Nam Đồng(/hồ sơ)",
      kind: "unstated",
      amount: 500_000,
      rest: "",
    },
    {
      because: "the note repeats the amount and names the kind",
      text: "100,000 VNĐ(Lệ phí cấp Giấy phép lái tàu: 100.000 đồng/01 lần cấp.)",
      kind: "charge",
      amount: 100_000,
      rest: "",
    },
  ])("$text: $because", ({ text, kind, amount, unit, rest }) => {
    const read = readPortalFee(text);
    expect(read.warning).toBeUndefined();
    expect(read.fee).toMatchObject({ kind, amount });
    expect(read.fee?.unit).toBe(unit);
    expect(read.rest).toBe(rest);
  });
});

describe("a fee of the portal that is not certain keeps its words and has no amount", () => {
  test.each([
    {
      because: "free is also written where the province sets the fee",
      text: "Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.)",
    },
    { because: "another body sets it", text: "Miễn phí(do Ủy ban nhân dân cấp tỉnh quy định.)" },
    { because: "free and an amount cannot both be", text: "Miễn phí(Lệ phí cấp mới 40.000đồng/lần.)" },
    { because: "the amount was cut", text: "20 VNĐ(20.000 đ/tờ khai)" },
    { because: "a small number is a cut one", text: "500 VNĐ" },
    { because: "the amount is lost", text: "VNĐ(đối với 1 tờ khai)" },
    {
      because: "two amounts",
      text: "2,000 Việt Nam Đồng(/trang)2.000 đồng/trang; từ trang thứ 3 thu 1.000 đồng/trang",
    },
    {
      because: "half of it for a time",
      text: "1,000,000 Việt Nam Đồng(Áp dụng mức phí: 500.000 đồng đến hết ngày 31/12/2026)",
    },
    { because: "a part of another fee", text: "50,000 Việt Nam Đồng(Bằng 50% mức thu lệ phí)" },
    { because: "it holds for one case", text: "200,000 VNĐ(đối với trường hợp cấp mới giấy phép)" },
    { because: "thousands are cut", text: "20,00 VNĐ" },
    { because: "a price in a sentence", text: "Phí, lệ phí (nếu có): Hội đồng nhân dân cấp tỉnh quyết định" },
    { because: "zero without a label is a hole", text: "0 VNĐ" },
  ])("$text: $because", ({ text }) => {
    const read = readPortalFee(text);
    expect(read.fee).toMatchObject({ amount: null, text });
    expect(read.warning).toEqual({ kind: "feeNotUnderstood", words: text });
  });

  test("dollars are not đồng", () => {
    const read = readPortalFee("10 USD(/bản)");
    expect(read.fee).toMatchObject({ amount: null, text: "10 USD(/bản)" });
    expect(read.warning?.kind).toBe("feeForeign");
  });

  test.each([
    { text: "" },
    { text: "Không có thông tin" },
    { text: "01 ngày làm việc kể từ khi nhận đủ hồ sơ" },
    { text: "Nộp qua dịch vụ bưu chính công ích" },
  ])("$text says nothing about money", ({ text }) => {
    expect(readPortalFee(text).fee).toBeUndefined();
  });

  test("a text of a million characters is read at once", () => {
    const started = performance.now();
    for (const part of ["(", "1.", "đối với trường hợp ", "phí ", " "])
      readPortalFee(part.repeat(1_000_000 / part.length));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
