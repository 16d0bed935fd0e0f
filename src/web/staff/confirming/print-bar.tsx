import type { ReceiptDueRow } from "#contract/confirming.ts";
import { RECEIPTS_AT_ONCE_MAX } from "#contract/intake.ts";
import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import look from "#web/ui/rows.module.css";
import { receiptsLink } from "../dossiers/file-link.ts";
import styles from "./confirming.module.css";

export interface ToPrint {
  /** The chosen slips that still are to be given. */
  readonly ids: readonly string[];
  readonly toggle: (dossierId: string) => void;
  readonly chooseAll: (rows: readonly ReceiptDueRow[]) => void;
  readonly clear: () => void;
}

/** The slips that are to be printed together; what left the list is chosen no more. */
export function useToPrint(listed: readonly ReceiptDueRow[]): ToPrint {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = listed.map(({ dossierId }) => dossierId).filter((id) => chosen.includes(id));
  return {
    ids,
    toggle: (id) => {
      if (ids.includes(id)) setChosen(ids.filter((one) => one !== id));
      else if (ids.length < RECEIPTS_AT_ONCE_MAX) setChosen([...ids, id]);
    },
    chooseAll: (rows) => setChosen(rows.slice(0, RECEIPTS_AT_ONCE_MAX).map(({ dossierId }) => dossierId)),
    clear: () => setChosen([]),
  };
}

interface Props {
  readonly shown: readonly ReceiptDueRow[];
  readonly toPrint: ToPrint;
}

/** Chooses slips and opens them as one document, to be printed in one go. */
export function PrintBar({ shown, toPrint }: Props): ReactElement {
  const text = useText();
  const { receipts } = text.confirming;
  const count = toPrint.ids.length;
  const all = shown.length > 0 && count >= Math.min(shown.length, RECEIPTS_AT_ONCE_MAX);
  const words = receipts.printChosen(count);
  const icon = <Icon name="print" size={16} />;
  return (
    <div className={`${styles["bar"]} ${styles["chooseBar"]}`}>
      <Checkbox
        label={text.confirming.chooseAll}
        checked={all}
        indeterminate={!all && count > 0}
        disabled={shown.length === 0}
        onChange={() => (all ? toPrint.clear() : toPrint.chooseAll(shown))}
      />
      <span className={look["quiet"]} role="status">
        {text.confirming.chosen(count)}
        {count === RECEIPTS_AT_ONCE_MAX && `. ${receipts.printMax(RECEIPTS_AT_ONCE_MAX)}`}
      </span>
      {count === 0 ? (
        <Button variant="default" disabled leftSection={icon}>
          {words}
        </Button>
      ) : (
        <Button
          component="a"
          variant="default"
          href={receiptsLink(toPrint.ids)}
          target="_blank"
          rel="noreferrer"
          leftSection={icon}
        >
          {words}
        </Button>
      )}
    </div>
  );
}
