import { type ChecklistView, readChecklist, readSite } from "#contract/sites.ts";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import type { SiteView } from "./site-page.tsx";
import styles from "./survey.module.css";
import { SurveyItem } from "./survey-item.tsx";
import { SurveyReview } from "./survey-review.tsx";
import { SurveyStart } from "./survey-start.tsx";
import { useSurvey } from "./use-survey.ts";

const route = getRouteApi("/sites/$siteId/survey");

/** Surveys a site, made for a phone in the hand: one item after the other, photos as one goes. */
export function SurveyPage(): ReactElement {
  const { siteId } = route.useParams();
  const site = useRead(readSite, { params: { siteId } });
  const list = useRead(readChecklist, {});
  const problem = site.problem ?? list.problem;
  if (site.data && list.data) return <Survey key={siteId} view={site.data} checklist={list.data.checklist} />;
  return (
    <div className={styles["page"]}>
      {problem ? (
        <ProblemNotice
          problem={problem}
          onRetry={() => {
            site.reload();
            list.reload();
          }}
        />
      ) : (
        <LoadingLines lines={8} />
      )}
    </div>
  );
}

interface Props {
  readonly view: SiteView;
  readonly checklist: ChecklistView;
}

function Survey({ view, checklist }: Props): ReactElement {
  const { sites } = useText();
  const survey = useSurvey(view, checklist);
  const { step } = survey.draft;
  const { items } = checklist;
  const item = items[step - 1];
  return (
    <div className={styles["page"]}>
      <p className={styles["quiet"]} lang="vi">
        <Link to="/sites/$siteId" params={{ siteId: view.site.id }} className={styles["back"]}>
          {view.site.name}
        </Link>
      </p>
      <h1 className={styles["title"]}>{sites.survey.title}</h1>
      <progress
        className={styles["progress"]}
        max={items.length + 1}
        value={step}
        aria-label={sites.survey.item(Math.min(step, items.length), items.length)}
      />
      {step === 0 && <SurveyStart survey={survey} />}
      {item && <SurveyItem key={item.code} survey={survey} item={item} at={step} all={items.length} />}
      {step > items.length && <SurveyReview survey={survey} items={items} />}
    </div>
  );
}
