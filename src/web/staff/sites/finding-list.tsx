import type { FindingView } from "#contract/sites.ts";
import type { FindingState } from "#domain/site/finding-state.ts";
import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";
import { PhotoStrip } from "./photo-strip.tsx";
import styles from "./sites.module.css";

const TONES: Readonly<Record<FindingState, Tone | "quiet">> = {
  open: "warning",
  overdue: "error",
  resolved: "info",
  closed: "success",
};

/** Findings with deadline, who puts them right, and what was said to them so far. */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }): ReactElement {
  return (
    <ul className={styles["findings"]}>
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly finding: FindingView;
  /** What can be done about it now. */
  readonly children?: ReactNode;
}

/** One finding of a list. */
export function FindingCard({ finding, children }: CardProps): ReactElement {
  return (
    <li data-state={finding.state}>
      <FindingFacts finding={finding} />
      {children}
    </li>
  );
}

function FindingFacts({ finding }: { readonly finding: FindingView }): ReactElement {
  const { sites, dates } = useText();
  const text = sites.finding;
  const { words, item, state, severity, deadline, daysLate, responsible, photos, surveyedOn } = finding;
  return (
    <>
      <h3 lang="vi">{words}</h3>
      <div className={styles["row"]}>
        <Mark tone={TONES[state]}>{sites.states[state]}</Mark>
        <Mark tone="quiet">{sites.severities[severity]}</Mark>
        <span>
          {text.deadline(dates.shortDay(deadline))}
          {daysLate > 0 && `, ${text.late(daysLate)}`}
        </span>
      </div>
      <p className={styles["note"]} lang="vi">
        {text.responsible(responsible)}
      </p>
      <p className={styles["note"]} lang="vi">
        {text.of(dates.shortDay(surveyedOn))}
        {item !== "" && ` · ${item}`}
      </p>
      <PhotoStrip photos={photos} about={item === "" ? words : item} />
      <Steps finding={finding} />
    </>
  );
}

/** What was said: put right, accepted or not, one after the other. */
function Steps({ finding: { resolutions } }: { readonly finding: FindingView }): ReactElement | null {
  const { sites, dates } = useText();
  const text = sites.finding;
  if (resolutions.length === 0) return null;
  return (
    <ol className={styles["steps"]} lang="vi">
      {resolutions.map(({ id, by, day, words, photos, verdict }) => (
        <li key={id}>
          <p className={styles["flat"]}>
            {text.resolvedBy(by, dates.shortDay(day))}: {words}
          </p>
          <PhotoStrip photos={photos} about={words} />
          {verdict && (
            <p className={styles["flat"]}>
              {(verdict.accepted ? text.accepted : text.rejected)(verdict.by, dates.shortDay(verdict.day))}
              {verdict.words !== "" && `: ${verdict.words}`}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
