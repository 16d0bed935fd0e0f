import { confirmOnPaper } from "#contract/outsiders.ts";
import { bind } from "../http/context.ts";
import { actWithThings } from "./act-with-things.ts";
import { acceptOutside, lockOfferedOutside } from "./offered-outside.ts";

/**
 * The receiver without an account signed the bảng kê on paper; its photo or scan is the signature. Also where a code was
 * sent and no message came.
 *
 * @rule HANDOVER-01
 */
export const confirmOnPaperRoute = bind(confirmOnPaper, (context) => {
  const { actor, body, params, deps, now } = context;
  return actWithThings(context, async (hands) => {
    const offered = await lockOfferedOutside(hands, params.manifestId);
    if (!offered.ok) return offered;
    const given = { kind: "paper", fileId: body.fileId } as const;
    return acceptOutside(hands, offered.value, given, { actorId: actor.accountId, now, newId: deps.newId });
  });
});
