import { readSite } from "#contract/sites.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { SiteFindings } from "./site-findings.tsx";
import { SiteNow } from "./site-now.tsx";
import { SiteTimeline } from "./site-timeline.tsx";
import styles from "./sites.module.css";

const route = getRouteApi("/sites/$siteId");

export type SiteView = AnswerOf<typeof readSite>;

/** One site: what is there today, what is still to be put right, and everything that was recorded of it. */
export function SitePage(): ReactElement {
  const { siteId } = route.useParams();
  const { data, problem, reload } = useRead(readSite, { params: { siteId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && (
        <>
          <Head view={data} />
          <div className={styles["columns"]}>
            <div className={styles["stack"]}>
              <SiteFindings findings={data.findings} may={data.may} />
              <SiteTimeline view={data} />
            </div>
            <SiteNow view={data} />
          </div>
        </>
      )}
    </div>
  );
}

function Head({ view: { site, openings, may } }: { readonly view: SiteView }): ReactElement {
  const { sites } = useText();
  const opened = openings.some(({ withdrawn }) => withdrawn === null);
  const params = { siteId: site.id };
  return (
    <div className={styles["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/sites" className={styles["back"]}>
            {sites.title}
          </Link>
        </p>
        <h1 lang="vi">{site.name}</h1>
        <p className={styles["quiet"]} lang="vi">
          {site.address}
        </p>
      </div>
      {may.record && (
        <div className={styles["row"]}>
          {!opened && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/sites/$siteId/opening" params={params} {...props} />}
            >
              {sites.page.open}
            </Button>
          )}
          <Button
            leftSection={<Icon name="pen" size={16} />}
            renderRoot={(props) => <Link to="/sites/$siteId/survey" params={params} {...props} />}
          >
            {sites.page.survey}
          </Button>
        </div>
      )}
    </div>
  );
}
