import { resolveFinding, verifyFinding } from "#contract/sites.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { findingState, isResolutionDay, mayResolve, mayVerify } from "#domain/site/finding-state.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { writePhotos, writeResolution, writeVerdict } from "../ledgers/site-ledger.ts";
import { type StoredFinding, findFindings } from "./finding-store.ts";
import { headsUnit, recordsAt, siteActOf } from "./site-access.ts";
import { arePhotos } from "./site-photos.ts";
import { type SitePoint, findPoint } from "./site-store.ts";

/** The head of the unit says that a finding was put right; a surveyor looks at it next. */
export const resolveFindingRoute = bind(resolveFinding, (context) =>
  context.write(async (tx) => {
    const { actor, body, deps, params, now } = context;
    const loaded = await findingAt(tx, params.findingId);
    if (!loaded.ok) return loaded;
    const { finding, point } = loaded.value;
    if (!headsUnit(actor, point.unit.id)) return refuse("outside_jurisdiction");
    const today = localTime(now).day;
    const allowed = mayResolve(findingState(finding, today));
    if (!allowed.ok) return allowed;
    const day = plainDate(body.day);
    if (!isResolutionDay(day, { surveyedOn: finding.surveyedOn, today }))
      return refuse("resolution_day_wrong", { surveyedOn: finding.surveyedOn });
    if (!(await arePhotos(tx, body.photos))) return refuse("site_photo_unknown");
    const id = deps.newId();
    const written = await writeResolution(tx, siteActOf(context, { headOf: point.unit.id }), {
      id,
      findingId: finding.id,
      before: finding.resolutions.length,
      day,
      words: body.words.trim(),
    });
    if (!written) return refuse("finding_not_open", { state: "resolved" });
    await writePhotos(tx, deps.newId, [{ of: { resolutionId: id }, photos: body.photos }]);
    return done({ resolutionId: id });
  }),
);

/** A surveyor accepts what was put right, or says what is still missing: then the finding is open again. */
export const verifyFindingRoute = bind(verifyFinding, (context) =>
  context.write(async (tx) => {
    const { actor, body, params, now, reference } = context;
    const loaded = await findingAt(tx, params.findingId);
    if (!loaded.ok) return loaded;
    const { finding, point } = loaded.value;
    if (!recordsAt(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    const today = localTime(now).day;
    const state = findingState(finding, today);
    const last = finding.resolutions.at(-1);
    if (last?.id !== body.resolutionId) return refuse("finding_not_resolved", { state });
    const allowed = mayVerify(state, { actorId: actor.accountId, resolvedBy: last.byId });
    if (!allowed.ok) return allowed;
    const words = body.words.trim();
    if (!body.accepted && words === "") return refuse("verdict_words_missing");
    const written = await writeVerdict(tx, siteActOf(context, "surveyor"), {
      resolutionId: last.id,
      day: today,
      accepted: body.accepted,
      words,
    });
    return written ? done({}) : refuse("finding_not_resolved", { state: "closed" });
  }),
);

async function findingAt(
  tx: Tx,
  findingId: string,
): Promise<Result<{ readonly finding: StoredFinding; readonly point: SitePoint }, "not_found">> {
  const [finding] = await findFindings(tx, { findingId });
  const point = finding && (await findPoint(tx, finding.pointId));
  return finding && point ? done({ finding, point }) : refuse("not_found");
}
