import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDossierCode } from "../dossier/dossier-code.ts";
import { addDays, plainDate } from "../shared/plain-date.ts";
import { type PlaceRegister, checkPlaces, takenCodes } from "./check-places.ts";
import {
  type Place,
  type PlaceKind,
  type PlaceValues,
  commonPeriod,
  standsOn,
  standsThroughout,
} from "./place.ts";

const FROM = plainDate("2025-07-01");

function place(kind: PlaceKind, key: string, values: PlaceValues, changes: Partial<Place> = {}): Place {
  return { kind, key, name: `Nơi ${key}`, validFrom: FROM, validTo: null, values, ...changes };
}

const AGENCY = place("agency", "agency:commune:30163", {
  agencyKind: "communeCommittee",
  administrativeUnit: "30163",
  code2018: "000.00.31.H20",
  code2025: "H20.031",
  codeMark: "inference",
  codeSource: "Suy từ mã tỉnh",
});
const UNIT = place("oneStopUnit", "unit:commune:30163", {
  agency: AGENCY.key,
  governingBody: "Ủy ban nhân dân xã Bình Thành",
  administrativeUnit: "30163",
  calendar: "agency",
});
const OFFICE = place("postOffice", "post:30163:30148", { address: "Ấp 1" });
const POINT = place("receptionPoint", "point:30163", { oneStopUnit: UNIT.key, address: "Ấp 1" });
const COUNTER = place(
  "counter",
  "counter:30163:1",
  { receptionPoint: POINT.key, postOffice: OFFICE.key },
  { name: "Quầy 1" },
);
const ALL = [AGENCY, UNIT, OFFICE, POINT, COUNTER];

const REGISTER: PlaceRegister = {
  places: ALL,
  administrativeUnits: [{ code: "30163", validFrom: FROM, validTo: null }],
  calendars: ["agency", "postal"],
  competences: [{ agency: AGENCY.key, name: "Hộ tịch", validFrom: FROM, validTo: plainDate("2026-12-31") }],
};

/** The faults of one changed place, in the register that has it instead of the one with its key. */
function faultsOf(changed: Place): readonly string[] {
  const places = [...ALL.filter(({ key }) => key !== changed.key), changed];
  return checkPlaces({ ...REGISTER, places }, [changed]).map(({ field, problem }) => `${field} ${problem}`);
}

