import type { MovedUnit, ReorganisationPreview } from "#contract/reorganisations.ts";
import { dossierCodeFormatOn } from "#domain/dossier/dossier-code.ts";
import { findOverlaps } from "#domain/mandate/compare-mandates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { asId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { checkReorganisation } from "#domain/unit/check-reorganisation.ts";
import type { Place } from "#domain/unit/place.ts";
import {
  type ReorganisationPlan,
  type ReorganisationWrites,
  reorganisationWrites,
} from "#domain/unit/reorganisation.ts";
import { lineageOf } from "#domain/unit/succession.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { newestVersion } from "../units/newest-version.ts";
import { CODE_FORMATS, idsOf } from "../units/place-rows.ts";
import type { Reference } from "../units/reference.ts";
import { type StoredPlaces, loadPlaces } from "../units/stored-places.ts";
import { type OpenWork, loadOpenWork } from "./open-work-store.ts";
import { planWorld } from "./plan-world.ts";

interface Asked {
  readonly plan: ReorganisationPlan;
  readonly space: Space;
  readonly reference: Reference;
  readonly now: Instant;
  /** Of a plan that is kept already. */
  readonly id?: string | undefined;
  readonly applying: boolean;
}

/** What a plan would do: what is wrong with it, where everything goes that is open, and what must be settled. */
export async function previewPlan(tx: Tx, asked: Asked): Promise<ReorganisationPreview> {
  const { plan, space, reference, now } = asked;
  const stored = await loadPlaces(tx);
  const today = localTime(now).day;
  const world = await planWorld(tx, stored, {
    spaceId: space.id,
    today,
    applying: asked.applying,
    id: asked.id,
  });
  const known = plan.units.filter(({ unit }) => stored.byKey.get(unit)?.kind === "oneStopUnit");
  const writes = reorganisationWrites({ ...plan, units: known }, stored.places);
  const picture = pictureOf(stored, writes, reference);
  const units = known.map(({ unit }) => picture.idOf(unit));
  const agencies = known.flatMap(({ unit }) => stored.byKey.get(unit)?.values.agency ?? []);
  const heirs = known.map(({ unit }) => picture.heirOf(picture.idOf(unit)));
  const work = await loadOpenWork(tx, {
    units,
    agencies: [...new Set(agencies)].map(picture.idOf),
    compared: [...new Set([...units, ...heirs])],
    now,
    today,
  });
  const spaceRow = await tx
    .selectFrom("nation.space")
    .select("title")
    .where("id", "=", space.id)
    .executeTakeFirst();
  return {
    spaceName: spaceRow?.title ?? space.id,
    faults: checkReorganisation(plan, world).map((fault) => ({ ...fault, names: [...fault.names] })),
    units: known.map(({ unit }) => movedUnit(picture, work, unit)),
    heirs: heirViews(picture, plan),
    warnings: [...codeWarnings(picture, asked), ...mandateWarnings(picture, work, units)],
  };
}

/** The register as it would be, with ids and names for both sides. */
interface Picture {
  readonly stored: StoredPlaces;
  readonly reference: Reference;
  readonly writes: ReorganisationWrites;
  readonly after: ReadonlyMap<string, Place>;
  readonly idOf: (key: string) => string;
  readonly keyOf: (id: string) => string;
  readonly heirOf: (id: string) => string;
  readonly nameOf: (key: string) => string;
}

function pictureOf(stored: StoredPlaces, writes: ReorganisationWrites, reference: Reference): Picture {
  const find = idsOf(stored.idOf);
  const idOf = (key: string) => find(key) ?? "";
  const after = new Map(stored.places.map((place) => [place.key, place]));
  for (const write of writes.places) after.set(write.after.key, write.after);
  const keys = new Map([...after.keys()].map((key) => [idOf(key), key]));
  const { heirOf } = lineageOf(
    writes.successions.map(({ predecessor, successor }) => ({
      predecessorId: idOf(predecessor),
      successorId: idOf(successor),
    })),
  );
  return {
    stored,
    reference,
    writes,
    after,
    idOf,
    keyOf: (id) => keys.get(id) ?? "",
    heirOf,
    nameOf: (key) => after.get(key)?.name ?? key,
  };
}

function movedUnit(picture: Picture, work: OpenWork, key: string): MovedUnit {
  const { stored, idOf, keyOf, heirOf, nameOf } = picture;
  const id = idOf(key);
  const agency = stored.byKey.get(key)?.values.agency ?? "";
  const agencyHeir = keyOf(heirOf(idOf(agency)));
  const heir = keyOf(heirOf(id));
  const mandates = groupBy(
    work.mandates.filter(({ unitId }) => unitId === id),
    ({ status }) => status,
  );
  return {
    key,
    name: nameOf(key),
    heir,
    heirName: nameOf(heir),
    agencyName: nameOf(agency),
    agencyHeirName: agencyHeir === agency ? null : nameOf(agencyHeir),
    dossiers: work.dossiers
      .filter(({ unitId }) => unitId === id)
      .map(({ status, count }) => ({ status, count })),
    deciding: work.deciding.get(idOf(agency)) ?? 0,
    papers: work.papers
      .filter(({ unitId }) => unitId === id)
      .map(({ holderId, count }) => ({
        holder: holderName(picture, holderId),
        heir: holderName(picture, heirOfHolder(picture, holderId, id)),
        count,
      })),
    mandates: [...mandates].map(([status, held]) => ({ status, count: held.length })),
    assignments: work.assignments.get(id) ?? 0,
    posts: (work.posts.get(id) ?? 0) + (agencyHeir === agency ? 0 : (work.posts.get(idOf(agency)) ?? 0)),
    points: pointViews(picture, key),
    sessions: closingSessions(picture, work, id),
  };
}

