import { recordNoticeWish } from "#contract/notices.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { addWish, personOf } from "./wish-store.ts";

/**
 * Keeps how a person wants to be told: for this dossier and all others of the same number. What was said before stays.
 *
 * @rule NOTICE-04
 */
export const recordNoticeWishRoute = bind(recordNoticeWish, ({ actor, deps, params, body, now, write }) =>
  write(async (tx) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const { channels, language } = body;
    await addWish(tx, {
      id: deps.newId(),
      personIndex: await personOf(tx, deps.ring, dossier.id),
      channels,
      language,
      dossierId: dossier.id,
      recordedBy: actor.accountId,
      now,
    });
    return done({ channels, language });
  }),
);
