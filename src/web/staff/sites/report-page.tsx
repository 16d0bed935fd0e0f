import { readSurvey } from "#contract/sites.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import type { AnswerOf } from "../api.ts";
import { PaperHead, PaperSignatures, paperClass } from "../paper.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { ReportAnswers } from "./report-answers.tsx";
import styles from "./report.module.css";
import { ActedFindings } from "./site-findings.tsx";

const route = getRouteApi("/surveys/$surveyId");

export type SurveyView = AnswerOf<typeof readSurvey>;

/** A survey as a report, on the screen and on A4: answers, findings and what became of them. */
export function ReportPage(): ReactElement {
  const { surveyId } = route.useParams();
  const { data, problem, reload } = useRead(readSurvey, { params: { surveyId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <Report view={data} />}
    </div>
  );
}

function Report({ view }: { readonly view: SurveyView }): ReactElement {
  const { report } = useText().sites;
  const { survey, findings, may } = view;
  return (
    <article className={`${styles["report"]} ${paperClass}`}>
      <Head view={view} />
      <PaperHead unit={survey.letterhead} at={survey.day} />
      {survey.withdrawn && (
        <Notice tone="warning" title={report.withdrawn}>
          {survey.withdrawn.by}: {survey.withdrawn.reason}
        </Notice>
      )}
      <Top view={view} />
      <ReportAnswers view={view} />
      <section className={styles["part"]}>
        <h2>{report.findings}</h2>
        {findings.length === 0 ? (
          <p className={styles["flat"]}>{report.findingsNone}</p>
        ) : (
          <ActedFindings
            findings={findings}
            may={survey.withdrawn ? { record: false, resolve: false } : may}
          />
        )}
      </section>
      {survey.note !== "" && (
        <section className={styles["part"]}>
          <h2>{report.note}</h2>
          <p className={styles["lines"]} lang="vi">
            {survey.note}
          </p>
        </section>
      )}
      <PaperSignatures
        places={[report.signatures.surveyor, report.signatures.site]}
        hint={report.signatures.sign}
      />
    </article>
  );
}

function Head({ view: { survey } }: { readonly view: SurveyView }): ReactElement {
  const { sites } = useText();
  const { report } = sites;
  return (
    <div className={`${styles["head"]} no-print`}>
      <Link to="/sites/$siteId" params={{ siteId: survey.site.id }} className={styles["back"]}>
        {report.back}
      </Link>
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        onClick={() => {
          window.print();
        }}
      >
        {report.print}
      </Button>
    </div>
  );
}

function Top({ view: { survey, checklist } }: { readonly view: SurveyView }): ReactElement {
  const { sites, dates } = useText();
  const { report, page } = sites;
  return (
    <section className={styles["part"]}>
      <p className={styles["kind"]}>{report.heading}</p>
      <h1 lang="vi">{report.title(survey.site.name)}</h1>
      <Facts
        facts={[
          { label: report.day, value: dates.day(survey.day) },
          { label: page.address, value: <span lang="vi">{survey.address}</span> },
          { label: page.unit, value: <span lang="vi">{survey.unit.name}</span> },
          { label: report.by, value: <span lang="vi">{survey.by}</span> },
          ...(survey.members === ""
            ? []
            : [{ label: report.members, value: <span lang="vi">{survey.members}</span> }]),
          { label: report.version, value: report.versionOf(checklist.version) },
        ]}
      />
    </section>
  );
}
