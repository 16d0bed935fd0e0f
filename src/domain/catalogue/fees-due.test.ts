import * as fc from "fast-check";
import { expect, test } from "vitest";
import { feesDue } from "./fees-due.ts";
import type { ProcedureContent, PublishedFee } from "./procedure.ts";

const SOURCED = { mark: "sourced", source: "CTT dichvucong.gov.vn, 7/2026" } as const;
const COPY: PublishedFee = {
  id: "copy",
  kind: "fee",
  name: "Phí chứng thực bản sao từ bản chính",
  amount: 2000,
  unit: "trang",
  reduced: { fromUnit: 3, amount: 1000 },
  maximum: 200_000,
  ...SOURCED,
};
const FREE: PublishedFee = { id: "charge", kind: "charge", name: "Lệ phí hộ tịch", amount: 0, ...SOURCED };
const COUNCIL: PublishedFee = {
  ...FREE,
  id: "council",
  amount: null,
  text: "Hội đồng nhân dân tỉnh quy định",
};

function priced(...fees: readonly PublishedFee[]): ProcedureContent {
  return {
    code: "2.000815",
    name: "Chứng thực bản sao từ bản chính",
    fieldCode: "certification",
    levels: ["commune"],
    channels: [{ channel: "direct", limits: [], fees }],
    papers: [],
    results: [{ name: "Bản sao được chứng thực" }],
    legalBases: [],
    postalEligible: false,
    personalPresence: false,
    deciding: "commune",
    ...SOURCED,
  };
}

test.each([
  { because: "one page", fees: [COPY], quantities: {}, known: 2000, complete: true },
  {
    because: "from the third page half price",
    fees: [COPY],
    quantities: { copy: 5 },
    known: 7000,
    complete: true,
  },
  {
    because: "never more than 200.000 a copy",
    fees: [COPY],
    quantities: { copy: 500 },
    known: 200_000,
    complete: true,
  },
  {
    because: "each copy by itself",
    fees: [COPY],
    quantities: { copy: [500, 1] },
    known: 202_000,
    complete: true,
  },
  { because: "none asked for", fees: [COPY], quantities: { copy: 0 }, known: 0, complete: true },
  { because: "free of charge is known", fees: [FREE], quantities: {}, known: 0, complete: true },
  {
    because: "what the council sets is not zero",
    fees: [COPY, COUNCIL],
    quantities: {},
    known: 2000,
    complete: false,
  },
  { because: "nothing published is not free", fees: [], quantities: {}, known: 0, complete: false },
])("$because", ({ fees, quantities, known, complete }) => {
  expect(feesDue(priced(...fees), "direct", quantities)).toMatchObject({
    ok: true,
    value: { known, complete },
  });
});

test("keeps an unknown amount as unknown, with its words and mark", () => {
  expect(feesDue(priced(COUNCIL), "direct")).toMatchObject({
    value: {
      lines: [{ feeId: "council", amount: null, text: "Hội đồng nhân dân tỉnh quy định", mark: "sourced" }],
    },
  });
});

test("refuses a channel that is not offered", () => {
  expect(feesDue(priced(COPY), "postal")).toMatchObject({
    ok: false,
    code: "channel_not_offered",
    details: { channel: "postal", offered: ["direct"] },
  });
});

test("agrees with paying page by page", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 4 }), (copies) => {
      let paid = 0;
      for (const pages of copies) {
        let forCopy = 0;
        for (let page = 1; page <= pages; page += 1) forCopy += page < 3 ? 2000 : 1000;
        paid += Math.min(forCopy, 200_000);
      }
      expect(feesDue(priced(COPY), "direct", { copy: copies })).toMatchObject({ value: { known: paid } });
    }),
  );
});
