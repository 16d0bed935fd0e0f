import type { PlainDate } from "../shared/plain-date.ts";
import type { UnitKind } from "./administrative-unit.ts";
import {
  type AddressWord,
  type WrittenAddress,
  hasDiacritics,
  kindBefore,
  sameSpelling,
} from "./address-words.ts";

export interface NamedUnit {
  /** See `unitNameKey`. */
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A commune that an address may mean, of today or of before. */
export interface AddressPlace {
  readonly unit: NamedUnit;
  /** The district above it; null for one of today. */
  readonly district: NamedUnit | null;
  /** The province it was in first; then any other that the same ground was counted to, as people mix the two. */
  readonly provinces: readonly NamedUnit[];
  /** The last day of the unit; null while it stands, undefined where nobody noted it. */
  readonly endedOn: PlainDate | null | undefined;
}

export interface FoundPlace<Place extends AddressPlace> {
  readonly place: Place;
  /** What stood before the commune: house, street, hamlet. */
  readonly line: string;
  /** True when all that was written fits: every word after the line, and the diacritics of the commune. */
  readonly sure: boolean;
}

/** Words that make a name the name of a hamlet, a street or a house, and no commune. */
const SMALLER_PLACES = new Set(
  (
    "ap thon khom khu pho to duong ban buon bon lang xom hem ngo ngach so nha doi cum phum soc plei tdp kp kdc cu toa " +
    "lo tang cho cau"
  ).split(" "),
);
/** What may follow an address and says nothing. */
const CLOSING = new Set(["viet nam", "vietnam", "vn"]);
/** Provinces as people shorten them, folded. */
const SHORT_PROVINCES: Readonly<Record<string, readonly string[]>> = {
  "ho chi minh": ["hcm", "tphcm", "sai gon"],
  "ha noi": ["hn", "tphn"],
  "ba ria vung tau": ["brvt", "br vt", "vung tau"],
  "thua thien hue": ["tt hue", "tthue"],
};

/** How far behind the best another reading may be and still be offered. */
const MARGIN = 1;

/**
 * Which communes of the candidates an address means, the likeliest first; several when it does not say enough. An
 * address means a commune only together with its district or its province. Written from small to large: what comes
 * after the commune must be its district and province; what is left over speaks against it.
 *
 * @rule ADDRESS-01 docs/rules/address.md
 * @example findAddress(writtenAddress("Ấp 2, Bình Tấn, Thanh Bình, Đồng Tháp"), places)
 *   → [{ place: xã Bình Tấn, line: "Ấp 2", sure: true }]
 */
export function findAddress<Place extends AddressPlace>(
  address: WrittenAddress,
  places: readonly Place[],
): readonly FoundPlace<Place>[] {
  const marked = hasDiacritics(address.text);
  const readings = places
    .flatMap((place) => bestReading(place, address, marked) ?? [])
    .sort((a, b) => b.score - a.score);
  const best = readings[0]?.score ?? 0;
  return readings
    .filter(({ score }) => score >= best - MARGIN)
    .map(({ place, start, sure }) => ({ place, line: lineBefore(address, start), sure }));
}

interface Reading<Place> {
  readonly place: Place;
  readonly score: number;
  /** The word with which the commune, or the word of its kind, begins. */
  readonly start: number;
  readonly sure: boolean;
}

/** A name found in the text: its words, and whether the word of its kind fits. */
interface Hit {
  readonly start: number;
  readonly from: number;
  readonly end: number;
  readonly kind: "fits" | "differs" | "unsaid";
}

function bestReading<Place extends AddressPlace>(
  place: Place,
  address: WrittenAddress,
  marked: boolean,
): Reading<Place> | undefined {
  const communes = hitsOf(place.unit, address).filter((hit) => !isSmallerPlace(address.words, hit));
  const districts = place.district ? hitsOf(place.district, address) : [];
  const provinces = place.provinces.map((one) => provinceHits(one, address));
  let best: Reading<Place> | undefined;
  for (const commune of communes) {
    for (const above of waysUp(commune, districts, provinces)) {
      const { score, sure } = judge({ place, commune, ...above }, address, marked);
      if (!best || score > best.score) best = { place, score, start: commune.start, sure };
    }
  }
  return best;
}

interface WayUp {
  readonly district: Hit | undefined;
  readonly province: Hit | undefined;
  readonly provinceIndex: number;
}

/** Every district and province after the commune, of which at least one is there. */
function waysUp(commune: Hit, districts: readonly Hit[], provinces: readonly (readonly Hit[])[]): WayUp[] {
  const behind = districts.filter((hit) => hit.start >= commune.end);
  return [undefined, ...behind].flatMap((district) => {
    const end = district?.end ?? commune.end;
    const after = provinces.flatMap((hits, provinceIndex) =>
      hits.filter((hit) => hit.start >= end).map((province) => ({ district, province, provinceIndex })),
    );
    return district ? [{ district, province: undefined, provinceIndex: 0 }, ...after] : after;
  });
}

function hitsOf(unit: NamedUnit, address: WrittenAddress, keys: readonly string[] = [unit.key]): Hit[] {
  return keys.flatMap((key) =>
    (address.spans.get(key) ?? []).flatMap(([from, end]) => {
      const said = kindBefore(address.words, from);
      // A number alone is a house: Phường 1 needs its word.
      if (said === undefined && /^\d+$/.test(key)) return [];
      if (said && !said.levels.includes(levelOf(unit.kind))) return [];
      const kind = said ? (said.kinds.includes(unit.kind) ? "fits" : "differs") : "unsaid";
      return [{ start: from - (said?.words ?? 0), from, end, kind }];
    }),
  );
}

function provinceHits(unit: NamedUnit, address: WrittenAddress): Hit[] {
  return hitsOf(unit, address, [unit.key, ...(SHORT_PROVINCES[unit.key] ?? [])]);
}

function levelOf(kind: UnitKind): "province" | "district" | "commune" {
  if (kind === "province" || kind === "centralCity") return "province";
  const communes: readonly UnitKind[] = ["ward", "commune", "township", "specialZone"];
  return communes.includes(kind) ? "commune" : "district";
}

function isSmallerPlace(words: readonly AddressWord[], { from, start }: Hit): boolean {
  const before = words[from - 1];
  return start === from && before?.part === words[from]?.part && SMALLER_PLACES.has(before?.key ?? "");
}

interface Judged<Place> extends WayUp {
  readonly place: Place;
  readonly commune: Hit;
}

/** How well a reading fits; the figures only order readings of one text, and say nothing by themselves. */
function judge<Place extends AddressPlace>(
  { place, commune, district, province, provinceIndex }: Judged<Place>,
  address: WrittenAddress,
  marked: boolean,
): { readonly score: number; readonly sure: boolean } {
  const { words } = address;
  const spelt = (hit: Hit | undefined, unit: NamedUnit | null | undefined) =>
    !hit || !unit || !marked || isSpelt(words.slice(hit.from, hit.end), unit);
  const communeSpelt = spelt(commune, place.unit);
  const leftOver = wordsLeftOver([commune, district, province], words, place, address);
  const parts = [
    { fits: KIND_WEIGHT[commune.kind], when: true },
    { fits: 6 + KIND_WEIGHT[district?.kind ?? "unsaid"], when: district !== undefined },
    { fits: 5 - (provinceIndex > 0 ? 0.5 : 0), when: province !== undefined },
    { fits: 0.5, when: place.endedOn === null },
    { fits: -3, when: !communeSpelt },
    { fits: -1.5, when: !spelt(district, place.district) },
    { fits: -1.5, when: !spelt(province, place.provinces[provinceIndex]) },
    { fits: -2, when: isCutOff(commune, words) },
    { fits: -2 * leftOver, when: true },
  ];
  const score = parts.reduce((sum, { fits, when }) => sum + (when ? fits : 0), 0);
  return { score, sure: communeSpelt && leftOver === 0 && commune.kind !== "differs" };
}

const KIND_WEIGHT = { fits: 2, unsaid: 0, differs: -2 } as const;

function isSpelt(typed: readonly AddressWord[], unit: NamedUnit): boolean {
  const isShort = typed.map((word) => word.key).join(" ") !== unit.key;
  return (
    isShort ||
    sameSpelling(
      typed.map((word) => word.typed),
      unit.name,
    )
  );
}

/** Whether the name begins in the middle of a part, as “Phú Đông” does in “Tân Phú Đông”. */
function isCutOff({ start, from }: Hit, words: readonly AddressWord[]): boolean {
  const parted = (words.at(-1)?.part ?? 0) > 0;
  return parted && start === from && words[from - 1]?.part === words[from]?.part;
}

/** How many words after the commune belong to nothing that the place is in; three count as many. */
function wordsLeftOver(
  hits: readonly (Hit | undefined)[],
  words: readonly AddressWord[],
  place: AddressPlace,
  address: WrittenAddress,
): number {
  const [commune] = hits;
  const others = place.provinces.flatMap((one) => provinceHits(one, address));
  const covered = new Set(
    [...hits, ...others].flatMap((hit) =>
      hit ? Array.from({ length: hit.end - hit.start }, (_, index) => hit.start + index) : [],
    ),
  );
  const left = words
    .map((word, index) => ({ key: word.key, index }))
    .filter(({ index }) => index >= (commune?.end ?? 0) && !covered.has(index));
  const said = left.map(({ key }) => key).join(" ");
  return CLOSING.has(said) || /^\d{5,6}$/.test(said) ? 0 : Math.min(3, left.length);
}

/** What stands before the commune, without the comma between. */
function lineBefore({ text, words }: WrittenAddress, start: number): string {
  return text.slice(0, words[start]?.start ?? 0).replace(/[\s,;.|–-]+$/u, "");
}
