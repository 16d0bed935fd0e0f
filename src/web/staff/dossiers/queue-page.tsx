import type { Desk } from "#contract/queue.ts";
import { Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useSession } from "../session/session.ts";
import { desksOf } from "./desks.ts";
import { lastDesk, rememberDesk } from "./last-desk.ts";
import styles from "./page.module.css";
import { QueueDesk } from "./queue-desk.tsx";
import { useQueue } from "./use-queue.ts";

/** The open work of the person's desks, due first. */
export function QueuePage(): ReactElement {
  const text = useText();
  const desks = desksOf(useSession().roles);
  const [chosen, setChosen] = useState(lastDesk);
  const desk = desks.find((one) => one === chosen) ?? desks[0];
  function choose(next: string | null): void {
    const known = desks.find((one) => one === next);
    rememberDesk(known);
    setChosen(known);
  }
  if (desk === undefined) return <EmptyState icon="queue" title={text.session.noSection} />;
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{text.dossiers.queue.title}</h1>
      </div>
      <Tabs value={desk} onChange={choose} keepMounted={false}>
        <Tabs.List aria-label={text.dossiers.queue.desks}>
          {desks.map((one) => (
            <DeskTab key={one} desk={one} />
          ))}
        </Tabs.List>
        {desks.map((one) => (
          <Tabs.Panel key={one} value={one} pt="sm">
            <QueueDesk
              desk={one}
              label={text.dossiers.queue.list(text.lists.desks[one])}
              empty={text.dossiers.queue.empty[one]}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

function DeskTab({ desk }: { readonly desk: Desk }): ReactElement {
  const text = useText();
  const { open } = useQueue(desk);
  return (
    <Tabs.Tab value={desk}>
      {text.lists.desks[desk]}
      {open !== undefined && <span className={styles["count"]}>{open}</span>}
    </Tabs.Tab>
  );
}
