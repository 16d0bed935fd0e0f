import { describe, expect, test } from "vitest";
import { feeLine, feeWords, limitLine, limitWords } from "./procedure-words.ts";
import { LANGUAGES, wordsOf } from "./words.ts";

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
    expect(limitWords({ limit: { amount: 3, unit: "workingDay" }, ...fact }, text)).toBe("3 ngày làm việc");
  });
});

describe("a limit whose unit the portal left out", () => {
  const bare = { limit: null, text: "1", mark: "undecided", source: "Cổng" } as const;

  test("is said with its figure, wherever it is shown, and is never a limit that nobody published", () => {
    expect(limitWords(bare, text)).toBe("Cổng ghi “1”, chưa rõ đơn vị");
    expect(limitLine(bare, text)).toBe("Cổng ghi “1”, chưa rõ đơn vị");
    for (const language of LANGUAGES) expect(limitLine(bare, wordsOf(language))).toContain("“1”");
  });

  test.each([
    { words: "2,5", line: "Cổng ghi “2,5”, chưa rõ đơn vị", because: "a figure may have a part" },
    { words: "Hồ sơ đủ", line: "chưa công bố – Hồ sơ đủ", because: "a case is no figure" },
    { words: "Ngay", line: "chưa công bố – Ngay", because: "nor are words" },
  ])("$words → $line: $because", ({ words, line }) => {
    expect(limitLine({ ...bare, text: words }, text)).toBe(line);
  });

  test("of a limit that is known a figure beside it stays what it is: the name of the case", () => {
    expect(limitLine({ ...bare, limit: { amount: 3, unit: "workingDay" } }, text)).toBe(
      "3 ngày làm việc – 1",
    );
  });
});

test("a fee in a line has its name, and what the source says beside the amount", () => {
  const fee = { id: "fee", kind: "charge", name: "Lệ phí", amount: 8_000, unit: "bản", ...fact } as const;
  expect(feeLine(fee, text)).toBe("Lệ phí: 8.000 đ/bản");
  expect(feeLine({ ...fee, text: "miễn cho hộ nghèo" }, text)).toBe(
    "Lệ phí: 8.000 đ/bản – miễn cho hộ nghèo",
  );
  expect(feeLine({ ...fee, amount: null, text: "100 USD" }, text)).toBe("Lệ phí: 100 USD");
});
