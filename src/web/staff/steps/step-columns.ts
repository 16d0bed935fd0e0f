/** What of a step its place in the drawing follows from. */
interface Ordered {
  readonly key: string;
  readonly after: readonly string[];
}

/** The order of steps as a drawing shows it. */
export interface StepColumns<Step extends Ordered> {
  /** From left to right: what stands in one column can run side by side. */
  readonly columns: readonly (readonly Step[])[];
  /** Steps that wait for themselves, or for one that does: they have no place. */
  readonly placeless: readonly Step[];
}

/**
 * Puts each step into the first column that comes after all those that it waits for. One that names a step nobody knows
 * is placed as if it had not.
 * @example appraise, consult (both after receive), decide (after both) → [[receive], [appraise, consult], [decide]]
 */
export function stepColumns<Step extends Ordered>(steps: readonly Step[]): StepColumns<Step> {
  const known = new Set(steps.map(({ key }) => key));
  const placed = new Set<string>();
  const columns: (readonly Step[])[] = [];
  for (let left = steps; left.length > 0; ) {
    const ready = left.filter(({ after }) => after.every((key) => !known.has(key) || placed.has(key)));
    if (ready.length === 0) return { columns, placeless: left };
    columns.push(ready);
    for (const { key } of ready) placed.add(key);
    left = left.filter((step) => !ready.includes(step));
  }
  return { columns, placeless: [] };
}
