import type { Post } from "#domain/mandate/may-act.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";

/** The post by which this person judges acts at a unit: as its head, or as an officer of it or of what goes on for it. */
export function judgingPost(actor: Actor, reference: Reference, unitId: string): Post | undefined {
  return actor.posts.find(
    (post) =>
      (post.role === "unitHead" || post.role === "oneStopOfficer") &&
      post.unitId === reference.heirOf(unitId),
  );
}

/** The units at which this person judges, with those that they go on for. */
export function judgingUnits(actor: Actor, reference: Reference): readonly string[] {
  const units = actor.posts.flatMap((post) =>
    post.unitId !== null && judgingPost(actor, reference, post.unitId) ? reference.lineOf(post.unitId) : [],
  );
  return [...new Set(units)];
}
