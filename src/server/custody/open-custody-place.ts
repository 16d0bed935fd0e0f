import { randomBytes } from "node:crypto";
import { openCustodyPlace } from "#contract/custody-places.ts";
import { placeCode, readPlaceCode } from "#domain/custody/place-code.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { openPlace } from "../ledgers/custody-place-ledger.ts";
import { actWithThings } from "./act-with-things.ts";

/** A shelf, safe, desk or vehicle of a unit, agency or office where this person works, in his or her charge. */
export const openCustodyPlaceRoute = bind(openCustodyPlace, (context) => {
  const { actor, body, deps, now, reference } = context;
  return actWithThings(context, async ({ tx, space }) => {
    const { belongsTo, kind } = body;
    const isHere =
      reference.spaceOf.get(belongsTo)?.id === space.id && reference.heirOf(belongsTo) === belongsTo;
    if (!isHere || !actor.places.includes(belongsTo)) return refuse("outside_jurisdiction");
    const code = body.code === undefined ? null : readPlaceCode(body.code);
    if (code && !code.ok) return code;
    const place = {
      id: deps.newId(),
      kind,
      code: code?.value ?? placeCode(randomBytes(8)),
      name: tidyText(body.name),
      belongsTo,
      responsibleId: actor.accountId,
      now,
    };
    const opened = await openPlace(tx, place);
    return opened
      ? done({ placeId: place.id, code: place.code })
      : refuse("label_used", { code: place.code });
  });
});
