import type { QueueRow } from "#contract/queue.ts";
import type { ReactElement } from "react";
import styles from "./dossier-list.module.css";
import { DossierTable } from "./dossier-table.tsx";
import type { Picked } from "./use-picked.ts";
import { useWorkKeys } from "./use-work-keys.ts";

interface Props {
  readonly label: string;
  readonly rows: readonly QueueRow[];
  /** Null where nothing is done with many at once. */
  readonly picked: Picked | null;
  readonly onAct: () => void;
}

/** Open work as a table, on a narrow screen as cards; every row by the keyboard alone. */
export function WorkListView({ label, rows, picked, onAct }: Props): ReactElement {
  const pickAt = (pick: "toggle" | "toggleTo") => (index: number) => {
    const row = rows[index];
    if (row) picked?.[pick](row);
  };
  const keys = useWorkKeys({ onPick: pickAt("toggle"), onPickTo: pickAt("toggleTo"), onAct });
  return (
    <div {...keys} className={styles["list"]}>
      <DossierTable label={label} rows={rows} picked={picked} />
    </div>
  );
}
