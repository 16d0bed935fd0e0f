import type { RouteContract } from "#contract/route.ts";
import { type Refusal, refuse } from "#domain/shared/result.ts";
import type { FastifyRequest } from "fastify";
import { withinRate } from "../db/rate-limit.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../ledgers/actor.ts";

/** Far more than people behind one address look up, a whole hall of them too; a program that copies has to wait. */
export const PUBLIC_RATE = { hitsMax: 600, windowMs: 60_000 };

/**
 * `too_many_requests` where somebody who is not signed in has read more than {@link PUBLIC_RATE} of what is open to
 * everybody, all such routes together, by the address that the request came from. Who has a session is not counted:
 * many clerks sit behind one address. Signing in has a bound of its own.
 */
export async function tooManyFromOutside(
  { db, clock }: Deps,
  { method, permission }: RouteContract,
  { ip }: FastifyRequest,
  actor: Actor | null,
): Promise<Refusal<"too_many_requests"> | undefined> {
  if (permission !== "public" || method !== "GET" || actor) return undefined;
  const isWithin = await withinRate(db, `public:${ip}`, PUBLIC_RATE, clock.now());
  return isWithin ? undefined : refuse("too_many_requests", { minutes: PUBLIC_RATE.windowMs / 60_000 });
}
