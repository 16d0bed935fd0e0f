import { type GuidanceLine, readGuidance, withdrawGuidance } from "#contract/guidance.ts";
import { ActionIcon, Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { type CallProblem, call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { GuidanceDialog } from "./guidance-dialog.tsx";
import styles from "./guidance.module.css";

/** What was guided at this counter today, and the button for the next line. */
export function GuidancePanel(): ReactElement {
  const { guidance: text, common } = useText();
  const today = useRead(readGuidance, {});
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);
  useShortcut({ key: "g", alt: true }, () => setOpened(true), !opened);

  async function takeBack(id: string): Promise<void> {
    const result = await call(withdrawGuidance, { params: { guidanceId: id } });
    setProblem(result.ok ? null : result.problem);
    today.reload();
    if (result.ok) showToast({ text: text.undone });
  }

  function recorded(id: string): void {
    setOpened(false);
    today.reload();
    showToast({ text: text.saved, action: { label: common.undo, run: () => void takeBack(id) } });
  }

  return (
    <Panel
      id="guidance-today"
      title={text.title}
      actions={
        <Button size="compact-md" variant="light" onClick={() => setOpened(true)}>
          {text.record}&ensp;<KeyCap>Alt+G</KeyCap>
        </Button>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {today.problem && <ProblemNotice problem={today.problem} onRetry={today.reload} />}
      {today.loading && <LoadingLines lines={2} />}
      {today.data?.count === 0 && <EmptyState icon="clock" title={text.none} hint={text.noneHint} />}
      {today.data !== undefined && today.data.count > 0 && (
        <>
          <p className={styles["sum"]}>{text.today(today.data.count, today.data.minutes)}</p>
          <ul className={styles["lines"]}>
            {today.data.lines.map((line) => (
              <Line key={line.id} line={line} onTakeBack={() => void takeBack(line.id)} />
            ))}
          </ul>
        </>
      )}
      {opened && (
        <GuidanceDialog
          fields={today.data?.fields ?? []}
          onClose={() => setOpened(false)}
          onRecorded={recorded}
        />
      )}
    </Panel>
  );
}

interface LineProps {
  readonly line: GuidanceLine;
  readonly onTakeBack: () => void;
}

function Line({ line, onTakeBack }: LineProps): ReactElement {
  const { guidance: text, dates } = useText();
  const about = line.procedure?.name ?? line.fieldName;
  return (
    <li className={styles["line"]}>
      <span className={styles["words"]}>
        <span className={styles["about"]} lang="vi">
          {about}
        </span>
        <span className={styles["facts"]}>
          {[dates.time(line.at), text.minutesOf(line.minutes), text.outcomes[line.outcome], line.by].join(
            " · ",
          )}
        </span>
      </span>
      {line.undoable && (
        <ActionIcon variant="subtle" size="lg" aria-label={text.undo(about)} onClick={onTakeBack}>
          <Icon name="trash" />
        </ActionIcon>
      )}
    </li>
  );
}
