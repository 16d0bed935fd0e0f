import {
  type AssignmentBasis,
  type HandOverBasis,
  type MandateBasis,
  type OfficeBasis,
  type Scanned,
  readBasisScan,
} from "#contract/basis.ts";
import { TASKS } from "#domain/mandate/mandate.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ScanContent, ScanList, type ShownScan } from "../scan-list.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { useRead } from "../use-read.ts";
import { decisionWords, periodWords } from "./programme-words.ts";
import styles from "./programmes.module.css";

interface MandateProps {
  readonly mandate: MandateBasis;
  readonly dossierId: string;
  readonly seq: number;
}

/** The mandate, then its phase and its programme, each with its decision and the scans of it. */
export function MandatePanels({ mandate, dossierId, seq }: MandateProps): ReactElement {
  const text = useText();
  const { basis: words } = text.programmes;
  const { phase } = mandate;
  const readsMandates = mayUse(useSession(), "mandate.read");
  const at = { dossierId, seq: String(seq) };
  return (
    <>
      <li>
        <Panel id="mandate" title={words.mandate}>
          <MandateWords mandate={mandate} />
          {readsMandates && (
            <p className={styles["flat"]}>
              <Link
                to="/mandates/$mandateId"
                params={{ mandateId: mandate.mandateId }}
                className={styles["back"]}
              >
                {words.openMandate}
              </Link>
            </p>
          )}
          {mandate.decision && <DecisionOf scanned={mandate.decision} at={at} />}
        </Panel>
      </li>
      {phase === null ? (
        <li>
          <Panel id="phase" title={words.programme}>
            <p className={styles["quiet"]}>{words.phaseNone}</p>
          </Panel>
        </li>
      ) : (
        <>
          <li>
            <Panel id="phase" title={words.phase(phase.label)}>
              <p className={styles["flat"]}>{periodWords(phase, text)}</p>
              <DecisionOf scanned={phase.decision} at={at} />
            </Panel>
          </li>
          <li>
            <Panel id="programme" title={words.programme}>
              <p className={styles["strong"]} lang="vi">
                {phase.programme}
              </p>
              <DecisionOf scanned={phase.programmeDecision} at={at} />
            </Panel>
          </li>
        </>
      )}
    </>
  );
}

function MandateWords({ mandate }: { readonly mandate: MandateBasis }): ReactElement {
  const text = useText();
  const { page, autonomies } = text.mandates;
  const { basis: words } = text.programmes;
  const { decision, postOffice, unit, tasks, fields, procedures, exceptions } = mandate;
  const list = (label: string, names: readonly string[]): readonly Fact[] =>
    names.length === 0 ? [] : [{ label, value: <span lang="vi">{names.join(", ")}</span> }];
  return (
    <>
      <p className={styles["strong"]} lang="vi">
        {page.sentence(
          decision?.decision.issuer ?? page.grantorUnknown,
          postOffice,
          tasks.map((task) => text.lists.tasks[task]).join(", "),
          unit,
        )}
      </p>
      <p className={styles["marks"]}>
        <Mark tone={mandate.inForceThen ? "success" : "warning"}>
          {mandate.inForceThen ? words.inForceThen : words.notInForceThen}
        </Mark>
      </p>
      <Facts
        facts={[
          ...list(page.fields, fields),
          ...list(page.procedures, procedures),
          ...list(page.exceptions, exceptions),
          {
            label: page.autonomy,
            value: `${autonomies[mandate.autonomy].name}. ${autonomies[mandate.autonomy].means}`,
          },
          { label: page.period, value: periodWords(mandate, text) },
          ...(mandate.conditions === "" ? [] : list(page.conditions, [mandate.conditions])),
        ]}
      />
    </>
  );
}

interface DecisionProps {
  readonly scanned: Scanned;
  readonly at: { readonly dossierId: string; readonly seq: string };
}

/** A decision with its scans, read by way of the act that rests on it. */
function DecisionOf({ scanned, at }: DecisionProps): ReactElement {
  const text = useText();
  const { decision, scans } = scanned;
  return (
    <div className={styles["finding"]}>
      <p className={styles["flat"]} lang="vi">
        <strong>{decisionWords(decision, text)}</strong>
      </p>
      <p className={styles["quiet"]} lang="vi">
        {decision.source === "" ? decision.title : `${decision.title} · ${decision.source}`}
      </p>
      <ScanList scans={scans} renderOpened={(scan) => <OpenedScan scan={scan} at={at} />} />
    </div>
  );
}

/** A scan that may be read by way of the act. */
function OpenedScan({ scan, at }: { readonly scan: ShownScan } & Pick<DecisionProps, "at">): ReactElement {
  const read = useRead(readBasisScan, { params: { ...at, fileId: scan.fileId } });
  return <ScanContent scan={scan} read={read} />;
}

interface HandOverProps extends Omit<MandateProps, "mandate"> {
  readonly handOver: HandOverBasis;
}

/** Why what somebody held went on, to whom, by which decision, and the way to the record. */
export function HandOverPanel({ handOver, dossierId, seq }: HandOverProps): ReactElement {
  const { programmes, handOvers } = useText();
  const { basis: words } = programmes;
  const { record } = handOvers;
  const { decision, handOverId } = handOver;
  const readsRecords = mayUse(useSession(), "handOver.read");
  return (
    <Panel id="hand-over" title={words.handOver}>
      <Facts
        facts={[
          { label: record.cause, value: record.causes[handOver.cause] },
          { label: record.from, value: <span lang="vi">{handOver.from}</span> },
          {
            label: record.to,
            value: <span lang="vi">{handOver.successor ?? words.toPlace}</span>,
          },
        ]}
      />
      {readsRecords && (
        <p className={styles["flat"]}>
          <Link to="/hand-overs/$handOverId" params={{ handOverId }} className={styles["back"]}>
            {record.name}
          </Link>
        </p>
      )}
      {decision && <DecisionOf scanned={decision} at={{ dossierId, seq: String(seq) }} />}
    </Panel>
  );
}

/** A task outside of the list: who gave it, why, and whether he or she stands by. */
export function AssignmentPanel({ assignment }: { readonly assignment: AssignmentBasis }): ReactElement {
  const text = useText();
  const { basis: words } = text.programmes;
  const { head, task, reason, standsBy, givenAt, unit, revokedAt } = assignment;
  const known = TASKS.find((one) => one === task);
  return (
    <Panel id="assignment" title={words.assignment}>
      <Facts
        facts={[
          { label: words.head, value: <span lang="vi">{`${head}, ${unit}`}</span> },
          { label: words.subject, value: known === undefined ? task : text.lists.tasks[known] },
          { label: words.reason, value: reason },
          { label: words.given, value: <time dateTime={givenAt}>{text.dates.moment(givenAt)}</time> },
          { label: text.mandates.page.period, value: periodWords(assignment, text) },
        ]}
      />
      {standsBy && <p className={styles["flat"]}>{words.standsBy}</p>}
      {revokedAt !== null && (
        <p className={styles["quiet"]}>{words.revoked(text.dates.shortMoment(revokedAt))}</p>
      )}
    </Panel>
  );
}

/** Somebody's own office: what they are, where, since when. */
export function OfficePanel({ office }: { readonly office: OfficeBasis }): ReactElement {
  const text = useText();
  const { basis: words } = text.programmes;
  return (
    <Panel id="office" title={words.office}>
      <Facts
        facts={[
          { label: words.role, value: text.lists.roles[office.role] },
          { label: words.place, value: <span lang="vi">{office.place}</span> },
          { label: text.mandates.page.period, value: periodWords(office, text) },
        ]}
      />
    </Panel>
  );
}
