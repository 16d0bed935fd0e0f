import type { AccountEventView, PersonView } from "#contract/people.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TRAINING_TONES } from "./people-words.ts";
import styles from "./people.module.css";

interface Props {
  readonly view: PersonView;
}

/** Training by field, with what it is worth today. */
export function PersonTrainings({ view }: Props): ReactElement {
  const { people, training, dates } = useText();
  const { page } = people;
  return (
    <Panel id="trainings" title={page.trainings}>
      {view.trainings.length === 0 && <p className={styles["quiet"]}>{page.trainingsNone}</p>}
      <ul className={styles["lines"]}>
        {view.trainings.map((held) => (
          <li key={`${held.fieldName} ${held.heldOn} ${held.state}`}>
            <div className={styles["between"]}>
              <div>
                <span lang="vi">{held.fieldName}</span>
                <span className={styles["under"]}>
                  {dates.shortDay(held.heldOn)},{" "}
                  {held.validTo === null
                    ? training.people.noEnd
                    : training.people.until(dates.shortDay(held.validTo))}
                </span>
              </div>
              <Mark tone={TRAINING_TONES[held.state]}>{training.states[held.state]}</Mark>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function PersonSuspensions({ view }: Props): ReactElement {
  const { people, mandates, dates } = useText();
  const { page } = people;
  const { suspensions: words } = mandates;
  return (
    <Panel id="suspensions" title={page.suspensions}>
      {view.suspensions.length === 0 && <p className={styles["quiet"]}>{page.suspensionsNone}</p>}
      <ul className={styles["lines"]}>
        {view.suspensions.map((one) => (
          <li key={one.from}>
            <p lang="vi">{one.reason}</p>
            <span className={styles["under"]}>
              {words.from(dates.shortMoment(one.from))}
              {one.to !== null && `. ${words.to(dates.shortMoment(one.to))}`}
            </span>
            <span className={styles["under"]}>{page.byDecision(one.decision)}</span>
            {one.handOverId !== null && <HandOverLink handOverId={one.handOverId} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function HandOverLink({ handOverId }: { readonly handOverId: string }): ReactElement {
  const { page } = useText().people;
  return (
    <Link to="/hand-overs/$handOverId" params={{ handOverId }} className={styles["link"]}>
      {page.handOver}
    </Link>
  );
}

/** How the account came to be what it is, the last change first. */
export function PersonHistory({ view }: Props): ReactElement {
  const { page } = useText().people;
  return (
    <Panel id="history" title={page.history}>
      {view.history.length === 0 && <p className={styles["quiet"]}>{page.historyNone}</p>}
      <ol className={styles["lines"]}>
        {view.history.map((event) => (
          <HistoryLine key={event.seq} event={event} />
        ))}
      </ol>
    </Panel>
  );
}

function HistoryLine({ event }: { readonly event: AccountEventView }): ReactElement {
  const { people, lists, dates } = useText();
  const { page, events, at } = people;
  const { post, before, after } = event;
  const day = (value: string | null) => (value === null ? page.noEnd : dates.shortDay(value));
  const isAboutDays = event.type === "account.contractEnded" || event.type === "account.contractExtended";
  return (
    <li>
      <strong>{events[event.type]}</strong>
      {post && (
        <span className={styles["under"]} lang="vi">
          {at(lists.roles[post.role], post.place)}
        </span>
      )}
      {isAboutDays && <span className={styles["under"]}>{page.change(day(before), day(after))}</span>}
      {event.reason !== null && <p lang="vi">{event.reason}</p>}
      <span className={styles["under"]}>
        {event.by}, {dates.shortMoment(event.at)}
      </span>
      {event.handOverId !== null && <HandOverLink handOverId={event.handOverId} />}
    </li>
  );
}
