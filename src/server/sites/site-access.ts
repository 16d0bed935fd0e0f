import { invariant } from "#domain/shared/result.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { SiteAct } from "../ledgers/site-ledger.ts";
import type { Reference } from "../units/reference.ts";

/** Roles that look after every site of their space; a head of a unit looks after the unit's own. */
const SPACE_WIDE = ["programmeOfficer", "administrator"] as const;

/** True for a unit of the person's own space whose sites this person may look at. */
export function seesUnit(actor: Actor, unitId: string, reference: Reference): boolean {
  if (reference.spaceOf.get(unitId)?.id !== actor.space?.id) return false;
  return SPACE_WIDE.some((role) => actor.roles.includes(role)) || headsUnit(actor, unitId);
}

/** Openings and surveys are the province's to record, at every unit of its space. */
export function recordsAt(actor: Actor, unitId: string, reference: Reference): boolean {
  return actor.roles.includes("programmeOfficer") && seesUnit(actor, unitId, reference);
}

/** Findings are put right by the head of the unit where they were made. */
export function headsUnit(actor: Actor, unitId: string): boolean {
  return actor.headOf.has(unitId);
}

/** The units whose sites this person may look at. */
export function unitsSeen(actor: Actor, reference: Reference): readonly string[] {
  return [...reference.units.keys()].filter((unitId) => seesUnit(actor, unitId, reference));
}

/** Who writes to the ledger of sites, by the post that lets them: for the unit's head the post at that unit. */
export function siteActOf(
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  as: { readonly headOf: string } | "surveyor",
): SiteAct {
  const post =
    as === "surveyor"
      ? actor.posts.find(({ role }) => role === "programmeOfficer")
      : actor.headOf.get(as.headOf);
  invariant(post, "whoever writes about a site holds a post for it");
  return { actorId: actor.accountId, postId: post.id, now };
}
