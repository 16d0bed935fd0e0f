import {
  INCIDENT_FILTERS,
  type SuggestedIncident,
  listIncidents,
  listSuggestedIncidents,
} from "#contract/incidents.ts";
import { Button, NativeSelect, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey, useRead } from "../use-read.ts";
import { IncidentRow } from "./incident-row.tsx";
import { OpenIncidentDialog } from "./open-incident-dialog.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";

type Filter = (typeof INCIDENT_FILTERS)[number];

/** Incidents of this person's places, what is owed soonest first, and shipments of which one should be opened. */
export function IncidentsPage(): ReactElement {
  const { incidents: text, postal } = useText();
  const [show, setShow] = useState<Filter | "">("live");
  const query = show === "" ? {} : { show };
  const read = usePages({
    key: readKey(listIncidents, query),
    read: (after) => call(listIncidents, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  const incidents = read.pages?.flatMap((page) => page.incidents);
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.title} intro={text.intro} />
      <Suggested />
      <div className={styles["filters"]}>
        <NativeSelect
          label={postal.filter}
          value={show}
          onChange={(event) => setShow(event.currentTarget.value as Filter | "")}
          data={[
            ...INCIDENT_FILTERS.map((value) => ({ value, label: text.filters[value] })),
            { value: "", label: text.filters.all },
          ]}
        />
      </div>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!incidents && !read.problem && <LoadingLines lines={6} />}
      {incidents?.length === 0 && <EmptyState icon="success" title={text.none} hint={text.noneHint} />}
      {incidents && incidents.length > 0 && (
        <ul className={styles["list"]} aria-label={text.title}>
          {incidents.map((incident) => (
            <IncidentRow key={incident.incidentId} incident={incident} />
          ))}
        </ul>
      )}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {postal.more}
        </Button>
      )}
    </div>
  );
}

function Suggested(): ReactElement | null {
  const { incidents: text } = useText();
  const { data, problem, reload } = useRead(listSuggestedIncidents, { query: {} });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data || data.shipments.length === 0) return null;
  return (
    <Panel id="suggested" title={text.suggested}>
      <div className={styles["form"]}>
        <p className={styles["quiet"]}>{text.suggestedIntro}</p>
        <ul className={styles["list"]} aria-label={text.suggested}>
          {data.shipments.map((shipment) => (
            <SuggestedRow key={`${shipment.shipmentId} ${shipment.kind}`} shipment={shipment} />
          ))}
        </ul>
        {data.more && <p className={styles["quiet"]}>{text.moreSuggested}</p>}
      </div>
    </Panel>
  );
}

function SuggestedRow({ shipment }: { readonly shipment: SuggestedIncident }): ReactElement {
  const { incidents: text, postal, dates } = useText();
  const [opening, setOpening] = useState(false);
  const { shipmentId, kind, waybill, orderNumber, state, dueOn } = shipment;
  const name = waybill ?? orderNumber;
  return (
    <li>
      <p>
        <Link className={styles["code"]} to="/postal/shipments/$shipmentId" params={{ shipmentId }}>
          {name}
        </Link>
      </p>
      <div className={styles["line"]}>
        <Mark tone="warning" icon="warning">
          {text.kinds[kind]}
        </Mark>
        <span>{postal.states[state]}</span>
        {dueOn !== null && <span className={styles["quiet"]}>{postal.dueOn(dates.shortDay(dueOn))}</span>}
        <Button variant="default" size="compact-sm" onClick={() => setOpening(true)}>
          {text.open}
          <VisuallyHidden>{` ${name}`}</VisuallyHidden>
        </Button>
      </div>
      {opening && (
        <OpenIncidentDialog
          shipmentId={shipmentId}
          begin={{ kind, source: "post" }}
          onClose={() => setOpening(false)}
        />
      )}
    </li>
  );
}
