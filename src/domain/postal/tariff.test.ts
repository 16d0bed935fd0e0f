import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { discountsOf, readTariff } from "./read-tariff.ts";
import { POSTAL_SERVICES, type PostalDiscount, type Tariff, quotePostage, tariffOn } from "./tariff.ts";
import { POSTAL_ZONES, type PostalZone } from "./zone.ts";

const FILE = new URL("../../../db/reference/postal/tariff.json", import.meta.url);
const shipped: unknown = JSON.parse(readFileSync(FILE, "utf8"));
const prices = readTariff(shipped);
const tariff = prices.tariffs[0] ?? raise();
const half: PostalDiscount = { id: "poor", name: "Hộ nghèo", percent: 50, mark: "undecided", source: "—" };
const free: PostalDiscount = { ...half, id: "mother", percent: 100 };

function raise(): never {
  throw new Error("The file ships a tariff");
}

function total(service: "send" | "return" | "both", zone: PostalZone, weightGrams: number): number | string {
  const quoted = quotePostage({ service, zone, weightGrams, discounts: [] }, tariff);
  return quoted.ok ? quoted.value.total : quoted.code;
}

/** The table of Thông tư 22/2017 as printed: to 100 g, to 250 g, to 500 g, each further 500 g. */
const TABLE = [
  { service: "send", zone: "innerDistrict", figures: [26_000, 26_000, 26_500, 2_200] },
  { service: "send", zone: "betweenDistricts", figures: [30_000, 30_000, 30_500, 2_900] },
  { service: "send", zone: "innerRegion", figures: [30_500, 31_000, 32_500, 3_600] },
  { service: "send", zone: "betweenRegions", figures: [31_000, 34_000, 38_000, 6_300] },
  { service: "return", zone: "innerDistrict", figures: [26_000, 27_000, 28_500, 2_200] },
  { service: "return", zone: "betweenDistricts", figures: [30_000, 31_000, 32_500, 2_900] },
  { service: "return", zone: "innerRegion", figures: [30_500, 32_000, 34_500, 3_600] },
  { service: "return", zone: "betweenRegions", figures: [31_000, 35_000, 40_000, 6_300] },
] as const;

describe("the maximum tariff", () => {
  test.each(TABLE)("$service, $zone", ({ service, zone, figures: [light, middle, heavy, further] }) => {
    expect([1, 100, 101, 250, 251, 500, 501, 1000, 1001].map((grams) => total(service, zone, grams))).toEqual(
      [light, light, middle, middle, heavy, heavy, heavy + further, heavy + further, heavy + 2 * further],
    );
  });

  test("both ways cost the sum of the two", () => {
    expect(total("both", "innerDistrict", 100)).toBe(52_000);
    expect(total("both", "betweenRegions", 700)).toBe(38_000 + 6_300 + 40_000 + 6_300);
  });

  test.each([
    { grams: 0, code: "weight_not_positive", because: "nothing was weighed" },
    { grams: -5, code: "weight_not_positive", because: "the scales stood wrong" },
    { grams: 99.5, code: "weight_not_positive", because: "grams are whole" },
    { grams: Number.NaN, code: "weight_not_positive", because: "no figure was typed" },
    { grams: 30_001, code: "weight_too_heavy", because: "this is no dossier any more" },
  ])("$grams g is refused, because $because", ({ grams, code }) => {
    expect(total("send", "innerDistrict", grams)).toBe(code);
  });
});

