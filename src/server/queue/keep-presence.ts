import { PRESENCE_LAPSES_MS, keepPresence } from "#contract/presence.ts";
import { addMilliseconds } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { inSpace } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { eventsAfter, noteLeaving, notePresence, othersAt } from "./presence-store.ts";

/**
 * A page that is open says so every few seconds. Nothing is locked by it: who closes the browser without a word is
 * forgotten by the lapse of time, and who acts is told by the version of the dossier, never by this. Saying the same
 * twice is saying it once, so that no key is kept for it.
 */
export const keepPresenceRoute = bind(keepPresence, ({ deps, actor, params, body, now }) => {
  const { dossierId } = params;
  const access = { places: actor.places, accountId: actor.accountId };
  const { space } = actor;
  if (!space) return Promise.resolve(refuse("not_found"));
  return inSpace(deps.db, space, access, async (tx) => {
    const asked = { dossierId, accountId: actor.accountId, doing: body.doing, now };
    const lapsed = addMilliseconds(now, -PRESENCE_LAPSES_MS);
    const version = body.leaving ? await noteLeaving(tx, asked) : await notePresence(tx, asked, lapsed);
    if (version === undefined) return refuse("not_found");
    return done({
      others: await othersAt(tx, asked, lapsed),
      version,
      meanwhile: version > body.version ? await eventsAfter(tx, dossierId, body.version) : [],
    });
  });
});
