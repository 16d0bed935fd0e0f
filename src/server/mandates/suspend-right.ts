import { liftSuspension, listSuspensions, suspendRight } from "#contract/assignments.ts";
import type { SuspensionTarget } from "#domain/mandate/mandate.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { writeLifting, writeSuspension } from "../ledgers/assignment-ledger.ts";
import { holdMandateEpoch } from "../ledgers/mandate-ledger.ts";
import type { Reference } from "../units/reference.ts";
import { decisionOf } from "./name-decision.ts";
import { findSuspensions, isSuspended } from "./suspension-store.ts";

export const listSuspensionsRoute = bind(listSuspensions, async ({ read, reference }) =>
  done({ suspensions: await read((tx) => findSuspensions(tx, reference)) }),
);

/** Stops somebody or something at once. What is in hand is the successor's, who must be there to take it. */
export const suspendRightRoute = bind(suspendRight, (context) =>
  context.write(async (tx) => {
    const { body, actor, now, deps, reference } = context;
    const today = localTime(now).day;
    if (!(await isKnown(tx, reference, body.target, body.targetId)))
      return refuse("suspension_target_unknown", { target: body.target });
    await holdMandateEpoch(tx); // Two who suspend the same at once: the second is told.
    if (body.successorId !== undefined && !(await maySucceed(tx, body.successorId, body.targetId, today)))
      return refuse("suspension_successor_unknown");
    if (await isSuspended(tx, body.target, body.targetId)) return refuse("suspended_already");
    const decisionId = await decisionOf(tx, body.decision, deps.newId);
    if (!decisionId.ok) return decisionId;
    const id = deps.newId();
    await writeSuspension(tx, {
      id,
      target: body.target,
      targetId: body.targetId,
      decisionId: decisionId.value,
      reason: body.reason.trim(),
      successorId: body.successorId ?? null,
      actorId: actor.accountId,
      now,
    });
    return done({ suspensionId: id });
  }),
);

export const liftSuspensionRoute = bind(liftSuspension, ({ params, actor, now, write }) =>
  write(async (tx) =>
    (await writeLifting(tx, { id: params.suspensionId, actorId: actor.accountId, now }))
      ? done({})
      : refuse("not_found"),
  ),
);

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const TABLES = {
  postOffice: "nation.post_office",
  operator: "nation.postal_operator",
} as const;

async function isKnown(tx: Tx, reference: Reference, target: SuspensionTarget, id: string): Promise<boolean> {
  if (target === "procedure") return reference.versionsByCode.has(id);
  if (!UUID.test(id)) return false;
  if (target === "account") return isClerk(tx, id);
  const found = await tx.selectFrom(TABLES[target]).select("id").where("id", "=", id).executeTakeFirst();
  return found !== undefined;
}

/** Only the post's people are suspended: a civil servant acts by an office, which no suspension reaches. */
async function isClerk(tx: Tx, accountId: string): Promise<boolean> {
  const found = await tx
    .selectFrom("nation.staff_post")
    .select("id")
    .where("account_id", "=", accountId)
    .where("role", "=", "postalClerk")
    .executeTakeFirst();
  return found !== undefined;
}

/** Somebody who is there today and not suspended, so that successors never lead round in a circle. */
async function maySucceed(tx: Tx, id: string, suspended: string, day: PlainDate): Promise<boolean> {
  if (id === suspended || (await isSuspended(tx, "account", id))) return false;
  const found = await tx
    .selectFrom("nation.account")
    .select("id")
    .where("id", "=", id)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .executeTakeFirst();
  return found !== undefined;
}
