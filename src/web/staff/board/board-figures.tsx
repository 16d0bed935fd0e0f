import type { BoardView } from "#contract/board.ts";
import type { Overview, QueueFilter } from "#contract/queue.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon, type IconName } from "#web/ui/icons.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { COLUMNS, type Column, type Counts, filterOf, openOf } from "./board-groups.ts";
import styles from "./board.module.css";

interface Props {
  readonly overview: Overview;
  readonly board: BoardView;
  readonly onOpen: (filter: QueueFilter) => void;
}

const ICONS: Readonly<Record<Column, IconName>> = {
  overdue: "error",
  today: "warning",
  week: "clock",
  later: "clock",
  standing: "pause",
};

/** All of it in five figures, then by where it lies, in whose hands, and of which place. */
export function BoardFigures({ overview, board, onOpen }: Props): ReactElement {
  const { lists, work } = useText();
  const words = work.board;
  return (
    <>
      <ul className={styles["tiles"]} aria-label={words.total}>
        {COLUMNS.map((column) => (
          <li key={column} data-column={column} data-some={board.total[column] > 0}>
            <span className={styles["tileName"]}>
              <Icon name={ICONS[column]} size={18} />
              {words.columns[column]}
            </span>
            <Figure column={column} counts={board.total} line={{}} name={words.total} onOpen={onOpen} large />
          </li>
        ))}
      </ul>
      <Group
        title={words.byStatus}
        head={words.name.status}
        onOpen={onOpen}
        lines={board.statuses.map((row) => ({
          name: lists.businessStatuses[row.status].plain,
          counts: row,
          line: { status: row.status },
        }))}
      />
      {board.steps.length > 0 && (
        <Group
          title={words.byStep}
          head={words.name.step}
          onOpen={onOpen}
          lines={board.steps.map((row) => ({ name: row.name, counts: row, line: { step: row.name } }))}
        />
      )}
      <Group
        title={words.byOfficer}
        head={words.name.officer}
        onOpen={onOpen}
        lines={board.officers.map((row) => ({
          name: row.name ?? words.nobody,
          counts: row,
          line: { holder: row.accountId ?? "nobody" },
        }))}
      />
      <Group
        title={words.byPlace[overview]}
        head={words.name.place}
        onOpen={onOpen}
        lines={board.places.map((row) => ({ name: row.name, counts: row, line: { place: row.placeId } }))}
      />
    </>
  );
}

interface Line {
  readonly name: string;
  readonly counts: Counts;
  readonly line: QueueFilter;
}

interface GroupProps {
  readonly title: string;
  readonly head: string;
  readonly lines: readonly Line[];
  readonly onOpen: (filter: QueueFilter) => void;
}

function Group({ title, head, lines, onOpen }: GroupProps): ReactElement {
  const { columns } = useText().work.board;
  return (
    <Panel title={title}>
      <div className={styles["scroll"]}>
        <table className={`${styles["table"]} ${styles["lines"]}`} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines
              .filter(({ counts }) => openOf(counts) > 0)
              .map(({ name, counts, line }) => (
                <tr key={JSON.stringify(line)}>
                  <th scope="row" lang="vi">
                    {name}
                  </th>
                  {COLUMNS.map((column) => (
                    <td key={column} data-column={column} data-some={counts[column] > 0}>
                      <Figure column={column} counts={counts} line={line} name={name} onOpen={onOpen} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

interface FigureProps {
  readonly column: Column;
  readonly counts: Counts;
  readonly line: QueueFilter;
  readonly name: string;
  readonly onOpen: (filter: QueueFilter) => void;
  readonly large?: boolean;
}

/** A figure that opens what it counts; nothing opens nothing. */
function Figure({ column, counts, line, name, onOpen, large = false }: FigureProps): ReactElement {
  const { board } = useText().work;
  const count = counts[column];
  const title = `${name}, ${board.columns[column].toLowerCase()}`;
  if (count === 0) return <span className={large ? styles["large"] : styles["none"]}>0</span>;
  return (
    <button
      type="button"
      className={`${styles["figure"]} ${large ? styles["large"] : ""}`}
      aria-label={board.open(count, title)}
      onClick={() => onOpen(filterOf(column, line))}
    >
      {count}
    </button>
  );
}
