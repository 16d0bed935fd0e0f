import { readSite } from "#contract/sites.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { EvidenceFields, WhatFields, WhenFields } from "./opening-fields.tsx";
import type { SiteView } from "./site-page.tsx";
import styles from "./sites.module.css";
import { useOpening } from "./use-opening.ts";

const route = getRouteApi("/sites/$siteId/opening");

/** Records the opening of a site. */
export function OpeningPage(): ReactElement {
  const { siteId } = route.useParams();
  const { data, problem, reload } = useRead(readSite, { params: { siteId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <Opening key={siteId} view={data} />}
    </div>
  );
}

function Opening({ view }: { readonly view: SiteView }): ReactElement {
  const { sites, common } = useText();
  const text = sites.opening;
  const opening = useOpening(view);
  const params = { siteId: view.site.id };
  return (
    <>
      <div className={styles["head"]}>
        <div>
          <p className={styles["quiet"]} lang="vi">
            <Link to="/sites/$siteId" params={params} className={styles["back"]}>
              {view.site.name}
            </Link>
          </p>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
      </div>
      <form className={styles["stack"]} onSubmit={(event) => void opening.submit(event)} noValidate>
        <WhenFields opening={opening} view={view} />
        <WhatFields opening={opening} />
        <EvidenceFields opening={opening} />
        {opening.problem && <ProblemNotice problem={opening.problem} />}
        <div className={styles["bar"]}>
          <Button type="submit" loading={opening.pending} disabled={opening.queue.unsent > 0}>
            {text.save}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/sites/$siteId" params={params} {...props} />}
          >
            {common.cancel}
          </Button>
          {opening.queue.unsent > 0 && (
            <span className={styles["note"]}>{sites.photos.unsent(opening.queue.unsent)}</span>
          )}
        </div>
      </form>
    </>
  );
}
