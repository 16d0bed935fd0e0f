import { type StaffFreedRow, withdrawStaffFreed } from "#contract/staff-freed.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import styles from "./programmes.module.css";
import { forgetProgrammes } from "./use-programmes.ts";

interface Props {
  readonly rows: readonly StaffFreedRow[];
  readonly edits: boolean;
}

/** Line by line; what was withdrawn stays, struck through, with who withdrew it and why. */
export function FreedRows({ rows, edits }: Props): ReactElement {
  const { programmes } = useText();
  const [withdrawing, setWithdrawing] = useState<StaffFreedRow | null>(null);
  return (
    <>
      <ol className={look["cards"]} aria-label={programmes.tabs.freed}>
        {rows.map((row) => (
          <li key={row.id} className={look["card"]}>
            <Line row={row} onWithdraw={edits && !row.withdrawn ? () => setWithdrawing(row) : null} />
          </li>
        ))}
      </ol>
      {withdrawing && <WithdrawDialog row={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

interface LineProps {
  readonly row: StaffFreedRow;
  readonly onWithdraw: (() => void) | null;
}

function Line({ row, onWithdraw }: LineProps): ReactElement {
  const { programmes, dates } = useText();
  const text = programmes.freed;
  const cause = row.phase
    ? programmes.mandate.phaseLine(row.phase.label, row.phase.programme)
    : (row.mandate?.name ?? "");
  const went = [programmes.wentTo[row.wentTo], row.wentToWords].filter((words) => words !== "").join(": ");
  return (
    <>
      <div className={styles["row"]}>
        <strong className={row.withdrawn ? styles["withdrawn"] : undefined} lang="vi">
          {`${row.persons} × ${row.postTitle}`}
        </strong>
        {row.withdrawn && <Mark tone="quiet">{text.withdrawnMark}</Mark>}
        {onWithdraw && (
          <span className={styles["actions"]}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.withdrawOf(row.postTitle)}
              onClick={onWithdraw}
            >
              {text.withdraw}
            </Button>
          </span>
        )}
      </div>
      <p lang="vi">{`${row.place} · ${dates.shortDay(row.freedOn)} · ${went}`}</p>
      <p className={styles["under"]} lang="vi">
        {`${cause} · ${text.recorded(row.recordedBy)}`}
      </p>
      {row.note !== "" && <p>{row.note}</p>}
      {row.withdrawn && <p>{text.withdrawn(row.withdrawn.by, row.withdrawn.reason)}</p>}
    </>
  );
}

interface DialogProps {
  readonly row: StaffFreedRow;
  readonly onClose: () => void;
}

function WithdrawDialog({ row, onClose }: DialogProps): ReactElement {
  const { programmes, common, mandates } = useText();
  const text = programmes.freed;
  const act = useAct(withdrawStaffFreed);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);

  async function withdraw(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "") return;
    const result = await act.send({ params: { freedId: row.id }, body: { reason: reason.trim() } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.withdrawDone });
    await forgetProgrammes();
  }

  return (
    <Dialog opened onClose={onClose} title={text.withdrawTitle}>
      <form className={styles["form"]} onSubmit={(event) => void withdraw(event)} noValidate>
        <p className={styles["flat"]} lang="vi">
          <strong>{`${row.persons} × ${row.postTitle}`}</strong>
        </p>
        <p className={styles["flat"]}>{text.withdrawBody}</p>
        <Textarea
          label={mandates.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && reason.trim() === "" ? mandates.missing : undefined}
          maxLength={500}
          autosize
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" loading={act.pending}>
            {text.withdraw}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
