/** What one scan of a count amounts to. */
export interface Scan {
  /** As it was scanned. */
  readonly code: string;
  /** The same for two scans of one label, however it was typed. */
  readonly key: string;
  /** What bears this code, and whether the ledger has it at the place that is counted, be it in a packet there. */
  readonly things: readonly { readonly id: string; readonly isHere: boolean }[];
}

/** What a count says of a place. */
export interface Stock {
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** Lies here, and the ledger says it is somewhere else. */
  readonly elsewhere: readonly string[];
  /** Codes that nothing has. */
  readonly unknown: readonly string[];
  /** Codes that were scanned more than once; they count once. */
  readonly twice: readonly string[];
}

/**
 * Compares what should lie at a place with what was scanned there. The code of a dossier on a slip stands for its papers
 * at this place, and only for those elsewhere when none is here.
 *
 * @param expected what the ledger has at the place itself; what is in a packet there is counted with the packet
 * @rule STOCK-01
 * @example compareStock(["a", "b"], [{ code: "B1", key: "B1", things: [{ id: "a", isHere: true }] }]).missing → ["b"]
 */
export function compareStock(expected: readonly string[], scans: readonly Scan[]): Stock {
  const byKey = new Map<string, Scan[]>();
  for (const scan of scans) byKey.set(scan.key, [...(byKey.get(scan.key) ?? []), scan]);
  const once = [...byKey.values()].flatMap(([first]) => first ?? []);
  const seen = new Set(once.flatMap(({ things }) => things.map(({ id }) => id)));
  const strays = once.filter(({ things }) => things.length > 0 && things.every(({ isHere }) => !isHere));
  return {
    found: expected.filter((id) => seen.has(id)),
    missing: expected.filter((id) => !seen.has(id)),
    elsewhere: [...new Set(strays.flatMap(({ things }) => things.map(({ id }) => id)))],
    unknown: once.flatMap(({ code, things }) => (things.length === 0 ? [code] : [])),
    twice: [...byKey.values()].flatMap(([first, ...more]) => (first && more.length > 0 ? [first.code] : [])),
  };
}