/** Papers at a counter that closes are kept by the unit's heir. */
function heirOfHolder({ heirOf, reference }: Picture, holderId: string, unitId: string): string {
  const heir = heirOf(holderId);
  const counter = reference.counters.get(holderId);
  return heir === holderId && counter?.unit.id === unitId ? heirOf(unitId) : heir;
}

function holderName({ keyOf, after, nameOf }: Picture, id: string): string {
  const place = after.get(keyOf(id));
  if (place?.kind !== "counter") return place?.name ?? "";
  return `${nameOf(place.values.receptionPoint ?? "")} – ${place.name}`;
}

function pointViews({ stored, writes, nameOf, after }: Picture, unit: string): MovedUnit["points"] {
  const ending = writes.places.flatMap(({ before }) => before ?? []);
  return ending
    .filter((place) => place.kind === "receptionPoint" && place.values.oneStopUnit === unit)
    .map((point) => {
      const heir = writes.successions.find(({ predecessor }) => predecessor === point.key)?.successor;
      const under = heir === undefined ? undefined : after.get(heir)?.values.oneStopUnit;
      return {
        key: point.key,
        name: stored.byKey.get(point.key)?.name ?? point.key,
        counters: ending.filter(
          (place) => place.kind === "counter" && place.values.receptionPoint === point.key,
        ).length,
        heirName: under === undefined ? null : nameOf(under),
      };
    });
}

function closingSessions({ heirOf, reference }: Picture, work: OpenWork, unitId: string): number {
  return [...work.sessions]
    .filter(([counter]) => reference.counters.get(counter)?.unit.id === unitId && heirOf(counter) === counter)
    .reduce((sum, [, count]) => sum + count, 0);
}

function heirViews({ writes, after, nameOf }: Picture, plan: ReorganisationPlan) {
  const keys = writes.successions.flatMap(({ kind, successor }) =>
    kind === "oneStopUnit" ? [successor] : [],
  );
  const begun = writes.places.flatMap((write) =>
    write.before === null && write.after.kind === "oneStopUnit" ? [write.after.key] : [],
  );
  return [...new Set([...keys, ...begun])].flatMap((key) => {
    const unit = after.get(key);
    if (!unit) return [];
    return [
      {
        key,
        name: unit.name,
        isNew: unit.validFrom === plan.effectiveOn && begun.includes(key),
        agencyName: nameOf(unit.values.agency ?? ""),
        administrativeUnit: unit.values.administrativeUnit ?? "",
      },
    ];
  });
}

type Warning = ReorganisationPreview["warnings"][number];

/** A new agency without an identifier in the format of that day can give no dossier a code. */
function codeWarnings({ writes }: Picture, { reference, plan }: Asked): readonly Warning[] {
  const format = dossierCodeFormatOn(reference.codeFormats, plan.effectiveOn);
  const field = Object.entries(CODE_FORMATS).find(([, id]) => id === format?.id)?.[0];
  return writes.places.flatMap(({ before, after }) => {
    if (before !== null || after.kind !== "agency") return [];
    const code = after.values[field as "code2018" | "code2025"];
    return code === undefined
      ? [{ warning: "agency_without_code" as const, about: after.key, names: [after.name] }]
      : [];
  });
}

/** Mandates that name only counters that close, and those that contradict each other once their units are one. */
function mandateWarnings(picture: Picture, work: OpenWork, ending: readonly string[]): readonly Warning[] {
  const { heirOf, reference, nameOf, keyOf } = picture;
  const today = work.mandates.map((mandate) => ({
    ...mandate,
    unitId: asId<typeof mandate.unitId>(heirOf(mandate.unitId)),
    counterIds: mandate.counterIds.map((counter) => asId<typeof counter>(heirOf(counter))),
  }));
  const before = new Map(work.mandates.map((mandate) => [mandate.id, mandate]));
  const stranded = work.mandates.filter(
    ({ unitId, counterIds }) =>
      ending.includes(unitId) &&
      counterIds.length > 0 &&
      counterIds.every((counter) => heirOf(counter) === counter),
  );
  const binding = today.filter(({ status }) => ["approved", "inForce", "suspended"].includes(status));
  const fieldOf = (code: string) => newestVersion(reference, code)?.content.fieldCode;
  const contradictions = findOverlaps(binding, fieldOf).filter(({ kind, ids: [one, other] }) => {
    const apart = before.get(one)?.unitId !== before.get(other)?.unitId;
    return kind === "contradiction" && apart;
  });
  return [
    ...stranded.map(({ id, number, office }) => ({
      warning: "mandate_without_counter" as const,
      about: id,
      names: [number, office],
    })),
    ...contradictions.map(({ ids: [one, other] }) => ({
      warning: "mandates_contradict" as const,
      about: one,
      names: [
        before.get(one)?.number ?? "",
        before.get(other)?.number ?? "",
        before.get(one)?.office ?? "",
        nameOf(keyOf(heirOf(before.get(one)?.unitId ?? ""))),
      ],
    })),
  ];
}
