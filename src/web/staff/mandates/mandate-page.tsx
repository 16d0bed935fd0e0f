import { readMandate } from "#contract/mandates.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import type { AnswerOf } from "../api.ts";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { MandateActs } from "./mandate-acts.tsx";
import { MandateFigures } from "./mandate-figures.tsx";
import { StatusMark } from "./mandate-list.tsx";
import { MandateMoves } from "./mandate-moves.tsx";
import { MandateOverlaps } from "./mandate-overlaps.tsx";
import { MandateTerms } from "./mandate-terms.tsx";
import { MandateTimeline } from "./mandate-timeline.tsx";
import styles from "./mandates.module.css";

const route = getRouteApi("/mandates/$mandateId");

export type MandateView = AnswerOf<typeof readMandate>;

/** One mandate: what it gives, by which decision, what became of it, what it touches, and what may be done with it. */
export function MandatePage(): ReactElement {
  const { mandateId } = route.useParams();
  const { data, problem, reload } = useRead(readMandate, { params: { mandateId } });
  return (
    <div className={styles["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <Mandate key={mandateId} view={data} />}
      {!data && !problem && <LoadingLines lines={10} />}
    </div>
  );
}

function Mandate({ view }: { readonly view: MandateView }): ReactElement {
  const { page } = useText().mandates;
  return (
    <>
      <Head view={view} />
      <div className={styles["columns"]}>
        <div className={styles["stack"]}>
          {!view.whole && (
            <Notice tone="info" title={page.otherUnit}>
              {page.otherUnitHint}
            </Notice>
          )}
          <MandateTerms mandate={view.mandate} />
          {view.whole && (
            <>
              <MandateOverlaps view={view} />
              <MandateFigures view={view} />
              <MandateActs view={view} />
            </>
          )}
        </div>
        <div className={styles["stack"]}>
          {view.whole && <MandateMoves view={view} />}
          <MandateTimeline view={view} />
        </div>
      </div>
    </>
  );
}

function Head({ view: { mandate, whole } }: { readonly view: MandateView }): ReactElement {
  const { mandates } = useText();
  const drafts = mayUse(useSession(), "mandate.draft");
  return (
    <div className={styles["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/mandates" className={styles["back"]}>
            {mandates.title}
          </Link>
        </p>
        <h1 lang="vi">{mandates.at(mandate.postOffice.name, mandate.unit.name)}</h1>
        {mandate.unitToday !== null && (
          <p className={styles["quiet"]} lang="vi">
            {mandates.nowCalled(mandate.unitToday)}
          </p>
        )}
        <StatusMark row={mandate} />
      </div>
      {drafts && whole && mandate.status === "drafted" && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/mandates/$mandateId/change" params={{ mandateId: mandate.id }} {...props} />
          )}
        >
          {mandates.page.change}
        </Button>
      )}
    </div>
  );
}
