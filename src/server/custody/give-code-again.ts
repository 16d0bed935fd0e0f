import { sendCodeAgain } from "#contract/outsiders.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { renewCustodyCode } from "../ledgers/custody-code.ts";
import { actWithThings } from "./act-with-things.ts";
import { lockOfferedOutside } from "./offered-outside.ts";

/**
 * The message did not come, or the code is over: another one is sent to the same telephone, and the one before it counts no
 * more.
 *
 * @rule HANDOVER-01
 */
export const sendCodeAgainRoute = bind(sendCodeAgain, (context) => {
  const { params, deps, now } = context;
  return actWithThings(context, async (hands) => {
    const offered = await lockOfferedOutside(hands, params.manifestId);
    if (!offered.ok) return offered;
    const { manifest, outsiderId } = offered.value;
    const { id, scope } = manifest;
    const code = { id: deps.newId(), outboxId: deps.newId(), outsiderId, manifestId: id, now, scope };
    const renewed = await renewCustodyCode(hands.tx, deps.ring, code);
    return renewed.ok ? done({ manifestId: id }) : renewed;
  });
});
