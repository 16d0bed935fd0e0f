import { publishVersion, withdrawVersion } from "#contract/catalogue-review.ts";
import { compareVersions } from "#domain/catalogue/version-changes.ts";
import { earliestFirstDay } from "#domain/catalogue/first-day.ts";
import { mendContent } from "#domain/catalogue/mend-content.ts";
import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { readProcedureContent } from "#domain/catalogue/read-procedure.ts";
import { remainingWarnings } from "#domain/catalogue/remaining-warnings.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { addDays, plainDate } from "#domain/shared/plain-date.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import {
  type CatalogueAct,
  type HeldVersion,
  bumpReferenceEpoch,
  holdVersions,
  insertVersion,
  insertWarnings,
  lastDayBefore,
  markWithdrawn,
  readWarningRows,
  recordChange,
  setLastDay,
} from "./publish-store.ts";

/**
 * Publishes a version: the one before ends the day before, the warnings whose place was not touched come along, and
 * the ledger keeps who did it, by which post and why. Dossiers keep the version they came in under.
 */
export const publishVersionRoute = bind(publishVersion, (context) =>
  context.write(async (tx) => {
    const { deps, actor, params, body, now } = context;
    const versions = await holdVersions(tx, params.code);
    const newest = newestOf(versions);
    if (!newest) return refuse("unknown_procedure");
    if (newest.id !== body.seenVersionId) return refuse("version_changed");
    const base = versions.find((version) => version.id === body.basedOnVersionId);
    if (!base) return refuse("not_found");
    const validFrom = plainDate(body.validFrom);
    const earliest = earliestFirstDay(localTime(now).day, newest.valid_from);
    if (validFrom < earliest) return refuse("valid_from_too_early", { earliest });
    const mended = mendContent(contentOf(base), body.mending, body.source);
    if (!mended.ok) return mended;
    const changes = compareVersions(contentOf(newest), mended.value);
    if (changes.length === 0 && newest.valid_to === null) return refuse("nothing_changed");

    const act = actOf(actor, now, body.reason, deps.newId);
    const id = deps.newId();
    const lastDay = addDays(validFrom, -1);
    if (newest.valid_to === null || newest.valid_to > lastDay) await setLastDay(tx, newest, lastDay, act);
    await insertVersion(
      tx,
      {
        id,
        content: mended.value,
        validFrom,
        replacesId: newest.id,
        recordSha256: newest.record_sha256,
      },
      act,
    );
    const warnings = remainingWarnings(contentOf(base), mended.value, await readWarningRows(tx, base.id));
    await insertWarnings(tx, id, warnings);
    const after = {
      code: params.code,
      validFrom,
      replaces: newest.id,
      basedOn: base.id,
      changed: changes.map(({ path }) => path),
    };
    await recordChange(tx, "procedure_version", id, null, after, act);
    await bumpReferenceEpoch(tx);
    return done({
      versionId: id,
      openWarnings: warnings.filter((warning) => warning.acknowledged_at === null).length,
    });
  }),
);

/**
 * Takes back the newest version before its first day. It stays in the history as one that never was in force, and the
 * version before lasts as long as it did.
 */
export const withdrawVersionRoute = bind(withdrawVersion, (context) =>
  context.write(async (tx) => {
    const { deps, actor, params, body, now } = context;
    const versions = await holdVersions(tx, params.code);
    const newest = newestOf(versions);
    if (!newest) return refuse("unknown_procedure");
    if (newest.id !== params.versionId) return refuse("version_changed");
    if (newest.valid_from <= localTime(now).day) return refuse("version_begun");
    const before = newestOf(versions.filter((version) => version !== newest));
    // A shipped version would come back with the next start.
    if (newest.origin === "shipped" || !before) return refuse("withdrawal_not_possible");

    const act = actOf(actor, now, body.reason, deps.newId);
    const dayBefore = addDays(newest.valid_from, -1);
    await markWithdrawn(tx, newest, dayBefore, act);
    if (before.valid_to === dayBefore)
      await setLastDay(tx, before, await lastDayBefore(tx, before.id, dayBefore), act);
    await bumpReferenceEpoch(tx);
    return done({ newestId: before.id });
  }),
);

/** The newest version that stands; they come newest first. */
function newestOf(versions: readonly HeldVersion[]): HeldVersion | undefined {
  return versions.find((version) => version.withdrawn_at === null);
}

function contentOf(version: HeldVersion): ProcedureContent {
  const content = readProcedureContent(version.content);
  invariant(content.ok, `the content of procedure version ${version.id} has the promised shape`);
  return content.value;
}

function actOf(actor: Actor, at: Instant, reason: string, newId: () => string): CatalogueAct {
  const post = actor.posts.find(({ role }) => role === "administrator");
  invariant(post, "whoever edits the catalogue has the post of an administrator");
  return { actorId: actor.accountId, postId: post.id, at, reason: tidyText(reason), newId };
}
