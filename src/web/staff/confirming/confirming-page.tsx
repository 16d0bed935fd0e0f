import { listConfirmations, listReceiptsDue } from "#contract/confirming.ts";
import { Tabs } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import page from "../dossiers/page.module.css";
import { mayUse, useSession } from "../session/session.ts";
import { useRead } from "../use-read.ts";
import { ConfirmBoard } from "./confirm-board.tsx";
import { ConfirmationFiguresView } from "./confirmation-figures.tsx";
import { ReceiptsDue } from "./receipts-due.tsx";

/** The officer's and the head's page: confirm what the post did, give out Mẫu 01, see how long it takes. */
export function ConfirmingPage(): ReactElement {
  const { confirming } = useText();
  const delivers = mayUse(useSession(), "dossier.receive");
  const waiting = useRead(listConfirmations, {}).data?.total;
  const receipts = useRead(listReceiptsDue, {}, { enabled: delivers }).data?.total;
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <h1>{confirming.title}</h1>
      </div>
      <Tabs defaultValue="waiting" keepMounted={false}>
        <Tabs.List aria-label={confirming.tabsLabel} className="no-print">
          <CountedTab value="waiting" label={confirming.tabs.waiting} count={waiting} />
          {delivers && <CountedTab value="receipts" label={confirming.tabs.receipts} count={receipts} />}
          <CountedTab value="figures" label={confirming.tabs.figures} />
        </Tabs.List>
        <Tabs.Panel value="waiting" pt="sm">
          <ConfirmBoard />
        </Tabs.Panel>
        {delivers && (
          <Tabs.Panel value="receipts" pt="sm">
            <ReceiptsDue />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="figures" pt="sm">
          <ConfirmationFiguresView />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

interface TabProps {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** A tab with how much waits behind it. */
export function CountedTab({ value, label, count }: TabProps): ReactElement {
  return (
    <Tabs.Tab value={value}>
      {label}
      {count !== undefined && <span className={page["count"]}>{count}</span>}
    </Tabs.Tab>
  );
}
