import type { Instant } from "#domain/shared/instant.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Actor } from "./actor.ts";
import type { MandateFacts } from "./mandate-cache.ts";
import { MandatesMoved } from "./mandates-moved.ts";

/** Who is stopped: in person, with every office that the person works at, or with the operator. */
export function refuseStopped(
  actor: Actor,
  facts: MandateFacts,
  now: Instant,
): Result<never, "right_suspended"> | undefined {
  const stopped = suspensionOf(actor, facts, now);
  return stopped && refuse("right_suspended", { target: stopped.target, decision: stopped.decisionNumber });
}

/**
 * Holds the epoch of rights until the transaction ends: a suspension waits for this act.
 *
 * @throws MandatesMoved when rights have changed since they were looked at
 */
export async function holdEpoch(tx: Tx, facts: MandateFacts): Promise<void> {
  const { rows } = await sql<{ epoch: number }>`select epoch from mandate_epoch for share`.execute(tx);
  if (rows[0]?.epoch !== facts.epoch) throw new MandatesMoved();
}

/** A civil servant holds by an office, which no suspension reaches. */
function suspensionOf({ posts, accountId }: Actor, facts: MandateFacts, now: Instant) {
  const ofPost = posts.filter(({ postOfficeId }) => postOfficeId !== null);
  if (ofPost.length === 0 || ofPost.length < posts.length) return undefined;
  const { suspensions } = facts.about("", accountId);
  const standing = suspensions.filter(({ from, to }) => from <= now && (to === null || now < to));
  const stops = ofPost.map((post) =>
    standing.find(
      ({ target, targetId }) =>
        (target === "account" && targetId === accountId) ||
        (target === "postOffice" && targetId === post.postOfficeId) ||
        (target === "operator" && targetId === post.operatorId),
    ),
  );
  return stops.every(Boolean) ? stops[0] : undefined;
}
