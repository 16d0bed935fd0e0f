import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { type ReorganisationWorld, checkReorganisation } from "./check-reorganisation.ts";
import { type Place, standsOn } from "./place.ts";
import { type NewUnit, type ReorganisationPlan, reorganisationWrites } from "./reorganisation.ts";
import { lineageOf } from "./succession.ts";

const DAY = plainDate("2027-01-01");
const EVE = plainDate("2026-12-31");
const SINCE = plainDate("2025-07-01");

/** A commune with its committee, its unit, a point of its own with one counter and one at the post with two. */
function commune(code: string): readonly Place[] {
  const at = { validFrom: SINCE, validTo: null };
  const points = ["own", "post"];
  return [
    {
      kind: "agency",
      key: `agency:commune:${code}`,
      name: `UBND xã ${code}`,
      ...at,
      values: { agencyKind: "communeCommittee", administrativeUnit: code },
    },
    {
      kind: "oneStopUnit",
      key: `unit:commune:${code}`,
      name: `Trung tâm xã ${code}`,
      ...at,
      values: {
        agency: `agency:commune:${code}`,
        governingBody: `UBND xã ${code}`,
        administrativeUnit: code,
        calendar: "agency",
      },
    },
    ...points.map(
      (point): Place => ({
        kind: "receptionPoint",
        key: `point:${code}:${point}`,
        name: `Điểm ${point} xã ${code}`,
        ...at,
        values: { oneStopUnit: `unit:commune:${code}`, address: `Ấp 1, xã ${code}` },
      }),
    ),
    ...["own:1", "post:1", "post:2"].map(
      (counter): Place => ({
        kind: "counter",
        key: `counter:${code}:${counter}`,
        name: `Quầy ${counter.split(":")[1] ?? ""}`,
        ...at,
        values: {
          receptionPoint: `point:${code}:${counter.split(":")[0] ?? ""}`,
          ...(counter.startsWith("post") && { postOffice: "post:1" }),
        },
      }),
    ),
  ];
}

const OFFICE: Place = {
  kind: "postOffice",
  key: "post:1",
  name: "Bưu điện",
  validFrom: SINCE,
  validTo: null,
  values: { address: "Chợ" },
};
const CODES = ["30001", "30002", "30003", "30004"] as const;
const REGISTER: readonly Place[] = [OFFICE, ...CODES.flatMap(commune)];

function world(changes: Partial<ReorganisationWorld> = {}): ReorganisationWorld {
  return {
    places: REGISTER,
    administrativeUnits: [...CODES, "30009"].map((code) => ({ code, validFrom: SINCE, validTo: null })),
    calendars: ["agency"],
    competences: [],
    today: plainDate("2026-11-16"),
    applying: false,
    spaceOf: () => "dong-thap",
    ownSpace: "dong-thap",
    planned: new Map(),
    ...changes,
  };
}

const NEW: NewUnit = {
  ref: "new:1",
  name: "Trung tâm xã Mới",
  governingBody: "UBND xã Mới",
  administrativeUnit: "30009",
  calendar: "agency",
  agency: { kind: "new", name: "UBND xã Mới", agencyKind: "communeCommittee" },
};

function plan(changes: Partial<ReorganisationPlan> = {}): ReorganisationPlan {
  return {
    shape: "merge",
    effectiveOn: DAY,
    units: [
      { unit: "unit:commune:30001", heir: "new:1", points: [] },
      { unit: "unit:commune:30002", heir: "new:1", points: [] },
    ],
    newUnits: [NEW],
    ...changes,
  };
}

const ending = (unit: string, heir: string, points: ReorganisationPlan["units"][number]["points"] = []) => ({
  unit: `unit:commune:${unit}`,
  heir,
  points,
});

