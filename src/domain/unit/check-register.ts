import { addDays } from "../shared/plain-date.ts";
import { tidyText } from "../shared/vietnamese-text.ts";
import {
  type AdministrativeUnit,
  type Succession,
  type UnitRegister,
  stoodOn,
} from "./administrative-unit.ts";
import { stepsOnCircles } from "./circles.ts";

export const REGISTER_FAULTS = [
  "code_missing",
  "name_missing",
  "name_not_tidy",
  "ends_before_it_begins",
  "periods_overlap",
  "parent_unknown",
  "parent_not_standing",
  "predecessor_unknown",
  "predecessor_not_standing",
  "predecessor_not_ended",
  "successor_unknown",
  "successor_not_standing",
  "succession_twice",
  "whole_into_several",
  "succession_circle",
] as const;
export type RegisterFaultCode = (typeof REGISTER_FAULTS)[number];

/** What is wrong with a row of a register: which list it is in, its place there from 0, and the code it names. */
export interface RegisterFault {
  readonly fault: RegisterFaultCode;
  readonly list: "units" | "successions";
  readonly index: number;
  readonly code: string;
}

/**
 * Everything that is wrong with a register, each with its row, units first, in the order of the rows; empty when it is
 * sound. A name is in NFC with single spaces. Of one code no two periods share a day. The parent stands on every day of
 * the unit. On the day of a succession the successor stands, and the predecessor stood until the day before, and no
 * longer when it went up whole. By whole successions no unit becomes itself again: codes are used again, so the circle
 * is one of units in their days, not of codes.
 *
 * @rule UNIT-01 docs/rules/units.md
 * @example checkRegister({ units: [], successions: [{ predecessor: "1", successor: "2", on }] })
 *   → [{ fault: "predecessor_unknown", list: "successions", index: 0, code: "1" }, …]
 */
export function checkRegister(register: UnitRegister): readonly RegisterFault[] {
  const byCode = unitsByCode(register);
  const overlapping = overlappingUnits(byCode);
  const faults = register.units.flatMap((unit, index) =>
    unitFaults(unit, byCode, overlapping).map((fault) => ({
      fault,
      list: "units" as const,
      index,
      code: unit.code,
    })),
  );
  return [...faults, ...successionFaults(register.successions, byCode)];
}

type ByCode = ReadonlyMap<string, readonly AdministrativeUnit[]>;

function unitsByCode({ units }: UnitRegister): ByCode {
  const byCode = new Map<string, AdministrativeUnit[]>();
  for (const unit of units) {
    const same = byCode.get(unit.code);
    if (same) same.push(unit);
    else byCode.set(unit.code, [unit]);
  }
  return byCode;
}

function unitFaults(
  unit: AdministrativeUnit,
  byCode: ByCode,
  overlapping: ReadonlySet<AdministrativeUnit>,
): readonly RegisterFaultCode[] {
  const faults: RegisterFaultCode[] = [];
  if (unit.code === "") faults.push("code_missing");
  if (tidyText(unit.name) === "") faults.push("name_missing");
  else if (unit.name !== tidyText(unit.name)) faults.push("name_not_tidy");
  if (unit.validTo !== undefined && unit.validTo < unit.validFrom) faults.push("ends_before_it_begins");
  if (overlapping.has(unit)) faults.push("periods_overlap");
  if (unit.parentCode !== null) {
    const parents = byCode.get(unit.parentCode) ?? [];
    if (parents.length === 0) faults.push("parent_unknown");
    else if (!coversPeriod(parents, unit)) faults.push("parent_not_standing");
  }
  return faults;
}

/** The units that share a day with another unit of their code. */
function overlappingUnits(byCode: ByCode): ReadonlySet<AdministrativeUnit> {
  const found = new Set<AdministrativeUnit>();
  for (const units of byCode.values()) {
    const inOrder = units
      .filter((unit) => unit.validTo === undefined || unit.validFrom <= unit.validTo)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    // The one that goes on longest of those before: whoever begins in its days shares one with it.
    let longest: AdministrativeUnit | undefined;
    for (const unit of inOrder) {
      if (longest && stoodOn(longest, unit.validFrom)) found.add(longest).add(unit);
      if (!longest || endsLater(unit, longest)) longest = unit;
    }
  }
  return found;
}

