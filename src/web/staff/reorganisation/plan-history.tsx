import type { ReactElement } from "react";
import { SUCCESSION_KINDS } from "#domain/unit/succession.ts";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import type { ReorganisationView } from "./reorganisation-page.tsx";
import styles from "./reorganisation.module.css";

interface Props {
  readonly view: ReorganisationView;
}

/** Who did what with the plan, the first first. */
export function PlanHistory({ view }: Props): ReactElement {
  const { reorganisation, dates } = useText();
  const { page } = reorganisation;
  const events: Readonly<Record<string, string>> = page.events;
  return (
    <Panel id="history" title={page.history}>
      <ul className={styles["chips"]}>
        {view.history.map((event) => (
          <li key={`${event.type} ${event.at}`} className={styles["chip"]}>
            <span>
              <strong>{events[event.type] ?? event.type}</strong>
              {event.reason !== "" && `: ${event.reason}`}
            </span>
            <span className={styles["quiet"]}>
              {event.by ?? page.program}, {dates.moment(event.at)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who goes on for whom since the plan was applied. */
export function SuccessionTable({ view }: Props): ReactElement {
  const { page } = useText().reorganisation;
  const kindOf = (kind: string) => {
    const known = SUCCESSION_KINDS.find((one) => one === kind);
    return known ? page.kinds[known] : kind;
  };
  return (
    <Panel id="successions" title={page.successions}>
      <div
        className={`${styles["grid"]} ${styles["moves"]}`}
        role="region"
        aria-label={page.successions}
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{page.kind}</th>
              <th scope="col">{page.from}</th>
              <th scope="col">{page.to}</th>
            </tr>
          </thead>
          <tbody>
            {view.successions.map((line, index) => (
              <tr key={`${index} ${line.predecessor}`}>
                <td>{kindOf(line.kind)}</td>
                <td lang="vi">{line.predecessor}</td>
                <td lang="vi">{line.successor}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