describe("what is wrong with a plan", () => {
  const table: readonly {
    readonly plan: Partial<ReorganisationPlan>;
    readonly world?: Partial<ReorganisationWorld>;
    readonly faults: readonly string[];
    readonly because: string;
  }[] = [
    { plan: {}, faults: [], because: "two communes become one new one" },
    { plan: { units: [] }, faults: ["unit_missing", "new_unit_unused"], because: "nothing ends" },
    {
      plan: { units: [ending("39999", "new:1")] },
      faults: ["unit_unknown"],
      because: "nobody knows the unit",
    },
    {
      plan: { units: [ending("30001", "new:1"), ending("30001", "new:1")] },
      faults: ["unit_twice"],
      because: "a unit ends once",
    },
    {
      plan: { units: [ending("30001", "")], newUnits: [] },
      faults: ["heir_missing"],
      because: "what is open there would belong to nobody",
    },
    {
      plan: { units: [ending("30001", "unit:commune:39999")], newUnits: [] },
      faults: ["heir_unknown"],
      because: "the heir does not exist",
    },
    {
      plan: { units: [ending("30001", "unit:commune:30001")], newUnits: [] },
      faults: ["heir_ends"],
      because: "a unit cannot go on for itself",
    },
    {
      plan: {
        units: [ending("30001", "unit:commune:30002"), ending("30002", "unit:commune:30001")],
        newUnits: [],
      },
      faults: ["heir_ends", "heir_ends"],
      because: "two that go on for each other are a circle",
    },
    {
      plan: { effectiveOn: plainDate("2026-11-16") },
      faults: ["date_not_future"],
      because: "today is too late to plan",
    },
    {
      plan: { effectiveOn: plainDate("2026-11-16") },
      world: { applying: true },
      faults: [],
      because: "on its day a plan is applied",
    },
    {
      plan: {},
      world: { planned: new Map([["unit:commune:30002", { title: "Khác", ends: true }]]) },
      faults: ["unit_planned_elsewhere"],
      because: "another plan ends the unit",
    },
    {
      plan: { units: [ending("30001", "unit:commune:30002")], newUnits: [] },
      world: { planned: new Map([["unit:commune:30002", { title: "Khác", ends: true }]]) },
      faults: ["unit_planned_elsewhere"],
      because: "another plan ends the heir",
    },
    {
      plan: { units: [ending("30001", "unit:commune:30002")], newUnits: [] },
      world: { planned: new Map([["unit:commune:30002", { title: "Khác", ends: false }]]) },
      faults: [],
      because: "two plans may have one heir",
    },
    {
      plan: {},
      world: { spaceOf: (key) => (key.endsWith("30002") ? "binh-duong" : "dong-thap") },
      faults: ["unit_of_other_space", "unit_not_yours"],
      because: "the ledgers of two spaces cannot come together",
    },
    {
      plan: { newUnits: [NEW, { ...NEW, ref: "new:2" }] },
      faults: ["new_unit_unused"],
      because: "nobody goes on in the second new unit",
    },
    {
      plan: { newUnits: [{ ...NEW, agency: { kind: "standing", key: "agency:commune:39999" } }] },
      faults: ["agency_unknown"],
      because: "there is no such agency",
    },
    {
      plan: { units: [ending("30001", "new:1", [{ point: "point:30003:own", heir: "new:1" }])] },
      faults: ["point_unknown"],
      because: "the point is another unit's",
    },
    {
      plan: { newUnits: [{ ...NEW, administrativeUnit: "99999" }] },
      faults: ["place_invalid", "place_invalid"],
      because: "the new unit and its agency lie in no commune",
    },
    {
      plan: {
        newUnits: [
          {
            ...NEW,
            agency: { kind: "new", name: "UBND", agencyKind: "communeCommittee", code2025: "H20-1" },
          },
        ],
      },
      faults: ["place_invalid", "place_invalid", "place_invalid"],
      because: "the identifier is malformed, and has no mark and no source",
    },
  ];
  test.each(table)("$faults when $because", ({ plan: changes, world: around, faults }) => {
    expect(checkReorganisation(plan(changes), world(around)).map(({ fault }) => fault)).toEqual(faults);
  });

  test("a heir that stands but ends later is refused, and one that begins later too", () => {
    const given = plan({ units: [ending("30001", "unit:commune:30002")], newUnits: [] });
    const shifted = (days: Partial<Place>) =>
      world({
        places: REGISTER.map((place) => (place.key === "unit:commune:30002" ? { ...place, ...days } : place)),
      });
    expect(checkReorganisation(given, shifted({ validTo: plainDate("2028-01-01") }))[0]?.fault).toBe(
      "heir_ends",
    );
    expect(checkReorganisation(given, shifted({ validFrom: plainDate("2028-01-01") }))[0]?.fault).toBe(
      "heir_later",
    );
  });

  test("a point that was to open later stands in the way, by its name", () => {
    const later: Place = {
      kind: "receptionPoint",
      key: "point:30001:later",
      name: "Điểm mở sau",
      validFrom: plainDate("2027-03-01"),
      validTo: null,
      values: { oneStopUnit: "unit:commune:30001", address: "Chợ" },
    };
    const [fault] = checkReorganisation(plan(), world({ places: [...REGISTER, later] }));
    expect(fault).toMatchObject({ fault: "place_invalid", about: "unit:commune:30001" });
    expect(fault?.names.join()).toContain("Điểm mở sau");
  });
});

