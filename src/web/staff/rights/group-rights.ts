import type { ClerkView } from "#contract/assignments.ts";
import { TASKS, type Task } from "#domain/mandate/mandate.ts";

type Right = ClerkView["rights"][number];

/** Fields in which the same may be done, by the same decision, for the same time. */
export interface RightGroup extends Pick<Right, "decision" | "until" | "awaitsConfirmation"> {
  readonly tasks: readonly Task[];
  /** Names of fields, in the order of the alphabet. */
  readonly fields: readonly string[];
}

/**
 * What a clerk may do, said once: a decision as a rule gives the same tasks for many fields, and nobody reads them
 * eleven times.
 * @example groupRights(rights)[0] → { tasks: ["guide", "receive"], fields: ["Chứng thực", "Hộ tịch"], … }
 */
export function groupRights(rights: readonly Right[]): readonly RightGroup[] {
  const byField = gather(
    rights,
    ({ fieldCode, decision, until, awaitsConfirmation }) => [fieldCode, decision, until, awaitsConfirmation],
    (same) => same,
  );
  const groups = gather(
    byField,
    (same) => [tasksOf(same), same[0]?.decision, same[0]?.until, same[0]?.awaitsConfirmation],
    (same) => same.flat(),
  );
  return groups.flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { decision, until, awaitsConfirmation } = first;
    const fields = [...new Set(same.map(({ fieldName }) => fieldName))];
    return {
      tasks: tasksOf(same),
      fields: fields.toSorted((a, b) => a.localeCompare(b, "vi")),
      decision,
      until,
      awaitsConfirmation,
    };
  });
}

function tasksOf(rights: readonly Right[]): readonly Task[] {
  return TASKS.filter((task) => rights.some((right) => right.task === task));
}

/** Things of one key together, in the order in which the first of each came. */
function gather<Thing, Group>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => unknown,
  join: (same: readonly Thing[]) => Group,
): readonly Group[] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = JSON.stringify(keyOf(thing));
    const known = groups.get(key);
    if (known) known.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()].map(join);
}
