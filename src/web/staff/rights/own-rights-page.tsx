import { readOwnRights } from "#contract/assignments.ts";
import { readOwnCoordination } from "#contract/programmes.ts";
import { type ReactElement, useEffect } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice, type Tone } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { readKey, useRead } from "../use-read.ts";
import { AssignmentList } from "./assignment-list.tsx";
import { CoordinationPanel } from "./coordination-panel.tsx";
import styles from "./rights.module.css";
import { RightsTable } from "./rights-table.tsx";

type OwnRights = AnswerOf<typeof readOwnRights>;

const FRESH_MS = 60_000;

/** The clerk's own sheet: what may be done at this counter today, by which decision, until when. */
export function OwnRightsPage(): ReactElement {
  const { own } = useText().mandates;
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{own.title}</h1>
      </div>
      <Sheet />
    </div>
  );
}

function Sheet(): ReactElement {
  const { counter, counterClosed } = useSession();
  const at = counterClosed ? null : counter;
  const { data, problem, reload } = useRead(readOwnRights, {}, { refetchEveryMs: FRESH_MS });
  const counterId = at?.id;
  useEffect(() => {
    if (counterId === undefined) return;
    for (const route of [readOwnRights, readOwnCoordination])
      void queryClient.invalidateQueries({ queryKey: readKey(route) });
  }, [counterId]);
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  // What was read at the counter before is not shown for this one.
  if (!data || data.unitName !== (at?.unitName ?? null)) return <LoadingLines lines={8} />;
  return <Own rights={data} />;
}

function Own({ rights }: { readonly rights: OwnRights }): ReactElement {
  const text = useText();
  const { own } = text.mandates;
  const { clerk, assignments } = rights;
  const { tone, title, hint } = sentence(rights, text);
  return (
    <>
      <Notice tone={tone} title={title}>
        {hint}
      </Notice>
      {rights.unitName !== null && <CoordinationPanel unitName={rights.unitName} />}
      {clerk && clerk.rights.length > 0 && (
        <Panel id="own-rights" title={own.byDecision}>
          <RightsTable clerk={clerk} />
        </Panel>
      )}
      {clerk && (
        <Panel id="own-assignments" title={own.assignments}>
          {assignments.length === 0 ? (
            <p className={styles["quiet"]}>{own.assignmentsNone}</p>
          ) : (
            <AssignmentList label={own.assignments} assignments={assignments} />
          )}
        </Panel>
      )}
      {clerk && clerk.untrainedFields.length > 0 && (
        <Panel id="untrained" title={own.untrained}>
          <p lang="vi">{clerk.untrainedFields.join(", ")}</p>
        </Panel>
      )}
      {clerk && (
        <Panel id="missing" title={own.missing}>
          <ol className={styles["steps"]}>
            {own.missingSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

/** The one thing to know, first. */
function sentence(
  { unitName, clerk }: OwnRights,
  { mandates: { own } }: Words,
): { readonly tone: Tone; readonly title: string; readonly hint?: string } {
  if (unitName === null) return { tone: "info", title: own.noCounter };
  if (clerk === null) return { tone: "info", title: own.officer(unitName), hint: own.officerHint };
  if (clerk.suspended) return { tone: "warning", title: own.suspended(unitName) };
  if (clerk.rights.length === 0) return { tone: "warning", title: own.mayNothing(unitName) };
  const tasks = new Set(clerk.rights.map(({ task }) => task)).size;
  const fields = new Set(clerk.rights.map(({ fieldCode }) => fieldCode)).size;
  return { tone: "success", title: own.may(unitName, tasks, fields) };
}
