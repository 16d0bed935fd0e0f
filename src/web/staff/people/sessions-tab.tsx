import type { TrainingView } from "#contract/training.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AccreditationList } from "./accreditation-list.tsx";
import styles from "./people.module.css";
import { NO_FILTER, useTrainings } from "./use-training.ts";

/** Sessions, the last first; each opens to its participants. */
export function SessionsTab(): ReactElement {
  const { training: text, common } = useText();
  const [shown, setShown] = useState<TrainingView | null>(null);
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useTrainings();
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  if (rows.length === 0)
    return <EmptyState icon="pen" title={text.sessions.none} hint={text.sessions.noneHint} />;
  return (
    <div className={styles["stack"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {rows.map((session) => (
        <Session key={session.trainingId} session={session} onOpen={() => setShown(session)} />
      ))}
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
      {shown && (
        <Dialog
          opened
          onClose={() => setShown(null)}
          title={text.sessions.participants(shown.title)}
          size="xl"
        >
          <AccreditationList filter={{ ...NO_FILTER, trainingId: shown.trainingId }} />
        </Dialog>
      )}
    </div>
  );
}

interface SessionProps {
  readonly session: TrainingView;
  readonly onOpen: () => void;
}

function Session({ session, onOpen }: SessionProps): ReactElement {
  const { training, dates } = useText();
  const { sessions: text } = training;
  const from = dates.shortDay(session.validFrom);
  const counts = [
    text.passed(session.passed),
    session.failed > 0 && text.failed(session.failed),
    session.withdrawn > 0 && text.withdrawn(session.withdrawn),
  ];
  return (
    <Panel
      title={<span lang="vi">{session.title}</span>}
      actions={
        <Button
          size="compact-sm"
          variant="default"
          onClick={onOpen}
          aria-label={text.participants(session.title)}
        >
          {text.open}
        </Button>
      }
    >
      <p className={styles["flat"]} lang="vi">
        {text.by(session.heldBy, dates.shortDay(session.heldOn))}
      </p>
      <p className={styles["flat"]} lang="vi">
        {session.fields.map(({ name }) => name).join("; ")}
      </p>
      <p className={styles["quiet"]}>
        {session.validTo === null
          ? text.validityOpen(from)
          : text.validity(from, dates.shortDay(session.validTo))}
      </p>
      <p className={styles["quiet"]}>
        {counts.filter(Boolean).join(", ")}. {text.recordedBy(session.recordedBy)}
      </p>
    </Panel>
  );
}
