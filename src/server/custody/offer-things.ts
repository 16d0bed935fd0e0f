import { offerThings } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { isCommon, placesOfHolder } from "../ledgers/custodian.ts";
import { recordSignature } from "../ledgers/custody-signature.ts";
import { offerManifest } from "../ledgers/manifest-ledger.ts";
import { holderOf } from "../ledgers/things.ts";
import { mayTakeThings } from "../ledgers/successors.ts";
import { actWithThings } from "./act-with-things.ts";
import { prepareOffer } from "./prepare-offer.ts";

/**
 * Offers things on a bảng kê, signed by the giver. They stay with the giver: only acceptance moves the holder.
 *
 * @rule HANDOVER-01
 */
export const offerThingsRoute = bind(offerThings, (context) => {
  const { actor, body, deps, now, reference } = context;
  return actWithThings(context, async ({ tx, space, custodian }) => {
    const to = holderOf(body.to.kind, body.to.id);
    if (custodian.answers(to) && !(await isCommon(tx, to, actor, now))) return refuse("one_signature_enough");
    const places = await placesOfHolder(tx, to, { reference, space, now });
    if (places.length === 0 || !(await mayTake(tx, to, { reference, day: localTime(now).day })))
      return refuse("receiver_unknown");
    const offer = await prepareOffer(tx, custodian, body.things, places);
    if (!offer.ok) return offer;
    const { from, things } = offer.value;
    const given = await placesOfHolder(tx, from, { reference, space, now });
    const scope = [...new Set([...(given.length > 0 ? given : actor.places.slice(0, 1)), ...places])];
    const signature = await recordSignature(tx, body.signature, {
      id: deps.newId(),
      signer: { kind: "person", id: actor.accountId },
      signedAt: now,
      recordedBy: actor.accountId,
      now,
      scope,
    });
    if (!signature.ok) return signature;
    const manifestId = deps.newId();
    const number = await offerManifest(tx, {
      id: manifestId,
      from,
      to,
      offeredBy: actor.accountId,
      now,
      signatureId: signature.value,
      things,
      scope,
    });
    return done({ manifestId, number, lines: things.length });
  });
});

/** What is offered to somebody who is stopped, or whose work it is not, would wait for ever. */
async function mayTake(tx: Tx, to: Holder, asked: Parameters<typeof mayTakeThings>[1]): Promise<boolean> {
  return to.kind !== "person" || (await mayTakeThings(tx, asked, to.id)).has(to.id);
}
