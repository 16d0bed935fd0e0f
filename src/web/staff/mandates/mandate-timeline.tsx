import { MANDATE_EVENT_TYPES } from "#domain/mandate/mandate-event.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import type { MandateView } from "./mandate-page.tsx";
import { decisionWords } from "./mandate-words.ts";
import styles from "./mandates.module.css";

/** The life of a mandate in a line of time, the newest on top: what, who, when, by which decision, why. */
export function MandateTimeline({ view }: { readonly view: MandateView }): ReactElement {
  const text = useText();
  return (
    <Panel id="life" title={text.mandates.page.life}>
      <ol className={styles["timeline"]}>
        {view.history.toReversed().map((event) => (
          <Event key={`${event.at} ${event.type}`} event={event} />
        ))}
      </ol>
    </Panel>
  );
}

function Event({ event }: { readonly event: MandateView["history"][number] }): ReactElement {
  const text = useText();
  const { page, events } = text.mandates;
  const { type, at, by, decision, reason } = event;
  // A type that a newer program wrote is shown by its name rather than left out.
  const known = MANDATE_EVENT_TYPES.find((one) => one === type);
  return (
    <li>
      <strong>{known === undefined ? type : events[known]}</strong>
      <p className={styles["note"]}>
        <span lang="vi">{by === "" ? page.bySystem : by}</span>
        {", "}
        <time dateTime={at}>{text.dates.shortMoment(at)}</time>
      </p>
      {decision !== null && (
        <p className={styles["note"]} lang="vi">
          {page.byDecision(decisionWords(decision, text))}
        </p>
      )}
      {reason !== "" && <p className={styles["why"]}>{page.reason(reason)}</p>}
    </li>
  );
}
