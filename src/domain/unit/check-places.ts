import { isPlaceKey } from "./place-key.ts";
import {
  AGENCY_KINDS,
  CODE_MARKS,
  OPTIONAL_FIELDS,
  PLACE_FIELDS,
  type Period,
  type Place,
  type PlaceDifference,
  type PlaceField,
  commonPeriod,
  placeTitle,
  referenceFields,
  standsOn,
  standsThroughout,
} from "./place.ts";

/** Everything that can be wrong with a place, with the sentence for logs and the command line. */
export const PLACE_PROBLEMS = {
  keyMalformed: "the key does not have the shape of this kind of place",
  keyTaken: "another place has this key",
  keyTwice: "the key stands in the file more than once",
  missing: "must not be empty",
  tooLong: "is longer than 300 signs",
  notADay: "is not a day of the calendar, written 2026-11-21 or 21/11/2026",
  periodReversed: "the last day is before the first",
  notInList: "is none of the values that are known",
  unknownPlace: "no such place is known",
  unknownAdministrativeUnit: "no province or commune had this code on the first day",
  notThroughout: "is not there on all days of this place",
  openDependants: "others need this place on days on which it would not be there",
  codeMalformed: "does not have the shape of an agency's identifier in this format",
  codeKept: "an identifier that was given can be corrected, not taken away",
  codeUnmarked: "an identifier needs a mark that says how sure it is, and its source",
  nameTaken: "another counter of the same point has this name on the same days",
  outsideJurisdiction: "belongs to another data space",
} as const;
export type PlaceProblem = keyof typeof PLACE_PROBLEMS;

export interface PlaceFault {
  readonly key: string;
  readonly field: "key" | PlaceDifference["field"];
  readonly problem: PlaceProblem;
  /** What stands in the way, as people call it; empty where the field says enough. */
  readonly names: readonly string[];
}

/** What a place is checked against. */
export interface PlaceRegister {
  readonly places: readonly Place[];
  readonly administrativeUnits: readonly (Period & { readonly code: string })[];
  readonly calendars: readonly string[];
  /** Which fields an agency decides, and when: an agency must be there as long as it decides. */
  readonly competences: readonly (Period & { readonly agency: string; readonly name: string })[];
}

/** Something that needs a place on all its own days: a place below it, or a competence. */
interface Dependant extends Period {
  readonly name: string;
}

/** The register by its keys: made once for a check of many places. */
interface PlaceIndex {
  readonly register: PlaceRegister;
  readonly byKey: ReadonlyMap<string, Place>;
  readonly dependants: ReadonlyMap<string, readonly Dependant[]>;
  /** Counters by their point and name. */
  readonly namesakes: ReadonlyMap<string, readonly Place[]>;
  readonly units: ReadonlyMap<string, readonly Period[]>;
}

const TEXT_LENGTH_MAX = 300;
/** So many dependants are named; who sees them knows where to begin. */
const NAMES_MAX = 12;
/** By Thông tư 10/2016/TT-BTTTT, and by Quyết định 20/2020/QĐ-TTg: the shapes that dossier codes are made of. */
const CODE_SHAPES = {
  code2018: /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/,
  code2025: /^[A-Z]\d{2}(?:\.\d{1,3}){0,2}$/,
};

/**
 * All that is wrong with the places that were changed, in a register that already holds them as they would be. A
 * place must be there on all days of those that need it: a counter within its point and its post office, a point
 * within its unit, a unit within its agency, an agency while it decides a field.
 * @returns the faults in the order of `changed`; none means that the change may be made
 * @example checkPlaces(register, [closed]) → [{ field: "validTo", problem: "openDependants", names: ["Quầy 1 …"], … }]
 */
export function checkPlaces(register: PlaceRegister, changed: readonly Place[]): readonly PlaceFault[] {
  const index = indexOf(register);
  return changed.flatMap((place) => [
    ...ownFaults(place),
    ...choiceFaults(place, index),
    ...referenceFaults(place, index),
    ...dependantFaults(place, index),
  ]);
}

