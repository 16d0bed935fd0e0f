import type { Basis } from "#domain/mandate/may-act.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { PostPlace } from "#domain/people/contract.ts";
import { invariant } from "#domain/shared/result.ts";
import type { Space } from "../db/kysely.ts";
import type { Actor } from "../ledgers/actor.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import type { Reference } from "../units/reference.ts";

/** The places of a space at which posts are held. An office without a counter is nobody's yet, so anybody's. */
export function postPlaces(reference: Reference, space: Space) {
  const { unitIds, agencyIds } = placesOfSpace(reference, space);
  const officeIds = [...reference.postOfficeNames.keys()].filter((id) =>
    (reference.countersOfOffice.get(id) ?? []).every(
      ({ unit }) => reference.spaceOf.get(unit.id)?.id === space.id,
    ),
  );
  return { unitIds, agencyIds, officeIds };
}

/** Whether a post at this place is for an administrator of the space to give and to end. */
export function isPlaceOf(reference: Reference, space: Space, place: PostPlace, placeId: string): boolean {
  if (place === "unit" && !reference.units.has(placeId)) return false;
  if (place === "agency" && !reference.agencies.has(placeId)) return false;
  if (place !== "postOffice") return reference.spaceOf.get(placeId)?.id === space.id;
  if (!reference.postOfficeNames.has(placeId)) return false;
  const counters = reference.countersOfOffice.get(placeId) ?? [];
  return counters.every(({ unit }) => reference.spaceOf.get(unit.id)?.id === space.id);
}

/** The post by which somebody acts here: the first of these roles that the person holds. */
export function officeOf(actor: Actor, roles: readonly Role[]): Basis {
  const post = actor.posts.find(({ role }) => roles.includes(role));
  invariant(post, "who got through the door holds a post for it");
  return { kind: "office", id: post.id };
}
