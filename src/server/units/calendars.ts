import { DEFAULT_DUE_DATE_SETTINGS, type DueDateSettings } from "#domain/calendar/due-date-settings.ts";
import { localCalendar } from "#domain/calendar/local-calendar.ts";
import {
  type CalendarPlaceKind,
  type LocalEntry,
  layerOf,
  takenBackBy,
} from "#domain/calendar/local-entry.ts";
import type { WorkCalendar } from "#domain/calendar/work-calendar.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Reference } from "./reference.ts";

/** A calendar with the settings that hold where nothing else is decided. */
export interface CalendarFacts {
  readonly calendar: WorkCalendar;
  readonly settings: DueDateSettings;
}

/** What a calendar is asked for. */
export interface CalendarPlace {
  readonly kind: CalendarPlaceKind;
  readonly id: string;
}

/**
 * The calendar of the agency that decides: by it every date is counted, wherever the dossier was received.
 *
 * @rule DEADLINE-03
 */
export function calendarOfAgency(reference: Reference, agencyId: string): CalendarFacts {
  return factsOf(calendarOfPlace(reference, { kind: "agency", id: reference.heirOf(agencyId) }));
}

/** The calendar of a one-stop unit: it says when the counter is open. */
export function calendarOfUnit(reference: Reference, unitId: string): CalendarFacts {
  return factsOf(calendarOfPlace(reference, { kind: "unit", id: reference.heirOf(unitId) }));
}

function factsOf(calendar: WorkCalendar): CalendarFacts {
  return { calendar, settings: DEFAULT_DUE_DATE_SETTINGS };
}

/** What was put together of a reading of the reference data, by place: asked for with every date. */
const known = new WeakMap<Reference, Map<string, WorkCalendar>>();

/** The national calendar of a place with the layers of its space, its agency and itself over it. */
export function calendarOfPlace(reference: Reference, place: CalendarPlace): WorkCalendar {
  const ofReference = known.get(reference) ?? new Map<string, WorkCalendar>();
  known.set(reference, ofReference);
  const key = `${place.kind}:${place.id}`;
  const found = ofReference.get(key) ?? combined(reference, place);
  ofReference.set(key, found);
  return found;
}

function combined(reference: Reference, place: CalendarPlace): WorkCalendar {
  const national = reference.calendars.get(nationalIdOf(reference, place));
  invariant(national, `the national calendar of ${place.kind} ${place.id} is there`);
  const calendar = layersOf(reference, place).reduce(
    (below, entries) => localCalendar(below, [layerOf(entries, below)]),
    national,
  );
  const takenBack = ofPlaces(reference.withdrawnEntries, [...placesAbove(reference, place), place]);
  return takenBack.every((entries) => entries.length === 0)
    ? calendar
    : { ...calendar, takenBack: takenBack.flat().map(takenBackBy) };
}

/** The post works by a calendar of its own; a unit by the one that its register names, its agency by the same. */
function nationalIdOf({ units }: Reference, { kind, id }: CalendarPlace): string {
  if (kind === "postOffice") return "postal";
  if (kind === "unit") return units.get(id)?.calendarId ?? "agency";
  if (kind === "agency")
    return [...units.values()].find((unit) => unit.agencyId === id)?.calendarId ?? "agency";
  return "agency";
}

/** The layers of a place, the widest first. What a space sets is about its agencies and not about the post. */
export function layersOf(reference: Reference, place: CalendarPlace): readonly (readonly LocalEntry[])[] {
  return ofPlaces(reference.localEntries, [...placesAbove(reference, place), place]);
}

function ofPlaces<Entry extends LocalEntry>(
  entries: readonly Entry[],
  places: readonly CalendarPlace[],
): readonly (readonly Entry[])[] {
  return places.map(({ kind, id }) =>
    entries.filter((entry) => entry.placeKind === kind && entry.placeId === id),
  );
}

/** The wider places whose layers a place has under its own, the widest first. */
export function placesAbove(
  { units, spaceOf }: Reference,
  { kind, id }: CalendarPlace,
): readonly CalendarPlace[] {
  if (kind === "space" || kind === "postOffice") return [];
  const space = spaceOf.get(id);
  const ofSpace: readonly CalendarPlace[] = space ? [{ kind: "space", id: space.id }] : [];
  const agencyId = kind === "unit" ? units.get(id)?.agencyId : undefined;
  return agencyId === undefined ? ofSpace : [...ofSpace, { kind: "agency", id: agencyId }];
}
