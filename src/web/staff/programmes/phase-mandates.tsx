import { listMandates } from "#contract/mandates.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { periodWords } from "./programme-words.ts";
import styles from "./programmes.module.css";

interface Props {
  readonly phaseId: string;
  readonly name: string;
}

/** The mandates of a phase, the newest first, each a way to it. */
export function PhaseMandates({ phaseId, name }: Props): ReactElement {
  const text = useText();
  const list = usePages({
    key: readKey(listMandates, { phaseId }),
    read: (after) => call(listMandates, { query: after === null ? { phaseId } : { phaseId, after } }),
  });
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
  if (list.pages === undefined) return <LoadingLines lines={3} />;
  const rows = list.pages.flatMap(({ mandates }) => mandates);
  if (rows.length === 0) return <p className={styles["quiet"]}>{text.mandates.list.none}</p>;
  return (
    <>
      <ul className={styles["inWords"]} aria-label={`${text.mandates.title}: ${name}`}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              to="/mandates/$mandateId"
              params={{ mandateId: row.id }}
              className={styles["back"]}
              lang="vi"
            >
              {text.mandates.at(row.postOffice.name, row.unit.name)}
            </Link>
            {` · ${periodWords(row, text)} · ${text.mandates.statuses[row.status]}`}
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" size="compact-sm" loading={list.loadingMore} onClick={list.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}
