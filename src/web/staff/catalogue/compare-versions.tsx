import { readReviewedVersion } from "#contract/catalogue-review.ts";
import { compareVersions } from "#domain/catalogue/version-changes.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { ChangeList } from "./change-list.tsx";
import type { ReviewedProcedure } from "./procedure-page.tsx";
import layout from "./procedure-page.module.css";

interface Props {
  readonly procedure: ReviewedProcedure;
  readonly newerId: string;
}

/** How any two versions differ; first the one on the screen and the one before it. */
export function CompareVersions({ procedure, newerId }: Props): ReactElement {
  const { catalogue: text, dates } = useText();
  const { versions } = procedure;
  const at = versions.findIndex(({ versionId }) => versionId === newerId);
  const [newer, setNewer] = useState(newerId);
  const [older, setOlder] = useState(versions[at + 1]?.versionId ?? versions[at - 1]?.versionId ?? newerId);
  if (versions.length < 2) {
    return <EmptyState icon="draft" title={text.changesOne} hint={text.changesOneHint} />;
  }
  const options = versions.map(({ versionId, validFrom, origin, withdrawnAt }) => ({
    value: versionId,
    label: `${text.versionFrom(dates.shortDay(validFrom))}, ${withdrawnAt === null ? text.origins[origin] : text.states.withdrawn}`,
  }));
  return (
    <Panel id="changes" title={text.views.changes}>
      <div className={layout["pickers"]}>
        <NativeSelect
          label={text.compareOld}
          value={older}
          data={options}
          onChange={(event) => setOlder(event.currentTarget.value)}
        />
        <NativeSelect
          label={text.compareNew}
          value={newer}
          data={options}
          onChange={(event) => setNewer(event.currentTarget.value)}
        />
      </div>
      <Difference procedure={procedure} older={older} newer={newer} />
    </Panel>
  );
}

interface DifferenceProps {
  readonly procedure: ReviewedProcedure;
  readonly older: string;
  readonly newer: string;
}

function Difference({ procedure, older, newer }: DifferenceProps): ReactElement {
  const { code } = procedure;
  const before = useRead(readReviewedVersion, { params: { code, versionId: older } });
  const after = useRead(readReviewedVersion, { params: { code, versionId: newer } });
  const problem = before.problem ?? after.problem;
  if (problem) {
    const reload = () => {
      before.reload();
      after.reload();
    };
    return <ProblemNotice problem={problem} onRetry={reload} />;
  }
  if (!before.data || !after.data) return <LoadingLines lines={6} />;
  return <ChangeList changes={compareVersions(before.data.content, after.data.content)} />;
}
