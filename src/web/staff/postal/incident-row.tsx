import type { IncidentLine } from "#contract/incidents.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import styles from "./postal.module.css";

/** Where an incident stands and by when something is owed, in a mark and few words. */
export function IncidentState({ incident }: { readonly incident: IncidentLine }): ReactElement {
  const { incidents: text, dates } = useText();
  const { state, late, live, nextDueOn, openedOn } = incident;
  return (
    <div className={styles["line"]}>
      <Mark tone={live ? "info" : "quiet"}>{text.states[state]}</Mark>
      {late && (
        <Mark tone="warning" icon="warning">
          {text.late}
        </Mark>
      )}
      {nextDueOn !== null && <span>{text.dueOn(dates.day(nextDueOn))}</span>}
      <span className={styles["quiet"]}>{text.openedOn(dates.shortDay(openedOn))}</span>
    </div>
  );
}

/** A line of a list of incidents; it leads to its page. */
export function IncidentRow({ incident }: { readonly incident: IncidentLine }): ReactElement {
  const { incidents: text, postal } = useText();
  const { incidentId, kind, waybill, orderNumber, leg } = incident;
  return (
    <li>
      <p>
        <Link className={styles["code"]} to="/postal/incidents/$incidentId" params={{ incidentId }}>
          {`${text.kinds[kind]}: ${waybill ?? orderNumber}`}
        </Link>
      </p>
      <IncidentState incident={incident} />
      <p
        className={styles["quiet"]}
      >{`${orderNumber} · ${postal.legs[leg]} · ${text.sources[incident.source]}`}</p>
    </li>
  );
}
