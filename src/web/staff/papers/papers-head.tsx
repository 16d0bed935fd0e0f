import { countCustody } from "#contract/custody-counts.ts";
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
  const { offers = 0, differences = 0 } = useRead(countCustody, {}).data ?? {};
  return (
    <>
      <nav className={`${styles["tabs"]} no-print`} aria-label={text.pages}>
        <Link to="/papers" activeOptions={{ exact: true }}>
          {text.held}
        </Link>
        <Link to="/papers/incoming">{text.counted(text.incoming, offers)}</Link>
        <Link to="/papers/where">{text.where}</Link>
        <Link to="/papers/differences">{text.counted(text.differences, differences)}</Link>
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
