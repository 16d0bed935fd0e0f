import { handToOutsider } from "#contract/outsiders.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { readPhone } from "#domain/person/phone.ts";
import { type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { Static } from "typebox";
import { type Context, bind } from "../http/context.ts";
import { makeCustodyCode, recordOutsider } from "../ledgers/custody-code.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { recordSignature } from "../ledgers/custody-signature.ts";
import { lockManifest, offerManifest } from "../ledgers/manifest-ledger.ts";
import { actWithThings } from "./act-with-things.ts";
import { acceptOutside } from "./offered-outside.ts";
import { prepareOffer } from "./prepare-offer.ts";

type Asked = Context<typeof handToOutsider>;
type Answered = Result<Static<typeof handToOutsider.response>, (typeof handToOutsider.refusals)[number]>;

/**
 * Hands things to somebody without an account: a citizen, a driver. Both sign here and now, or the receiver by a code that
 * is sent by text message, or on the bảng kê that is printed then; until that is there, everything stays with the giver.
 *
 * @rule HANDOVER-01
 */
export const handToOutsiderRoute = bind(handToOutsider, (context) => {
  const { actor, body, deps, now, reference } = context;
  return actWithThings(context, async (hands): Promise<Answered> => {
    const { tx, space, custodian } = hands;
    const phone = phoneOf(context);
    if (!phone.ok) return phone;
    // Loose papers go to nobody outside: not to a courier, and less to somebody whom nobody knows.
    const offer = await prepareOffer(tx, custodian, body.things, []);
    if (!offer.ok) return offer;
    const { from, things } = offer.value;
    const given = await placesOfHolder(tx, from, { reference, space, now });
    const scope = given.length > 0 ? given : actor.places.slice(0, 1);
    const outsiderId = deps.newId();
    const { name, paper } = body.receiver;
    await recordOutsider(tx, deps.ring, outsiderId, { name, paper, phone: phone.value }, { now, scope });
    const signing = { signedAt: now, recordedBy: actor.accountId, now, scope };
    const giver = { kind: "person", id: actor.accountId } as const;
    const signature = await recordSignature(tx, body.signature, {
      id: deps.newId(),
      signer: giver,
      ...signing,
    });
    if (!signature.ok) return signature;
    const manifestId = deps.newId();
    const to: Holder = { kind: "outsider", id: outsiderId };
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
    if (!body.receiverSignature) {
      const code = { id: deps.newId(), outboxId: deps.newId(), outsiderId, manifestId, now, scope };
      if (waitsForCode(body)) await makeCustodyCode(tx, deps.ring, code);
      return done({ manifestId, number, state: "offered" });
    }
    const manifest = await lockManifest(tx, manifestId);
    invariant(manifest, "what was offered a moment ago is there");
    const taking = { actorId: actor.accountId, now, newId: deps.newId };
    const taken = await acceptOutside(hands, { manifest, outsiderId }, body.receiverSignature, taking);
    return taken.ok ? done({ manifestId, number, state: "accepted" }) : taken;
  });
});

function waitsForCode({ receiverSignature, waitsFor }: Asked["body"]): boolean {
  return receiverSignature === undefined && waitsFor !== "paper";
}

/** A code needs a mobile phone and a way for text messages; who signs here needs neither. */
function phoneOf({ body, deps }: Asked): Result<string | null, "phone_unreadable" | "code_not_sendable"> {
  const typed = body.receiver.phone?.trim() ?? "";
  const phone = typed === "" ? null : readPhone(typed);
  if (phone && !phone.ok) return refuse("phone_unreadable");
  if (!waitsForCode(body)) return done(phone?.value.number ?? null);
  if (phone?.value.kind !== "mobile") return refuse("phone_unreadable");
  return deps.textMessages ? done(phone.value.number) : refuse("code_not_sendable");
}
