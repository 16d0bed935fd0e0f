import type { Basis } from "#domain/mandate/may-act.ts";
import type { Reference } from "../units/reference.ts";
import type { Actor } from "./actor.ts";

/** The post by which somebody changes the places of a space: every line of the ledger names it. */
export function administratorBasis(actor: Actor, reference: Reference, spaceId: string): Basis {
  const administers = actor.posts.filter((post) => post.role === "administrator");
  const here = administers.find(
    (post) => reference.spaceOf.get(post.unitId ?? post.agencyId ?? "")?.id === spaceId,
  );
  return { kind: "office", id: (here ?? administers[0])?.id ?? "" };
}
