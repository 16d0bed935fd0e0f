import { listAwaited } from "#contract/confirming.ts";
import { Tabs } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import page from "../dossiers/page.module.css";
import { AwaitedBoard } from "./awaited-board.tsx";
import { CountedTab, ReceiptsTab } from "./confirming-page.tsx";
import { ReceiptsDue } from "./receipts-due.tsx";
import { useAwaited } from "./use-waiting.ts";

/** What the counter waits for: handed back on top, to be answered; then what only waits, and Mẫu 01 to hand over. */
export function AwaitedPage(): ReactElement {
  const { confirming } = useText();
  const read = useAwaited(listAwaited);
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <h1>{confirming.awaitedTitle}</h1>
      </div>
      <Tabs defaultValue="waiting" keepMounted={false}>
        <Tabs.List aria-label={confirming.tabsLabel}>
          <CountedTab value="waiting" label={confirming.tabs.waiting} count={read.rows && read.total} />
          <ReceiptsTab />
        </Tabs.List>
        <Tabs.Panel value="waiting" pt="sm">
          <AwaitedBoard
            read={read}
            empty={{ title: confirming.awaitedEmpty, hint: confirming.awaitedEmptyHint }}
            chosen={null}
            onConfirm={() => undefined}
          />
        </Tabs.Panel>
        <Tabs.Panel value="receipts" pt="sm">
          <ReceiptsDue />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
