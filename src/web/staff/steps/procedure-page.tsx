import { type InternalProcedureView, readInternalProcedures } from "#contract/steps.ts";
import { Button } from "@mantine/core";
import { Link, getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import type { AnswerOf } from "../api.ts";
import page from "../dossiers/page.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { ProcedureForm } from "./procedure-form.tsx";
import { ProcedureHistory } from "./procedure-history.tsx";
import { ProcedureSheet } from "./procedure-sheet.tsx";
import styles from "./steps.module.css";

const route = getRouteApi("/internal-procedures/$versionId");

export type InternalProcedures = AnswerOf<typeof readInternalProcedures>;

/** The internal procedure of a procedure version: the one in force, all that were before, and the writing of another. */
export function InternalProcedurePage(): ReactElement {
  const { versionId } = route.useParams();
  const { data, problem, reload } = useRead(readInternalProcedures, { params: { versionId } });
  return (
    <div className={page["page"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <Procedure key={versionId} read={data} />}
      {!data && !problem && <LoadingLines lines={10} />}
    </div>
  );
}

function Procedure({ read }: { readonly read: InternalProcedures }): ReactElement {
  const { page: text } = useText().steps;
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const all = read.internalProcedures;
  const shown = shownOf(all, chosen);
  const mayWrite = read.general || read.mayPlanFor.length > 0;
  if (writing) {
    return (
      <>
        <Head read={read} />
        <ProcedureForm read={read} base={shown} onClose={() => setWriting(false)} />
      </>
    );
  }
  const write = mayWrite && (
    <Button onClick={() => setWriting(true)} leftSection={<Icon name="pen" size={18} />}>
      {all.length === 0 ? text.write : text.rewrite}
    </Button>
  );
  return (
    <>
      <Head read={read} acts={all.length > 0 && write} />
      {shown === null ? (
        <EmptyState icon="queue" title={text.none} hint={text.noneHint}>
          {write}
        </EmptyState>
      ) : (
        <div className={styles["sides"]}>
          <ProcedureSheet procedure={shown} read={read} />
          <ProcedureHistory procedures={all} shownId={shown.internalProcedureId} onShow={setChosen} />
        </div>
      )}
    </>
  );
}

/** The one that was picked, else the one in force, else the newest. */
function shownOf(all: readonly InternalProcedureView[], chosen: string | null): InternalProcedureView | null {
  return (
    all.find(({ internalProcedureId }) => internalProcedureId === chosen) ??
    all.find(({ state }) => state === "inForce") ??
    all[0] ??
    null
  );
}

interface HeadProps {
  readonly read: InternalProcedures;
  readonly acts?: ReactElement | false;
}

function Head({ read, acts }: HeadProps): ReactElement {
  const text = useText();
  const { page: words } = text.steps;
  const { procedureCode, procedureName, validFrom, validTo, whole } = read;
  const from = text.dates.shortDay(validFrom);
  return (
    <div className={`${page["head"]} no-print`}>
      <div className={styles["title"]}>
        <p className={page["quiet"]}>
          <Link to="/internal-procedures" className={styles["back"]}>
            {words.back}
          </Link>
        </p>
        <h1 lang="vi">
          {words.title}: {procedureName}
        </h1>
        <p className={page["quiet"]}>
          {procedureCode}.{" "}
          {validTo === null ? words.versionFrom(from) : words.versionSpan(from, text.dates.shortDay(validTo))}
          .{" "}
          {whole === null
            ? words.wholeUnknown
            : `${words.whole(text.dueDate.limits[whole.unit](whole.amount))}.`}
        </p>
      </div>
      <div>{acts}</div>
    </div>
  );
}
