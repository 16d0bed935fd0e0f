import { previewSuspension } from "#contract/hand-overs.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { previewHandOver } from "../ledgers/in-hand-view.ts";
import { leaverOf } from "./leaver-of.ts";
import { isKnown } from "./suspension-target.ts";

/** What a suspension would take out of somebody's hands now, and who may take it over. */
export const previewSuspensionRoute = bind(previewSuspension, async ({ query, reference, now, read }) => {
  const { target, targetId } = query;
  const found = await read(async (tx, space) => {
    if (!(await isKnown(tx, { reference, space }, target, targetId))) return undefined;
    const where = { reference, space, day: localTime(now).day };
    const leaver = await leaverOf(tx, where, target, targetId);
    return leaver && (await previewHandOver(tx, where, leaver));
  });
  return found ? done(found) : refuse("suspension_target_unknown", { target });
});
