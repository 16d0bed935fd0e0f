import type { AuthorisationInput, PartyInput } from "#contract/party.ts";
import { type PlainDate, addDays, plainDate } from "#domain/shared/plain-date.ts";
import { inventName } from "./person-names.ts";
import { type Neighbourhood, inventAddress } from "./places.ts";
import type { Random } from "./random.ts";

export type Person = Extract<PartyInput, { kind: "person" }>;
type Organisation = Extract<PartyInput, { kind: "organisation" }>;

/** What a procedure says of who comes for it. */
export interface Applicants {
  readonly ages: readonly [number, number];
  /** Left out: as many women as men. */
  readonly sex?: "male" | "female";
  /** Names of organisations that ask for it; `{place}` is the commune, `{name}` a name. Left out: persons ask. */
  readonly organisations?: readonly string[];
}

/** The people of an area as they stand at the counter, each invented once. */
export interface Residents {
  readonly person: (place: Neighbourhood, applicants: Applicants) => Person;
  readonly organisation: (place: Neighbourhood, names: readonly string[]) => Organisation;
}

/** Old codes of Đồng Tháp and Tiền Giang first, then the neighbours. */
const BIRTH_PROVINCES = {
  dongThap: [
    ["087", 88],
    ["089", 4],
    ["086", 4],
    ["082", 4],
  ],
  tienGiang: [
    ["082", 86],
    ["087", 7],
    ["083", 4],
    ["080", 3],
  ],
} as const;

/** Areas that were Tiền Giang until 1 July 2025. */
const ONCE_TIEN_GIANG: ReadonlySet<string> = new Set(["unit:commune:28261", "unit:province:82"]);

/** @param today the last day that a birth may be counted back from */
export function createResidents(random: Random, today: PlainDate): Residents {
  const taken = new Set<string>();
  const unique = (make: () => string): string => {
    for (;;) {
      const made = make();
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
  const person = (place: Neighbourhood, { ages: [youngest, oldest], sex: wanted }: Applicants): Person => {
    const sex = wanted ?? (random.chance(0.52) ? "female" : "male");
    const age = random.int(youngest, oldest);
    const birthDate = addDays(today, -365 * age - random.int(1, 360));
    return {
      kind: "person",
      name: inventName(random, sex, age),
      identityNumber: unique(() => identityNumber(random, place, birthDate, sex)),
      birthDate,
      sex,
      address: inventAddress(random, place),
      ...(random.chance(0.95) && { phone: unique(() => phone(random)) }),
    };
  };
  return {
    person,
    organisation: (place, names) => {
      const commune = place.commune.replace(/^(xã|phường) /u, "");
      const name = random
        .pick(names)
        .replace("{place}", commune)
        .replace("{name}", random.pick(COMPANY_NAMES));
      return {
        kind: "organisation",
        name,
        taxCode: unique(() => taxCode(random)),
        legalRepresentative: person(place, { ages: [30, 62] }).name,
        address: `${random.pick(place.hamlets)}, ${place.commune}, tỉnh Đồng Tháp`,
        phone: unique(() => phone(random)),
      };
    },
  };
}

const COMPANY_NAMES = [
  "Phước Lộc",
  "Hướng Dương",
  "Sen Hồng",
  "Thuận Phát",
  "Tân Tiến",
  "Cửu Long",
  "Bông Súng",
  "Hoàng Gia",
  "Út Hạnh",
  "Minh Châu",
  "Đồng Sen",
  "Nam Phương",
] as const;

/**
 * Twelve digits as the recalled rule has them. The last six begin with 99: numbers are given out upwards within a
 * province, sex and year [recalled], so no real number should be this high.
 */
function identityNumber(
  random: Random,
  { unit }: Neighbourhood,
  birthDate: PlainDate,
  sex: "male" | "female",
): string {
  const province = random.weighted<string>(
    ONCE_TIEN_GIANG.has(unit) ? BIRTH_PROVINCES.tienGiang : BIRTH_PROVINCES.dongThap,
  );
  const century = (birthDate < plainDate("2000-01-01") ? 0 : 2) + (sex === "female" ? 1 : 0);
  return `${province}${century}${birthDate.slice(2, 4)}99${digits(random, 4)}`;
}

/** Prefix 095 belonged to an operator that is gone [recalled]: plausible, and it rings nowhere. */
function phone(random: Random): string {
  return `095${digits(random, 7)}`;
}

const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Ten digits with their check digit; 1499 begins no code that was given out so far [inference]. */
function taxCode(random: Random): string {
  for (;;) {
    const head = `1499${digits(random, 5)}`;
    const sum = CHECK_WEIGHTS.reduce((total, weight, at) => total + weight * Number(head.charAt(at)), 0);
    const check = 10 - (sum % 11);
    if (check >= 0 && check < 10) return `${head}${check}`;
  }
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join("");
}

/** Somebody who comes for a person: a grown-up of the family, with the paper that says so. */
export function inventAuthorisation(
  random: Random,
  day: PlainDate,
  relation: "child" | "spouse" | "sibling" | "parent" | "employee" | "other",
): AuthorisationInput {
  const date = addDays(day, -random.int(0, 9));
  const scope = "Nộp hồ sơ và nhận kết quả";
  if (relation !== "other") return { date, relation, scope };
  return {
    date,
    relation,
    scope,
    number: `${random.int(100, 990)}/CT`,
    certifiedBy: "Trung tâm Phục vụ hành chính công nơi cư trú",
  };
}
