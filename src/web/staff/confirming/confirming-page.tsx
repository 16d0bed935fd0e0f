import { listConfirmations } from "#contract/confirming.ts";
import { Tabs } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import page from "../dossiers/page.module.css";
import { mayUse, useSession } from "../session/session.ts";
import { ConfirmBoard } from "./confirm-board.tsx";
import { ConfirmationFiguresView } from "./confirmation-figures.tsx";
import { ReceiptsDue } from "./receipts-due.tsx";
import { useAwaited, useReceiptsDue } from "./use-waiting.ts";

/** The officer's and the head's page: confirm what the post did, give out Mẫu 01, see how long it takes. */
export function ConfirmingPage(): ReactElement {
  const { confirming } = useText();
  const delivers = mayUse(useSession(), "dossier.receive");
  const { rows, total } = useAwaited(listConfirmations);
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <h1>{confirming.title}</h1>
      </div>
      <Tabs defaultValue="waiting" keepMounted={false}>
        <Tabs.List aria-label={confirming.tabsLabel} className="no-print">
          <CountedTab value="waiting" label={confirming.tabs.waiting} count={rows && total} />
          {delivers && <ReceiptsTab />}
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

/** The tab of the slips to give; shown only to whom the server lists them. */
export function ReceiptsTab(): ReactElement {
  const { confirming } = useText();
  const { rows, total } = useReceiptsDue();
  return <CountedTab value="receipts" label={confirming.tabs.receipts} count={rows && total} />;
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
