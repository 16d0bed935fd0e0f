import { exportPlaces, listPlaceChoices, listPlaces, readPlace } from "#contract/places.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import {
  AGENCY_KINDS,
  CODE_MARKS,
  PARENT_FIELD,
  type PlaceKind,
  placeDifferences,
  standsOn,
} from "#domain/unit/place.ts";
import { bind } from "../http/context.ts";
import { CURSOR_TEXT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { writePlaceFile } from "./csv-file.ts";
import { mayEdit } from "./jurisdiction.ts";
import { placeView, seenOf } from "./place-view.ts";
import { type CachedPlaces, type ListedPlace, placesAt, searchWords } from "./places-cache.ts";
import { findChanges } from "./store.ts";

interface Asked {
  readonly kind: PlaceKind;
  readonly q?: string;
  readonly asOf?: string;
  readonly parent?: string;
  readonly all?: "yes";
}

export const listPlacesRoute = bind(listPlaces, async ({ deps, actor, reference, query, now }) => {
  const stored = await placesAt(deps.db, reference);
  const asOf = dayOf(query.asOf, localTime(now).day);
  const found = select(stored, query, asOf);
  const [after] = unpackCursor(query.after, [CURSOR_TEXT]) ?? [];
  const start = after === undefined ? 0 : found.findIndex(({ place }) => place.key === after) + 1;
  const page = found.slice(start, start + PAGE_ROWS);
  const last = page.at(-1);
  const editable = mayEdit(stored, actor.space?.id ?? "");
  return done({
    asOf,
    places: page.map(({ place }) => placeView(stored, place, editable)),
    total: found.length,
    next: found.length > start + PAGE_ROWS && last ? packCursor([last.place.key]) : null,
  });
});

export const exportPlacesRoute = bind(exportPlaces, async ({ deps, reference, query, now }) => {
  const stored = await placesAt(deps.db, reference);
  const asOf = dayOf(query.asOf, localTime(now).day);
  const places = select(stored, query, asOf).map(({ place }) => place);
  return done({
    content: writePlaceFile(query.kind, places),
    mediaType: "text/csv; charset=utf-8",
    fileName: `${query.kind}-${asOf}.csv`,
  });
});

export const readPlaceRoute = bind(readPlace, async ({ deps, actor, reference, params }) => {
  const stored = await placesAt(deps.db, reference);
  const place = stored.byKey.get(params.key);
  if (!place) return refuse("not_found");
  const changes = await findChanges(deps.db, place);
  return done({
    place: placeView(stored, place, mayEdit(stored, actor.space?.id ?? "")),
    seen: seenOf(place),
    history: changes.map(({ at, by, reason, before, after }) => ({
      at,
      by,
      reason,
      created: before === null,
      differences: after === null ? [] : [...placeDifferences(before, after)],
    })),
  });
});

export const listPlaceChoicesRoute = bind(listPlaceChoices, async ({ deps, reference }) => {
  const { calendarNames } = await placesAt(deps.db, reference);
  return done({
    agencyKinds: [...AGENCY_KINDS],
    codeMarks: [...CODE_MARKS],
    calendars: [...calendarNames].map(([id, name]) => ({ id, name })),
  });
});

/** The contract has checked the shape; a day that no calendar has (2026-02-30) counts as not asked. */
function dayOf(text: string | undefined, today: PlainDate): PlainDate {
  return (text === undefined ? undefined : parsePlainDate(text)) ?? today;
}

function select(stored: CachedPlaces, asked: Asked, asOf: PlainDate): readonly ListedPlace[] {
  const words = searchWords(asked.q ?? "");
  const parentField = PARENT_FIELD[asked.kind];
  return stored.listed[asked.kind].filter(
    ({ place, text }) =>
      (asked.all === "yes" || standsOn(place, asOf)) &&
      (asked.parent === undefined || (parentField !== null && place.values[parentField] === asked.parent)) &&
      words.every((word) => text.includes(` ${word}`)),
  );
}
