import { Tabs } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { mayUse, useSession } from "../session/session.ts";
import styles from "./calendars.module.css";
import { DatesTab } from "./dates-tab.tsx";
import { YearTab } from "./year-tab.tsx";

const TABS = ["year", "dates"] as const;
type Tab = (typeof TABS)[number];

/** Days and hours of work: for everybody to look at, for an administrator to set, and to move dates by. */
export function CalendarsPage(): ReactElement {
  const { calendars: text } = useText();
  const session = useSession();
  const [tab, setTab] = useState<Tab>("year");
  const edits = mayUse(session, "calendar.edit");
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.about}</p>
        </div>
      </div>
      {edits ? (
        <Tabs
          value={tab}
          onChange={(next) => setTab(TABS.find((one) => one === next) ?? "year")}
          keepMounted={false}
        >
          <Tabs.List aria-label={text.title} className="no-print">
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {text.tabs[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="year" pt="sm">
            <YearTab onDates={() => setTab("dates")} />
          </Tabs.Panel>
          <Tabs.Panel value="dates" pt="sm">
            <DatesTab />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <YearTab onDates={() => setTab("year")} />
      )}
    </div>
  );
}
