import { listIncidents } from "#contract/incidents.ts";
import type { ShipmentLine } from "#contract/postal.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { IncidentRow } from "./incident-row.tsx";
import { OpenIncidentDialog } from "./open-incident-dialog.tsx";
import styles from "./postal.module.css";

/** What went wrong with a shipment, for those who settle it, and the button that opens another incident. */
export function ShipmentIncidents({ shipment }: { readonly shipment: ShipmentLine }): ReactElement | null {
  const { incidents: text } = useText();
  const { shipmentId, state } = shipment;
  const may = mayUse(useSession(), "postal.settle");
  const [opening, setOpening] = useState(false);
  const { data, problem, reload } = useRead(listIncidents, { query: { shipmentId } }, { enabled: may });
  if (!may || (!data && !problem)) return null;
  const kind = state === "lost" ? "lost" : shipment.late ? "delayed" : "complaint";
  return (
    <Panel id="incidents" title={text.panel}>
      <div className={styles["form"]}>
        {problem && <ProblemNotice problem={problem} onRetry={reload} />}
        {data?.incidents.length === 0 && <p className={styles["quiet"]}>{text.none}</p>}
        {data && data.incidents.length > 0 && (
          <ul className={styles["list"]} aria-label={text.panel}>
            {data.incidents.map((incident) => (
              <IncidentRow key={incident.incidentId} incident={incident} />
            ))}
          </ul>
        )}
        <div className={styles["acts"]}>
          <Button variant="default" onClick={() => setOpening(true)}>
            {text.open}
          </Button>
        </div>
      </div>
      {opening && (
        <OpenIncidentDialog
          shipmentId={shipmentId}
          begin={{ kind, source: "counter" }}
          onClose={() => setOpening(false)}
        />
      )}
    </Panel>
  );
}
