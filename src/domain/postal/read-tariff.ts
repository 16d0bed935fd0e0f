import { MARKS } from "../calendar/work-calendar.ts";
import {
  type Check,
  type Shape,
  integer,
  list,
  matching,
  nullable,
  oneOf,
  optional,
  record,
  text,
} from "../catalogue/read-shape.ts";
import { type PlainDate, parsePlainDate } from "../shared/plain-date.ts";
import { TRAVEL_CLASSES, type TravelTime, type TravelTimes } from "./postal-deadlines.ts";
import { POSTAL_LEGS, type LegPrices, type PostalDiscount, type Tariff, type VatSetting } from "./tariff.ts";
import { POSTAL_ZONES } from "./zone.ts";

/** A discount with the provinces that decided on it; none means that nobody gets it yet. */
export interface ProvincialDiscount extends PostalDiscount {
  readonly provinces: readonly string[];
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export interface PostalPrices {
  readonly tariffs: readonly Tariff[];
  readonly discounts: readonly ProvincialDiscount[];
}

const DAY = matching(/^\d{4}-\d{2}-\d{2}$/);
const MARK = oneOf(MARKS);
const PRICE = integer(0);

const STEP: Shape<LegPrices["steps"][number]> = { upToGrams: integer(1), price: PRICE };
const FURTHER: Shape<LegPrices["further"]> = { perGrams: integer(1), price: PRICE };
const LEG: Shape<LegPrices> = { steps: list(record(STEP), 1), further: record(FURTHER) };
const VAT: Readonly<Record<"kind" | "mark" | "source" | "percent", Check>> = {
  kind: oneOf(["included", "added"] satisfies VatSetting["kind"][]),
  mark: MARK,
  source: text,
  percent: optional(integer(1)),
};

/** A tariff lists every zone of both ways: a price that is missing is a fault of the file, not of a quote. */
const TARIFF: Shape<Tariff> = {
  id: text,
  name: text,
  validFrom: DAY,
  validTo: nullable(DAY),
  prices: record(each(POSTAL_LEGS, record(each(POSTAL_ZONES, record(LEG))))),
  vat: record(VAT),
  mark: MARK,
  source: text,
};

const DISCOUNT: Shape<ProvincialDiscount> = {
  id: text,
  name: text,
  percent: integer(1),
  provinces: list(matching(/^\d{2}$/)),
  validFrom: DAY,
  validTo: nullable(DAY),
  mark: MARK,
  source: text,
};

const PRICES: Shape<PostalPrices> = { tariffs: list(record(TARIFF), 1), discounts: list(record(DISCOUNT)) };

const TRAVEL_TIME: Shape<TravelTime> = { days: integer(1), daysWithSlip: integer(1) };
const TIMES = { mark: MARK, source: text, classes: record(each(TRAVEL_CLASSES, record(TRAVEL_TIME))) };

/**
 * The longest times of a journey as the reference data state them.
 *
 * @throws RangeError that names every place where the file is not of the promised shape
 */
export function readTravelTimes(value: unknown): TravelTimes {
  const faults: string[] = [];
  record(TIMES)(value, "times", faults);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return (value as { readonly classes: TravelTimes }).classes;
}

/**
 * Tariffs and discounts as the reference data state them.
 *
 * @throws RangeError that names every place where the file is not of the promised shape
 * @example readTariff(JSON.parse(text)) → what db/reference/postal/tariff.json says
 */
export function readTariff(value: unknown): PostalPrices {
  const faults: string[] = [];
  record(PRICES)(value, "tariff", faults);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  // The shape was looked at just now, key by key.
  const prices = value as PostalPrices;
  for (const tariff of prices.tariffs) {
    faults.push(...faultsOfSteps(tariff));
    if (tariff.vat.kind === "added" && !("percent" in tariff.vat))
      faults.push(`${tariff.id}: tax without percent`);
  }
  faults.push(...twice(prices.tariffs.map(({ id }) => id)), ...twice(prices.discounts.map(({ id }) => id)));
  // Of two that begin on one day nobody could say which holds.
  faults.push(...twice(prices.tariffs.map(({ validFrom }) => `begins on ${validFrom}`)));
  for (const { id, validFrom, validTo } of [...prices.tariffs, ...prices.discounts])
    faults.push(...faultsOfDays(id, validFrom, validTo));
  for (const { id, vat } of prices.tariffs)
    if (vat.kind === "added" && vat.percent > 100) faults.push(`${id}: more tax than price`);
  for (const { id, percent } of prices.discounts)
    if (percent > 100) faults.push(`${id}: takes off more than there is`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return prices;
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => `${name}: twice`);
}

function faultsOfDays(id: string, from: string, to: string | null): readonly string[] {
  const wrong = [from, ...(to === null ? [] : [to])].filter((day) => parsePlainDate(day) === undefined);
  const reversed = to !== null && to < from ? [`${id}: ends before it begins`] : [];
  return [...wrong.map((day) => `${id}: there is no ${day}`), ...reversed];
}

/**
 * The discounts that a province grants on a day.
 *
 * @param province code of the province of today, such as "48"
 */
export function discountsOf(
  { discounts }: PostalPrices,
  province: string,
  day: PlainDate,
): readonly ProvincialDiscount[] {
  return discounts.filter(
    ({ provinces, validFrom, validTo }) =>
      provinces.includes(province) && validFrom <= day && (validTo === null || day <= validTo),
  );
}

function faultsOfSteps({ id, prices }: Tariff): string[] {
  return POSTAL_LEGS.flatMap((leg) =>
    POSTAL_ZONES.filter((zone) => {
      const { steps } = prices[leg][zone];
      return steps.some(({ upToGrams, price }, at) => {
        const before = steps[at - 1];
        return before !== undefined && (before.upToGrams >= upToGrams || before.price > price);
      });
    }).map((zone) => `${id}.${leg}.${zone}: heavier must come later and cost no less`),
  );
}

function each<Key extends string>(keys: readonly Key[], check: Check): Record<string, Check> {
  return Object.fromEntries(keys.map((key) => [key, check]));
}
