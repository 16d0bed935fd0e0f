import { searchDossiers } from "#contract/dossiers.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import { type DossierPage, searchDossierRows } from "./store.ts";

export const searchDossiersRoute = bind(searchDossiers, async ({ actor, reference, query, read }) => {
  if (query.q.trim() === "") return done({ dossiers: [], next: null });
  const isUnit = (place: string) => reference.units.has(place);
  const places = {
    units: actor.places.filter(isUnit),
    agencies: actor.places.filter((place) => !isUnit(place)),
  };
  return done(pageView(await read((tx) => searchDossierRows(tx, places, query.q, query.after)), reference));
});

function pageView({ dossiers, next }: DossierPage, reference: Reference) {
  return {
    dossiers: dossiers.map(({ unitId, ...row }) => ({ ...row, unitNow: nameToday(unitId, reference) })),
    next,
  };
}
