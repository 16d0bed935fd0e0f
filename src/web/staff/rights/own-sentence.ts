import type { readOwnRights } from "#contract/assignments.ts";
import type { Words } from "#web/text/words.ts";
import type { Tone } from "#web/ui/notice.tsx";
import type { AnswerOf } from "../api.ts";

export type OwnRights = AnswerOf<typeof readOwnRights>;

/**
 * The one thing that a clerk is to know of the own rights, first.
 *
 * @example ownSentence(rights, text).title → "Hôm nay tại …, ông/bà được làm 5 loại việc trong 9 lĩnh vực."
 */
export function ownSentence(
  { unitName, clerk, assignments }: OwnRights,
  { mandates: { own } }: Words,
): { readonly tone: Tone; readonly title: string; readonly hint?: string } {
  if (unitName === null) return { tone: "info", title: own.noCounter };
  if (clerk === null) return { tone: "info", title: own.officer(unitName), hint: own.officerHint };
  if (clerk.suspended) return { tone: "warning", title: own.suspended(unitName) };
  if (clerk.rights.length === 0 && clerk.stops.length > 0)
    return { tone: "warning", title: own.mandatesStopped(unitName) };
  if (clerk.rights.length === 0 && assignments.some(({ revokedAt }) => revokedAt === null))
    return { tone: "info", title: own.mayAssigned(unitName) };
  if (clerk.rights.length === 0) return { tone: "warning", title: own.mayNothing(unitName) };
  const tasks = new Set(clerk.rights.map(({ task }) => task)).size;
  const fields = new Set(clerk.rights.map(({ fieldCode }) => fieldCode)).size;
  return { tone: "success", title: own.may(unitName, tasks, fields) };
}
