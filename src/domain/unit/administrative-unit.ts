import { addDays, type PlainDate } from "../shared/plain-date.ts";

export const UNIT_KINDS = [
  "province",
  "centralCity",
  "provincialCity",
  "town",
  "urbanDistrict",
  "district",
  "ward",
  "commune",
  "township",
  "specialZone",
] as const;
/**
 * tỉnh, thành phố trực thuộc trung ương, thành phố thuộc tỉnh (hoặc thuộc thành phố), thị xã, quận, huyện, phường, xã,
 * thị trấn, đặc khu.
 */
export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * A province, district or commune for the days it stood. The statistical code names it only together with a day:
 * codes are used again, as the merged province of 2025 took over 82 from Tiền Giang.
 */
export interface AdministrativeUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Code of the unit above it on the same days; null for a province. */
  readonly parentCode: string | null;
  readonly validFrom: PlainDate;
  /** The last day it stood; absent while it stands. */
  readonly validTo?: PlainDate;
}

/**
 * A unit went up into another one: `predecessor` is the code until the day before `on`, `successor` the code from that
 * day. Both may be the same code.
 */
export interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: PlainDate;
  /** False when only a part went there, as of a commune that was divided; absent: all of it. */
  readonly whole?: boolean;
}

export interface UnitRegister {
  readonly units: readonly AdministrativeUnit[];
  readonly successions: readonly Succession[];
}

/** True when the unit stood on the day; the first and the last day count. */
export function stoodOn(unit: AdministrativeUnit, day: PlainDate): boolean {
  return unit.validFrom <= day && (unit.validTo ?? day) >= day;
}

/** The units that stood on a day, in the order of the register. @example unitsOn(register, plainDate("2025-06-30")) */
export function unitsOn(register: UnitRegister, day: PlainDate): readonly AdministrativeUnit[] {
  return register.units.filter((unit) => stoodOn(unit, day));
}

/** The unit that had this code on that day. */
export function unitByCode(
  register: UnitRegister,
  code: string,
  day: PlainDate,
): AdministrativeUnit | undefined {
  return register.units.find((unit) => unit.code === code && stoodOn(unit, day));
}

/**
 * What the unit that had this code on the day `asOf` had become by the day `now`: itself while it stood, else the
 * units at the end of the chain of successions. Empty when it ended without a successor, as the districts did, or
 * when no unit had the code on that day.
 * @example successorsOf(register, "30148", plainDate("2025-06-30"), plainDate("2026-11-21")) → [xã Bình Thành]
 */
export function successorsOf(
  register: UnitRegister,
  code: string,
  asOf: PlainDate,
  now: PlainDate,
): readonly AdministrativeUnit[] {
  const steps = stepsOf(register);
  const reached = reachedFrom(unitByCode(register, code, asOf), (unit) =>
    steps.filter((step) => step.from === unit).map((step) => step.to),
  );
  return register.units.filter((unit) => reached.has(unit) && stoodOn(unit, now));
}

/**
 * All units that went up into the unit that has this code on the day, directly or through others, without itself.
 * @example predecessorsOf(register, "30163", plainDate("2026-11-21")) → [xã Bình Tấn, xã Bình Thành of before]
 */
export function predecessorsOf(
  register: UnitRegister,
  code: string,
  day: PlainDate,
): readonly AdministrativeUnit[] {
  const start = unitByCode(register, code, day);
  const steps = stepsOf(register);
  const reached = reachedFrom(start, (unit) =>
    steps.filter((step) => step.to === unit).map((step) => step.from),
  );
  return register.units.filter((unit) => unit !== start && reached.has(unit));
}

interface Step {
  readonly from: AdministrativeUnit;
  readonly to: AdministrativeUnit;
}

/** The successions between units instead of codes; one that names a code nobody had then leads nowhere. */
function stepsOf(register: UnitRegister): readonly Step[] {
  const byCode = new Map<string, AdministrativeUnit[]>();
  for (const unit of register.units) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit]);
  return register.successions.flatMap(({ predecessor, successor, on }) => {
    const from = byCode.get(predecessor)?.find((unit) => stoodOn(unit, addDays(on, -1)));
    const to = byCode.get(successor)?.find((unit) => stoodOn(unit, on));
    return from && to ? [{ from, to }] : [];
  });
}

/** Everything reachable, each once, so that a circle in bad data ends as well. */
function reachedFrom(
  start: AdministrativeUnit | undefined,
  next: (unit: AdministrativeUnit) => readonly AdministrativeUnit[],
): ReadonlySet<AdministrativeUnit> {
  const reached = new Set(start ? [start] : []);
  for (const unit of reached) for (const found of next(unit)) reached.add(found);
  return reached;
}
