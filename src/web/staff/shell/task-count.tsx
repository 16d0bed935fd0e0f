import { countTasks } from "#contract/tasks.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { useRead } from "../use-read.ts";
import styles from "./section-bar.module.css";

/** The watchers look every ten minutes. */
const EVERY_MS = 60_000;
/** More than that is many. */
const SHOWN_MAX = 99;

/** How many tasks wait, beside the section: a figure for the eye and a sentence for the ear. */
export function TaskCount(): ReactElement | null {
  const { tasks } = useText();
  const count = useRead(countTasks, {}, { refetchEveryMs: EVERY_MS }).data?.count ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles["count"]} title={tasks.count(count)}>
      {count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}
    </span>
  );
}
