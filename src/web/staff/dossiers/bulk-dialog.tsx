import type { BulkMove, QueueRow } from "#contract/queue.ts";
import { Progress } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { BulkFoot } from "./bulk-foot.tsx";
import { rowsFor } from "./bulk-moves.ts";
import styles from "./bulk.module.css";
import { type Bulk, useBulk } from "./use-bulk.ts";

interface Props {
  readonly move: BulkMove;
  /** The picked rows as they were when the dialog was opened. */
  readonly picked: readonly QueueRow[];
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** One act for many dossiers: what it will be done to, how far it is, and what became of each. */
export function BulkDialog({ move, picked, onClose, onSettled }: Props): ReactElement {
  const { work } = useText();
  // The list behind is read again meanwhile: what was chosen when the dialog opened is what is meant.
  const [rows] = useState(() => rowsFor(move, picked));
  const [leftOut] = useState(() => picked.length - rows.length);
  const bulk = useBulk(move, rows);
  const begun = bulk.running || bulk.results.size > 0 || bulk.problem !== null;
  function close(): void {
    if (bulk.results.size > 0) onSettled();
    onClose();
  }
  return (
    <Dialog
      opened
      size="lg"
      title={work.bulk.title(work.bulk.acts[move], rows.length)}
      onClose={close}
      closable={!bulk.running}
    >
      <div className={styles["body"]}>
        {leftOut > 0 && <p className={styles["words"]}>{work.bulk.leftOut(leftOut)}</p>}
        {begun ? <Outcome move={move} rows={rows} bulk={bulk} /> : <Ask move={move} />}
        <BulkRows rows={rows} bulk={bulk} />
        <BulkFoot move={move} rows={rows} bulk={bulk} begun={begun} onClose={close} />
      </div>
    </Dialog>
  );
}

function Ask({ move }: { readonly move: BulkMove }): ReactElement {
  const { work } = useText();
  return (
    <p className={styles["words"]}>
      {move === "approve" && `${work.bulk.look} `}
      {work.bulk.each}
    </p>
  );
}

interface RowsProps {
  readonly rows: readonly QueueRow[];
  readonly bulk: Bulk;
}

function Outcome({ move, rows, bulk }: RowsProps & { readonly move: BulkMove }): ReactElement {
  const { work } = useText();
  const all = [...bulk.results.values()];
  const refused = all.filter(({ refusal }) => refusal !== null).length;
  const settled = !bulk.running && bulk.problem === null;
  return (
    <>
      <Progress
        value={(all.length / rows.length) * 100}
        aria-label={work.bulk.progress(all.length, rows.length)}
      />
      <p role="status" className={styles["words"]}>
        {work.bulk.progress(all.length, rows.length)}
        {settled && `. ${work.bulk.done(all.length - refused)}`}
        {settled && refused > 0 && `, ${work.bulk.refused(refused)}`}
        {settled && refused < all.length && `. ${work.bulk.wayBack[move]}`}
      </p>
      {bulk.problem && <ProblemNotice problem={bulk.problem} />}
    </>
  );
}

function BulkRows({ rows, bulk }: RowsProps): ReactElement {
  const { work } = useText();
  return (
    <ul className={styles["rows"]} aria-label={work.bulk.results} tabIndex={0}>
      {rows.map((row) => (
        <li key={row.dossierId}>
          <div>
            <strong className={styles["code"]}>{row.code}</strong> <span lang="vi">{row.applicantName}</span>
            {row.outcome !== null && row.status === "awaitingApproval" && (
              <span className={styles["words"]}>
                {work.list.outcomes[row.outcome]}
                {row.resultNumber !== null && `, ${work.list.number(row.resultNumber)}`}
              </span>
            )}
          </div>
          <RowOutcome row={row} bulk={bulk} />
        </li>
      ))}
    </ul>
  );
}

function RowOutcome({ row, bulk }: { readonly row: QueueRow; readonly bulk: Bulk }): ReactElement | null {
  const { refusals, work } = useText();
  const result = bulk.results.get(row.dossierId);
  if (!result)
    return bulk.problem === null ? null : (
      <Mark tone="quiet" icon="clock">
        {work.bulk.waiting}
      </Mark>
    );
  if (result.refusal === null)
    return (
      <Mark tone="success" icon="success">
        {work.bulk.ok}
      </Mark>
    );
  const { what, wayOut } = refusals[result.refusal.code](result.refusal.details);
  return (
    <div className={styles["refused"]}>
      <Mark tone="warning" icon="warning">
        {what}
      </Mark>
      <p className={styles["words"]}>{wayOut}</p>
    </div>
  );
}
