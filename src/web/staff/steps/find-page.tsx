import { type ProcedureRow, searchProcedures } from "#contract/catalogue.ts";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import look from "#web/ui/rows.module.css";
import { TextField } from "#web/ui/text-field.tsx";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import { call } from "../api.ts";
import page from "../dossiers/page.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

const TYPING_MS = 200;

/** Finds the procedure whose internal procedure is to be read or written. */
export function FindInternalProcedurePage(): ReactElement {
  const { find } = useText().steps;
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim().slice(0, 200), TYPING_MS);
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <div>
          <h1>{find.title}</h1>
          <p className={page["quiet"]}>{find.intro}</p>
        </div>
      </div>
      <TextField label={find.search} value={typed} onChange={setTyped} maxLength={200} autoFocus />
      <Found asked={asked} />
    </div>
  );
}

function Found({ asked }: { readonly asked: string }): ReactElement {
  const { steps, common } = useText();
  const keys = useRowKeys<HTMLUListElement>();
  const { rows, problem, reload, hasMore, loadingMore, loadMore } = useFound(asked);
  if (rows === undefined)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={8} />;
  if (rows.length === 0)
    return <EmptyState icon="search" title={steps.find.none} hint={steps.find.noneHint} />;
  return (
    <>
      <ul {...keys} className={look["cards"]} aria-label={steps.find.list}>
        {rows.map(({ versionId, code, name, fieldName }) => (
          <li key={versionId} className={look["card"]}>
            <Link
              to="/internal-procedures/$versionId"
              params={{ versionId }}
              data-opener
              className={look["opener"]}
              lang="vi"
            >
              {name}
            </Link>
            <p className={look["quiet"]} lang="vi">
              {code} · {fieldName}
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button variant="default" loading={loadingMore} onClick={loadMore}>
          {common.more}
        </Button>
      )}
    </>
  );
}

function useFound(asked: string) {
  const query = asked === "" ? {} : { q: asked };
  const list = usePages({
    key: readKey(searchProcedures, query),
    read: (after) => call(searchProcedures, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  const rows: readonly ProcedureRow[] | undefined = list.pages?.flatMap(({ procedures }) => procedures);
  return { ...list, rows };
}
