import type { TaskView } from "#contract/tasks.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent, ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import rows from "../told-rows.module.css";
import { TASK_LOOK } from "./task-look.ts";
import styles from "./tasks.module.css";

interface Props {
  readonly task: TaskView;
  readonly onSettle: (how: "finish" | "snooze") => void;
}

const KEYS: Readonly<Record<string, "finish" | "snooze">> = { d: "finish", l: "snooze" };

/** One task: what, of which dossier, whose, what to do, and the two ways to settle it. */
export function TaskRow({ task, onSettle }: Props): ReactElement {
  const { tasks: text, dates, lists } = useText();
  const { tone, icon } = TASK_LOOK[task.kind];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const how = KEYS[event.key.toLowerCase()];
    if (!how || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSettle(how);
  };
  return (
    <li className={`${rows["row"]} ${styles["task"]}`} onKeyDown={onKeyDown}>
      <div className={rows["cell"]}>
        <Mark tone={tone} icon={icon}>
          {text.kinds[task.kind]}
        </Mark>
        <span className={rows["day"]}>{text.about[task.kind](dates.shortMoment(task.about))}</span>
      </div>
      <div className={rows["cell"]}>
        <Link
          to="/dossiers/$dossierId"
          params={{ dossierId: task.dossierId }}
          className={look["opener"]}
          data-opener
        >
          {task.code}
        </Link>
        <p lang="vi">
          <strong>{task.applicantName}</strong>
        </p>
        <p lang="vi">{task.procedureName}</p>
        {task.part !== "" && <p lang="vi">{text.step(task.part)}</p>}
        <p className={look["quiet"]}>{lists.businessStatuses[task.status].plain}</p>
      </div>
      <div className={rows["cell"]}>
        <p lang="vi">
          {task.own ? text.mine : (task.person ?? text.anybody(text.desks[task.desk], task.placeName))}
        </p>
        <p className={look["quiet"]}>{text.advice[task.kind]}</p>
        {task.snoozedUntil !== null && (
          <p className={look["quiet"]}>{text.snoozedUntil(dates.shortMoment(task.snoozedUntil))}</p>
        )}
        {task.words !== null && <p className={styles["words"]}>{task.words}</p>}
      </div>
      <div className={rows["acts"]}>
        <Button
          size="compact-md"
          aria-label={`${text.finish}: ${task.code}`}
          onClick={() => onSettle("finish")}
        >
          {text.finish}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${text.snooze}: ${task.code}`}
          onClick={() => onSettle("snooze")}
        >
          {text.snooze}
        </Button>
      </div>
    </li>
  );
}
