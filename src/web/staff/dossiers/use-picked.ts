import { BULK_ROWS_MAX, type QueueRow } from "#contract/queue.ts";
import { useState } from "react";

export interface Picked {
  readonly has: (row: QueueRow) => boolean;
  /** The picked rows as they stand in the list now: what left it, or changed, is picked no more. */
  readonly rows: readonly QueueRow[];
  readonly toggle: (row: QueueRow) => void;
  /** Picks all from the row that was toggled last up to this one. */
  readonly toggleTo: (row: QueueRow) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/**
 * The rows that something is to be done with together. A row is picked in the version that was seen: when the list is
 * read again and the dossier has changed, nobody acts unseen on what it has become.
 */
export function usePicked(listed: readonly QueueRow[]): Picked {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const has = (row: QueueRow) => keys.has(keyOf(row));
  const rows = listed.filter(has);
  const keep = (wanted: readonly QueueRow[]) => setKeys(new Set(wanted.slice(0, BULK_ROWS_MAX).map(keyOf)));
  return {
    has,
    rows,
    toggle: (row) => {
      keep(has(row) ? rows.filter((one) => one !== row) : [...rows, row]);
      setAnchor(keyOf(row));
    },
    toggleTo: (row) => {
      const from = listed.findIndex((one) => keyOf(one) === anchor);
      const to = listed.indexOf(row);
      const between = from < 0 ? [row] : listed.slice(Math.min(from, to), Math.max(from, to) + 1);
      keep([...rows, ...between.filter((one) => !has(one))]);
    },
    all: () => keep(listed),
    clear: () => keep([]),
  };
}

function keyOf({ dossierId, version }: QueueRow): string {
  return `${dossierId} ${version}`;
}
