import { recordOpening, withdrawOpening } from "#contract/sites.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { checkOpening } from "#domain/site/site-opening.ts";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { decisionOf } from "../ledgers/name-decision.ts";
import { type NewOpening, writeOpening, writePhotos, writeSiteWithdrawal } from "../ledgers/site-ledger.ts";
import { recordsAt, siteActOf } from "./site-access.ts";
import { arePhotos } from "./site-photos.ts";
import { type SitePoint, findOpenings, findPoint, findPointCounters, pointOfOpening } from "./site-store.ts";

/** Records an opening. One stands at a time: a wrong one is withdrawn before it is recorded anew. */
export const recordOpeningRoute = bind(recordOpening, (context) =>
  context.write(async (tx) => {
    const { actor, body, deps, params, reference } = context;
    const point = await findPoint(tx, params.siteId);
    if (!point) return refuse("not_found");
    if (!recordsAt(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    const earlier = await findOpenings(tx, [point.id]);
    if (earlier.some(({ withdrawn }) => withdrawn === null)) return refuse("site_opened_already");
    const opening = await openingOf(tx, context, point);
    if (!opening.ok) return opening;
    if (!(await arePhotos(tx, body.photos))) return refuse("site_photo_unknown");
    const decision = body.decision && (await decisionOf(tx, body.decision, deps.newId));
    if (decision && !decision.ok) return decision;
    const written = await writeOpening(tx, siteActOf(context, "surveyor"), {
      ...opening.value,
      before: earlier.length,
      decisionId: decision?.value ?? null,
    });
    if (!written) return refuse("site_opened_already");
    const openingId = opening.value.id;
    await writePhotos(tx, deps.newId, [{ of: { openingId }, photos: body.photos }]);
    return done({ openingId });
  }),
);

/** The opening as it will stand, checked; counters with the labels that they have today. */
async function openingOf(
  tx: Tx,
  { body, deps, now }: Pick<Context<typeof recordOpening>, "body" | "deps" | "now">,
  point: SitePoint,
) {
  const counters = await findPointCounters(tx, point.id);
  const opening = {
    openedOn: plainDate(body.openedOn),
    address: tidyText(body.address),
    counterIds: [...new Set(body.counterIds)],
    decal: body.decal,
    decalSince: body.decalSince === null ? null : plainDate(body.decalSince),
    equipment: Object.fromEntries(
      body.equipment.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]),
    ),
  };
  const faults = checkOpening(opening, {
    today: localTime(now).day,
    point,
    counters: new Map(counters.map((counter) => [counter.id, counter])),
  });
  if (faults.length > 0)
    return refuse("opening_invalid", {
      findings: faults.map(({ fault, about }) => `${fault} ${about}`.trim()),
    });
  const { counterIds, ...rest } = opening;
  return done<Omit<NewOpening, "before" | "decisionId">>({
    ...rest,
    id: deps.newId(),
    pointId: point.id,
    unitId: point.unit.id,
    counters: counters.filter(({ id }) => counterIds.includes(id)).map(({ id, label }) => ({ id, label })),
    otherEquipment: body.otherEquipment.trim(),
    present: body.present.trim(),
  });
}

export const withdrawOpeningRoute = bind(withdrawOpening, (context) =>
  context.write(async (tx) => {
    const { actor, params, body, deps, reference } = context;
    const pointId = await pointOfOpening(tx, params.openingId);
    const point = pointId === undefined ? undefined : await findPoint(tx, pointId);
    if (!point) return refuse("not_found");
    if (!recordsAt(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    const withdrawn = await writeSiteWithdrawal(tx, siteActOf(context, "surveyor"), {
      id: deps.newId(),
      of: { openingId: params.openingId },
      reason: body.reason.trim(),
    });
    return withdrawn ? done({}) : refuse("withdrawn_already");
  }),
);
