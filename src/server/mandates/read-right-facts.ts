import { type RightFacts, readRightFacts } from "#contract/right-facts.ts";
import type { Suspension } from "#domain/mandate/mandate.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";

/** What the browser decides its buttons by: the same rule, the same facts, of this person alone. */
export const readRightFactsRoute = bind(readRightFacts, async ({ actor, mandates }) =>
  done(factsOf(actor, actor.space ? await mandates() : null)),
);

function factsOf(actor: Actor, facts: MandateFacts | null): RightFacts {
  const own = {
    accountId: actor.accountId,
    counterId: actor.counter?.id ?? null,
    posts: [...actor.posts],
  };
  const none = { mandates: [], accreditations: [], assignments: [], suspensions: [] };
  const [first, ...others] = facts ? actor.places.map((place) => facts.about(place, actor.accountId)) : [];
  if (!first) return { ...own, ...none };
  const offices = new Set(actor.posts.flatMap(({ postOfficeId }) => postOfficeId ?? []));
  const mandates = [first, ...others].flatMap((about) => about.mandates);
  return {
    ...own,
    mandates: mandates.filter(({ postOfficeId }) => offices.has(postOfficeId)),
    accreditations: [...first.accreditations],
    assignments: [...first.assignments],
    suspensions: first.suspensions.filter((suspension) => concerns(suspension, actor)),
  };
}

function concerns({ target, targetId }: Suspension, { accountId, posts }: Actor): boolean {
  if (target === "procedure") return true;
  if (target === "account") return targetId === accountId;
  return posts.some(({ postOfficeId, operatorId }) => targetId === postOfficeId || targetId === operatorId);
}
