interface Step<T> {
  readonly from: T;
  readonly to: T;
}

/**
 * The steps that lie on a circle, also one that leads from a thing to itself, in the order given. The time grows with
 * the number of steps alone, since a file may hold any number of them.
 * @example stepsOnCircles([{ from: "A", to: "B" }, { from: "B", to: "A" }, { from: "B", to: "C" }]) → the first two
 */
export function stepsOnCircles<T, S extends Step<T>>(steps: readonly S[]): readonly S[] {
  const ends = new Map<T, T[]>();
  const starts = new Map<T, T[]>();
  for (const { from, to } of steps) {
    push(ends, from, to);
    push(starts, to, from);
  }
  // Kosaraju: walked back in the order in which the way there was finished, each walk stays within one circle.
  const circleOf = new Map<T, number>();
  const finished = finishingOrder(ends);
  for (const [number, thing] of finished.reverse().entries()) {
    const waiting = [thing];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (circleOf.has(next)) continue;
      circleOf.set(next, number);
      waiting.push(...(starts.get(next) ?? []));
    }
  }
  return steps.filter(({ from, to }) => circleOf.get(from) === circleOf.get(to));
}

/** Everything that a step touches, each after all that can be reached from it, but for circles. */
function finishingOrder<T>(ends: ReadonlyMap<T, readonly T[]>): T[] {
  const order: T[] = [];
  const seen = new Set<T>();
  for (const start of ends.keys()) {
    const way = [{ thing: start, at: 0 }];
    if (seen.has(start)) continue;
    seen.add(start);
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const next = ends.get(last.thing)?.[last.at];
      last.at += 1;
      if (next === undefined) {
        order.push(last.thing);
        way.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        way.push({ thing: next, at: 0 });
      }
    }
  }
  return order;
}

function push<T>(lists: Map<T, T[]>, key: T, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
