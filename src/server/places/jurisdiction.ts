import type { Place } from "#domain/unit/place.ts";
import type { StoredPlaces } from "../units/stored-places.ts";

/**
 * An administrator edits what belongs to the data space of the own post, and what is nobody's yet. An agency and a
 * unit have a space of their own; points and counters belong where their unit does, a post office where the counters
 * do that it staffs. A new agency and an office without counters are nobody's.
 */
export function mayEdit(stored: StoredPlaces, spaceId: string): (place: Place) => boolean {
  const staffed = new Map<string, string[]>();
  for (const place of stored.places) {
    const office = place.values.postOffice;
    if (office === undefined) continue;
    const spaces = staffed.get(office) ?? [];
    staffed.set(office, spaces);
    spaces.push(spaceOf(stored, place) ?? spaceId);
  }
  return (place) =>
    place.kind === "postOffice"
      ? (staffed.get(place.key) ?? []).every((space) => space === spaceId)
      : (spaceOf(stored, place) ?? spaceId) === spaceId;
}

function spaceOf(stored: StoredPlaces, place: Place): string | undefined {
  const above = (key: string | undefined) => stored.byKey.get(key ?? "");
  const point = place.kind === "counter" ? above(place.values.receptionPoint) : place;
  const unit = point?.kind === "receptionPoint" ? above(point.values.oneStopUnit) : point;
  const agency = unit?.kind === "oneStopUnit" ? unit.values.agency : unit?.key;
  return stored.spaceOf.get(unit?.key ?? "") ?? stored.spaceOf.get(agency ?? "");
}
