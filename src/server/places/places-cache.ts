import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { PARENT_FIELD, type Place, type PlaceKind } from "#domain/unit/place.ts";
import type { Db } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { type StoredPlaces, loadPlaces } from "../units/stored-places.ts";

export interface ListedPlace {
  readonly place: Place;
  /** What a search looks in: the words of name, key, address and the names above, each with a blank before it. */
  readonly text: string;
}

/** The register with its lists in the order in which people read them. */
export interface CachedPlaces extends StoredPlaces {
  readonly listed: Readonly<Record<PlaceKind, readonly ListedPlace[]>>;
}

const cache = new WeakMap<Reference, Promise<CachedPlaces>>();
const collator = new Intl.Collator("vi", { numeric: true });

/** The register at least as new as the reference data of this request; read once per epoch. */
export function placesAt(db: Db, reference: Reference): Promise<CachedPlaces> {
  const known = cache.get(reference);
  if (known) return known;
  const loading = loadPlaces(db).then(withLists);
  cache.set(reference, loading);
  loading.catch(() => cache.delete(reference));
  return loading;
}

function withLists(stored: StoredPlaces): CachedPlaces {
  const lists: Record<PlaceKind, ListedPlace[]> = {
    agency: [],
    oneStopUnit: [],
    postOffice: [],
    receptionPoint: [],
    counter: [],
  };
  const titles = new Map<Place, readonly string[]>();
  for (const place of stored.places) {
    const above = namesAbove(stored, place);
    titles.set(place, [...above.slice(0, 1), place.name, place.key]);
    lists[place.kind].push({
      place,
      text: searchWords([place.name, place.key, place.values.address ?? "", ...above].join(" "))
        .map((word) => ` ${word}`)
        .join(""),
    });
  }
  const title = (listed: ListedPlace) => titles.get(listed.place) ?? [];
  for (const list of Object.values(lists)) list.sort((a, b) => compareParts(title(a), title(b)));
  return { ...stored, listed: lists };
}

/** The words of a text without diacritics and signs. @example searchWords("counter:30163:1") → ["counter", "30163", "1"] */
export function searchWords(text: string): readonly string[] {
  return searchKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function compareParts(one: readonly string[], other: readonly string[]): number {
  for (const [at, part] of one.entries()) {
    const order = collator.compare(part, other[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** The names of the places above, the nearest first. */
function namesAbove(stored: StoredPlaces, place: Place): readonly string[] {
  const field = PARENT_FIELD[place.kind];
  const parent = field === null ? undefined : stored.byKey.get(place.values[field] ?? "");
  return parent ? [parent.name, ...namesAbove(stored, parent)] : [];
}
