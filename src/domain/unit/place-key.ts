import type { Place, PlaceKind } from "./place.ts";

/** How the keys of each kind begin; the reference files and the accounts use the same. */
const KEY_PREFIX = {
  agency: "agency",
  oneStopUnit: "unit",
  postOffice: "post",
  receptionPoint: "point",
  counter: "counter",
} as const satisfies Readonly<Record<PlaceKind, string>>;

const KEY_LENGTH_MAX = 80;
const KEY_PARTS = /^[a-z]+(?::[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)+$/;

/** @example isPlaceKey("counter", "counter:30163:30148:1") → true */
export function isPlaceKey(kind: PlaceKind, key: string): boolean {
  return key.length <= KEY_LENGTH_MAX && KEY_PARTS.test(key) && key.startsWith(`${KEY_PREFIX[kind]}:`);
}

/**
 * A free key for a new place, after the place that it hangs below: a counter counts on within its point, a unit is
 * named after its agency. People need not think of one.
 * @example proposeKey(place of a counter at "point:30163", taken) → "counter:30163:3"
 */
export function proposeKey(place: Pick<Place, "kind" | "values">, taken: (key: string) => boolean): string {
  const { kind, values } = place;
  const below = (key: string | undefined) => key?.slice(key.indexOf(":") + 1) ?? "";
  const stems: Readonly<Record<PlaceKind, string>> = {
    agency: values.administrativeUnit ?? "",
    oneStopUnit: below(values.agency),
    postOffice: "",
    receptionPoint: below(values.oneStopUnit).split(":").slice(-1)[0] ?? "",
    counter: below(values.receptionPoint),
  };
  const stem = [KEY_PREFIX[kind], stems[kind]].filter(Boolean).join(":");
  if (kind !== "counter" && stem.includes(":") && isPlaceKey(kind, stem) && !taken(stem)) return stem;
  let number = kind === "counter" || !stem.includes(":") ? 1 : 2;
  while (taken(`${stem}:${number}`)) number += 1;
  return `${stem}:${number}`;
}
