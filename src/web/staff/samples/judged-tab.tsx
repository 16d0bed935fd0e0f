import type { SampleView } from "#contract/samples.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { MoreSamples } from "./more-samples.tsx";
import { actWords, keyOf } from "./sample-words.ts";
import styles from "./samples.module.css";
import { useSamples } from "./use-samples.ts";

/** What has been judged: all of it, or what was wrong. */
export function JudgedTab({ state }: { readonly state: "judged" | "wrong" }): ReactElement {
  const { samples: text } = useText();
  const list = useSamples(state);
  const { samples, problem } = list;
  if (samples === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={list.reload} /> : <LoadingLines lines={8} />;
  if (samples.length === 0)
    return <EmptyState icon="scan" title={state === "judged" ? text.judgedNone : text.wrongNone} />;
  return (
    <div className={styles["stack"]}>
      <ol className={look["cards"]} aria-label={text.list}>
        {samples.map((sample) => (
          <li key={keyOf(sample)} className={look["card"]}>
            <Judged sample={sample} />
          </li>
        ))}
      </ol>
      <MoreSamples list={list} />
    </div>
  );
}

function Judged({ sample }: { readonly sample: SampleView }): ReactElement {
  const text = useText();
  const { samples: words } = text;
  const { dossierId, code, clerk, postOffice, at, verdict } = sample;
  return (
    <>
      <div className={styles["row"]}>
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={look["opener"]}>
          {code}
        </Link>
        {verdict && <VerdictMark verdict={verdict} />}
      </div>
      <p lang="vi">{words.line(actWords(sample, text), `${clerk}, ${postOffice}`)}</p>
      <p className={styles["quiet"]}>{words.at(text.dates.shortMoment(at))}</p>
      {verdict && verdict.words !== "" && <p lang="vi">{verdict.words}</p>}
      {verdict && (
        <p className={styles["quiet"]} lang="vi">
          {words.judged(verdict.by, text.dates.shortMoment(verdict.at))}
        </p>
      )}
    </>
  );
}

function VerdictMark({ verdict }: { readonly verdict: NonNullable<SampleView["verdict"]> }): ReactElement {
  const { samples: words } = useText();
  return verdict.kind === null ? (
    <Mark tone="success" icon="success">
      {words.right}
    </Mark>
  ) : (
    <Mark tone="error" icon="error">
      {words.kinds[verdict.kind]}
    </Mark>
  );
}
