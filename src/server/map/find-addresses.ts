import { type AddressOffer, findAddresses } from "#contract/map.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, formatDay } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { writtenAddress } from "#domain/unit/address-words.ts";
import { type FoundPlace, findAddress } from "#domain/unit/find-address.ts";
import { nameInLine } from "#domain/unit/unit-name.ts";
import type { Db } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import {
  type StandingCommune,
  type StoredPlace,
  findPlacesByKey,
  findStandingCommunes,
} from "./address-store.ts";

/** More readings than this help nobody to choose. */
const OFFERS_MAX = 5;

/** What an address of before or of today means today. */
export const findAddressesRoute = bind(findAddresses, async ({ deps, query, now }) =>
  done({ offers: [...(await addressOffers(deps.db, query.q, localTime(now).day))] }),
);

/**
 * What a written address means today, the likeliest first: the candidates by name, the rule, and the way to today.
 * @rule ADDRESS-01
 */
export async function addressOffers(
  db: Db,
  written: string,
  day: PlainDate,
): Promise<readonly AddressOffer[]> {
  const address = writtenAddress(written);
  if (address.words.length < 2) return [];
  const found = findAddress(address, await findPlacesByKey(db, [...address.spans.keys()]));
  if (found.length === 0) return [];
  const communes = await findStandingCommunes(
    db,
    found.map(({ place }) => place),
    day,
  );
  return offersOf(found, communes);
}

/** Each commune once, with the likeliest reading that leads to it. */
function offersOf(
  found: readonly FoundPlace<StoredPlace>[],
  communes: readonly StandingCommune[],
): AddressOffer[] {
  const byCode = new Map<string, StandingCommune>();
  for (const commune of communes) {
    if (!byCode.has(commune.communeCode)) byCode.set(commune.communeCode, commune);
  }
  const only = byCode.size === 1 && found.every(({ sure }) => sure);
  return [...byCode.values()].slice(0, OFFERS_MAX).flatMap(({ from, ...commune }) => {
    const reading = found[from];
    if (!reading) return [];
    const parts = [nameInLine(commune.communeName), nameInLine(commune.provinceName)];
    const address = [reading.line, ...parts].filter(Boolean).join(", ");
    return [{ ...commune, line: reading.line, address, was: wasIn(reading.place), certain: only }];
  });
}

/** The place of before in words, with how long it stood; null for one of today. */
function wasIn({ unit, district, provinces, endedOn, day }: StoredPlace): string | null {
  if (endedOn === null) return null;
  const names = [unit.name, district?.name, provinces[0]?.name].filter((name) => name !== undefined);
  const until = endedOn === undefined ? `trước ${formatDay(day)}` : `đến ${formatDay(endedOn)}`;
  return `${names.map(nameInLine).join(", ")} (${until})`;
}
