import { readMandateFigures } from "#contract/figures.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { figureLines, percentWords } from "../figure-words.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import type { MandateView } from "./mandate-page.tsx";
import styles from "./mandates.module.css";

type MandateFiguresView = AnswerOf<typeof readMandateFigures>;

/** What the ledgers say of the work of a mandate: as it was proposed on, as it is now, and how often acts were wrong. */
export function MandateFigures({ view }: { readonly view: MandateView }): ReactElement {
  const { panel } = useText().proposals;
  const { mandate } = view;
  const { data, problem, reload } = useRead(readMandateFigures, { params: { mandateId: mandate.id } });
  return (
    <Panel id="figures" title={panel.title}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={5} />}
      {data && <Shown figures={data} proposed={mandate.status !== "drafted"} />}
    </Panel>
  );
}

interface ShownProps {
  readonly figures: MandateFiguresView;
  readonly proposed: boolean;
}

function Shown({ figures, proposed }: ShownProps): ReactElement {
  const { proposals, dates } = useText();
  const { now, frozen } = figures;
  const { panel } = proposals;
  return (
    <>
      <p className={styles["quiet"]}>{proposals.period(dates.shortDay(now.from), dates.shortDay(now.to))}</p>
      {frozen === null && <p className={styles["quiet"]}>{proposed ? panel.notKept : panel.neverProposed}</p>}
      <Compared figures={figures} />
      <Samples samples={figures.samples} />
    </>
  );
}

function Compared({ figures: { frozen, now } }: { readonly figures: MandateFiguresView }): ReactElement {
  const text = useText();
  const { panel } = text.proposals;
  const kept = frozen && figureLines(frozen.figures, text);
  return (
    <table className={styles["figures"]} aria-label={panel.title}>
      <thead>
        <tr>
          <th scope="col">{panel.label}</th>
          {frozen && (
            <th scope="col">
              {panel.frozen}
              <span className={styles["under"]}>
                {panel.frozenAt(text.dates.shortMoment(frozen.takenAt))}
              </span>
            </th>
          )}
          <th scope="col">{panel.now}</th>
        </tr>
      </thead>
      <tbody>
        {figureLines(now.figures, text).map(({ key, label, value }, at) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {kept && <td>{kept[at]?.value}</td>}
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Samples({ samples }: { readonly samples: MandateFiguresView["samples"] }): ReactElement {
  const text = useText();
  const { panel } = text.proposals;
  const { drawn, judged, wrong, low, high } = samples;
  return (
    <>
      <h3 className={styles["part"]}>{panel.samples}</h3>
      <p className={styles["flat"]}>
        {judged === 0
          ? panel.samplesNone
          : panel.samplesOf(wrong, judged, percentWords(low, text), percentWords(high, text))}
        {drawn > judged && ` ${panel.samplesWaiting(drawn - judged)}`}
      </p>
    </>
  );
}
