import type { PlaceListRow } from "#contract/places.ts";
import { PLACE_FIELDS, type Place, referenceFields } from "#domain/unit/place.ts";
import { sha256 } from "../keys/key-ring.ts";
import type { StoredPlaces } from "../units/stored-places.ts";

/** A place as the screens show it, with the names of what it refers to. */
export function placeView(
  stored: StoredPlaces,
  place: Place,
  editable: (place: Place) => boolean,
): PlaceListRow {
  const names: Record<string, string> = {};
  for (const field of referenceFields(place.kind)) {
    const key = place.values[field];
    const named = stored.byKey.get(key ?? "");
    if (key !== undefined && named) names[key] = named.name;
  }
  const { administrativeUnit, calendar } = place.values;
  if (administrativeUnit !== undefined) {
    const unit = stored.unitNames.get(administrativeUnit);
    if (unit !== undefined) names[administrativeUnit] = unit;
  }
  if (calendar !== undefined) names[calendar] = stored.calendarNames.get(calendar) ?? calendar;
  return { ...place, names, editable: editable(place) };
}

/** A fingerprint of what a place says: equal for the same content, whoever wrote it. */
export function seenOf(place: Place): string {
  const values = PLACE_FIELDS[place.kind].map((field) => place.values[field] ?? null);
  const content = [place.kind, place.key, place.name, place.validFrom, place.validTo, values];
  return fingerprint(JSON.stringify(content));
}

/** The first half of a SHA-256 in hexadecimal figures: enough to tell two contents apart. */
export function fingerprint(content: string | Uint8Array): string {
  return sha256(content).toString("hex").slice(0, 32);
}
