import { settleManifest } from "#contract/custody.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { seal } from "../keys/seal.ts";
import { lockManifest, manifestContext, settleLines } from "../ledgers/manifest-ledger.ts";
import { actWithThings } from "./act-with-things.ts";

/** The giver takes an offer back, or the addressee refuses it: everything stays with the giver. */
export const settleManifestRoute = bind(settleManifest, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const manifest = await lockManifest(tx, params.manifestId);
    if (!manifest) return refuse("not_found");
    const isAddressee = manifest.offeredBy !== actor.accountId && custodian.answers(manifest.to);
    const withdraws =
      !isAddressee && (manifest.offeredBy === actor.accountId || custodian.answers(manifest.from));
    if (!withdraws && !isAddressee) return refuse("manifest_not_yours");
    if (manifest.state !== "offered") return refuse("manifest_settled", { state: manifest.state });
    const state = withdraws ? "withdrawn" : "refused";
    const reason = seal(deps.ring, manifestContext(manifest.id), body.reason);
    await settleLines(tx, manifest.id, { state, by: actor.accountId, now, reason });
    return done({ manifestId: manifest.id, state });
  });
});
