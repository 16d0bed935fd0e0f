import { liftSuspension, listSuspensions, suspendRight } from "#contract/assignments.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { writeLifting, writeSuspension } from "../ledgers/assignment-ledger.ts";
import { handOver } from "../ledgers/hand-over.ts";
import { acrossSpace, findInHand } from "../ledgers/in-hand.ts";
import { holdMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { decisionOf } from "../ledgers/name-decision.ts";
import { decideSuccessor } from "../ledgers/successors.ts";
import { leaverOf } from "./leaver-of.ts";
import { mandateActOf } from "./mandate-act.ts";
import { isKnown } from "./suspension-target.ts";
import { findSuspensions, isSuspended } from "./suspension-store.ts";

export const listSuspensionsRoute = bind(listSuspensions, async ({ read, reference }) =>
  done({ suspensions: await read((tx) => findSuspensions(tx, reference)) }),
);

/**
 * Stops somebody or something at once. What is in hand goes on in the same transaction: to the successor, or where
 * nobody is named to the places themselves, since a suspension must not wait until somebody is found.
 */
export const suspendRightRoute = bind(suspendRight, (context) =>
  context.write(async (tx, space) => {
    const { body, actor, now, deps, reference, requestId } = context;
    const { target, targetId } = body;
    if (!(await isKnown(tx, { reference, space }, target, targetId)))
      return refuse("suspension_target_unknown", { target });
    await holdMandateEpoch(tx); // Two who suspend the same at once: the second is told.
    const where = { reference, space, day: localTime(now).day };
    const leaver = await leaverOf(tx, where, target, targetId);
    const successorId = leaver ? (body.successorId ?? null) : null;
    if (leaver && successorId !== null) {
      const inHand = await acrossSpace(tx, where, () => findInHand(tx, leaver));
      const fits = await decideSuccessor(tx, where, leaver, inHand, successorId);
      if (!fits.ok) return fits;
    }
    if (await isSuspended(tx, target, targetId)) return refuse("suspended_already");
    const decisionId = await decisionOf(tx, body.decision, deps.newId);
    if (!decisionId.ok) return decisionId;
    const id = deps.newId();
    const reason = body.reason.trim();
    const { actorId, basis } = mandateActOf({ actor, now });
    await writeSuspension(tx, {
      id,
      target,
      targetId,
      decisionId: decisionId.value,
      reason,
      successorId,
      actorId,
      now,
    });
    const handOverId =
      leaver &&
      (await handOver(tx, where, {
        newId: deps.newId,
        leaver,
        successorId,
        cause: "suspension",
        causeId: id,
        reason,
        basis,
        actorId,
        requestId,
        now,
      }));
    return done({ suspensionId: id, handOverId });
  }),
);

export const liftSuspensionRoute = bind(liftSuspension, ({ params, actor, now, write }) =>
  write(async (tx) =>
    (await writeLifting(tx, { id: params.suspensionId, actorId: actor.accountId, now }))
      ? done({})
      : refuse("not_found"),
  ),
);