function indexOf(register: PlaceRegister): PlaceIndex {
  const dependants = new Map<string, Dependant[]>();
  const namesakes = new Map<string, Place[]>();
  for (const place of register.places) {
    if (place.kind === "counter") addTo(namesakes, counterName(place), place);
    for (const field of referenceFields(place.kind)) {
      const key = place.values[field];
      if (key !== undefined) addTo(dependants, key, place);
    }
  }
  for (const competence of register.competences) addTo(dependants, competence.agency, competence);
  const units = new Map<string, Period[]>();
  for (const unit of register.administrativeUnits) addTo(units, unit.code, unit);
  const byKey = new Map(register.places.map((place) => [place.key, place]));
  return { register, byKey, dependants, namesakes, units };
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

type Found = readonly PlaceFault[];

function fault(
  place: Place,
  field: PlaceFault["field"],
  problem: PlaceProblem,
  names: readonly string[] = [],
): PlaceFault {
  return { key: place.key, field, problem, names };
}

/** What can be said of a place without knowing any other. */
function ownFaults(place: Place): Found {
  const faults: PlaceFault[] = [];
  if (!isPlaceKey(place.kind, place.key)) faults.push(fault(place, "key", "keyMalformed"));
  if (place.validTo !== null && place.validTo < place.validFrom)
    faults.push(fault(place, "validTo", "periodReversed"));
  const texts = [["name", place.name] as const, ...textsOf(place)];
  for (const [field, text] of texts) {
    const mayBeEmpty = field !== "name" && OPTIONAL_FIELDS.has(field);
    if (text === "" && !mayBeEmpty) faults.push(fault(place, field, "missing"));
    if (text.length > TEXT_LENGTH_MAX) faults.push(fault(place, field, "tooLong"));
  }
  return [...faults, ...codeFaults(place)];
}

function textsOf({ kind, values }: Place): readonly (readonly [PlaceField, string])[] {
  return PLACE_FIELDS[kind].map((field) => [field, values[field] ?? ""] as const);
}

function codeFaults(place: Place): Found {
  if (place.kind !== "agency") return [];
  const { values } = place;
  const given = (["code2018", "code2025"] as const).filter((field) => values[field] !== undefined);
  const malformed = given.filter((field) => !CODE_SHAPES[field].test(values[field] ?? ""));
  const faults = malformed.map((field) => fault(place, field, "codeMalformed"));
  if (given.length === 0) return faults;
  const unmarked = (["codeMark", "codeSource"] as const).filter((field) => values[field] === undefined);
  return [...faults, ...unmarked.map((field) => fault(place, field, "codeUnmarked"))];
}

/** Values that must be one of those that are known: kinds, marks, calendars, codes of the map. */
function choiceFaults(place: Place, { register, units }: PlaceIndex): Found {
  const lists: Partial<Record<PlaceField, readonly string[]>> = {
    agencyKind: AGENCY_KINDS,
    codeMark: CODE_MARKS,
    calendar: register.calendars,
  };
  const faults: PlaceFault[] = [];
  for (const [field, text] of textsOf(place)) {
    if (text === "") continue;
    const list = lists[field];
    if (list && !list.includes(text)) faults.push(fault(place, field, "notInList", [text]));
    if (field === "administrativeUnit" && !units.get(text)?.some((unit) => standsOn(unit, place.validFrom)))
      faults.push(fault(place, field, "unknownAdministrativeUnit", [text]));
  }
  return faults;
}

function referenceFaults(place: Place, index: PlaceIndex): Found {
  const faults: PlaceFault[] = [];
  for (const field of referenceFields(place.kind)) {
    const key = place.values[field];
    if (key === undefined) continue;
    const named = index.byKey.get(key);
    if (!named || named.kind !== field) faults.push(fault(place, field, "unknownPlace", [key]));
    else if (!standsThroughout(named, place))
      faults.push(fault(place, field, "notThroughout", [placeTitle(named)]));
    else if (field === "receptionPoint" && hasNamesake(place, index))
      faults.push(fault(place, "name", "nameTaken", [place.name]));
  }
  return faults;
}

/** Counters are chosen by their name: two of one point must not share it on the same day. */
function hasNamesake(place: Place, { namesakes }: PlaceIndex): boolean {
  return (namesakes.get(counterName(place)) ?? []).some(
    (other) => other.key !== place.key && commonPeriod(other, place) !== undefined,
  );
}

function counterName({ name, values }: Place): string {
  return `${values.receptionPoint ?? ""} ${name}`;
}

function dependantFaults(place: Place, { dependants }: PlaceIndex): Found {
  const outside = (dependants.get(place.key) ?? []).filter((other) => !standsThroughout(place, other));
  if (outside.length === 0) return [];
  const late = outside.some((other) => other.validFrom < place.validFrom);
  const names = outside.map(placeTitle).sort().slice(0, NAMES_MAX);
  return [fault(place, late ? "validFrom" : "validTo", "openDependants", names)];
}

/** An identifier that was given may be corrected; without one, dossiers of the agency could get no code. */
export function takenCodes(before: Place | null, after: Place): readonly PlaceFault[] {
  return (["code2018", "code2025"] as const)
    .filter((field) => before?.values[field] !== undefined && after.values[field] === undefined)
    .map((field) => fault(after, field, "codeKept"));
}
