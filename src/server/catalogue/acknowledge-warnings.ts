import { acknowledgeWarnings } from "#contract/catalogue-review.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { holdVersions, readWarningRows, recordChange, setAcknowledged } from "./publish-store.ts";

/**
 * An editor has looked: the content is as the source says, and the warning needs no mending. It makes no new version,
 * so that no form that is open at a counter has to be looked at again. Said twice it counts once; it can be taken back.
 */
export const acknowledgeWarningsRoute = bind(acknowledgeWarnings, (context) =>
  context.write(async (tx) => {
    const { deps, actor, params, body, now } = context;
    // Held, so that a version made from this one at the same moment takes over what is said here, or is refused.
    const versions = await holdVersions(tx, params.code);
    if (!versions.some((version) => version.id === params.versionId)) return refuse("not_found");
    const by = body.acknowledged ? { at: now, actorId: actor.accountId } : null;
    const moved = await setAcknowledged(tx, params.versionId, body.positions, by);
    if (moved.length > 0) {
      const post = actor.posts.find(({ role }) => role === "administrator");
      invariant(post, "whoever edits the catalogue has the post of an administrator");
      await recordChange(
        tx,
        "procedure_warning",
        params.versionId,
        { positions: moved, acknowledged: !body.acknowledged },
        { positions: moved, acknowledged: body.acknowledged },
        { actorId: actor.accountId, postId: post.id, at: now, reason: null, newId: deps.newId },
      );
    }
    const warnings = await readWarningRows(tx, params.versionId);
    return done({ openWarnings: warnings.filter((one) => one.acknowledged_at === null).length });
  }),
);
