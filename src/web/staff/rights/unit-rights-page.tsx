import { type AssignmentView, type ClerkView, readUnitRights } from "#contract/assignments.ts";
import { localTime } from "#domain/shared/instant.ts";
import { Button, NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { AssignmentList } from "./assignment-list.tsx";
import { GiveDialog } from "./give-dialog.tsx";
import { RecurringPanel } from "./recurring-panel.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import styles from "./rights.module.css";
import { RightsTable } from "./rights-table.tsx";
import { StopLines } from "./stop-lines.tsx";

export type UnitRights = AnswerOf<typeof readUnitRights>;

/** What others change must be seen without a reload: a mandate that was suspended, a task that was used. */
const FRESH_MS = 60_000;

/** Who of the post may do what at the unit today, and the tasks that its head gives outside of the list. */
export function UnitRightsPage(): ReactElement {
  const { mandates } = useText();
  const [unitId, setUnitId] = useState<string | null>(null);
  const query = unitId === null ? {} : { unitId };
  const { data, problem, reload } = useRead(readUnitRights, { query }, { refetchEveryMs: FRESH_MS });
  const [giving, setGiving] = useState(false);
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{mandates.rights.title}</h1>
          {data && <Intro unit={data.unitName} />}
        </div>
        {data && <UnitChoice rights={data} onChoose={setUnitId} />}
        {data && data.clerks.length > 0 && (
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setGiving(true)}>
            {mandates.rights.give}
          </Button>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <Rights rights={data} />}
      {data && giving && <GiveDialog rights={data} onClose={() => setGiving(false)} />}
    </div>
  );
}

/** For whoever heads several units; with one there is nothing to choose. */
function UnitChoice({
  rights: { units, unitId },
  onChoose,
}: {
  readonly rights: UnitRights;
  readonly onChoose: (unitId: string) => void;
}): ReactElement | null {
  const { mandates } = useText();
  if (units.length < 2) return null;
  return (
    <NativeSelect
      label={mandates.rights.unit}
      data={units.map(({ id, name }) => ({ value: id, label: name }))}
      value={unitId}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

function Intro({ unit }: { readonly unit: string }): ReactElement {
  const { mandates, dates } = useText();
  return (
    <p className={styles["quiet"]}>{mandates.rights.intro(unit, dates.day(localTime(serverNow()).day))}</p>
  );
}

function Rights({ rights }: { readonly rights: UnitRights }): ReactElement {
  const { mandates } = useText();
  const { rights: text } = mandates;
  const [revoked, setRevoked] = useState<AssignmentView | null>(null);
  return (
    <div className={styles["columns"]}>
      <div className={styles["stack"]}>
        {rights.clerks.length === 0 && (
          <EmptyState icon="person" title={text.clerksNone} hint={text.clerksNoneHint} />
        )}
        {rights.clerks.map((clerk) => (
          <ClerkPanel key={`${clerk.accountId} ${clerk.postOffice}`} clerk={clerk} />
        ))}
      </div>
      <div className={styles["stack"]}>
        <RecurringPanel unitId={rights.unitId} />
        <Panel id="assignments" title={text.assignments}>
          {rights.assignments.length === 0 ? (
            <p className={styles["quiet"]}>{text.assignmentsNone}</p>
          ) : (
            <>
              <AssignmentList
                label={text.assignments}
                assignments={rights.assignments}
                onRevoke={(assignment) => setRevoked(assignment)}
              />
              <p className={styles["quiet"]}>{text.assignmentsHint}</p>
            </>
          )}
        </Panel>
      </div>
      {revoked && <RevokeDialog assignment={revoked} onClose={() => setRevoked(null)} />}
    </div>
  );
}

function ClerkPanel({ clerk }: { readonly clerk: ClerkView }): ReactElement {
  const { rights: text } = useText().mandates;
  return (
    <Panel
      id={`clerk-${clerk.accountId}`}
      title={<span lang="vi">{clerk.fullName}</span>}
      actions={
        <>
          <span className={styles["quiet"]} lang="vi">
            {clerk.postOffice}
          </span>
          {clerk.suspended && (
            <Mark tone="warning" icon="warning">
              {text.suspended}
            </Mark>
          )}
        </>
      }
    >
      {clerk.suspended && (
        <Notice tone="warning" title={text.suspendedHint}>
          <StopLines stops={clerk.stops} />
        </Notice>
      )}
      {!clerk.suspended && clerk.stops.length > 0 && (
        <div className={styles["quiet"]}>
          <StopLines stops={clerk.stops} />
        </div>
      )}
      {clerk.stops.length === 0 && clerk.rights.length === 0 && (
        <p className={styles["quiet"]}>{text.nothing}</p>
      )}
      {clerk.rights.length > 0 && <RightsTable clerk={clerk} />}
      {clerk.untrainedFields.length > 0 && (
        <p className={styles["untrained"]} lang="vi">
          <Icon name="warning" size={16} />
          <span>{text.untrained(clerk.untrainedFields.join(", "))}</span>
        </p>
      )}
    </Panel>
  );
}