describe("what applying a plan writes", () => {
  test("the predecessors end the day before with all below them; each point goes on with its counters", () => {
    const { places, successions, agencies } = reorganisationWrites(plan(), REGISTER);
    const ended = places.filter(({ before }) => before !== null);
    expect(ended.every(({ after }) => after.validTo === EVE)).toBe(true);
    expect(ended).toHaveLength(2 * 7);
    const begun = places.flatMap(({ before, after }) => (before === null ? [after] : []));
    expect(begun.every(({ validFrom }) => validFrom === DAY)).toBe(true);
    expect(begun.map(({ kind }) => kind).toSorted()).toEqual(
      [
        "agency",
        "oneStopUnit",
        ...Array.from({ length: 4 }, () => "receptionPoint"),
        ...Array.from({ length: 6 }, () => "counter"),
      ].toSorted(),
    );
    expect(successions).toHaveLength(2 * 7);
    expect(agencies.map(({ predecessor }) => predecessor)).toEqual([
      "agency:commune:30001",
      "agency:commune:30002",
    ]);
    expect(begun.find(({ name }) => name === "Điểm post xã 30002")?.values).toMatchObject({
      address: "Ấp 1, xã 30002",
    });
  });

  test("a renaming under the same agency leaves the agency as it is", () => {
    const renamed = plan({
      shape: "rename",
      units: [ending("30001", "new:1")],
      newUnits: [{ ...NEW, agency: { kind: "standing", key: "agency:commune:30001" } }],
    });
    const { places, agencies } = reorganisationWrites(renamed, REGISTER);
    expect(agencies).toEqual([]);
    expect(places.some(({ after }) => after.kind === "agency")).toBe(false);
    expect(checkReorganisation(renamed, world())).toEqual([]);
  });

  test("a split sends each point where the plan says, and what it does not name with the main heir", () => {
    const split = plan({
      shape: "split",
      units: [ending("30001", "new:1", [{ point: "point:30001:post", heir: "unit:commune:30003" }])],
    });
    const { places, successions } = reorganisationWrites(split, REGISTER);
    const heirOf = (key: string) => successions.find(({ predecessor }) => predecessor === key)?.successor;
    const unitOf = (key: string | undefined) =>
      places.find(({ after }) => after.key === key)?.after.values.oneStopUnit;
    expect(unitOf(heirOf("point:30001:post"))).toBe("unit:commune:30003");
    expect(unitOf(heirOf("point:30001:own"))).toBe(heirOf("unit:commune:30001"));
  });

  test("a point that closes has no heir, and neither have its counters", () => {
    const closing = plan({
      shape: "abolish",
      units: [ending("30001", "unit:commune:30002", [{ point: "point:30001:post", heir: null }])],
      newUnits: [],
    });
    expect(checkReorganisation(closing, world())).toEqual([]);
    const { successions } = reorganisationWrites(closing, REGISTER);
    expect(successions.map(({ predecessor }) => predecessor).toSorted()).toEqual([
      "agency:commune:30001",
      "counter:30001:own:1",
      "point:30001:own",
      "unit:commune:30001",
    ]);
  });
});

/** One unit that stands goes up into another that stands, or into a new one; its first point may close. */
function planOfStep(
  places: readonly Place[],
  day: ReorganisationPlan["effectiveOn"],
  step: { readonly from: number; readonly to: number; readonly anew: boolean; readonly close: boolean },
): ReorganisationPlan {
  const standing = places.filter((place) => standsOn(place, day));
  const units = standing.filter(({ kind }) => kind === "oneStopUnit");
  const [from, to] = [units[step.from % units.length], units[step.to % units.length]];
  const point = standing.find(
    ({ kind, values }) => kind === "receptionPoint" && values.oneStopUnit === from?.key,
  );
  const points = step.close && point ? [{ point: point.key, heir: null }] : [];
  return {
    shape: "merge",
    effectiveOn: day,
    units: [{ unit: from?.key ?? "", heir: step.anew ? "new:1" : (to?.key ?? ""), points }],
    newUnits: step.anew ? [NEW] : [],
  };
}

/** The register after a plan, as a database would hold it. */
function applied(places: readonly Place[], { places: writes }: ReturnType<typeof reorganisationWrites>) {
  const after = new Map(writes.map((write) => [write.after.key, write.after]));
  const begun = writes.flatMap((write) => (write.before === null ? [write.after] : []));
  return [...places.map((place) => after.get(place.key) ?? place), ...begun];
}

describe("over any row of plans that were found sound", () => {
  const steps = fc.array(
    fc.record({ from: fc.nat(20), to: fc.nat(20), anew: fc.boolean(), close: fc.boolean() }),
    { minLength: 1, maxLength: 6 },
  );

  test("everything that was open has exactly one heir that stands, and no chain closes", () => {
    fc.assert(
      fc.property(steps, (list) => {
        let places = REGISTER;
        const successions: { predecessorId: string; successorId: string }[] = [];
        for (const [at, step] of list.entries()) {
          const given = planOfStep(places, plainDate(`2027-0${at + 1}-01`), step);
          if (checkReorganisation(given, world({ places })).length > 0) continue;
          const written = reorganisationWrites(given, places);
          places = applied(places, written);
          for (const { predecessor, successor } of written.successions)
            successions.push({ predecessorId: predecessor, successorId: successor });
        }
        const keys = successions.map(({ predecessorId }) => predecessorId);
        expect(new Set(keys).size).toBe(keys.length);
        const { heirOf } = lineageOf(successions);
        const end = plainDate("2028-01-01");
        for (const unit of REGISTER.filter(({ kind }) => kind === "oneStopUnit" || kind === "agency")) {
          const heir = places.find(({ key }) => key === heirOf(unit.key));
          expect(heir && standsOn(heir, end)).toBe(true);
          expect(heir?.kind).toBe(unit.kind);
        }
      }),
    );
  });
});
