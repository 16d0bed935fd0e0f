import type { TravelTimes } from "#domain/postal/postal-deadlines.ts";
import { type PostalPrices, readTariff, readTravelTimes } from "#domain/postal/read-tariff.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { calendarOfPlace } from "./calendars.ts";
import type { Reference } from "./reference.ts";
import { readJson } from "./reference-table.ts";

/** What the post may ask and how long it may take. */
export interface PostalFacts {
  readonly prices: PostalPrices;
  readonly times: TravelTimes;
}

let kept: Promise<PostalFacts> | undefined;

/** Tariffs, discounts and times of the reference data. They come with the program, so that a process reads them once. */
export function postalFacts(): Promise<PostalFacts> {
  kept ??= Promise.all([readJson("postal/tariff.json"), readJson("postal/travel-times.json")]).then(
    ([prices, times]) => ({ prices: readTariff(prices), times: readTravelTimes(times) }),
  );
  return kept;
}

/** The calendar of the post, which is one in the whole country. */
export function postalCalendar(reference: Reference): WorkCalendar {
  return calendarOfPlace(reference, { kind: "postOffice", id: "" });
}
