import { invariant } from "#domain/shared/result.ts";
import type { Post } from "#domain/mandate/may-act.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateAct } from "../ledgers/mandate-life.ts";
import type { Reference } from "../units/reference.ts";

/** Roles that deal with mandates: the province's before a unit's, since it may do more. */
const ROLES = ["programmeOfficer", "unitHead"] as const;

/** Who does it, by the post that lets them. */
export function mandateActOf({ actor, now }: { readonly actor: Actor; readonly now: Instant }): MandateAct {
  const post = ROLES.map((role) => actor.posts.find((held) => held.role === role)).find(Boolean);
  invariant(post, "whoever deals with mandates holds a post for it");
  return { actorId: actor.accountId, basis: { kind: "office", id: post.id }, now };
}

/** The province's officers deal with every unit of the space, the head of a unit with that unit. */
export function mayTouchUnit(actor: Actor, unitId: string): boolean {
  return actor.roles.includes("programmeOfficer") || actor.headOf.has(unitId);
}

/** The units of which this person sees everything; undefined for the province's officers, who see all. */
export function unitsTouched(actor: Actor): readonly string[] | undefined {
  return actor.roles.includes("programmeOfficer") ? undefined : [...actor.headOf.keys()];
}

/** The post by which this person heads a unit; undefined when it is not this person's. */
export function headsUnit(actor: Actor, unitId: string): Post | undefined {
  return actor.headOf.get(unitId);
}

/** True for a unit that this person deals with and whose ledgers are those of the person's own space. */
export function mayDraftFor(actor: Actor, unitId: string, reference: Reference): boolean {
  return mayTouchUnit(actor, unitId) && reference.spaceOf.get(unitId)?.id === actor.space?.id;
}
