import type { BoardView } from "#contract/board.ts";
import type { QueueFilter } from "#contract/queue.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { decimalWords } from "../figure-words.ts";
import styles from "./board.module.css";

interface Props {
  readonly board: BoardView;
  readonly onOpen: (filter: QueueFilter) => void;
}

/** What falls due on each of the next working days against the people there are: as a bar and in figures. */
export function BoardForecast({ board, onOpen }: Props): ReactElement | null {
  const text = useText();
  const { work, dates } = text;
  const words = work.board;
  const most = Math.max(1, ...board.forecast.map(({ due }) => due));
  if (board.forecast.length === 0) return null;
  return (
    <Panel title={words.forecast}>
      <div className={styles["scroll"]}>
        <table className={styles["table"]} aria-label={words.forecast}>
          <thead>
            <tr>
              <th scope="col">{words.forecastColumns.day}</th>
              <th scope="col">{words.forecastColumns.due}</th>
              <th scope="col" className={styles["barHead"]} aria-hidden="true" />
              <th scope="col">{words.forecastColumns.people}</th>
              <th scope="col">{words.forecastColumns.each}</th>
            </tr>
          </thead>
          <tbody>
            {board.forecast.map(({ day, due, people }) => (
              <tr key={day}>
                <th scope="row">{dates.day(day)}</th>
                <td>
                  {due === 0 ? (
                    <span className={styles["none"]}>0</span>
                  ) : (
                    <button
                      type="button"
                      className={styles["figure"]}
                      aria-label={words.open(due, dates.day(day))}
                      onClick={() => onOpen({ day })}
                    >
                      {due}
                    </button>
                  )}
                </td>
                <td aria-hidden="true">
                  <span className={styles["bar"]} style={{ inlineSize: `${(due / most) * 100}%` }} />
                </td>
                <td>{people}</td>
                <td>{people === 0 ? words.noPeople : decimalWords(due / people, text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
