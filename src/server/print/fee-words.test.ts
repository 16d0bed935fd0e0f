import { describe, expect, test } from "vitest";
import type { PublishedFee } from "#domain/catalogue/procedure.ts";
import { feesInWords } from "./fee-words.ts";

const fee: PublishedFee = {
  id: "copy",
  kind: "fee",
  name: "Phí cấp bản sao",
  amount: 8_000,
  mark: "sourced",
  source: "TT 281/2016/TT-BTC",
};

describe("the fees that Mẫu 01 prints", () => {
  test.each([
    { fees: [], says: "Chưa xác định", because: "nothing published is not free of charge" },
    { fees: [{ ...fee, amount: 0 }], says: "Không thu", because: "a published zero is free of charge" },
    { fees: [fee], says: "Phí cấp bản sao: 8.000 đ", because: "a fee for the dossier is a sum" },
    {
      fees: [{ ...fee, unit: "bản" }],
      says: "Phí cấp bản sao: 8.000 đ/bản",
      because: "how many copies is not known at the counter",
    },
    {
      fees: [
        { ...fee, amount: 2_000, unit: "trang", reduced: { fromUnit: 3, amount: 1_000 }, maximum: 200_000 },
      ],
      says: "Phí cấp bản sao: 2.000 đ/trang, từ trang thứ 3: 1.000 đ, tối đa 200.000 đ",
      because: "the reduction and the maximum belong to the rate",
    },
    {
      fees: [fee, { ...fee, id: "levy", name: "Lệ phí hộ tịch", amount: null }],
      says: "Phí cấp bản sao: 8.000 đ; Lệ phí hộ tịch: theo mức do Hội đồng nhân dân cấp tỉnh quy định",
      because: "what the province sets is no reason to hide what is known",
    },
  ])("says “$says”: $because", ({ fees, says }) => {
    expect(feesInWords(fees)).toBe(says);
  });
});
