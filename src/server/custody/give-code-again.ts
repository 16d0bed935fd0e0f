import { sendCodeAgain } from "#contract/outsiders.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { renewCustodyCode } from "../ledgers/custody-code.ts";
import { lockManifest } from "../ledgers/manifest-ledger.ts";
import { actWithThings } from "./act-with-things.ts";

/**
 * The message did not come, or the code is over: another one is sent to the same telephone, and the one before it counts no
 * more.
 *
 * @rule HANDOVER-01
 */
export const sendCodeAgainRoute = bind(sendCodeAgain, (context) => {
  const { params, deps, now } = context;
  return actWithThings(context, async ({ tx, custodian }) => {
    const manifest = await lockManifest(tx, params.manifestId);
    if (!manifest) return refuse("not_found");
    if (!custodian.answers(manifest.from) || manifest.to.kind !== "outsider")
      return refuse("manifest_not_yours");
    if (manifest.state !== "offered") return refuse("manifest_settled", { state: manifest.state });
    const renewed = await renewCustodyCode(tx, deps.ring, {
      id: deps.newId(),
      outboxId: deps.newId(),
      outsiderId: manifest.to.id,
      manifestId: manifest.id,
      now,
      scope: manifest.scope,
    });
    return renewed.ok ? done({ manifestId: manifest.id }) : renewed;
  });
});
