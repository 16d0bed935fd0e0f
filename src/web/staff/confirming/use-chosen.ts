import type { AwaitedRow } from "#contract/confirming.ts";
import { CONFIRMED_AT_ONCE_MAX } from "#domain/dossier/confirmation.ts";
import { useState } from "react";

export interface Chosen {
  readonly has: (row: AwaitedRow) => boolean;
  /** Why a row cannot be confirmed by this person now; null when it can. */
  readonly barredBy: (row: AwaitedRow) => string | null;
  /** The chosen rows as they stand in the list now: what left it, or may be confirmed no more, is chosen no more. */
  readonly rows: readonly AwaitedRow[];
  readonly toggle: (row: AwaitedRow) => void;
  readonly chooseAll: (rows: readonly AwaitedRow[]) => void;
  readonly clear: () => void;
}

/**
 * The rows that are to be confirmed together. A row is chosen in the version that was seen: when the list is read again
 * and the dossier has changed, nobody confirms unseen what it has become.
 */
export function useChosen(listed: readonly AwaitedRow[], barredBy: Chosen["barredBy"]): Chosen {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const isChoosable = (row: AwaitedRow) => barredBy(row) === null;
  const rows = listed.filter((row) => keys.has(keyOf(row)) && isChoosable(row));
  return {
    has: (row) => keys.has(keyOf(row)) && isChoosable(row),
    barredBy,
    rows,
    toggle: (row) => {
      if (!isChoosable(row)) return;
      const next = new Set(rows.map(keyOf));
      if (!next.delete(keyOf(row)) && next.size < CONFIRMED_AT_ONCE_MAX) next.add(keyOf(row));
      setKeys(next);
    },
    chooseAll: (all) => setKeys(new Set(all.filter(isChoosable).slice(0, CONFIRMED_AT_ONCE_MAX).map(keyOf))),
    clear: () => setKeys(new Set()),
  };
}

function keyOf({ dossierId, version }: AwaitedRow): string {
  return `${dossierId} ${version}`;
}
