import { BULK_ROWS_MAX, type BulkMove } from "#contract/queue.ts";
import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { rowsFor } from "./bulk-moves.ts";
import styles from "./page.module.css";
import type { Picked } from "./use-picked.ts";

interface Props {
  readonly id: string;
  readonly moves: readonly BulkMove[];
  readonly picked: Picked;
  readonly shown: number;
}

/** What is picked, and what can be done with all of it. */
export function BulkBar({ id, moves, picked, shown }: Props): ReactElement {
  const { work } = useText();
  const [move, setMove] = useState<BulkMove | null>(null);
  const count = picked.rows.length;
  const all = count > 0 && count >= shown;
  return (
    <div className="no-print">
      <div id={id} className={styles["row"]} role="group" aria-label={work.list.chosen(count)}>
        <Checkbox
          size="md"
          label={work.list.chooseAll}
          checked={all}
          indeterminate={!all && count > 0}
          onChange={() => (all ? picked.clear() : picked.all())}
        />
        <span className={styles["quiet"]} role="status">
          {work.list.chosen(count)}
          {count === BULK_ROWS_MAX && `. ${work.list.chosenMax(BULK_ROWS_MAX)}`}
        </span>
        {moves.map((one, index) => {
          const able = rowsFor(one, picked.rows).length;
          return (
            <Button
              key={one}
              size="compact-md"
              variant={index === 0 ? "filled" : "default"}
              disabled={able === 0}
              onClick={() => setMove(one)}
            >
              {work.bulk.button(work.bulk.acts[one], able)}
            </Button>
          );
        })}
      </div>
      <p className={`${styles["quiet"]} ${styles["keys"]}`}>{work.list.keys}</p>
      {move !== null && (
        <BulkDialog move={move} picked={picked.rows} onClose={() => setMove(null)} onSettled={picked.clear} />
      )}
    </div>
  );
}
