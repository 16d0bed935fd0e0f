import { placeThings } from "#contract/custody.ts";
import { isSameHolder } from "#domain/custody/custody.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { isCommon, placesOfHolder } from "../ledgers/custodian.ts";
import { moveThings, recordCustodyAct } from "../ledgers/custody-acts.ts";
import { recordSignature } from "../ledgers/custody-signature.ts";
import { holderOf, takeInHand } from "../ledgers/things.ts";
import { actWithThings } from "./act-with-things.ts";

/**
 * From one place of a person to another of the same: one signature, since nobody else answers for either.
 *
 * @rule CUSTODY-01
 */
export const placeThingsRoute = bind(placeThings, (context) => {
  const { actor, body, deps, now, reference } = context;
  return actWithThings(context, async ({ tx, space, custodian }) => {
    const things = await takeInHand(tx, custodian, body.things);
    if (!things.ok) return things;
    const to = holderOf(body.to.kind, body.to.id);
    if (!custodian.answers(to) || (await isCommon(tx, to, actor, now)))
      return refuse("two_signatures_needed");
    const moves = things.value.flatMap(({ thing, id, holder }) =>
      holder === null ? [] : [{ thing, id, type: "placed" as const, from: holder, to }],
    );
    if (moves.some(({ from }) => isSameHolder(from, to))) return refuse("placed_there_already");
    const own = await placesOfHolder(tx, to, { reference, space, now });
    const scope = own.length > 0 ? own : actor.places.slice(0, 1);
    const signature = await recordSignature(tx, body.signature, {
      id: deps.newId(),
      signer: { kind: "person", id: actor.accountId },
      signedAt: now,
      recordedBy: actor.accountId,
      now,
      scope,
    });
    if (!signature.ok) return signature;
    const act = {
      id: deps.newId(),
      type: "placed",
      signatureId: signature.value,
      actorId: actor.accountId,
      now,
      scope,
    } as const;
    await recordCustodyAct(tx, act);
    await moveThings(tx, act, moves);
    return done({ placed: moves.length });
  });
});