function endsLater(one: AdministrativeUnit, other: AdministrativeUnit): boolean {
  return other.validTo !== undefined && (one.validTo === undefined || one.validTo > other.validTo);
}

/** Whether on each day of the unit one of the parents stood: parents may have followed each other. */
function coversPeriod(parents: readonly AdministrativeUnit[], unit: AdministrativeUnit): boolean {
  let day = unit.validFrom;
  for (let walked = 0; walked <= parents.length; walked += 1) {
    const standing = parents.find((parent) => stoodOn(parent, day));
    if (!standing) return false;
    if (standing.validTo === undefined) return true;
    if (unit.validTo !== undefined && unit.validTo <= standing.validTo) return true;
    day = addDays(standing.validTo, 1);
  }
  return false;
}

function successionFaults(successions: readonly Succession[], byCode: ByCode): readonly RegisterFault[] {
  const wholes = new Map<string, number>();
  for (const one of successions) {
    if (one.whole !== false) wholes.set(departure(one), (wholes.get(departure(one)) ?? 0) + 1);
  }
  const seen = new Set<string>();
  const circles = circleRows(successions, byCode);
  return successions.flatMap((one, index) => {
    const faults: { fault: RegisterFaultCode; code: string }[] = [...endFaults(one, byCode)];
    const whole = one.whole !== false;
    if (seen.has(arrival(one))) faults.push({ fault: "succession_twice", code: one.predecessor });
    else if (whole && (wholes.get(departure(one)) ?? 0) > 1)
      faults.push({ fault: "whole_into_several", code: one.predecessor });
    seen.add(arrival(one));
    if (circles.has(index)) faults.push({ fault: "succession_circle", code: one.predecessor });
    return faults.map((fault) => ({ ...fault, list: "successions" as const, index }));
  });
}

function departure({ predecessor, on }: Succession): string {
  return `${predecessor} ${on}`;
}

function arrival({ predecessor, successor, on }: Succession): string {
  return `${predecessor} ${successor} ${on}`;
}

/** What is wrong with the two ends of a succession. */
function endFaults(one: Succession, byCode: ByCode): readonly { fault: RegisterFaultCode; code: string }[] {
  const before = byCode.get(one.predecessor) ?? [];
  const after = byCode.get(one.successor) ?? [];
  const eve = addDays(one.on, -1);
  const from = before.find((unit) => stoodOn(unit, eve));
  const faults: { fault: RegisterFaultCode; code: string }[] = [];
  const says = (fault: RegisterFaultCode, code: string) => faults.push({ fault, code });
  if (before.length === 0) says("predecessor_unknown", one.predecessor);
  else if (!from) says("predecessor_not_standing", one.predecessor);
  else if (one.whole !== false && from.validTo !== eve) says("predecessor_not_ended", one.predecessor);
  if (after.length === 0) says("successor_unknown", one.successor);
  else if (!after.some((unit) => stoodOn(unit, one.on))) says("successor_not_standing", one.successor);
  return faults;
}

/** The whole successions that lie on a circle: from where they lead, one comes back to where they begin. */
function circleRows(successions: readonly Succession[], byCode: ByCode): ReadonlySet<number> {
  const steps = successions.flatMap((one, index) => {
    if (one.whole === false) return [];
    const from = unitAt(byCode, one.predecessor, addDays(one.on, -1));
    const to = unitAt(byCode, one.successor, one.on);
    return from && to ? [{ from, to, index }] : [];
  });
  return new Set(stepsOnCircles(steps).map(({ index }) => index));
}

/** The unit of a code on a day; where none stood, as in faulty data, the last that had begun, or else the first. */
function unitAt(byCode: ByCode, code: string, day: Succession["on"]): AdministrativeUnit | undefined {
  const units = byCode.get(code) ?? [];
  const standing = units.find((unit) => stoodOn(unit, day));
  if (standing) return standing;
  const inOrder = [...units].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return inOrder.findLast((unit) => unit.validFrom <= day) ?? inOrder[0];
}
