import { type GroupView, listGroups, readGroup } from "#contract/groups.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { placeInHead } from "../print/receipt-party.ts";
import type { Reference } from "../units/reference.ts";
import { type FoundGroup, findGroups, loadGroup, loadGroupDossiers } from "./group-store.ts";

/** The groups of whatever units this person's posts reach. */
export const listGroupsRoute = bind(listGroups, async ({ deps, actor, reference, query, read }) => {
  const units = actor.places.filter((place) => reference.units.has(place));
  const { groups, next } = await read((tx) => findGroups(tx, units, query.q ?? "", query.after));
  return done({
    groups: groups.map((group) => ({ ...headOf(group, reference), dossiers: group.dossiers })),
    next,
    rowsMax: deps.groupRowsMax,
  });
});

/** One group with its dossiers, as it is printed. */
export const readGroupRoute = bind(readGroup, async ({ reference, params, read }) => {
  const found = await read(async (tx) => {
    const group = await loadGroup(tx, params.groupId);
    return group && { group, dossiers: await loadGroupDossiers(tx, params.groupId) };
  });
  if (!found) return refuse("not_found");
  const unit = reference.units.get(found.group.unitId);
  return done({
    ...headOf(found.group, reference),
    letterhead: {
      governingBody: unit?.governingBody ?? "",
      name: unit?.name ?? "",
      place: placeInHead(unit?.place ?? ""),
    },
    dossiers: found.dossiers as GroupView["dossiers"],
  });
});

function headOf(found: FoundGroup, { units }: Reference) {
  const { unitId, dossiers: _dossiers, ...group } = found;
  return { ...group, unitName: units.get(unitId)?.name ?? "" };
}
