import { listProgrammeChoices } from "#contract/programmes.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findChoices } from "./choice-store.ts";
import { counterName } from "./rule-store.ts";

/** What the forms offer: the phases, and the places of this person's own space. */
export const listProgrammeChoicesRoute = bind(listProgrammeChoices, async ({ reference, read }) =>
  read(async (tx, space) => {
    const ofSpace = ({ id }: { readonly id: string }) => reference.spaceOf.get(id)?.id === space.id;
    const units = [...reference.units.values()].filter(ofSpace);
    const counters = [...reference.counters.values()].filter(({ unit }) => ofSpace(unit));
    const points = new Map(counters.map(({ receptionPoint: { id, name } }) => [id as string, name]));
    const officeIds = new Set(counters.flatMap(({ postOfficeId }) => postOfficeId ?? []));
    const stored = await findChoices(tx);
    return done({
      phases: [...stored.phases],
      operators: [...stored.operators],
      units: units.map(named).toSorted(byName),
      agencies: [...reference.agencies.values()].filter(ofSpace).map(named).toSorted(byName),
      counters: counters
        .map(({ id, unit }) => ({
          id: id as string,
          name: counterName(reference, id),
          unitId: unit.id as string,
        }))
        .toSorted(byName),
      points: [...points].map(([id, name]) => ({ id, name })).toSorted(byName),
      offices: [...officeIds]
        .map((id) => ({ id: id as string, name: reference.postOfficeNames.get(id) ?? id }))
        .toSorted(byName),
    });
  }),
);

function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, "vi", { numeric: true });
}
