import { type CounterView, chooseCounter, listCounters } from "#contract/session.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import styles from "./choose-counter.module.css";
import { keepSession, useSession } from "./session.ts";

/** The counters that the person may serve, by reception point; a press sits down at one. */
export function ChooseCounter({ onChosen }: { readonly onChosen: () => void }): ReactElement {
  const text = useText();
  const session = useSession();
  const { data, problem, loading, reload } = useRead(listCounters, {});
  const act = useAct(chooseCounter);

  async function sit(counter: CounterView): Promise<void> {
    const result = await act.send({ body: { counterId: counter.id } });
    if (!result?.ok) return;
    keepSession({ ...session, counter: result.value.counter, counterClosed: false });
    onChosen();
  }

  if (loading) return <LoadingLines lines={6} />;
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data || data.counters.length === 0) {
    return <EmptyState icon="counter" title={text.session.counterNone} hint={text.session.counterNoneHint} />;
  }
  return (
    <>
      {act.problem && <ProblemNotice problem={act.problem} />}
      {groupByPoint(data.counters).map(([point, counters]) => (
        <section key={point} className={styles["point"]} aria-label={point}>
          <h3>{point}</h3>
          <p>{counters[0]?.address}</p>
          <ul>
            {counters.map((counter) => (
              <li key={counter.id}>
                <CounterRow
                  counter={counter}
                  current={counter.id === session.counter?.id}
                  pending={act.pending}
                  first={counter === data.counters[0]}
                  onSit={() => void sit(counter)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps {
  readonly counter: CounterView;
  readonly current: boolean;
  readonly pending: boolean;
  /** Takes the focus, so that Enter sits down at the only or the usual counter. */
  readonly first: boolean;
  readonly onSit: () => void;
}

function CounterRow({ counter, current, pending, first, onSit }: RowProps): ReactElement {
  const text = useText();
  const staffed =
    counter.postOfficeName === null
      ? text.session.counterOfState
      : text.session.counterOfPost(counter.postOfficeName);
  return (
    <div className={styles["counter"]}>
      <span className={styles["words"]}>
        <strong>{counter.label}</strong>
        <span>{counter.unitName}</span>
        <span className={styles["staffed"]}>{staffed}</span>
      </span>
      {current ? (
        <Mark tone="success" icon="success">
          {text.session.counterNow}
        </Mark>
      ) : (
        <Button
          disabled={pending}
          autoFocus={first}
          data-autofocus={first || undefined}
          onClick={onSit}
          aria-label={`${text.session.counterSit}: ${counter.label}`}
        >
          {text.session.counterSit}
        </Button>
      )}
    </div>
  );
}

function groupByPoint(
  counters: readonly CounterView[],
): readonly (readonly [string, readonly CounterView[]])[] {
  const points = new Map<string, CounterView[]>();
  for (const counter of counters) {
    points.set(counter.receptionPoint, [...(points.get(counter.receptionPoint) ?? []), counter]);
  }
  return [...points];
}
