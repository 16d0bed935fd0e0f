import { confirmByCode } from "#contract/custody.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { tryCustodyCode } from "../ledgers/custody-code.ts";
import { actWithThings } from "./act-with-things.ts";
import { acceptOutside, lockOfferedOutside } from "./offered-outside.ts";

/**
 * The receiver tells the code that came to the phone: that is the signature. A wrong one counts against the code even when
 * nothing else is written, so that nobody can go through all of them.
 *
 * @rule HANDOVER-01
 */
export const confirmByCodeRoute = bind(confirmByCode, async (context) => {
  const { actor, body, params, deps, now } = context;
  const confirmed = await actWithThings(context, async (hands) => {
    const offered = await lockOfferedOutside(hands, params.manifestId);
    if (!offered.ok) return offered;
    const tried = { manifestId: params.manifestId, code: body.code, now };
    const told = await tryCustodyCode(hands.tx, deps.ring, tried);
    if (!told.ok) return told;
    // The try is kept: a refusal here would take its count back.
    if (!told.value) return done(null);
    const taking = { actorId: actor.accountId, now, newId: deps.newId };
    const taken = await acceptOutside(hands, offered.value, { kind: "code" }, taking);
    invariant(taken.ok, "a code is a signature without a file");
    return taken;
  });
  if (!confirmed.ok) return confirmed;
  return confirmed.value === null ? refuse("code_wrong") : done(confirmed.value);
});
