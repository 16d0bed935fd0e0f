import { listManifests } from "#contract/custody.ts";
import { listCustodyTasks } from "#contract/custody-places.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { useRead } from "../use-read.ts";
import styles from "./papers.module.css";

/** The pages about who holds what, with how much waits on each. */
export function PapersHead({
  title,
  intro,
}: {
  readonly title: string;
  readonly intro?: string;
}): ReactElement {
  const { papers: text } = useText();
  const toMe = useRead(listManifests, { query: { list: "toMe" } }).data?.manifests.length ?? 0;
  const open = useRead(listCustodyTasks, { query: {} }).data?.open ?? 0;
  return (
    <>
      <nav className={`${styles["tabs"]} no-print`} aria-label={text.pages}>
        <Link to="/papers" activeOptions={{ exact: true }}>
          {text.held}
        </Link>
        <Link to="/papers/incoming">{text.counted(text.incoming, toMe)}</Link>
        <Link to="/papers/where">{text.where}</Link>
        <Link to="/papers/differences">{text.counted(text.differences, open)}</Link>
        <Link to="/papers/stock">{text.stock}</Link>
        <Link to="/papers/places">{text.places.page}</Link>
        <Link to="/papers/uncollected">{text.uncollected.page}</Link>
      </nav>
      <div className={styles["head"]}>
        <div>
          <h1>{title}</h1>
          {intro !== undefined && <p className={`${styles["quiet"]} no-print`}>{intro}</p>}
        </div>
      </div>
    </>
  );
}
