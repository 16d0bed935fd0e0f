import type { WrittenAddress } from "#domain/unit/address-words.ts";
import type { AdministrativeUnit, UnitKind } from "#domain/unit/administrative-unit.ts";
import type { AddressPlace, NamedUnit } from "#domain/unit/find-address.ts";
import { unitNameKey } from "#domain/unit/unit-name.ts";
import { shippedRegister, shippedRows } from "./shipped-map.ts";

export interface ShippedPlace extends AddressPlace {
  /** Codes of the communes of today. */
  readonly now: readonly string[];
}

const LAST = "2025-06-30";

/** Every commune of today and of before as an address may mean it, made from the files in another way than the server does. */
export function shippedPlaces(): {
  readonly candidates: (address: WrittenAddress) => readonly ShippedPlace[];
} {
  const { units, successions } = shippedRegister();
  const standing = (code: string | null, day: string) =>
    units.find((unit) => unit.code === code && unit.validFrom <= day && (unit.validTo ?? day) >= day);
  const onLast = new Map(
    units
      .filter((unit) => unit.validFrom <= LAST && (unit.validTo ?? LAST) >= LAST)
      .map((unit) => [unit.code, unit]),
  );
  const today = new Map(units.filter((unit) => unit.validTo === undefined).map((unit) => [unit.code, unit]));
  const nowOf = new Map<string, string[]>();
  for (const { predecessor, successor, on } of successions) {
    if (on === "2025-07-01") nowOf.set(predecessor, [...(nowOf.get(predecessor) ?? []), successor]);
  }
  const hueBefore = named(standing("46", "2020-01-01"));
  const provinces = (code: string | null) => {
    const own = onLast.get(code ?? "");
    const later = today.get(nowOf.get(code ?? "")?.[0] ?? "");
    return [named(own), named(later), code === "46" ? hueBefore : undefined].filter(
      (one) => one !== undefined,
    );
  };
  const below = (districtCode: string | null) => {
    const district = onLast.get(districtCode ?? "");
    return { district: named(district) ?? null, provinces: provinces(district?.parentCode ?? null) };
  };
  const old = [...onLast.values()].filter((unit) => unit.code.length > 2 && nowOf.has(unit.code));
  const all: ShippedPlace[] = [
    ...[...today.values()]
      .filter((unit) => unit.code.length === 5)
      .map((unit) => ({
        unit: name(unit),
        district: null,
        provinces: [named(today.get(unit.parentCode ?? ""))].filter((one) => one !== undefined),
        endedOn: null,
        now: [unit.code],
      })),
    ...old.map((unit) => ({
      unit: name(unit),
      ...(unit.code.length === 3
        ? { district: null, provinces: provinces(unit.parentCode) }
        : below(unit.parentCode)),
      endedOn: unit.validTo,
      now: nowOf.get(unit.code) ?? [],
    })),
    ...shippedRows("earlier-names").map((row) => ({
      unit: { name: row["name"] ?? "", kind: row["kind"] as UnitKind, key: unitNameKey(row["name"] ?? "") },
      ...below(row["parent"] ?? null),
      endedOn: undefined,
      now: [row["now"] ?? ""],
    })),
  ];
  const byKey = new Map<string, ShippedPlace[]>();
  for (const place of all) {
    const same = byKey.get(place.unit.key);
    if (same) same.push(place);
    else byKey.set(place.unit.key, [place]);
  }
  return { candidates: ({ spans }) => [...spans.keys()].flatMap((key) => byKey.get(key) ?? []) };
}

function name(unit: AdministrativeUnit): NamedUnit {
  return { name: unit.name, kind: unit.kind, key: unitNameKey(unit.name) };
}

function named(unit: AdministrativeUnit | undefined): NamedUnit | undefined {
  return unit && name(unit);
}
