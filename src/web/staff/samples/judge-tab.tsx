import type { SampleView } from "#contract/samples.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { Progress } from "@mantine/core";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { JudgeDesk } from "./judge-desk.tsx";
import { MoreSamples } from "./more-samples.tsx";
import { actWords, keyOf } from "./sample-words.ts";
import styles from "./samples.module.css";
import { useSamples } from "./use-samples.ts";

/** What waits for a look, the oldest first, with the dossier of the one that is chosen beside it. */
export function JudgeTab(): ReactElement {
  const { samples: text } = useText();
  const list = useSamples("waiting");
  const [chosen, setChosen] = useState<string | null>(null);
  // The focus goes to the act that somebody chose or came to by judging, and never leaves a tab that is walked through.
  const [asked, setAsked] = useState(0);
  const choose = (key: string | null): void => {
    setChosen(key);
    setAsked(asked + 1);
  };
  const { samples, counts, problem } = list;
  if (samples === undefined || counts === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={list.reload} /> : <LoadingLines lines={8} />;
  const all = counts.waiting + counts.judged;
  const current = samples.find((sample) => keyOf(sample) === chosen) ?? samples[0];
  return (
    <div className={styles["stack"]}>
      {all > 0 && (
        <div>
          <p className={styles["quiet"]} role="status">
            {text.progress(counts.judged, all)}
          </p>
          <Progress value={(counts.judged / all) * 100} aria-label={text.progress(counts.judged, all)} />
        </div>
      )}
      {problem && <ProblemNotice problem={problem} onRetry={list.reload} />}
      {current === undefined ? (
        <EmptyState icon="success" title={text.waitingNone} hint={text.waitingNoneHint} />
      ) : (
        <div className={styles["columns"]}>
          <div className={styles["stack"]}>
            <Waiting samples={samples} current={keyOf(current)} onChoose={choose} />
            <MoreSamples list={list} />
          </div>
          <JudgeDesk
            key={keyOf(current)}
            sample={current}
            asked={asked}
            onJudged={() => choose(nextKey(samples, current))}
            onBack={() => document.getElementById(pickId(keyOf(current)))?.focus()}
          />
        </div>
      )}
    </div>
  );
}

/** Whichever comes after in the list; the first when there is none. */
function nextKey(samples: readonly SampleView[], current: SampleView): string | null {
  const next = samples[samples.indexOf(current) + 1];
  return next === undefined ? null : keyOf(next);
}

/** The id of what chooses an act. */
function pickId(key: string): string {
  return `pick-${key}`;
}

interface WaitingProps {
  readonly samples: readonly SampleView[];
  readonly current: string;
  readonly onChoose: (key: string) => void;
}

function Waiting({ samples, current, onChoose }: WaitingProps): ReactElement {
  const text = useText();
  const keys = useRowKeys<HTMLDivElement>();
  return (
    <div {...keys}>
      <ol className={styles["waiting"]} aria-label={text.samples.list}>
        {samples.map((sample) => {
          const key = keyOf(sample);
          return (
            <li key={key}>
              <button
                type="button"
                id={pickId(key)}
                data-opener
                className={styles["pick"]}
                aria-current={key === current ? "true" : undefined}
                onClick={() => onChoose(key)}
              >
                <strong>{sample.code}</strong>
                <span lang="vi">{text.samples.line(actWords(sample, text), sample.clerk)}</span>
                <span className={styles["under"]}>{text.dates.shortMoment(sample.at)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
