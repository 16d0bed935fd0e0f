import { PLACE_KINDS } from "#domain/unit/place.ts";
import { Tabs } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { AsOfField, AsOfNotice } from "./as-of.tsx";
import { MapTab } from "./map-tab.tsx";
import styles from "./places.module.css";
import { PlacesTab } from "./places-tab.tsx";

const TABS = [...PLACE_KINDS, "administrativeUnits"] as const;
type Tab = (typeof TABS)[number];

/** Where the service happens, as an administrator keeps it: from the agency to the counter, and the map below. */
export function PlacesPage(): ReactElement {
  const text = useText();
  const [tab, setTab] = useState<Tab>("oneStopUnit");
  const [asOf, setAsOf] = useState<string | null>(null);
  const [parent, setParent] = useState<{ readonly key: string; readonly name: string } | null>(null);

  function choose(next: string | null): void {
    const known = TABS.find((one) => one === next);
    if (!known) return;
    setTab(known);
    setParent(null);
  }

  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{text.places.title}</h1>
        <Link to="/calendars">{text.calendars.title}</Link>
        <AsOfField value={asOf} onChange={setAsOf} />
      </div>
      <AsOfNotice value={asOf} onToday={() => setAsOf(null)} />
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List aria-label={text.places.tabs}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {text.places.kinds[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {PLACE_KINDS.map((kind) => (
          <Tabs.Panel key={kind} value={kind} pt="sm">
            <PlacesTab
              key={`${kind} ${parent?.key ?? ""}`}
              kind={kind}
              asOf={asOf}
              parent={parent}
              onLeaveParent={() => setParent(null)}
              onBelow={(below, place) => {
                setTab(below);
                setParent(place);
              }}
            />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="administrativeUnits" pt="sm">
          <MapTab asOf={asOf} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
