import { type Result, done, refuse } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { OneStopUnit, Reference } from "../units/reference.ts";

export type FindUnit = (
  text: string,
  commune: string | null,
) => Result<OneStopUnit, "unknown_unit" | "unit_ambiguous">;

/** A file names few units, thousands of times each. */
const REMEMBERED_MAX = 10_000;

/**
 * Finds the one-stop unit that a row names: by our key, by a code of its agency of whatever day, or by its name
 * without diacritics; the commune tells units of one name apart. `keys` are the keys of the units by id.
 * @example find("000.00.31.H20", null) → the unit of the agency with this code
 */
export function unitFinder(reference: Reference, keys: ReadonlyMap<string, string>): FindUnit {
  const units = [...reference.units.values()];
  const names = new Map<string, OneStopUnit[]>();
  const add = (name: string, unit: OneStopUnit) => {
    const same = names.get(name) ?? [];
    if (!same.includes(unit)) names.set(name, [...same, unit]);
  };
  for (const unit of units) {
    add(searchKey(unit.name), unit);
    add(searchKey(keys.get(unit.id) ?? ""), unit);
    for (const { code } of reference.agencies.get(unit.agencyId)?.codes ?? []) add(searchKey(code), unit);
  }
  const remembered = new Map<string, ReturnType<FindUnit>>();
  return (text, commune) => {
    const asked = `${text}\n${commune ?? ""}`;
    const known = remembered.get(asked);
    if (known) return known;
    const found = find(names.get(searchKey(text)) ?? [], commune);
    if (remembered.size < REMEMBERED_MAX) remembered.set(asked, found);
    return found;
  };
}

function find(named: readonly OneStopUnit[], commune: string | null): ReturnType<FindUnit> {
  const place = commune === null ? null : placeKey(commune);
  const found = place === null ? named : named.filter((unit) => placeKey(unit.place) === place);
  const [unit] = found;
  if (!unit) return refuse("unknown_unit");
  return found.length === 1 ? done(unit) : refuse("unit_ambiguous");
}

/** A commune by its bare name. @example placeKey("Xã Bình Thành") → "binh thanh" */
function placeKey(name: string): string {
  return searchKey(name).replace(/^(?:xa|phuong|dac khu|thi tran)\s+/, "");
}
