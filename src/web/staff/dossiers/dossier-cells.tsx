import { STANDING_STATUSES } from "#domain/dossier/dossier-state.ts";
import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { MouseEvent, ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import styles from "./dossier-list.module.css";
import type { ListedDossier, RowPick } from "./dossier-table.tsx";
import { DueBadge } from "./due-badge.tsx";
import { LateWhy } from "./late-why.tsx";

interface OpenerProps<Row> {
  readonly row: Row;
  readonly onOpen: ((row: Row) => void) | undefined;
}

/** What opens the dossier: the one thing in a row that the arrows go to. */
export function DossierOpener<Row extends ListedDossier>({ row, onOpen }: OpenerProps<Row>): ReactElement {
  if (onOpen) {
    return (
      <button type="button" data-opener className={look["opener"]} onClick={() => onOpen(row)}>
        {row.code}
      </button>
    );
  }
  return (
    <Link
      to="/dossiers/$dossierId"
      params={{ dossierId: row.dossierId }}
      data-opener
      className={look["opener"]}
    >
      {row.code}
    </Link>
  );
}

interface PickProps<Row> {
  readonly row: Row;
  readonly picked: RowPick<Row>;
}

/** Chooses a row; with Shift all from the one that was chosen last. */
export function DossierPick<Row extends ListedDossier>({ row, picked }: PickProps<Row>): ReactElement {
  const { work } = useText();
  function pick(event: MouseEvent): void {
    if (!event.shiftKey) return;
    event.preventDefault();
    picked.toggleTo(row);
  }
  return (
    <Checkbox
      size="md"
      aria-label={work.list.choose(row.code)}
      checked={picked.has(row)}
      onClick={pick}
      onChange={() => picked.toggle(row)}
    />
  );
}

interface DueProps {
  readonly row: ListedDossier;
  readonly now: string;
}

/** How the date stands, and the date; while the clock stands the old one is nobody's promise, and is left out. */
export function DossierDue({ row, now }: DueProps): ReactElement {
  const { dates, turns, work } = useText();
  const { standing = null, dueAt, status } = row;
  const stands = standing !== null || STANDING_STATUSES.some((one) => one === status);
  return (
    <>
      <DueBadge dossier={row} standing={standing !== null} now={now} />
      {standing !== null && (
        <span className={styles["since"]}>
          {work.list.since(dates.shortMoment(standing.since), turns.clock.reasons[standing.reason])}
        </span>
      )}
      {dueAt !== null && !stands && <time dateTime={dueAt}>{dates.shortMoment(dueAt)}</time>}
      {dueAt === null && (
        <time dateTime={row.receivedAt}>{work.list.lodgedAt(dates.shortMoment(row.receivedAt))}</time>
      )}
    </>
  );
}

/** Where the dossier is: its status, what is asked of the reader, and who has it. */
export function DossierStatus({ row }: { readonly row: ListedDossier }): ReactElement {
  const { dossiers, groups, lists, work } = useText();
  const { collectAt = null } = row;
  const steps = row.steps ?? [];
  return (
    <div className={styles["status"]}>
      <span>{lists.businessStatuses[row.status].plain}</span>
      {row.handedBack && (
        <span>
          <Mark tone="warning" icon="warning">
            {work.list.handedBack}
          </Mark>
        </span>
      )}
      {row.status === "awaitingApproval" && <Outcome row={row} />}
      {steps.length > 0 && (
        <span lang="vi" className={look["quiet"]}>
          {work.list.steps(steps.join(", "))}
        </span>
      )}
      {collectAt !== null && (
        <span lang="vi">
          <Mark tone="info" icon="info">
            {groups.collectElsewhere(collectAt)}
          </Mark>
        </span>
      )}
      <Shelf row={row} />
      {row.caseOfficer !== null && row.status === "processing" && (
        <span className={look["quiet"]}>{dossiers.columns.inHandOf(row.caseOfficer)}</span>
      )}
      <span className={look["quiet"]} lang="vi">
        {row.unitNow === null ? row.unitName : dossiers.page.nowCalled(row.unitName, row.unitNow)}
      </span>
      {row.lateness && <LateWhy lateness={row.lateness} />}
    </div>
  );
}

/** Where whoever gives the result out finds it. */
function Shelf({ row: { shelf = null } }: { readonly row: ListedDossier }) {
  const { list } = useText().work;
  return shelf !== null && <span lang="vi">{list.shelf(shelf)}</span>;
}

/** What the case officer recorded, as the approver sees it before approving. */
function Outcome({ row: { outcome = null, resultNumber = null } }: { readonly row: ListedDossier }) {
  const { list } = useText().work;
  if (outcome === null) return null;
  return (
    <span>
      {list.outcomes[outcome]}
      {resultNumber !== null && `, ${list.number(resultNumber)}`}
    </span>
  );
}
