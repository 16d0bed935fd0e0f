import { listUnsent } from "#contract/postal.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";

/** Results that wait for a way by post, and what each lacks. */
export function UnsentPage(): ReactElement {
  const { postal: text } = useText();
  const { data, problem, loading, reload } = useRead(listUnsent, { query: {} });
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.unsent} intro={text.unsentIntro} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {loading && <LoadingLines lines={6} />}
      {data?.dossiers.length === 0 && (
        <EmptyState icon="success" title={text.nothingUnsent} hint={text.nothingUnsentHint} />
      )}
      {data && data.dossiers.length > 0 && (
        <ul className={styles["list"]} aria-label={text.unsent}>
          {data.dossiers.map(({ dossierId, code, applicant, procedureName, missing }) => (
            <li key={dossierId}>
              <p>
                <Link className={styles["code"]} to="/dossiers/$dossierId" params={{ dossierId }}>
                  {code}
                </Link>
              </p>
              <p lang="vi">
                <strong>{applicant}</strong>, {procedureName}
              </p>
              <p>
                {missing.length === 0 ? (
                  <Mark tone="info">{text.readyToOrder}</Mark>
                ) : (
                  <Mark tone="warning" icon="warning">
                    {text.missingTitle(missing.map((what) => text.missing[what]).join(", "))}
                  </Mark>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
