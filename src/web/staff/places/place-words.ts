import type { PlaceListRow } from "#contract/places.ts";
import { type Period, standsOn } from "#domain/unit/place.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Words } from "#web/text/words.ts";

export type PlaceState = "open" | "closed" | "coming";

interface Days {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Whether a place is open on a day, was closed before it, or comes later. The contract has vouched for the days. */
export function stateOn(days: Days, day: string): PlaceState {
  const period = days as unknown as Period;
  if (standsOn(period, day as PlainDate)) return "open";
  return days.validFrom > day ? "coming" : "closed";
}

/** @example daysInWords(place, text) → "từ 01/07/2025" */
export function daysInWords({ validFrom, validTo }: Days, text: Words): string {
  const from = text.dates.shortDay(validFrom);
  return validTo === null
    ? text.places.list.since(from)
    : text.places.list.between(from, text.dates.shortDay(validTo));
}

/** What a field says, in words: the name for a key, the title for a kind, the day as papers write it. */
export function valueInWords(
  field: string,
  value: string | null | undefined,
  names: PlaceListRow["names"],
  text: Words,
): string {
  if (value === null || value === undefined || value === "") return text.places.detail.empty;
  if (field === "validFrom" || field === "validTo") return text.dates.shortDay(value);
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    agencyKind: text.places.agencyKinds,
    codeMark: text.places.codeMarks,
    kind: text.places.unitKinds,
  };
  const name = (lists[field] ?? names)[value];
  if (name === undefined) return value;
  return field === "administrativeUnit" ? `${name} (${value})` : name;
}
