import { type RatedDossier, RATING_LEVELS, type RatingLevel, isRatingOpen } from "#domain/dossier/rating.ts";
import { type Instant, addMilliseconds } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { type Db, inSpace } from "#server/db/kysely.ts";
import { loadDossier } from "#server/ledgers/load-dossier.ts";
import { addRating } from "#server/ledgers/rating-ledger.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { type Random, type Weighted, createRandom } from "./random.ts";

/** Of ten citizens so many answer, and what they say. Both are ours: no article counts answers. */
const ANSWER_SHARE = 0.6;
const LEVEL_SHARES: Weighted<RatingLevel> = RATING_LEVELS.map((level) => [
  level,
  { verySatisfied: 50, satisfied: 38, notSatisfied: 12 }[level],
]);
/** Soon after they came home, or in one of the next days. */
const HOURS = { from: 1, to: 72 } as const;
const HOUR_MS = 3_600_000;
/** Apart from the draws of the dossiers: these answers change none of them. */
const SEED_SHIFT = 5_021;

interface Ended {
  readonly id: string;
  readonly status: RatedDossier["status"];
  readonly endedAt: Instant;
}

/**
 * Lets citizens whose matter has ended say how the service was, as the page behind the code of their slip does. An
 * answer that would come after `now` has not come yet.
 * @returns how many answered
 */
export async function rateEnded(
  owner: Db,
  { seed, from, now }: { readonly seed: number; readonly from: Instant; readonly now: Instant },
): Promise<number> {
  const random = createRandom(seed + SEED_SHIFT);
  const answers = (await endedSince(owner, from))
    .flatMap((ended) => answerOf(random, ended))
    .filter(({ at }) => at < now);
  for (const { id, level, at } of answers.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    await inSpace(owner, SPACES[0], { places: [], dossierId: id }, async (tx) => {
      const dossier = await loadDossier(tx, id);
      invariant(dossier, "a dossier of the demo stays where it is");
      await addRating(tx, { dossier, level, now: at });
    });
  }
  return answers.length;
}

function answerOf(random: Random, { id, status, endedAt }: Ended) {
  const answers = random.chance(ANSWER_SHARE);
  const level = random.weighted(LEVEL_SHARES);
  const at = addMilliseconds(endedAt, Math.round(random.between(HOURS.from, HOURS.to) * HOUR_MS));
  return answers && isRatingOpen({ status, endedAt, isImported: false }, at) ? [{ id, level, at }] : [];
}

/** In the order of the codes, which is the same in each building. */
async function endedSince(owner: Db, from: Instant): Promise<readonly Ended[]> {
  const rows = await inSpace(owner, SPACES[0], { places: [] }, (tx) =>
    tx
      .selectFrom("dossier as d")
      .innerJoin("dossier_event as e", "e.dossier_id", "d.id")
      .select((of) => ["d.id", "d.business_status", of.fn.max("e.recorded_at").as("ended_at")])
      .where("d.received_at", ">=", from)
      .where("e.type", "in", ["dossier.returned", "dossier.handedOver", "dossier.withdrawn"])
      .groupBy(["d.id", "d.business_status", "d.code"])
      .orderBy("d.code")
      .execute(),
  );
  return rows.map(({ id, business_status: status, ended_at: endedAt }) => ({
    id,
    status: status as Ended["status"],
    endedAt,
  }));
}
