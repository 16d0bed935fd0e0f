import { countCustody } from "#contract/custody-counts.ts";
import { countTasks } from "#contract/tasks.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { usePostCounts } from "./use-post-counts.ts";
import { useRead } from "../use-read.ts";
import styles from "./section-bar.module.css";

/** The watchers look every ten minutes. */
const EVERY_MS = 60_000;
/** More than that is many. */
const SHOWN_MAX = 99;

/** How many tasks wait, beside the section. */
export function TaskCount(): ReactElement | null {
  const { tasks } = useText();
  const count = useRead(countTasks, {}, { refetchEveryMs: EVERY_MS }).data?.count ?? 0;
  return <Count count={count} words={tasks.count(count)} />;
}

/** How many bảng kê wait to be signed for, beside the section. */
export function OfferCount(): ReactElement | null {
  const { papers } = useText();
  const count = useRead(countCustody, {}, { refetchEveryMs: EVERY_MS }).data?.offers ?? 0;
  return <Count count={count} words={papers.offersWait(count)} />;
}

/** How much of the post waits for somebody, beside the section. */
export function PostCount(): ReactElement | null {
  const { postal } = useText();
  const { sum: count } = usePostCounts(EVERY_MS);
  return <Count count={count} words={postal.postWaits(count)} />;
}

/** A figure for the eye and a sentence for the ear. */
function Count({ count, words }: { readonly count: number; readonly words: string }): ReactElement | null {
  if (count === 0) return null;
  return (
    <span className={styles["count"]} title={words}>
      {count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}
    </span>
  );
}
