import type { PlaceListRow } from "#contract/places.ts";
import { PARENT_FIELD } from "#domain/unit/place.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { daysInWords, stateOn } from "./place-words.ts";
import styles from "./places.module.css";

interface Props {
  readonly label: string;
  readonly rows: readonly PlaceListRow[];
  /** The day on which one looks. */
  readonly day: string;
  readonly chosen: string | null;
  readonly onOpen: (key: string) => void;
}

/** Places as lines. The arrow keys go from line to line, Enter opens. */
export function PlaceList({ label, rows, day, chosen, onOpen }: Props): ReactElement {
  const keys = useRowKeys<HTMLUListElement>();
  return (
    <ul {...keys} className={styles["list"]} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <button
            type="button"
            data-opener
            className={styles["line"]}
            aria-current={row.key === chosen ? "true" : undefined}
            onClick={() => onOpen(row.key)}
          >
            <span className={styles["name"]} lang="vi">
              {row.name}
            </span>
            <PlaceMark row={row} day={day} />
            <Below row={row} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Below({ row }: { readonly row: PlaceListRow }): ReactElement {
  const text = useText();
  const field = PARENT_FIELD[row.kind];
  const above = field === null ? row.values.address : row.names[row.values[field] ?? ""];
  return (
    <>
      <span className={styles["above"]} lang="vi">
        {above ?? row.key}
      </span>
      <span className={styles["days"]}>{daysInWords(row, text)}</span>
    </>
  );
}

export function PlaceMark({ row, day }: { readonly row: PlaceListRow; readonly day: string }): ReactElement {
  const text = useText();
  const state = stateOn(row, day);
  const tones = { open: "success", closed: "quiet", coming: "info" } as const;
  return <Mark tone={tones[state]}>{text.places.list[state]}</Mark>;
}
