import { listSamples, readSampleResults } from "#contract/samples.ts";
import { errorRate } from "#domain/mandate/error-rate.ts";
import { SAMPLING } from "#domain/mandate/sampling.ts";
import { localTime } from "#domain/shared/instant.ts";
import { addDays, parsePlainDate } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { judgingUnits } from "./judging-units.ts";
import { countByClerk, countByKind, countByMandate, countSamples, findSamples } from "./store.ts";

/** What was drawn at this person's units: to judge, judged, or found wrong. */
export const listSamplesRoute = bind(listSamples, async ({ deps, actor, reference, query, read }) => {
  const unitIds = judgingUnits(actor, reference);
  const { state, after } = query;
  return done(
    await read(async (tx) => ({
      ...(await findSamples(tx, { ring: deps.ring, unitIds, state, after })),
      ...(await countSamples(tx, unitIds)),
    })),
  );
});

/** How many days of results are shown when nobody asks for others. */
const RESULT_DAYS = 90;

/** How often acts were wrong, by clerk, by mandate and by what was wrong, each with its 95 % interval. */
export const readSampleResultsRoute = bind(
  readSampleResults,
  async ({ actor, reference, query, now, read }) => {
    const to = (query.to === undefined ? undefined : parsePlainDate(query.to)) ?? localTime(now).day;
    const asked = query.from === undefined ? undefined : parsePlainDate(query.from);
    const from = asked === undefined || asked > to ? addDays(to, 1 - RESULT_DAYS) : asked;
    const span = { unitIds: judgingUnits(actor, reference), from, to };
    const found = await read(async (tx) => ({
      clerks: await countByClerk(tx, span),
      mandates: await countByMandate(tx, span),
      kinds: await countByKind(tx, span),
    }));
    return done({
      from,
      to,
      percent: SAMPLING.percent,
      least: SAMPLING.least,
      clerks: found.clerks.map(withInterval),
      mandates: found.mandates.map(withInterval),
      kinds: found.kinds,
    });
  },
);

function withInterval<Counts extends { readonly judged: number; readonly wrong: number }>(counts: Counts) {
  const { low, high } = errorRate(counts);
  return { ...counts, low, high };
}
