import { takeFromOutsider } from "#contract/outsiders.ts";
import { readContainerCode } from "#domain/custody/container.ts";
import { type Holder, isSameHolder } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import { type Refusal, type Result, done, invariant, refuse } from "#domain/shared/result.ts";
import type { Static } from "typebox";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { recordSignature } from "../ledgers/custody-signature.ts";
import { acrossSpace } from "../ledgers/in-hand.ts";
import { acceptLines, lockManifest, offerManifest } from "../ledgers/manifest-ledger.ts";
import { type HeldThing, lockThings } from "../ledgers/things.ts";
import { type Hands, actWithThings } from "./act-with-things.ts";

type Asked = Context<typeof takeFromOutsider>;
type Answered = Result<Static<typeof takeFromOutsider.response>, (typeof takeFromOutsider.refusals)[number]>;

/**
 * Somebody without an account has brought packets: a driver at the other end of the way, a citizen who gives back. Both sign
 * here and now, and whoever acts holds them in person from then on. Whatever the places are that the packets were seen by
 * before, the label in hand says which they are.
 *
 * @rule HANDOVER-01
 */
export const takeFromOutsiderRoute = bind(takeFromOutsider, (context) =>
  actWithThings(context, async (hands): Promise<Answered> => {
    const { actor, body, reference } = context;
    if (body.giverSignature.fileId === body.signature.fileId) return refuse("one_signature_enough");
    const lookAndTake = async (): Promise<Answered> => {
      const brought = await lockBrought(hands.tx, body.codes);
      return brought.ok ? takeOver(context, hands, brought.value) : brought;
    };
    return acrossSpace(hands.tx, { reference, space: hands.space }, lookAndTake, actor.places);
  }),
);

type Brought =
  | "not_found"
  | "thing_named_twice"
  | "thing_offered"
  | "thing_inside"
  | "things_of_several"
  | "not_with_outsider";

/** The packets of these labels: all with one person without an account. */
async function lockBrought(tx: Tx, typed: readonly string[]): Promise<Result<readonly HeldThing[], Brought>> {
  const codes = typed.flatMap((code) => readContainerCode(code)?.code ?? []);
  if (new Set(codes).size < typed.length)
    return refuse(codes.length < typed.length ? "not_found" : "thing_named_twice");
  const rows = await tx.selectFrom("container").select("id").where("code", "in", codes).execute();
  const things = await lockThings(
    tx,
    rows.map(({ id }) => ({ thing: "container", id })),
  );
  if (things.length < codes.length) return refuse("not_found");
  const [problem] = things.flatMap((thing) => barredBy(thing, things[0]?.holder ?? null) ?? []);
  return problem ?? done(things);
}

/** Why one of them cannot be taken over with the first. */
function barredBy({ holder, offered, code }: HeldThing, first: Holder | null): Refusal<Brought> | null {
  if (holder === null || first === null) return refuse("not_found");
  if (holder.kind === "container") return refuse("thing_inside");
  if (holder.kind !== "outsider") return refuse("not_with_outsider", { code: code ?? "" });
  if (!isSameHolder(holder, first)) return refuse("things_of_several");
  return offered ? refuse("thing_offered") : null;
}

/** Offered by who brought them and accepted at once: a bảng kê that is a biên bản from the first moment. */
async function takeOver(context: Asked, { tx }: Hands, things: readonly HeldThing[]): Promise<Answered> {
  const { actor, body, deps, now } = context;
  const from = things[0]?.holder;
  invariant(from?.kind === "outsider", "what was brought is with somebody without an account");
  const scope = [...new Set([...actor.places, ...things.flatMap((thing) => thing.scope)])];
  // Who brought them is named to whoever may see the bảng kê.
  await tx.updateTable("custody_outsider").set({ scope }).where("id", "=", from.id).execute();
  const signing = { signedAt: now, recordedBy: actor.accountId, now, scope };
  const given = await recordSignature(tx, body.giverSignature, {
    id: deps.newId(),
    signer: { kind: "outsider", id: from.id },
    ...signing,
  });
  if (!given.ok) return given;
  const taker = { kind: "person", id: asId<never>(actor.accountId) } as const;
  const taken = await recordSignature(tx, body.signature, { id: deps.newId(), signer: taker, ...signing });
  if (!taken.ok) return taken;
  const manifestId = deps.newId();
  const number = await offerManifest(tx, {
    id: manifestId,
    from,
    to: taker,
    offeredBy: actor.accountId,
    now,
    signatureId: given.value,
    things,
    scope,
  });
  const manifest = await lockManifest(tx, manifestId);
  invariant(manifest, "what was offered a moment ago is there");
  const acceptance = {
    actId: deps.newId(),
    takenBy: taker,
    takenAt: now,
    signatureId: taken.value,
    missing: [],
  };
  await acceptLines(tx, manifest, { ...acceptance, actorId: actor.accountId, now });
  return done({ manifestId, number, accepted: things.length });
}
