/** What may have an heir: where one-stop service happens, and the agencies above it. */
export const SUCCESSION_KINDS = ["agency", "oneStopUnit", "receptionPoint", "counter"] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** One place that ended, and the one that goes on with what was open there. */
export interface Succession {
  readonly predecessorId: string;
  readonly successorId: string;
}

/** Who goes on for whom, over any number of reorganisations. */
export interface Lineage {
  /** The place that answers today for what was begun at this one: itself while nobody has succeeded it. */
  readonly heirOf: (id: string) => string;
  /** Every place for which this one answers today, itself first. Empty for a place that has an heir of its own. */
  readonly lineOf: (id: string) => readonly string[];
}

/** Nobody has succeeded anybody: the one lineage that needs no looking up. */
export const NO_LINEAGE: Lineage = { heirOf: (id) => id, lineOf: (id) => [id] };

/**
 * The lineage of places. A place has at most one successor, so that everything that is open there has exactly one
 * heir; a unit that was split names its main heir. No row of a ledger moves: a dossier stays where it was received, and
 * this says who answers for it today.
 *
 * A circle cannot be written (`checkReorganisation`); if one stood there all the same, its members would answer for
 * themselves rather than hang the program.
 *
 * @rule UNIT-02
 * @example lineageOf([{ predecessorId: "a", successorId: "b" }, { predecessorId: "b", successorId: "c" }]).heirOf("a") → "c"
 */
export function lineageOf(successions: readonly Succession[]): Lineage {
  if (successions.length === 0) return NO_LINEAGE;
  const next = new Map(successions.map(({ predecessorId, successorId }) => [predecessorId, successorId]));
  const heirs = new Map([...next.keys()].map((id) => [id, lastOf(id, next)]));
  const lines = new Map<string, string[]>();
  for (const [id, heir] of heirs) {
    if (heir === id) continue;
    const line = lines.get(heir) ?? [heir];
    lines.set(heir, [...line, id]);
  }
  const heirOf = (id: string) => heirs.get(id) ?? id;
  return {
    heirOf,
    lineOf: (id) => lines.get(id) ?? (heirOf(id) === id ? [id] : []),
  };
}

function lastOf(start: string, next: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = start;
  for (let heir = next.get(at); heir !== undefined; heir = next.get(at)) {
    if (seen.has(at)) return start;
    seen.add(at);
    at = heir;
  }
  return at;
}
