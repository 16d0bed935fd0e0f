import type { GapView } from "#contract/figures.ts";
import { TASKS, type Task } from "#domain/mandate/mandate.ts";

/** The same days at the same unit: tasks that lapse for the same fields. */
export interface GapGroup {
  readonly key: string;
  readonly unit: GapView["unit"];
  readonly from: string;
  readonly to: string | null;
  readonly tasks: readonly Task[];
  readonly fields: readonly GapView["field"][];
}

/**
 * Gaps said once: a mandate that ends leaves as many gaps as it has tasks and fields, and one new mandate fills them.
 * @example groupGaps(gaps)[0] → { unit, from: "2027-01-01", to: null, tasks: ["guide", "receive"], fields: [two] }
 */
export function groupGaps(gaps: readonly GapView[]): readonly GapGroup[] {
  const bySpan = gather(gaps, ({ unit, from, to, field }) => [unit.id, from, to, field.id]);
  const byTasks = gather(bySpan, (same) => [same[0]?.unit.id, same[0]?.from, same[0]?.to, tasksOf(same)]);
  return byTasks.flatMap((groups) => {
    const first = groups[0]?.[0];
    if (!first) return [];
    const { unit, from, to } = first;
    const tasks = tasksOf(groups[0] ?? []);
    const fields = groups.flatMap((same) => same[0]?.field ?? []);
    return {
      key: [unit.id, from, to, ...tasks].join(" "),
      unit,
      from,
      to,
      tasks,
      fields: fields.toSorted((a, b) => a.name.localeCompare(b.name, "vi")),
    };
  });
}

function tasksOf(gaps: readonly GapView[]): readonly Task[] {
  return TASKS.filter((task) => gaps.some((gap) => gap.task === task));
}

function gather<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => unknown): readonly Thing[][] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = JSON.stringify(keyOf(thing));
    const known = groups.get(key);
    if (known) known.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}
