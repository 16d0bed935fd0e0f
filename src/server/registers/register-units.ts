import type { Post } from "#domain/mandate/may-act.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";

/** The post by which this person keeps the registers of a unit: as its officer or head, or of what goes on for it. */
export function keepingPost(actor: Actor, reference: Reference, unitId: string): Post | undefined {
  return actor.posts.find(
    ({ role, unitId: at }) =>
      (role === "oneStopOfficer" || role === "unitHead") && at === reference.heirOf(unitId),
  );
}

/** The units whose registers this person keeps, with those that they go on for. */
export function registerUnits(actor: Actor, reference: Reference): readonly string[] {
  const units = actor.posts.flatMap(({ role, unitId }) =>
    unitId !== null && (role === "oneStopOfficer" || role === "unitHead") ? reference.lineOf(unitId) : [],
  );
  return [...new Set(units)].filter((unitId) => reference.units.has(unitId));
}
