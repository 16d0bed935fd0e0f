import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { asId } from "#domain/shared/id.ts";
import { sql } from "kysely";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { handOver } from "../ledgers/hand-over.ts";
import { acrossSpace, findInHand } from "../ledgers/in-hand.ts";
import { leavingPerson } from "../ledgers/leavers.ts";
import { holdMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { decideSuccessor } from "../ledgers/successors.ts";
import { postPlaces } from "./jurisdiction.ts";
import { leavingPost } from "./leaving-post.ts";
import { loadAccount } from "./store.ts";

/** So long after the last day it is still looked for: longer than any program stands still. */
const DAYS_BACK = 60;

interface EndedRow {
  readonly accountId: string;
  /** Null: the contract itself is over. */
  readonly postId: string | null;
  readonly successorId: string | null;
  readonly actorId: string;
}

/**
 * Hands over what is in hand of contracts and posts whose last day, once still to come, is over: to the successor that
 * was named then, if that person may still take it, else to the places. Done again it finds nothing more.
 */
export async function settleEnded(deps: Deps, space: Space, now: Instant): Promise<void> {
  const reference = deps.reference.current();
  const day = localTime(now).day;
  const where = { reference, space, day };
  await inSpace(deps.db, space, { places: [] }, async (tx) => {
    await holdMandateEpoch(tx);
    const places = postPlaces(reference, space);
    for (const row of await findEnded(tx, day)) {
      const account = await loadAccount(tx, places, day, row.accountId);
      const post = account?.posts.find(({ postId }) => postId === row.postId);
      if (!account || (row.postId !== null && !post)) continue;
      const leaver = post ? leavingPost(where, account, post) : leavingPerson(where, row.accountId);
      const inHand = await acrossSpace(tx, where, () => findInHand(tx, leaver));
      const named = row.successorId;
      const fits = named !== null && (await decideSuccessor(tx, where, leaver, inHand, named)).ok;
      await handOver(tx, where, {
        newId: deps.newId,
        leaver,
        successorId: fits ? named : null,
        cause: row.postId === null ? "contractEnd" : "postEnd",
        causeId: row.postId ?? row.accountId,
        reason: "",
        basis: { kind: "rule", id: row.postId ?? row.accountId },
        actorId: asId(row.actorId),
        requestId: "settle-ended",
        now,
      });
    }
  });
}

/** Contracts first: what leaves with them need not be looked for post by post. */
async function findEnded(tx: Tx, day: PlainDate): Promise<readonly EndedRow[]> {
  const { rows } = await sql<EndedRow>`
    select ended.*, coalesce((select e.actor_id from nation.account_event e
      where e.account_id = ended."accountId" order by e.seq desc limit 1), ended."accountId") as "actorId"
    from (
      select a.id as "accountId", null::uuid as "postId", a.successor_id as "successorId"
      from nation.account a
      where a.closed_at is null and a.valid_to < ${day}::date and a.valid_to >= ${day}::date - ${DAYS_BACK}::integer
      union all
      select p.account_id, p.id, p.successor_id from nation.staff_post p
      where p.valid_to < ${day}::date and p.valid_to >= ${day}::date - ${DAYS_BACK}::integer
    ) as ended order by ended."postId" nulls first`.execute(tx);
  return rows;
}
