import { listGaps } from "#contract/figures.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findGiven } from "./figures-store.ts";
import { gapViews } from "./gap-view.ts";

/** Where the post holds nothing on days from today on, although it did before; of one unit, or of all. */
export const listGapsRoute = bind(listGaps, async ({ query, reference, now, read }) => {
  const given = await read((tx) => findGiven(tx, query.unitId));
  return done({ gaps: gapViews(given, reference, localTime(now).day) });
});
