import type { PlainDate } from "../shared/plain-date.ts";
import { type Period, standsOn } from "../unit/place.ts";

/** What a site is counted by when it opens; anything else is said in words. */
export const EQUIPMENT = [
  "computer",
  "scanner",
  "printer",
  "camera",
  "queueMachine",
  "priceBoard",
  "seat",
  "writingDesk",
] as const;
export type Equipment = (typeof EQUIPMENT)[number];

/** How many of each there are; what is not named is not there. */
export type EquipmentCounts = Readonly<Partial<Record<Equipment, number>>>;

/** The opening of a site as somebody records it: the reception point, and what stood there on that day. */
export interface SiteOpening {
  readonly openedOn: PlainDate;
  readonly address: string;
  readonly counterIds: readonly string[];
  readonly decal: boolean;
  /** Since when the counters carry the decal; null when nobody knows. */
  readonly decalSince: PlainDate | null;
  readonly equipment: EquipmentCounts;
}

export const OPENING_FAULTS = [
  "opened_ahead",
  "point_not_there",
  "address_missing",
  "counters_missing",
  "counter_elsewhere",
  "decal_since_ahead",
  "decal_since_without_decal",
] as const;
export type OpeningFault = (typeof OPENING_FAULTS)[number];

/** What is wrong and what it is about: a counter's id, or nothing for the whole. */
export interface Finding<Fault extends string> {
  readonly fault: Fault;
  readonly about: string;
}

/** What the check asks of the reference data. */
export interface OpeningWorld {
  readonly today: PlainDate;
  readonly point: Period;
  /** Counters of the point, with the days on which each is there. */
  readonly counters: ReadonlyMap<string, Period>;
}

/**
 * Everything that is wrong with an opening. It says what has happened, so it lies on no day to come; the point and
 * each counter are there on that day.
 *
 * @rule SITE-01
 * @returns an empty list when it may be recorded
 * @example checkOpening({ ...opening, counterIds: [] }, world) → [{ fault: "counters_missing", about: "" }]
 */
export function checkOpening(
  opening: SiteOpening,
  { today, point, counters }: OpeningWorld,
): readonly Finding<OpeningFault>[] {
  const { openedOn, decal, decalSince } = opening;
  const found = (fault: OpeningFault, wrong: boolean, about = "") => (wrong ? [{ fault, about }] : []);
  const isThere = (id: string) => {
    const counter = counters.get(id);
    return counter !== undefined && standsOn(counter, openedOn);
  };
  return [
    ...found("opened_ahead", openedOn > today),
    ...found("point_not_there", !standsOn(point, openedOn)),
    ...found("address_missing", opening.address.trim() === ""),
    ...found("counters_missing", opening.counterIds.length === 0),
    ...opening.counterIds.flatMap((id) => found("counter_elsewhere", !isThere(id), id)),
    ...found("decal_since_ahead", decalSince !== null && decalSince > today),
    ...found("decal_since_without_decal", decalSince !== null && !decal),
  ];
}