describe("what is taken off and put on", () => {
  const quote = (discounts: readonly PostalDiscount[], vat: Tariff["vat"] = tariff.vat) =>
    quotePostage(
      { service: "return", zone: "innerDistrict", weightGrams: 300, discounts },
      { ...tariff, vat },
    );

  test("the larger discount counts, they are not added", () => {
    expect(quote([half, free])).toMatchObject({ ok: true, value: { total: 0 } });
    expect(quote([half])).toMatchObject({
      ok: true,
      value: { total: 14_250, lines: [{ amount: 28_500 }, { id: "poor", amount: -14_250 }] },
    });
  });

  test("tax comes on what is left", () => {
    const vat = { kind: "added", percent: 8, mark: "undecided", source: "—" } as const;
    expect(quote([half], vat)).toMatchObject({ ok: true, value: { total: 15_390 } });
  });

  test("the lines add up, whatever is asked, and heavier never costs less", () => {
    const asked = fc.record({
      service: fc.constantFrom(...POSTAL_SERVICES),
      zone: fc.constantFrom(...POSTAL_ZONES),
      weightGrams: fc.integer({ min: 1, max: 29_999 }),
      discounts: fc.subarray([half, free, { ...half, id: "third", percent: 33 }]),
      percent: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(asked, ({ percent, ...input }) => {
        const vat = { kind: "added", percent, mark: "undecided", source: "—" } as const;
        const [one, heavier] = [input, { ...input, weightGrams: input.weightGrams + 1 }].map((each) => {
          const quoted = quotePostage(each, { ...tariff, vat });
          return quoted.ok ? quoted.value : raise();
        });
        if (!one || !heavier) raise();
        let sum = 0;
        for (const line of one.lines) sum += line.amount;
        expect(sum).toBe(one.total);
        expect(heavier.total).toBeGreaterThanOrEqual(one.total);
      }),
    );
  });
});

describe("the file of tariffs", () => {
  test("says which holds on a day, and that none does before the first", () => {
    const later = { ...tariff, id: "later", validFrom: plainDate("2027-01-01") };
    expect(tariffOn([later, tariff], plainDate("2026-12-31"))?.id).toBe(tariff.id);
    expect(tariffOn([tariff, later], plainDate("2027-01-01"))?.id).toBe("later");
    expect(tariffOn([tariff], plainDate("2017-12-31"))).toBeNull();
    const ended = { ...tariff, validTo: plainDate("2026-06-30") };
    expect(tariffOn([ended], plainDate("2026-07-01"))).toBeNull();
  });

  test("gives nobody a discount that no province was found to have decided on", () => {
    expect(prices.discounts.length).toBeGreaterThan(0);
    expect(discountsOf(prices, "48", plainDate("2026-11-22"))).toEqual([]);
    const decided = { ...prices, discounts: prices.discounts.map((one) => ({ ...one, provinces: ["48"] })) };
    expect(discountsOf(decided, "48", plainDate("2026-11-22"))).toHaveLength(prices.discounts.length);
    expect(discountsOf(decided, "01", plainDate("2026-11-22"))).toEqual([]);
  });

  test.each([
    { mend: { validFrom: "1/1/2018" }, says: "validFrom", because: "a day is written as ISO has it" },
    {
      mend: { vat: { kind: "added", mark: "undecided", source: "?" } },
      says: "percent",
      because: "how much?",
    },
    {
      mend: { validFrom: "2017-99-99" },
      says: "there is no 2017-99-99",
      because: "the year has no such day",
    },
    { mend: { validTo: "2017-01-01" }, says: "ends before", because: "it would never hold" },
    {
      mend: { vat: { kind: "added", percent: 1000, mark: "undecided", source: "?" } },
      says: "more tax than price",
      because: "a slip of the keys",
    },
    { mend: { price: 1 }, says: "unknown", because: "a misspelt key would be silently dropped" },
    { mend: { prices: { send: {}, return: {} } }, says: "missing", because: "every zone has a price" },
  ])("is refused where it is wrong: $says, because $because", ({ mend, says }) => {
    expect(() => readTariff({ tariffs: [{ ...tariff, ...mend }], discounts: [] })).toThrow(says);
  });

  test("is refused where nobody could say which of two holds", () => {
    const file = (...mends: readonly object[]) => ({
      tariffs: mends.map((mend) => ({ ...tariff, ...mend })),
      discounts: [],
    });
    expect(() => readTariff(file({}, { validFrom: "2027-01-01" }))).toThrow(`${tariff.id}: twice`);
    expect(() => readTariff(file({}, { id: "other" }))).toThrow(`begins on ${tariff.validFrom}: twice`);
  });

  test("is refused when a heavier letter would cost less", () => {
    const [send] = [structuredClone(tariff)];
    const mended = JSON.parse(JSON.stringify(send).replace('"price":26500', '"price":1')) as unknown;
    expect(() => readTariff({ tariffs: [mended], discounts: [] })).toThrow("heavier");
  });
});
