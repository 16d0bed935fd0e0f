import type { Mark } from "../calendar/work-calendar.ts";
import { type Dong, dong } from "../shared/money.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, invariant, refuse } from "../shared/result.ts";
import type { PostalZone } from "./zone.ts";

/** What the post does for a dossier: carry the papers in, the result out, or both. Thông tư 17/2017, Điều 4. */
export const POSTAL_SERVICES = ["send", "return", "both"] as const;
export type PostalService = (typeof POSTAL_SERVICES)[number];

/** The two ways that a service consists of; each has its own table of prices. */
export const POSTAL_LEGS = ["send", "return"] as const;
export type PostalLeg = (typeof POSTAL_LEGS)[number];

/** The prices of one way in one zone. */
export interface LegPrices {
  /** By weight, lightest first: up to this many grams, this price. */
  readonly steps: readonly { readonly upToGrams: number; readonly price: Dong }[];
  /** What each further started `perGrams` above the last step costs. */
  readonly further: { readonly perGrams: number; readonly price: Dong };
}

/** Whether the prices of a tariff hold the value added tax, or it comes on top, in percent. */
export type VatSetting =
  | { readonly kind: "included"; readonly mark: Mark; readonly source: string }
  | { readonly kind: "added"; readonly percent: number; readonly mark: Mark; readonly source: string };

/** A tariff with its days and its source. The nation's is a maximum; a province may set another below it. */
export interface Tariff {
  readonly id: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  /** Its last day; null while nobody ended it. */
  readonly validTo: PlainDate | null;
  readonly prices: Readonly<Record<PostalLeg, Readonly<Record<PostalZone, LegPrices>>>>;
  readonly vat: VatSetting;
  readonly mark: Mark;
  readonly source: string;
}

/** Who pays less, by whose decision. */
export interface PostalDiscount {
  readonly id: string;
  /** As a citizen reads it: "Hộ nghèo". */
  readonly name: string;
  /** 1 to 100; 100 is free. */
  readonly percent: number;
  readonly mark: Mark;
  readonly source: string;
}

/** One line of a quote; `amount` is in đồng and negative where something is taken off. */
export type QuoteLine =
  | { readonly key: "step"; readonly leg: PostalLeg; readonly upToGrams: number; readonly amount: number }
  | {
      readonly key: "further";
      readonly leg: PostalLeg;
      readonly times: number;
      readonly perGrams: number;
      readonly each: Dong;
      readonly amount: number;
    }
  | { readonly key: "discount"; readonly id: string; readonly percent: number; readonly amount: number }
  | { readonly key: "vat"; readonly percent: number; readonly amount: number };

/** What a service costs and why: the lines add up to the total. It is kept with the order as it was said. */
export interface Quote {
  readonly tariffId: string;
  readonly service: PostalService;
  readonly zone: PostalZone;
  readonly weightGrams: number;
  readonly lines: readonly QuoteLine[];
  readonly total: Dong;
}

export interface QuoteInput {
  readonly service: PostalService;
  readonly zone: PostalZone;
  /** Whole grams of one way; both ways are taken to weigh the same until they are weighed. */
  readonly weightGrams: number;
  /** Those that the payer may claim; the largest one counts, they are never added. */
  readonly discounts: readonly PostalDiscount[];
}

/** Heavier is a parcel, and no dossier. */
const HEAVIEST_GRAMS = 30_000;

/**
 * The price of a service, line by line. Both ways cost the sum of the two. A discount takes off its percentage, rounded
 * so that the citizen pays the smaller whole đồng; tax comes on what is left, rounded to the nearest đồng.
 *
 * @rule TARIFF-01
 * @example quotePostage({ service: "send", zone: "innerDistrict", weightGrams: 100, discounts: [] }, tariff) → total 26,000
 */
export function quotePostage(
  input: QuoteInput,
  tariff: Tariff,
): Result<Quote, "weight_not_positive" | "weight_too_heavy"> {
  const { service, zone, weightGrams } = input;
  if (!Number.isSafeInteger(weightGrams) || weightGrams <= 0) return refuse("weight_not_positive");
  if (weightGrams > HEAVIEST_GRAMS) return refuse("weight_too_heavy", { grams: HEAVIEST_GRAMS });
  const legs = service === "both" ? POSTAL_LEGS : [service];
  const carried = legs.flatMap((leg) => linesOfLeg(leg, tariff.prices[leg][zone], weightGrams));
  const lines: QuoteLine[] = [...carried];
  const discount = largest(input.discounts);
  if (discount) {
    const { id, percent } = discount;
    lines.push({ key: "discount", id, percent, amount: -Math.ceil((sumOf(carried) * percent) / 100) });
  }
  if (tariff.vat.kind === "added") {
    const { percent } = tariff.vat;
    lines.push({ key: "vat", percent, amount: Math.round((sumOf(lines) * percent) / 100) });
  }
  return done({ tariffId: tariff.id, service, zone, weightGrams, lines, total: dong(sumOf(lines)) });
}

/**
 * The tariff that holds on a day: of those valid the one that began last.
 *
 * @returns null where none holds: then nothing is quoted, and the counter is told so
 */
export function tariffOn(tariffs: readonly Tariff[], day: PlainDate): Tariff | null {
  const valid = tariffs.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  return valid.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0] ?? null;
}

function linesOfLeg(leg: PostalLeg, { steps, further }: LegPrices, grams: number): QuoteLine[] {
  const last = steps.at(-1);
  invariant(last, "a table of prices has a step");
  const step = steps.find(({ upToGrams }) => grams <= upToGrams) ?? last;
  const base: QuoteLine = { key: "step", leg, upToGrams: step.upToGrams, amount: step.price };
  const times = Math.max(0, Math.ceil((grams - last.upToGrams) / further.perGrams));
  if (times === 0) return [base];
  const { perGrams, price: each } = further;
  return [base, { key: "further", leg, times, perGrams, each, amount: times * each }];
}

function largest(discounts: readonly PostalDiscount[]): PostalDiscount | undefined {
  return discounts.toSorted((one, other) => other.percent - one.percent)[0];
}

function sumOf(lines: readonly QuoteLine[]): number {
  return lines.reduce((total, { amount }) => total + amount, 0);
}
