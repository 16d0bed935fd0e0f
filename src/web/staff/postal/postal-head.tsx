import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { mayUse, useSession } from "../session/session.ts";
import styles from "./postal.module.css";
import { usePostCounts } from "../shell/use-post-counts.ts";

interface Props {
  readonly title: string;
  readonly intro?: string;
}

/** The pages of the postal service that this person may open, and the title of this one. */
export function PostalHead({ title, intro }: Props): ReactElement {
  const { postal: text, incidents, mailRuns, postalReports, round, papers } = useText();
  const session = useSession();
  const { strays, unsent } = usePostCounts();
  return (
    <>
      <nav className={`${styles["tabs"]} no-print`} aria-label={text.pages}>
        {mayUse(session, "postal.read") && (
          <Link to="/postal" activeOptions={{ exact: true }}>
            {text.shipments}
          </Link>
        )}
        {mayUse(session, "postal.order") && (
          <Link to="/postal/unsent">{papers.counted(text.unsent, unsent)}</Link>
        )}
        {mayUse(session, "postal.read") && (
          <Link to="/postal/quarantine">{papers.counted(text.quarantine, strays)}</Link>
        )}
        {mayUse(session, "postal.read") && <Link to="/postal/mail-runs">{mailRuns.title}</Link>}
        {mayUse(session, "postal.settle") && <Link to="/postal/incidents">{incidents.title}</Link>}
        {mayUse(session, "postal.settle") && <Link to="/postal/reports">{postalReports.title}</Link>}
        {mayUse(session, "postal.deliver") && <a href="/courier/">{round.link}</a>}
        {mayUse(session, "units.edit") && <Link to="/postal/numbers">{text.numbers}</Link>}
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