describe("a place is checked against everything it touches", () => {
  test("the places of a sound register have no fault", () => {
    expect(checkPlaces(REGISTER, ALL)).toEqual([]);
  });

  const withValues = (one: Place, values: PlaceValues, changes: Partial<Place> = {}): Place => ({
    ...one,
    ...changes,
    values: { ...one.values, ...values },
  });

  test.each([
    { changed: { ...COUNTER, name: "" }, faults: ["name missing"], because: "people choose by the name" },
    {
      changed: { ...COUNTER, name: "x".repeat(301) },
      faults: ["name tooLong"],
      because: "no sign and no slip has room for it",
    },
    {
      changed: { ...OFFICE, key: "desk:1" },
      faults: ["key keyMalformed"],
      because: "the kind shows in the key",
    },
    {
      changed: { ...COUNTER, validTo: plainDate("2025-06-30") },
      faults: ["validTo periodReversed"],
      because: "it would end before it begins",
    },
    {
      changed: withValues(COUNTER, { receptionPoint: "point:nowhere" }),
      faults: ["receptionPoint unknownPlace"],
      because: "no such point is known",
    },
    {
      changed: withValues(COUNTER, { receptionPoint: UNIT.key }),
      faults: ["receptionPoint unknownPlace"],
      because: "a unit is no point",
    },
    {
      changed: { ...COUNTER, validFrom: plainDate("2025-06-30") },
      faults: ["receptionPoint notThroughout", "postOffice notThroughout"],
      because: "point and office came a day later",
    },
    {
      changed: { ...OFFICE, validTo: plainDate("2026-11-30") },
      faults: ["validTo openDependants"],
      because: "it still staffs a counter",
    },
    {
      changed: { ...POINT, validFrom: plainDate("2025-07-02") },
      faults: ["validFrom openDependants"],
      because: "its counter was there a day before",
    },
    {
      changed: { ...AGENCY, validTo: plainDate("2026-12-30") },
      faults: ["validTo openDependants"],
      because: "its unit stays, and it decides a field until the next day",
    },
    {
      changed: withValues(UNIT, { administrativeUnit: "99999" }),
      faults: ["administrativeUnit unknownAdministrativeUnit"],
      because: "no commune has this code",
    },
    {
      changed: withValues(UNIT, { calendar: "lunar" }),
      faults: ["calendar notInList"],
      because: "due dates are counted by a calendar that is known",
    },
    {
      changed: withValues(AGENCY, { agencyKind: "ministry" }),
      faults: ["agencyKind notInList"],
      because: "no rule knows what to do with it",
    },
    {
      changed: withValues(AGENCY, { code2025: "20.031" }),
      faults: ["code2025 codeMalformed"],
      because: "no dossier code could be made of it",
    },
    {
      changed: place("agency", AGENCY.key, {
        agencyKind: "communeCommittee",
        administrativeUnit: "30163",
        code2025: "H20.031",
      }),
      faults: ["codeMark codeUnmarked", "codeSource codeUnmarked"],
      because: "a code says how sure it is and from where",
    },
    {
      changed: place("counter", "counter:30163:2", { receptionPoint: POINT.key }, { name: "Quầy 1" }),
      faults: ["name nameTaken"],
      because: "two counters of one point would have one name",
    },
  ])("$faults: $because", ({ changed, faults }) => {
    expect(faultsOf(changed)).toEqual(faults);
  });

  test.each([
    {
      changed: place(
        "counter",
        "counter:30163:2",
        { receptionPoint: POINT.key },
        { name: "Quầy 1", validFrom: plainDate("2026-01-01") },
      ),
      before: { ...COUNTER, validTo: plainDate("2025-12-31") },
      because: "the other counter of this name has closed by then",
    },
    {
      changed: place("counter", "counter:30163:2", { receptionPoint: POINT.key }, { name: "Quầy 2" }),
      before: COUNTER,
      because: "a counter of the state needs no post office",
    },
  ])("no fault: $because", ({ changed, before }) => {
    const places = [AGENCY, UNIT, OFFICE, POINT, before, changed];
    expect(checkPlaces({ ...REGISTER, places }, [changed])).toEqual([]);
  });

  test("a unit closes together with everything below it", () => {
    const validTo = plainDate("2026-12-31");
    const changed = [UNIT, POINT, COUNTER].map((one) => ({ ...one, validTo }));
    expect(checkPlaces({ ...REGISTER, places: [AGENCY, OFFICE, ...changed] }, changed)).toEqual([]);
  });

  test("who is in the way is named with the days", () => {
    const changed = { ...POINT, validTo: plainDate("2026-12-31") };
    const [fault] = checkPlaces({ ...REGISTER, places: [AGENCY, UNIT, OFFICE, changed, COUNTER] }, [changed]);
    expect(fault?.names).toEqual(["Quầy 1 (từ 01/07/2025)"]);
  });

  test("an identifier that was given is not taken away", () => {
    const without = place("agency", AGENCY.key, {
      agencyKind: "communeCommittee",
      administrativeUnit: "30163",
    });
    expect(takenCodes(AGENCY, without).map(({ field }) => field)).toEqual(["code2018", "code2025"]);
    expect(takenCodes(null, without)).toEqual([]);
  });

  test("an identifier that passes makes a dossier code", () => {
    const format = {
      id: "any",
      pattern: [{ part: "agencyCode" }, { part: "sequence", minDigits: 4 }],
      source: "",
      mark: "recalled",
      validFrom: FROM,
      validTo: null,
      validitySource: "",
      validityMark: "recalled",
    } as const;
    const figures = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const province = fc.stringMatching(/^[A-Z]\d{2}$/);
    const code2018 = fc.tuple(figures(3), figures(2), figures(2), province).map((parts) => parts.join("."));
    const code2025 = fc
      .tuple(province, fc.array(fc.integer({ min: 1, max: 999 }).map(String), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest].join("."));
    fc.assert(
      fc.property(code2018, code2025, (old, now) => {
        const changed = { ...AGENCY, values: { ...AGENCY.values, code2018: old, code2025: now } };
        expect(faultsOf(changed)).toEqual([]);
        for (const agencyCode of [old, now])
          expect(formatDossierCode(format, { agencyCode, receivedOn: FROM, sequence: 1 })).toContain(
            agencyCode,
          );
      }),
    );
  });
});

describe("days of places", () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(FROM, days));
  const period = fc.tuple(day, fc.option(day)).map(([one, other]) => ({
    validFrom: other !== null && other < one ? other : one,
    validTo: other === null ? null : other < one ? one : other,
  }));
  const days = Array.from({ length: 90 }, (_, at) => addDays(FROM, at));

  test("one period lies within another exactly when no day of it is outside", () => {
    fc.assert(
      fc.property(period, period, (outer, inner) => {
        const outside = days.some((one) => standsOn(inner, one) && !standsOn(outer, one));
        expect(standsThroughout(outer, inner)).toBe(!outside);
      }),
    );
  });

  test("the common period has exactly the days that both have", () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        const common = commonPeriod(one, other);
        for (const at of days)
          expect(common !== undefined && standsOn(common, at)).toBe(standsOn(one, at) && standsOn(other, at));
      }),
    );
  });
});

describe("a whole register", () => {
  const offset = fc.integer({ min: 0, max: 6 });
  const span = fc.tuple(offset, fc.option(offset)).map(([from, length]) => ({
    validFrom: addDays(FROM, from),
    validTo: length === null ? null : addDays(FROM, from + length),
  }));

  /** The oracle asks every day of a fortnight, one by one, whether what a place needs is there. */
  test("is sound exactly when on every day everything that is there has what it needs", () => {
    fc.assert(
      fc.property(span, span, span, (unitDays, pointDays, counterDays) => {
        const chain = [
          { ...AGENCY, validTo: null },
          { ...UNIT, ...unitDays },
          { ...POINT, ...pointDays },
          place("counter", "counter:30163:1", { receptionPoint: POINT.key }, counterDays),
        ];
        const [, unit, point, counter] = chain;
        const faults = checkPlaces({ ...REGISTER, places: chain }, chain);
        const needs = [
          [counter, point],
          [point, unit],
        ] as const;
        const lacking = needs.some(([one, needed]) =>
          Array.from({ length: 14 }, (_, at) => addDays(FROM, at)).some(
            (at) => one && needed && standsOn(one, at) && !standsOn(needed, at),
          ),
        );
        expect(faults.length > 0).toBe(lacking);
      }),
    );
  });
});
