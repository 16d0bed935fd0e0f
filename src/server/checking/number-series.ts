type Run = [number, number];

/**
 * Which numbers of a series were given, kept as runs: as long as they come more or less in order, a million of them take
 * as little room as ten.
 */
export class NumberSeries {
  readonly #runs: Run[] = [];

  add(number: number): void {
    const last = this.#runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else this.#runs.push([number, number]);
  }

  /** Numbers from `from` to `to` that were not given, in order. @example 1, 2, 5 of 1 to 6 → [[3, 4], [6, 6]] */
  missing(from: number, to: number): readonly (readonly [number, number])[] {
    const gaps: [number, number][] = [];
    let next = from;
    for (const [first, last] of this.#inOrder()) {
      if (first > to) break;
      if (first > next) gaps.push([next, first - 1]);
      next = Math.max(next, last + 1);
    }
    if (next <= to) gaps.push([next, to]);
    return gaps;
  }

  /** Numbers that were given more than once. */
  doubled(): readonly (readonly [number, number])[] {
    const doubles: [number, number][] = [];
    let until = 0;
    for (const [first, last] of this.#inOrder()) {
      if (first <= until) doubles.push([first, Math.min(last, until)]);
      until = Math.max(until, last);
    }
    return doubles;
  }

  /** The highest; 0 before the first. */
  get highest(): number {
    return this.#runs.reduce((most, [, last]) => Math.max(most, last), 0);
  }

  #inOrder(): readonly Run[] {
    return this.#runs.toSorted(([one], [other]) => one - other);
  }
}
