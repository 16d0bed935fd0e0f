import type { PhaseView } from "#contract/programmes.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { periodWords, stateOn } from "./programme-words.ts";
import styles from "./programmes.module.css";
import { timelineOf } from "./timeline.ts";
import { type ProgrammeView, today } from "./use-programmes.ts";

/** Further to the right the number of a year would be cut by the edge: its line alone stands there. */
const YEAR_WITHIN = 90;

/** The phases as bars by date, with the day that one looks at; the same in words below, for whoever sees no picture. */
export function PhaseTimeline({ view }: { readonly view: ProgrammeView }): ReactElement {
  const text = useText();
  const words = text.programmes.timeline;
  const { phases, asOf, programme } = view;
  const line = timelineOf(phases, plainDate(asOf));
  const isToday = asOf === today();
  return (
    <Panel id="timeline" title={words.title}>
      {phases.length === 0 ? (
        <p className={styles["quiet"]}>{words.none}</p>
      ) : (
        <figure className={styles["figure"]} aria-label={words.caption(programme.title)}>
          <div className={styles["chart"]} aria-hidden="true">
            {line.years.map(({ year, at }) => (
              <span key={year} className={styles["year"]} style={{ left: `${at}%` }}>
                {at <= YEAR_WITHIN && year}
              </span>
            ))}
            <span
              className={styles["now"]}
              data-late={line.day > 50 || undefined}
              style={{ left: `${line.day}%` }}
            >
              <span>{isToday ? words.today : words.onDay(text.dates.shortDay(asOf))}</span>
            </span>
            {line.bars.map(({ of, at, openEnd }) => (
              <div key={of.id} className={styles["lane"]}>
                <span
                  className={styles["span"]}
                  data-state={stateOn(of, asOf).key}
                  data-open={openEnd || undefined}
                  style={{ left: `${at.start}%`, width: `${at.width}%` }}
                />
                <span className={styles["laneName"]}>{words.phase(of.label)}</span>
              </div>
            ))}
          </div>
          <figcaption>
            <ul className={styles["inWords"]}>
              {phases.map((phase) => (
                <PhaseLine key={phase.id} phase={phase} asOf={asOf} />
              ))}
            </ul>
          </figcaption>
        </figure>
      )}
    </Panel>
  );
}

function PhaseLine({ phase, asOf }: { readonly phase: PhaseView; readonly asOf: string }): ReactElement {
  const text = useText();
  const { key } = stateOn(phase, asOf);
  return (
    <li>
      <strong>{text.programmes.timeline.phase(phase.label)}</strong>
      {`: ${periodWords(phase, text)} · ${text.programmes[key].toLowerCase()}`}
    </li>
  );
}
