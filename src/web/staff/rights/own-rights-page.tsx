import { readOwnRights } from "#contract/assignments.ts";
import { readOwnCoordination } from "#contract/programmes.ts";
import { type ReactElement, useEffect } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { queryClient } from "../query-client.ts";
import { useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { readKey, useRead } from "../use-read.ts";
import { AssignmentList } from "./assignment-list.tsx";
import { CoordinationPanel } from "./coordination-panel.tsx";
import { type OwnRights, ownSentence } from "./own-sentence.ts";
import styles from "./rights.module.css";
import { RightsTable } from "./rights-table.tsx";
import { StopLines } from "./stop-lines.tsx";

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
  const { clerk, unitName } = rights;
  const { tone, title, hint } = ownSentence(rights, text);
  const mayNothing = clerk !== null && clerk.rights.length === 0 && tone === "warning";
  return (
    <>
      <Notice tone={tone} title={title}>
        {hint}
        {mayNothing && <Stopped rights={rights} />}
      </Notice>
      {!mayNothing && clerk !== null && clerk.stops.length > 0 && (
        <Notice tone="warning" title={own.alsoStopped}>
          <Stopped rights={rights} />
        </Notice>
      )}
      {unitName !== null && <CoordinationPanel unitName={unitName} />}
      {clerk && <ClerkSheet clerk={clerk} assignments={rights.assignments} />}
    </>
  );
}

interface ClerkProps extends Pick<OwnRights, "assignments"> {
  readonly clerk: NonNullable<OwnRights["clerk"]>;
}

function ClerkSheet({ clerk, assignments }: ClerkProps): ReactElement {
  const { own } = useText().mandates;
  return (
    <>
      {clerk.rights.length > 0 && (
        <Panel id="own-rights" title={own.byDecision}>
          <RightsTable clerk={clerk} />
        </Panel>
      )}
      <Panel id="own-assignments" title={own.assignments}>
        {assignments.length === 0 ? (
          <p className={styles["quiet"]}>{own.assignmentsNone}</p>
        ) : (
          <AssignmentList label={own.assignments} assignments={assignments} />
        )}
      </Panel>
      {clerk.untrainedFields.length > 0 && (
        <Panel id="untrained" title={own.untrained}>
          <p lang="vi">{clerk.untrainedFields.join(", ")}</p>
        </Panel>
      )}
      <Panel id="missing" title={own.missing}>
        <ol className={styles["steps"]}>
          {own.missingSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Panel>
    </>
  );
}

/** What stops the clerk, by which decision, since when, and whom to ask. */
function Stopped({ rights: { clerk, heads } }: { readonly rights: OwnRights }): ReactElement | null {
  const text = useText();
  if (!clerk) return null;
  return (
    <>
      <StopLines stops={clerk.stops} />
      <p lang="vi">{text.mandates.own.ask(heads.join(", "))}</p>
    </>
  );
}
