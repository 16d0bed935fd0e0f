import { type PlainDate, formatDay } from "../shared/plain-date.ts";
import { tidyText } from "../shared/vietnamese-text.ts";

/**
 * Where one-stop service happens, from the agency down to the desk: cơ quan, bộ phận một cửa, bưu điện, điểm tiếp
 * nhận, quầy. An administrator keeps them; the map of administrative units is another register.
 */
export const PLACE_KINDS = ["agency", "oneStopUnit", "postOffice", "receptionPoint", "counter"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Ủy ban nhân dân tỉnh, sở, đơn vị khác của tỉnh, ủy ban nhân dân huyện (đến 30/6/2025), ủy ban nhân dân xã. */
export const AGENCY_KINDS = [
  "provincialCommittee",
  "provincialDepartment",
  "provincialBody",
  "districtCommittee",
  "communeCommittee",
] as const;

/** How sure a code is; only the first may be shown as confirmed. */
export const CODE_MARKS = ["sourced", "recalled", "inference", "undecided"] as const;

/**
 * What a place of each kind says beside its name and its days. A field named like a kind holds the key of a place of
 * that kind; `code2018` and `code2025` are the agency's identifiers in the two formats of dossier codes.
 */
export const PLACE_FIELDS = {
  agency: ["agencyKind", "administrativeUnit", "code2018", "code2025", "codeMark", "codeSource"],
  oneStopUnit: ["agency", "governingBody", "administrativeUnit", "calendar"],
  postOffice: ["address"],
  receptionPoint: ["oneStopUnit", "address"],
  counter: ["receptionPoint", "postOffice"],
} as const satisfies Readonly<Record<PlaceKind, readonly string[]>>;
export type PlaceField = (typeof PLACE_FIELDS)[PlaceKind][number];

/** Fields that may stay empty: a counter of the state has no post office, an agency may have no code yet. */
export const OPTIONAL_FIELDS: ReadonlySet<PlaceField> = new Set<PlaceField>([
  "postOffice",
  "code2018",
  "code2025",
  "codeMark",
  "codeSource",
]);

export type PlaceValues = Readonly<Partial<Record<PlaceField, string>>>;

/**
 * A place for the days on which it is there. Its key names it for ever, in files and in the database alike. What it
 * is called may be corrected; a place that goes and comes back later comes back under a new key, so that its days
 * have no hole and every question "on that day" has one answer.
 */
export interface Place {
  readonly kind: PlaceKind;
  /** @example "counter:30163:30148:1" */
  readonly key: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  /** The last day; null while nobody has closed it. */
  readonly validTo: PlainDate | null;
  /** A field that is not there is empty. */
  readonly values: PlaceValues;
}

/** Days from the first to the last, both counted; without end when the last is null. */
export interface Period {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/** @example standsOn({ validFrom: plainDate("2025-07-01"), validTo: null }, plainDate("2026-11-21")) → true */
export function standsOn({ validFrom, validTo }: Period, day: PlainDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** True when `outer` is there on every day on which `inner` is. */
export function standsThroughout(outer: Period, inner: Period): boolean {
  if (outer.validFrom > inner.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

/** The days that two periods share, or undefined when there is none. */
export function commonPeriod(one: Period, other: Period): Period | undefined {
  const validFrom = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  const ends = [one.validTo, other.validTo].filter((day) => day !== null).sort();
  const validTo = ends[0] ?? null;
  return validTo !== null && validTo < validFrom ? undefined : { validFrom, validTo };
}

/** The places that are there on a day. @example placesOn(places, plainDate("2026-11-21")) */
export function placesOn<T extends Period>(places: readonly T[], day: PlainDate): readonly T[] {
  return places.filter((place) => standsOn(place, day));
}

/** The fields of a kind that hold the key of another place, with the kind of that place (it has the same name). */
export function referenceFields(kind: PlaceKind): readonly (PlaceField & PlaceKind)[] {
  return PLACE_FIELDS[kind].filter((field): field is PlaceField & PlaceKind =>
    PLACE_KINDS.some((other) => other === field),
  );
}

/** The field by which a place hangs below another in lists: the agency of a unit, the point of a counter. */
export const PARENT_FIELD = {
  agency: null,
  oneStopUnit: "agency",
  postOffice: null,
  receptionPoint: "oneStopUnit",
  counter: "receptionPoint",
} as const satisfies Readonly<Record<PlaceKind, (PlaceField & PlaceKind) | null>>;

/** A place with its texts as people mean them, and the fields that had to be put right for that. */
export function tidyPlace(place: Place): { readonly place: Place; readonly tidied: readonly string[] } {
  const tidied: string[] = [];
  const tidy = (field: string, text: string): string => {
    const clean = tidyText(text);
    if (clean !== text) tidied.push(field);
    return clean;
  };
  const values: Partial<Record<PlaceField, string>> = {};
  for (const field of PLACE_FIELDS[place.kind]) {
    const text = tidy(field, place.values[field] ?? "");
    if (text !== "") values[field] = text;
  }
  return { place: { ...place, name: tidy("name", place.name), values }, tidied };
}

/** One difference between a place before and after. */
export interface PlaceDifference {
  readonly field: PlaceField | "name" | "validFrom" | "validTo";
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs, in the order in which a form shows it; empty for the same place. */
export function placeDifferences(before: Place | null, after: Place): readonly PlaceDifference[] {
  const of = (place: Place | null, field: PlaceDifference["field"]): string | null => {
    if (place === null) return null;
    if (field === "name" || field === "validFrom" || field === "validTo") return place[field];
    return place.values[field] ?? null;
  };
  const fields = ["name", ...PLACE_FIELDS[after.kind], "validFrom", "validTo"] as const;
  return fields
    .map((field) => ({ field, before: of(before, field), after: of(after, field) }))
    .filter((difference) => difference.before !== difference.after);
}

/** How a place is named where it stands in somebody's way. @example "Quầy 1 – Bưu điện (từ 01/07/2025)" */
export function placeTitle({ name, validFrom, validTo }: Pick<Place, "name"> & Period): string {
  const days =
    validTo === null ? `từ ${formatDay(validFrom)}` : `${formatDay(validFrom)}–${formatDay(validTo)}`;
  return `${name} (${days})`;
}
