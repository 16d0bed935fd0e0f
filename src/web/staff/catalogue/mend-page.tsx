import { readReviewedProcedure, readReviewedVersion } from "#contract/catalogue-review.ts";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./catalogue.module.css";
import { readMendDraft } from "./mend-draft.ts";
import { MendSheet } from "./mend-sheet.tsx";
import type { ReviewedProcedure } from "./procedure-page.tsx";

const mendRoute = getRouteApi("/catalogue/$code/mend");
const restoreRoute = getRouteApi("/catalogue/$code/restore/$versionId");

/** Mends the newest version of a procedure. */
export function MendPage(): ReactElement {
  const { code } = mendRoute.useParams();
  return <Loaded key={code} code={code} restoredId={null} />;
}

/** Publishes the content of an earlier version again, mended or as it is. */
export function RestorePage(): ReactElement {
  const { code, versionId } = restoreRoute.useParams();
  return <Loaded key={versionId} code={code} restoredId={versionId} />;
}

interface Props {
  readonly code: string;
  readonly restoredId: string | null;
}

function Loaded({ code, restoredId }: Props): ReactElement {
  const { data, problem, reload } = useRead(readReviewedProcedure, { params: { code } });
  return (
    <div className={styles["page"]}>
      {data && <Base procedure={data} restoredId={restoredId} />}
      {!data && problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={12} />}
    </div>
  );
}

interface BaseProps {
  readonly procedure: ReviewedProcedure;
  readonly restoredId: string | null;
}

/**
 * What was the newest when the page was opened is what the editor works on, whatever is published meanwhile; after a
 * reload too, when a draft was kept.
 */
function Base({ procedure, restoredId }: BaseProps): ReactElement {
  const { code } = procedure;
  const [opened] = useState(() => readMendDraft({ code, restoredId })?.openedOn ?? procedure.newestId);
  const { data, problem, reload } = useRead(readReviewedVersion, {
    params: { code, versionId: restoredId ?? opened },
  });
  const place = { code, restoredId };
  if (data) return <MendSheet procedure={procedure} base={data} openedOn={opened} place={place} />;
  return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={12} />;
}
