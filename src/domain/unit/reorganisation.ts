import { type PlainDate, addDays } from "../shared/plain-date.ts";
import { proposeKey } from "./place-key.ts";
import { type Place, type PlaceValues, standsOn } from "./place.ts";
import type { SuccessionKind } from "./succession.ts";

/** How the person who plans thinks of it: sáp nhập, chia tách, đổi tên, giải thể. The plan itself says what happens. */
export const REORGANISATION_SHAPES = ["merge", "split", "rename", "abolish"] as const;
export type ReorganisationShape = (typeof REORGANISATION_SHAPES)[number];

export const REORGANISATION_STATUSES = ["planned", "applied", "cancelled"] as const;
export type ReorganisationStatus = (typeof REORGANISATION_STATUSES)[number];

/** The agency of a new unit: one that stands, by its key, or a new one. */
export type AgencyOfNewUnit =
  | { readonly kind: "standing"; readonly key: string }
  | {
      readonly kind: "new";
      readonly name: string;
      readonly agencyKind: string;
      /** Identifiers in the two formats of dossier codes; without the one in force no dossier can be received. */
      readonly code2018?: string;
      readonly code2025?: string;
      readonly codeMark?: string;
      readonly codeSource?: string;
    };

/** A one-stop unit that begins on the day. */
export interface NewUnit {
  /** How the plan speaks of it. @example "new:1" */
  readonly ref: string;
  readonly name: string;
  readonly governingBody: string;
  readonly administrativeUnit: string;
  readonly calendar: string;
  readonly agency: AgencyOfNewUnit;
}

/** What becomes of a reception point: it goes on under a unit, or closes (null). */
export interface PointFate {
  readonly point: string;
  readonly heir: string | null;
}

/** What becomes of a unit that ends the day before: its heir takes what is open, and every point that is not named. */
export interface UnitFate {
  readonly unit: string;
  /** The key of a unit that stands, or the `ref` of a new one. */
  readonly heir: string;
  readonly points: readonly PointFate[];
}

/** A reorganisation as it is planned; it changes nothing before its day. */
export interface ReorganisationPlan {
  readonly shape: ReorganisationShape;
  /** The first day of the successors; the predecessors' last day is the one before. */
  readonly effectiveOn: PlainDate;
  readonly units: readonly UnitFate[];
  readonly newUnits: readonly NewUnit[];
}

export interface PlaceWrite {
  readonly before: Place | null;
  readonly after: Place;
}

/** One line of the succession, by keys. */
export interface PlannedSuccession {
  readonly kind: SuccessionKind;
  readonly predecessor: string;
  readonly successor: string;
}

/** What applying a plan writes. Nothing else is touched: no dossier, no paper, no mandate, no post. */
export interface ReorganisationWrites {
  readonly places: readonly PlaceWrite[];
  readonly successions: readonly PlannedSuccession[];
  /** Agencies that end, with who decides for them from the day on. */
  readonly agencies: readonly PlannedSuccession[];
}

/**
 * What a plan writes into the register of places: the predecessors, with the points and counters that are open on the
 * day, end the day before; new units begin; each point goes on with its counters under the heir that the plan names,
 * at the same address and staffed by the same office, as a new place. An agency ends with its last unit, and the agency
 * of that unit's heir goes on for it.
 *
 * Names places that do not exist as they stand in the plan; ask `checkReorganisation` first.
 *
 * @rule UNIT-02
 * @param places the register as it stands
 */
export function reorganisationWrites(
  plan: ReorganisationPlan,
  places: readonly Place[],
): ReorganisationWrites {
  const work = workOf(plan, places);
  const units = plan.newUnits.map((unit) => beginUnit(work, unit));
  for (const fate of plan.units) endUnit(work, fate);
  const agencies = endAgencies(work, units);
  return { places: work.writes, successions: work.successions, agencies };
}

interface Work {
  readonly plan: ReorganisationPlan;
  readonly places: readonly Place[];
  readonly byKey: ReadonlyMap<string, Place>;
  readonly taken: Set<string>;
  /** The key that each `ref` gets; a key of a standing unit is its own. */
  readonly keyOf: Map<string, string>;
  readonly writes: PlaceWrite[];
  readonly successions: PlannedSuccession[];
}

function workOf(plan: ReorganisationPlan, places: readonly Place[]): Work {
  const byKey = new Map(places.map((place) => [place.key, place]));
  return {
    plan,
    places,
    byKey,
    taken: new Set(byKey.keys()),
    keyOf: new Map(),
    writes: [],
    successions: [],
  };
}

