import { type ReceiptDueRow, deliverReceipt, listReceiptsDue } from "#contract/confirming.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { showToast } from "#web/ui/toasts.tsx";
import { settle } from "../dossiers/act-outcome.ts";
import { receiptLink } from "../dossiers/file-link.ts";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { REFRESH_MS } from "./confirm-board.tsx";
import styles from "./confirming.module.css";
import { RefreshButton } from "./refresh-button.tsx";

/** Mẫu 01 of confirmed dossiers: print, hand over or post, and mark as done. */
export function ReceiptsDue(): ReactElement {
  const text = useText();
  const { data, problem, reload, fetching } = useRead(listReceiptsDue, {}, { refetchEveryMs: REFRESH_MS });
  if (!data)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  const { receipts } = text.confirming;
  if (data.rows.length === 0)
    return <EmptyState icon="success" title={receipts.empty} hint={receipts.emptyHint} />;
  return (
    <div className={styles["listSide"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <div className={styles["bar"]}>
        <p className={look["quiet"]}>{receipts.hint}</p>
        <RefreshButton fetching={fetching} onClick={reload} />
      </div>
      {data.rows.length < data.total && <p>{text.confirming.shownOf(data.rows.length, data.total)}</p>}
      <ul className={styles["rows"]} aria-label={receipts.list}>
        {data.rows.map((row) => (
          <DueRow key={row.dossierId} row={row} />
        ))}
      </ul>
    </div>
  );
}

function DueRow({ row }: { readonly row: ReceiptDueRow }): ReactElement {
  const text = useText();
  const act = useAct(deliverReceipt);
  const { receipts } = text.confirming;
  const { dossierId, version, by, code } = row;
  async function deliver(): Promise<void> {
    const result = await act.send({ params: { dossierId }, body: { version, by } });
    settle(result, () => {
      showToast({ text: receipts.marked(code) });
      void forgetDossiers();
    });
  }
  return (
    <li className={styles["rowItem"]}>
      <span />
      <div className={styles["body"]}>
        <div className={styles["topLine"]}>
          <strong>{code}</strong>
          <Mark tone="info">{text.lists.receiptDeliveries[by]}</Mark>
          <span className={styles["bar"]}>
            <Button
              component="a"
              href={receiptLink(dossierId)}
              target="_blank"
              rel="noreferrer"
              variant="default"
              size="compact-md"
              leftSection={<Icon name="print" size={16} />}
              aria-label={receipts.printOf(code)}
            >
              {receipts.print}
            </Button>
            <Button
              size="compact-md"
              loading={act.pending}
              aria-label={receipts.doneOf(receipts.done[by], code)}
              onClick={() => void deliver()}
            >
              {receipts.done[by]}
            </Button>
          </span>
        </div>
        <div>
          <p lang="vi">
            <strong>{row.applicantName}</strong>
          </p>
          <p lang="vi">{row.procedureName}</p>
        </div>
        <div>
          <p className={look["quiet"]}>{`${receipts.received} ${text.dates.shortMoment(row.receivedAt)}`}</p>
          {by === "message" && <p className={look["quiet"]}>{receipts.messageByHand}</p>}
        </div>
        {act.problem && <ProblemNotice problem={act.problem} />}
      </div>
    </li>
  );
}
