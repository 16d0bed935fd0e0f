import type { AwaitedRow } from "#contract/confirming.ts";
import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { correctedWords } from "../dossiers/corrected-words.ts";
import { SaidWords } from "../dossiers/said-words.tsx";
import look from "#web/ui/rows.module.css";
import styles from "./confirming.module.css";
import { useBoardKeys } from "./use-board-keys.ts";
import type { Chosen } from "./use-chosen.ts";
import { useKeptPlace } from "./use-kept-place.ts";

interface Props {
  readonly rows: readonly AwaitedRow[];
  readonly openedId: string | null;
  readonly onOpen: (row: AwaitedRow) => void;
  /** Opens the row, if it is not, and goes on in what it opened. */
  readonly onEnter: (row: AwaitedRow) => void;
  /** Null where nothing is confirmed: the list of those who wait. */
  readonly chosen: Chosen | null;
  readonly onConfirm: () => void;
}

/** What waits, a row each: whose it is, who did it, how long it has waited, and the last words about it. */
export function AwaitedList({ rows, openedId, onOpen, onEnter, chosen, onConfirm }: Props): ReactElement {
  const text = useText();
  const keys = useBoardKeys({
    onToggle: (index) => {
      const row = rows[index];
      if (row) chosen?.toggle(row);
    },
    onEnter: (index) => {
      const row = rows[index];
      if (row) onEnter(row);
    },
    onConfirm,
  });
  const onFocus = useKeptPlace(
    rows.map(({ dossierId }) => dossierId),
    (dossierId) => document.getElementById(openerId({ dossierId })),
  );
  return (
    <ul {...keys} onFocus={onFocus} className={styles["rows"]} aria-label={text.confirming.list}>
      {rows.map((row) => (
        <li key={row.dossierId} className={styles["rowItem"]} data-opened={row.dossierId === openedId}>
          <span className={styles["check"]}>
            {chosen && (
              <Checkbox
                aria-label={text.confirming.choose(row.code)}
                checked={chosen.has(row)}
                disabled={chosen.barredBy(row) !== null}
                onChange={() => chosen.toggle(row)}
              />
            )}
          </span>
          <RowBody
            row={row}
            opened={row.dossierId === openedId}
            barredBy={chosen?.barredBy(row) ?? null}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}

/** The id of what opens a row. */
export function openerId({ dossierId }: Pick<AwaitedRow, "dossierId">): string {
  return `open-${dossierId}`;
}

interface RowProps {
  readonly row: AwaitedRow;
  readonly opened: boolean;
  /** Why this person cannot confirm it, when that is so. */
  readonly barredBy: string | null;
  readonly onOpen: (row: AwaitedRow) => void;
}

function RowBody({ row, opened, barredBy, onOpen }: RowProps): ReactElement {
  const text = useText();
  const { confirming } = text;
  const papers = row.act === "receive" ? confirming.papers(row.papers) : confirming.results(row.papers);
  return (
    <div className={styles["body"]}>
      <div className={styles["topLine"]}>
        <button
          type="button"
          data-opener
          id={openerId(row)}
          className={look["opener"]}
          aria-expanded={opened}
          onClick={() => onOpen(row)}
        >
          {row.code}
        </button>
        <Mark tone={row.status === "handedBack" ? "warning" : "info"}>
          {row.status === "awaitingConfirmation" ? confirming.acts[row.act] : confirming.states[row.status]}
        </Mark>
        <span className={styles["waiting"]}>{confirming.minutes(row.minutesWaiting)}</span>
      </div>
      <div>
        <p lang="vi">
          <strong>{row.applicantName}</strong>
        </p>
        <p lang="vi">{row.procedureName}</p>
      </div>
      <div>
        <p className={look["quiet"]} lang="vi">
          {[row.clerk, row.counter].filter(Boolean).join(" · ")}
        </p>
        <p className={look["quiet"]}>{papers}</p>
        {barredBy !== null && <p className={look["quiet"]}>{barredBy}</p>}
      </div>
      {row.corrected.length > 0 && <p className={styles["words"]}>{correctedWords(row.corrected, text)}</p>}
      {row.words !== null && (
        <p className={styles["words"]} lang="vi">
          {row.corrected.length > 0 ? <SaidWords>{row.words}</SaidWords> : row.words}
        </p>
      )}
    </div>
  );
}
