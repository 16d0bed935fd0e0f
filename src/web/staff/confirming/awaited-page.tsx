import { listAwaited } from "#contract/confirming.ts";
import type { Desk } from "#contract/queue.ts";
import { Tabs } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import page from "../dossiers/page.module.css";
import { QueueDesk } from "../dossiers/queue-desk.tsx";
import { useQueue } from "../dossiers/use-queue.ts";
import { AwaitedBoard } from "./awaited-board.tsx";
import { CountedTab, ReceiptsTab } from "./confirming-page.tsx";
import { ReceiptsDue } from "./receipts-due.tsx";
import { useAwaited } from "./use-waiting.ts";

/** What the counter waits for: handed back on top, to be answered; then what only waits, and Mẫu 01 to hand over. */
export function AwaitedPage(): ReactElement {
  const { confirming, dossiers, lists } = useText();
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
          {CITIZENS.map((desk) => (
            <CitizenTab key={desk} desk={desk} />
          ))}
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
        {CITIZENS.map((desk) => (
          <Tabs.Panel key={desk} value={desk} pt="sm">
            <QueueDesk
              desk={desk}
              label={dossiers.queue.list(lists.desks[desk])}
              empty={dossiers.queue.empty[desk]}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

/** What waits for the citizen: nothing of it is received yet, or a supplement was asked for. */
const CITIZENS = ["lodged", "supplement"] as const satisfies readonly Desk[];

function CitizenTab({ desk }: { readonly desk: (typeof CITIZENS)[number] }): ReactElement {
  const { lists } = useText();
  const { open } = useQueue(desk);
  return <CountedTab value={desk} label={lists.desks[desk]} count={open} />;
}
