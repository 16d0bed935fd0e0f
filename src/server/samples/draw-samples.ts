import { drawSamples } from "#contract/samples.ts";
import { SAMPLING, chooseSample } from "#domain/mandate/sampling.ts";
import { type Instant, addMilliseconds, instantAt, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { type Db, type Space, type Tx, inSpace } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { sha256 } from "../keys/key-ring.ts";
import { nextRandom } from "../keys/random-block.ts";
import { type DrawableAct, writeDraw } from "../ledgers/sample-ledger.ts";
import { judgingUnits } from "./judging-units.ts";
import { findDrawable, findSupervisedUnits } from "./store.ts";

const SEED_BYTES = 16;

/**
 * Draws, for every day of a unit that is over and that nobody has drawn, the acts under supervision that are looked at.
 * Done again it draws nothing: a day is drawn once. The seed is taken from the system's randomness only now, when the
 * day is over, and kept: nobody could foresee the choice, and everybody can repeat it.
 */
async function drawUnit(tx: Tx, unitId: string, now: Instant) {
  const today = localTime(addMilliseconds(now, -SAMPLING.settleMinutes * 60_000)).day;
  const found = await findDrawable(tx, {
    unitId,
    since: instantAt(addDays(today, -SAMPLING.lookBackDays), 0),
    before: instantAt(today, 0),
  });
  const days = [...new Set(found.map(({ day }) => day))].toSorted();
  let chosen = 0;
  for (const day of days) {
    const acts = found.filter((act) => act.day === day);
    chosen += (await drawDay(tx, { unitId, day, now }, acts)) ?? 0;
  }
  return { days: days.length, chosen };
}

/** @returns how many acts were chosen; undefined when somebody else has drawn the day */
async function drawDay(
  tx: Tx,
  { unitId, day, now }: { readonly unitId: string; readonly day: PlainDate; readonly now: Instant },
  acts: readonly Omit<DrawableAct, "rank">[],
): Promise<number | undefined> {
  const seed = Buffer.from(nextRandom(SEED_BYTES));
  const chosen = chooseSample(acts.map((act) => ({ ...act, rank: rankOf(seed, act) })));
  const { percent, least } = SAMPLING;
  const drawn = await writeDraw(tx, { unitId, day, seed, percent, least, acts: acts.length, chosen, now });
  return drawn ? chosen.length : undefined;
}

/** SHA-256 of the seed and the act's place in the ledger, as hexadecimal digits. */
export function rankOf(
  seed: Buffer,
  { dossierId, seq }: { readonly dossierId: string; readonly seq: number },
): string {
  return sha256(Buffer.concat([seed, Buffer.from(`${dossierId}:${seq}`)])).toString("hex");
}

/** Every unit of a space; the hourly round calls it, and the first round after a day is over finds something to do. */
export async function drawSpace(db: Db, space: Space, now: Instant): Promise<void> {
  const units = await inSpace(db, space, { places: [] }, findSupervisedUnits);
  for (const unitId of units)
    await inSpace(db, space, { places: [unitId] }, (tx) => drawUnit(tx, unitId, now));
}

/** The same for the units whose acts this person judges, so that nobody waits for the round. */
export const drawSamplesRoute = bind(drawSamples, ({ actor, reference, now, write }) =>
  write(async (tx) => {
    const sum = { days: 0, chosen: 0 };
    for (const unitId of judgingUnits(actor, reference)) {
      const drawn = await drawUnit(tx, unitId, now);
      sum.days += drawn.days;
      sum.chosen += drawn.chosen;
    }
    return done(sum);
  }),
);
