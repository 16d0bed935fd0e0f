import { type Desk, listQueue, searchDossiers } from "#contract/dossiers.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import { type DeskFilter, type DossierPage, findQueue, searchDossierRows } from "./store.ts";

/** Whose desk it is, where its place stands, and what waits there. */
const DESKS = {
  oneStop: { roles: ["oneStopOfficer"], place: "received_at_unit_id", statuses: ["received"] },
  case: { roles: ["caseOfficer"], place: "deciding_agency_id", statuses: ["forwarded", "processing"] },
  approval: { roles: ["approver"], place: "deciding_agency_id", statuses: ["awaitingApproval"] },
  returning: {
    roles: ["postalClerk", "oneStopOfficer"],
    place: "received_at_unit_id",
    statuses: ["finished"],
  },
} as const satisfies Record<
  Desk,
  { roles: readonly Role[]; place: DeskFilter["place"]; statuses: readonly BusinessStatus[] }
>;

export const listQueueRoute = bind(listQueue, async ({ actor, reference, params, query, read }) => {
  const desk = DESKS[params.desk];
  if (!actor.roles.some((role) => (desk.roles as readonly Role[]).includes(role)))
    return refuse("outside_jurisdiction");
  const filter = {
    place: desk.place,
    places: placesAt(actor, reference, desk.roles),
    statuses: desk.statuses,
  };
  const { open, ...found } = await read((tx) => findQueue(tx, filter, query.after));
  return done({ open, ...pageView(found, reference) });
});

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

/** The actor's places that posts of these roles give, with all that they go on for; a clerk's are the units of the office's counters. */
function placesAt(actor: Actor, { lineOf }: Reference, roles: readonly Role[]): readonly string[] {
  const posts = actor.posts.filter((post) => roles.includes(post.role));
  const own = posts.flatMap((post) => lineOf(post.unitId ?? post.agencyId ?? ""));
  return posts.some((post) => post.role === "postalClerk") ? actor.places : own;
}
