import { listTrainingGaps } from "#contract/training.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./people.module.css";

/** Whom a mandate reaches in a field for which no training is valid today. */
export function TrainingGapsTab(): ReactElement {
  const { gaps: text, views } = useText().training;
  const { data, problem, reload } = useRead(listTrainingGaps, {});
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={6} />;
  if (data.gaps.length === 0) return <EmptyState icon="success" title={text.none} hint={text.noneHint} />;
  return (
    <Panel id="gaps" title={views.gaps}>
      <p className={styles["quiet"]}>{text.intro}</p>
      <ul className={styles["lines"]}>
        {data.gaps.map((gap) => (
          <li key={`${gap.accountId} ${gap.unit}`} lang="vi">
            <strong>{gap.fullName}</strong>
            <span className={styles["under"]}>
              {gap.postOffice}, {gap.unit}
            </span>
            {gap.fields.map(({ name }) => name).join("; ")}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