function begin(
  work: Work,
  { kind, name, values }: { kind: Place["kind"]; name: string; values: PlaceValues },
  validTo: PlainDate | null = null,
): Place {
  const key = proposeKey({ kind, values }, (one) => work.taken.has(one));
  work.taken.add(key);
  const after = { kind, key, name, validFrom: work.plan.effectiveOn, validTo, values };
  work.writes.push({ before: null, after });
  return after;
}

function end(work: Work, place: Place): void {
  const after = { ...place, validTo: addDays(work.plan.effectiveOn, -1) };
  work.writes.push({ before: place, after });
}

function beginUnit(work: Work, unit: NewUnit): Place {
  const { agency, name, governingBody, administrativeUnit, calendar } = unit;
  const agencyKey = agency.kind === "standing" ? agency.key : beginAgency(work, unit, agency);
  const values = { agency: agencyKey, governingBody, administrativeUnit, calendar };
  const begun = begin(work, { kind: "oneStopUnit", name, values });
  work.keyOf.set(unit.ref, begun.key);
  return begun;
}

function beginAgency(
  work: Work,
  { administrativeUnit }: NewUnit,
  { kind: _kind, name, ...given }: Extract<AgencyOfNewUnit, { kind: "new" }>,
): string {
  const texts = Object.entries(given).filter(([, text]) => text !== undefined && text.trim() !== "");
  const values: PlaceValues = { ...Object.fromEntries(texts), administrativeUnit };
  return begin(work, { kind: "agency", name, values }).key;
}

function endUnit(work: Work, fate: UnitFate): void {
  const unit = work.byKey.get(fate.unit);
  if (!unit) return;
  const heir = work.keyOf.get(fate.heir) ?? fate.heir;
  for (const point of openBelow(work, "receptionPoint", unit)) {
    const named = fate.points.find((one) => one.point === point.key);
    endPoint(work, point, named ? named.heir : fate.heir);
  }
  end(work, unit);
  work.successions.push({ kind: "oneStopUnit", predecessor: unit.key, successor: heir });
}

/** A point goes on as a new place, since whose point it was stays true of the days before. */
function endPoint(work: Work, point: Place, heir: string | null): void {
  const goesOn =
    heir === null
      ? undefined
      : begin(
          work,
          { ...point, values: { ...point.values, oneStopUnit: work.keyOf.get(heir) ?? heir } },
          point.validTo,
        );
  for (const counter of openBelow(work, "counter", point)) {
    if (goesOn) {
      const values = { ...counter.values, receptionPoint: goesOn.key };
      const next = begin(work, { ...counter, values }, counter.validTo);
      work.successions.push({ kind: "counter", predecessor: counter.key, successor: next.key });
    }
    end(work, counter);
  }
  end(work, point);
  if (goesOn)
    work.successions.push({ kind: "receptionPoint", predecessor: point.key, successor: goesOn.key });
}

/** Places of a kind below another one that would be there on the day. */
function openBelow({ places, plan }: Work, kind: "receptionPoint" | "counter", above: Place) {
  const field = kind === "counter" ? "receptionPoint" : "oneStopUnit";
  return places.filter(
    (place) => place.kind === kind && place.values[field] === above.key && standsOn(place, plan.effectiveOn),
  );
}

/** An agency that has no unit left on the day ends with its last one. */
function endAgencies(work: Work, begun: readonly Place[]): readonly PlannedSuccession[] {
  const ending = new Set(work.plan.units.map(({ unit }) => unit));
  const staying = work.places.filter(
    (place) =>
      place.kind === "oneStopUnit" && !ending.has(place.key) && standsOn(place, work.plan.effectiveOn),
  );
  const held = new Set([...staying, ...begun].map(({ values }) => values.agency));
  const found: PlannedSuccession[] = [];
  for (const fate of work.plan.units) {
    const agency = work.byKey.get(work.byKey.get(fate.unit)?.values.agency ?? "");
    if (!agency || held.has(agency.key) || found.some((one) => one.predecessor === agency.key)) continue;
    const successor = agencyOfHeir(work, begun, fate.heir);
    if (successor === undefined) continue;
    end(work, agency);
    found.push({ kind: "agency", predecessor: agency.key, successor });
  }
  work.successions.push(...found);
  return found;
}

function agencyOfHeir(work: Work, begun: readonly Place[], heir: string): string | undefined {
  const key = work.keyOf.get(heir);
  const unit = key === undefined ? work.byKey.get(heir) : begun.find((one) => one.key === key);
  return unit?.values.agency;
}
