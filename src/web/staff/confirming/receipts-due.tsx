import { type ReceiptDueRow, deliverReceipt } from "#contract/confirming.ts";
import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
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
import styles from "./confirming.module.css";
import { filterRows } from "./filter-rows.ts";
import { ListHead, MoreRows } from "./list-head.tsx";
import { PrintBar, useToPrint } from "./print-bar.tsx";
import { useBarred } from "./use-barred.ts";
import { useReceiptsDue, useWholeWhileTyping } from "./use-waiting.ts";

/** Mẫu 01 of confirmed dossiers: print, hand over or post, and mark as done. */
export function ReceiptsDue(): ReactElement {
  const text = useText();
  const read = useReceiptsDue();
  const [typed, setTyped] = useState("");
  const barredBy = useBarred("deliverReceipt");
  useWholeWhileTyping(read, typed);
  const toPrint = useToPrint(read.rows ?? []);
  const { rows, problem, reload } = read;
  if (!rows)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  const { receipts } = text.confirming;
  if (rows.length === 0)
    return <EmptyState icon="success" title={receipts.empty} hint={receipts.emptyHint} />;
  const shown = filterRows(rows, typed);
  return (
    <div className={styles["listSide"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <p className={`${styles["hint"]} ${look["quiet"]}`}>{receipts.hint}</p>
      <ListHead read={read} typed={typed} onType={setTyped} words={receipts} />
      <PrintBar shown={shown} toPrint={toPrint} />
      {shown.length === 0 ? (
        <EmptyState icon="search" title={text.confirming.noMatch(typed)} />
      ) : (
        <ul className={styles["rows"]} aria-label={receipts.list}>
          {shown.map((row) => (
            <DueRow
              key={row.dossierId}
              row={row}
              chosen={toPrint.ids.includes(row.dossierId)}
              onChoose={() => toPrint.toggle(row.dossierId)}
              barredBy={barredBy(row)}
            />
          ))}
        </ul>
      )}
      <MoreRows read={read} />
    </div>
  );
}

interface DueRowProps {
  readonly row: ReceiptDueRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** Why this person may not mark it now; printing stays. */
  readonly barredBy: string | null;
}

function DueRow({ row, chosen, onChoose, barredBy }: DueRowProps): ReactElement {
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
      <span className={styles["check"]}>
        <Checkbox aria-label={text.confirming.choose(code)} checked={chosen} onChange={onChoose} />
      </span>
      <div className={styles["body"]} data-acts>
        <div className={styles["topLine"]}>
          <Link to="/dossiers/$dossierId" params={{ dossierId }} className={look["opener"]}>
            <strong>{code}</strong>
          </Link>
          <Mark tone="info">{text.lists.receiptDeliveries[by]}</Mark>
        </div>
        <div>
          <p lang="vi">
            <strong>{row.applicantName}</strong>
          </p>
          <p lang="vi">{row.procedureName}</p>
          {by === "message" && <MessageState notice={row.notice} />}
        </div>
        <div>
          <p className={look["quiet"]}>{`${receipts.received} ${text.dates.shortMoment(row.receivedAt)}`}</p>
          {barredBy !== null && <p className={look["quiet"]}>{barredBy}</p>}
        </div>
        <div className={styles["rowActs"]}>
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
            disabled={barredBy !== null}
            aria-label={receipts.doneOf(receipts.done[by], code)}
            onClick={() => void deliver()}
          >
            {receipts.done[by]}
          </Button>
        </div>
        {act.problem && <ProblemNotice problem={act.problem} />}
      </div>
    </li>
  );
}

/** Where the message is; without one a person tells the citizen. */
function MessageState({ notice }: Pick<ReceiptDueRow, "notice">): ReactElement {
  const { notices, dates, confirming } = useText();
  if (!notice) return <p className={look["quiet"]}>{confirming.receipts.messageByHand}</p>;
  const { channel, state, problem, attempts, triedAt } = notice;
  return (
    <>
      <p>{`${notices.channels[channel]}: ${notices.states[state]}. ${notices.due[state]}`}</p>
      {problem !== null && <p className={look["quiet"]}>{notices.problems[problem]}</p>}
      {triedAt !== null && (
        <p className={look["quiet"]}>{notices.triedAt(dates.shortMoment(triedAt), attempts)}</p>
      )}
    </>
  );
}
