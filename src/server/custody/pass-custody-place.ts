import { closeCustodyPlace, passCustodyPlace } from "#contract/custody-places.ts";
import { localTime } from "#domain/shared/instant.ts";
import { asId } from "#domain/shared/id.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { type StandingPlace, closePlace, lockPlace, passPlace } from "../ledgers/custody-place-ledger.ts";
import { type GivenSignature, recordSignature } from "../ledgers/custody-signature.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { isStoppedNow } from "../ledgers/successors.ts";
import { countFailure, isThere } from "../ledgers/code-steps.ts";
import { type Hands, actWithThings } from "./act-with-things.ts";

/**
 * A place with all that lies there goes to somebody else who works where it belongs: giver and receiver sign, here, one
 * after the other. A scribble on the giver's screen proves nothing: the receiver gives the own one-time code with it. What
 * lies there stays where it is.
 *
 * @rule HANDOVER-01
 */
export const passCustodyPlaceRoute = bind(passCustodyPlace, async (context) => {
  const { actor, body, deps, params, now } = context;
  const passed = await actWithThings(context, async ({ tx, space }) => {
    const place = await placeInCharge(tx, { accountId: actor.accountId, ...params, ...body });
    if (!place.ok) return place;
    if (body.to === actor.accountId) return refuse("one_signature_enough");
    if (!(await worksThere(context, { tx, space }, place.value))) return refuse("receiver_unknown");
    const giver = await signed(context, tx, place.value, actor.accountId, body.signature);
    if (!giver.ok) return giver;
    const receiver = await signed(context, tx, place.value, body.to, body.receiverSignature);
    if (!receiver.ok) return receiver;
    const proof = { accountId: body.to, code: body.receiverCode, ring: deps.ring, now };
    if (!(await isThere(tx, proof))) return refuse("receiver_code_wrong");
    const version = await passPlace(tx, place.value, {
      to: body.to,
      signatures: { giver: giver.value, receiver: receiver.value },
      actorId: actor.accountId,
      now,
    });
    return done({ placeId: place.value.id, version });
  });
  if (!passed.ok && passed.code === "receiver_code_wrong") await countFailure(deps.db, body.to, now);
  return passed;
});

/** Only an empty place is closed: what lies there has somebody who answers for it. */
export const closeCustodyPlaceRoute = bind(closeCustodyPlace, (context) => {
  const { actor, body, params, now, reference } = context;
  return actWithThings(context, async ({ tx, space }) => {
    const place = await placeInCharge(tx, { accountId: actor.accountId, ...params, ...body });
    if (!place.ok) return place;
    const isEmpty = await acrossSpace(tx, { reference, space }, () => isNothingAt(tx, place.value.id));
    if (!isEmpty) return refuse("custody_place_not_empty");
    return done({ placeId: place.value.id, version: await closePlace(tx, place.value, now) });
  });
});

async function placeInCharge(
  tx: Tx,
  asked: { readonly accountId: string; readonly placeId: string; readonly version: number },
): Promise<Result<StandingPlace, "not_found" | "not_holder" | "custody_place_changed">> {
  const place = await lockPlace(tx, asked.placeId);
  if (!place) return refuse("not_found");
  if (place.responsibleId !== asked.accountId) return refuse("not_holder");
  return place.version === asked.version ? done(place) : refuse("custody_place_changed");
}

type Passes = Context<typeof passCustodyPlace>;

async function worksThere(
  { body, now, reference }: Passes,
  { tx, space }: Pick<Hands, "tx" | "space">,
  { belongsTo }: StandingPlace,
): Promise<boolean> {
  const places = await placesOfHolder(tx, { kind: "person", id: asId(body.to) }, { reference, space, now });
  if (!places.includes(belongsTo)) return false;
  return !(await isStoppedNow(tx, { reference, day: localTime(now).day }, body.to));
}

function signed(
  { actor, deps, now }: Passes,
  tx: Tx,
  { scope }: StandingPlace,
  signerId: string,
  given: GivenSignature,
): Promise<Result<string, "file_missing">> {
  return recordSignature(tx, given, {
    id: deps.newId(),
    signer: { kind: "person", id: signerId },
    signedAt: now,
    recordedBy: actor.accountId,
    now,
    scope,
  });
}

/** Nothing lies there, and nothing is on its way there. */
async function isNothingAt(tx: Tx, placeId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from container where holder_kind = 'place' and holder_id = ${placeId}::uuid
    union all
    select 1 from item where holder_kind = 'place' and holder_id = ${placeId}::uuid
    union all
    select 1 from manifest where state = 'offered' and to_id = ${placeId}::uuid
    limit 1`.execute(tx);
  return rows.length === 0;
}
