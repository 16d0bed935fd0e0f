import type { DossierRow } from "#contract/dossiers.ts";
import type { ReactElement } from "react";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import styles from "./dossier-list.module.css";
import { DossierTable } from "./dossier-table.tsx";

interface Props {
  readonly label: string;
  readonly rows: readonly DossierRow[];
  /** Instead of opening the page of the dossier. */
  readonly onOpen?: ((row: DossierRow) => void) | undefined;
}

/** Dossiers that were found or wait, to be looked at one by one. The arrow keys go from row to row, Enter opens. */
export function DossierList({ label, rows, onOpen }: Props): ReactElement {
  const keys = useRowKeys<HTMLDivElement>();
  return (
    <div {...keys} className={styles["list"]}>
      <DossierTable label={label} rows={rows} onOpen={onOpen} picked={null} />
    </div>
  );
}
