import type { Accreditation, Assignment, Mandate, Suspension } from "#domain/mandate/mandate.ts";
import type { Post } from "#domain/mandate/may-act.ts";
import { type Static, type TUnsafe, Type } from "typebox";
import { defineRoute } from "./route.ts";
import { Nullable, Uuid } from "./shapes.ts";

/** A thing exactly as the rule of the right to act reads it. */
function AsInDomain<T>(): TUnsafe<T> {
  return Type.Unsafe<T>({ type: "object", additionalProperties: true });
}

export const RightFacts = Type.Object({
  accountId: Uuid,
  counterId: Nullable(Uuid),
  posts: Type.Array(AsInDomain<Post>()),
  /** Of the units that this person's posts reach; only those granted to the own post offices. */
  mandates: Type.Array(AsInDomain<Mandate>()),
  /** The person's own. */
  accreditations: Type.Array(AsInDomain<Accreditation>()),
  assignments: Type.Array(AsInDomain<Assignment>()),
  /** Only those that could stop this person: of the account, an own office or operator, or a procedure. */
  suspensions: Type.Array(AsInDomain<Suspension>()),
});
export type RightFacts = Static<typeof RightFacts>;

export const readRightFacts = defineRoute({
  method: "GET",
  path: "/right-facts",
  summary:
    "What the rule of the right to act asks about this person, so that every button can decide by itself",
  permission: "signedIn",
  response: RightFacts,
  refusals: [],
});
