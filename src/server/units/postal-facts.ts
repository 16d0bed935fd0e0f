import type { TravelTimes } from "#domain/postal/postal-deadlines.ts";
import { type PostalPrices, readTariff, readTravelTimes } from "#domain/postal/read-tariff.ts";
import { type Retention, readRetention } from "#domain/postal/retention.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { calendarOfPlace } from "./calendars.ts";
import type { Reference } from "./reference.ts";
import { readJson } from "./reference-table.ts";

/** What the post may ask, how long it may take, and how long it keeps what proves it. */
export interface PostalFacts {
  readonly prices: PostalPrices;
  readonly times: TravelTimes;
  /** How long the post keeps what proves its work. */
  readonly retention: Retention;
}

let kept: Promise<PostalFacts> | undefined;

/** Tariffs, discounts, times and terms of the reference data. They come with the program, so that a process reads them once. */
export function postalFacts(): Promise<PostalFacts> {
  kept ??= Promise.all([
    readJson("postal/tariff.json"),
    readJson("postal/travel-times.json"),
    readJson("postal/retention.json"),
  ]).then(([prices, times, retention]) => ({
    prices: readTariff(prices),
    times: readTravelTimes(times),
    retention: readRetention(retention),
  }));
  return kept;
}

/** The calendar of the post, which is one in the whole country. */
export function postalCalendar(reference: Reference): WorkCalendar {
  return calendarOfPlace(reference, { kind: "postOffice", id: "" });
}
