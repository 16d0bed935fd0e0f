import { Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { mayUse, useSession } from "../session/session.ts";
import { CompareTab } from "./compare-tab.tsx";
import styles from "./proposals.module.css";
import { ReviewTab } from "./review-tab.tsx";

/** What else the post could take over: a unit reviews its work and proposes, the province compares and decides. */
export function ProposalsPage(): ReactElement {
  const { proposals: text } = useText();
  // The head of a unit comes to review the unit, the province's officer to compare.
  const heads = mayUse(useSession(), "right.assign");
  const [view, setView] = useState<string | null>(heads ? "review" : "compare");
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
      </div>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <Tabs.List aria-label={text.title} className={styles["noPrint"]}>
          <Tabs.Tab value="review">{text.views.review}</Tabs.Tab>
          <Tabs.Tab value="compare">{text.views.compare}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="review" pt="sm">
          <ReviewTab />
        </Tabs.Panel>
        <Tabs.Panel value="compare" pt="sm">
          <CompareTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
