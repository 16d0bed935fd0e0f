import { listGaps } from "#contract/figures.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findGiven } from "./figures-store.ts";
import { gapViews } from "./gap-view.ts";
import { mayTouchUnit } from "./mandate-act.ts";

/**
 * Where the post holds nothing on days from today on, although it did before; of one unit, or of all that this person
 * deals with.
 */
export const listGapsRoute = bind(listGaps, async ({ query, actor, reference, now, read }) => {
  const all = await read((tx) => findGiven(tx, query.unitId));
  const given = all.filter(({ unitId }) => mayTouchUnit(actor, unitId));
  return done({ gaps: gapViews(given, reference, localTime(now).day) });
});
