import type { OpeningView, SurveyRow } from "#contract/sites.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { OpeningFacts } from "./opening-facts.tsx";
import type { SiteView } from "./site-page.tsx";
import styles from "./sites.module.css";
import { WithdrawDialog, type Withdrawn } from "./withdraw-dialog.tsx";

type Entry =
  | { readonly day: string; readonly opening: OpeningView }
  | { readonly day: string; readonly survey: SurveyRow };

/** Everything that was recorded of a site in a line of time, the newest on top; what was withdrawn is struck out. */
export function SiteTimeline({ view }: { readonly view: SiteView }): ReactElement {
  const { page } = useText().sites;
  const [withdrawing, setWithdrawing] = useState<Withdrawn | null>(null);
  const entries: readonly Entry[] = [
    ...view.surveys.map((survey) => ({ day: survey.day, survey })),
    ...view.openings.map((opening) => ({ day: opening.openedOn, opening })),
  ].toSorted((a, b) => b.day.localeCompare(a.day));
  const onWithdraw = view.may.record ? setWithdrawing : undefined;
  return (
    <Panel id="life" title={page.life}>
      {entries.length === 0 && <p className={styles["flat"]}>{page.lifeNone}</p>}
      <ol className={styles["timeline"]}>
        {entries.map((entry) =>
          "survey" in entry ? (
            <Survey key={entry.survey.id} survey={entry.survey} onWithdraw={onWithdraw} />
          ) : (
            <Opening key={entry.opening.id} opening={entry.opening} onWithdraw={onWithdraw} />
          ),
        )}
      </ol>
      {withdrawing && <WithdrawDialog what={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Panel>
  );
}

interface LineProps {
  readonly title: string;
  readonly day: string;
  readonly by: string;
  readonly withdrawn: SurveyRow["withdrawn"];
  readonly onWithdraw: (() => void) | undefined;
  readonly children: ReactNode;
}

function Line({ title, day, by, withdrawn, onWithdraw, children }: LineProps): ReactElement {
  const { sites, dates } = useText();
  const { page } = sites;
  return (
    <li {...(withdrawn && { "data-withdrawn": true })}>
      <strong>{title}</strong> <time dateTime={day}>{dates.shortDay(day)}</time>
      <p className={styles["note"]} lang="vi">
        {page.surveyedBy(by)}
      </p>
      {withdrawn && (
        <p className={styles["note"]}>
          {page.withdrawn(dates.shortMoment(withdrawn.at), withdrawn.by, withdrawn.reason)}
        </p>
      )}
      {children}
      {!withdrawn && onWithdraw && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={`${page.withdraw}: ${title} ${dates.shortDay(day)}`}
          onClick={onWithdraw}
        >
          {page.withdraw}
        </Button>
      )}
    </li>
  );
}

interface SurveyProps {
  readonly survey: SurveyRow;
  readonly onWithdraw: ((what: Withdrawn) => void) | undefined;
}

function Survey({ survey, onWithdraw }: SurveyProps): ReactElement {
  const { page } = useText().sites;
  const { id, day, by, members, answers, findings, withdrawn } = survey;
  const of = (...wanted: readonly string[]) =>
    answers.reduce((sum, { answer, count }) => sum + (wanted.includes(answer) ? count : 0), 0);
  return (
    <Line
      title={page.surveyed}
      day={day}
      by={by}
      withdrawn={withdrawn}
      onWithdraw={onWithdraw && (() => onWithdraw({ surveyId: id }))}
    >
      {members !== "" && (
        <p className={styles["note"]} lang="vi">
          {members}
        </p>
      )}
      <p className={styles["flat"]}>{page.counts(of("met"), of("partly", "notMet"), findings)}</p>
      <Link to="/surveys/$surveyId" params={{ surveyId: id }} className={styles["back"]}>
        {page.report}
      </Link>
    </Line>
  );
}

interface OpeningProps {
  readonly opening: OpeningView;
  readonly onWithdraw: SurveyProps["onWithdraw"];
}

function Opening({ opening, onWithdraw }: OpeningProps): ReactElement {
  const { page } = useText().sites;
  return (
    <Line
      title={page.opened}
      day={opening.openedOn}
      by={opening.by}
      withdrawn={opening.withdrawn}
      onWithdraw={onWithdraw && (() => onWithdraw({ openingId: opening.id }))}
    >
      <OpeningFacts opening={opening} />
    </Line>
  );
}
