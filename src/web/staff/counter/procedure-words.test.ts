import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import { nearestFirst } from "./nearest-first.ts";
import { feeWords, limitWords } from "./procedure-words.ts";

const text = wordsOf("vi");
const fact = { mark: "sourced", source: "test" } as const;

describe("fees and limits in words", () => {
  test.each([
    { fee: { amount: 0 }, says: "Không thu", because: "free of charge is said, not a zero" },
    {
      fee: { amount: 8_000, unit: "bản" },
      says: "8.000 đ/bản",
      because: "thousands are parted as on Vietnamese papers",
    },
    {
      fee: { amount: 2_000, unit: "trang", reduced: { fromUnit: 3, amount: 1_000 }, maximum: 200_000 },
      says: "2.000 đ/trang, từ trang thứ 3: 1.000 đ, tối đa 200.000 đ",
      because: "a staggered fee names its steps",
    },
    {
      fee: { amount: null },
      says: "do Hội đồng nhân dân tỉnh quy định",
      because: "an unknown amount is not zero",
    },
  ])("$says: $because", ({ fee, says }) => {
    expect(feeWords({ id: "fee", kind: "fee", name: "Phí", ...fee, ...fact }, text)).toBe(says);
  });

  test("a limit that nobody published is not guessed", () => {
    expect(limitWords({ limit: null, ...fact }, text)).toBe("chưa công bố");
    expect(limitWords({ limit: null, text: "1", ...fact }, text)).toBe("chưa công bố – 1");
    expect(limitWords({ limit: { amount: 3, unit: "workingDay" }, ...fact }, text)).toBe("3 ngày làm việc");
  });
});

describe("the nearest procedure first", () => {
  const rows = [
    "Cấp bản sao Giấy khai sinh",
    "Đăng ký kết hôn",
    "Thủ tục đăng ký khai sinh",
    "Đăng ký lại khai sinh có yếu tố nước ngoài",
  ].map((name, at) => ({ name, code: `1.00000${at}` }));

  test("the words together, and the shortest name with them, without diacritics", () => {
    expect(nearestFirst(rows, "Khai Sinh").map(({ name }) => name)).toEqual([
      "Thủ tục đăng ký khai sinh",
      "Cấp bản sao Giấy khai sinh",
      "Đăng ký lại khai sinh có yếu tố nước ngoài",
      "Đăng ký kết hôn",
    ]);
  });

  test("without words the order of the server stays", () => {
    expect(nearestFirst(rows, " ")).toEqual(rows);
  });
});
