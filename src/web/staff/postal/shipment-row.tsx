import type { ShipmentLine } from "#contract/postal.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import styles from "./postal.module.css";

/** Where a shipment stands, in a mark and few words. */
export function ShipmentState({ shipment }: { readonly shipment: ShipmentLine }): ReactElement {
  const { postal: text, dates } = useText();
  const { state, late, dueOn, live, attempts, waitsForResult, recallAskedAt, cancelAsked, goesOn } = shipment;
  return (
    <div className={styles["line"]}>
      <Mark tone={toneOf(shipment)}>{waitsForResult ? text.waits : text.states[state]}</Mark>
      {late && (
        <Mark tone="warning" icon="warning">
          {text.late}
        </Mark>
      )}
      {goesOn ? (
        <Mark tone="warning" icon="warning">
          {text.goesOn}
        </Mark>
      ) : (
        cancelAsked && <Mark tone="warning">{text.cancelAsked}</Mark>
      )}
      {recallAskedAt !== null && live && <Mark tone="warning">{text.recallAsked}</Mark>}
      {live && dueOn !== null && <span className={styles["quiet"]}>{text.dueOn(dates.day(dueOn))}</span>}
      {attempts > 0 && <span className={styles["quiet"]}>{text.attempts(attempts)}</span>}
    </div>
  );
}

function toneOf({ state }: ShipmentLine): "success" | "warning" | "info" | "quiet" {
  if (state === "delivered") return "success";
  if (state === "lost" || state === "attemptFailed" || state === "returning") return "warning";
  return state === "cancelled" || state === "notOrdered" ? "quiet" : "info";
}

/** Of which dossier it is, which way it goes, by whom and since when, under its number. */
export function ShipmentAbout({ shipment }: { readonly shipment: ShipmentLine }): ReactElement {
  const { postal: text, dates } = useText();
  const { waybill, orderNumber, applicant, leg, carrier, orderedAt } = shipment;
  const facts = [text.legs[leg], text.carriers(carrier), dates.shortMoment(orderedAt)];
  // Without a waybill the number of the order stands above already.
  return (
    <p className={styles["quiet"]}>
      {applicant !== "" && (
        <>
          <strong lang="vi">{applicant}</strong>
          {" · "}
        </>
      )}
      {[...(waybill === null ? [] : [orderNumber]), ...facts].join(" · ")}
    </p>
  );
}

/** A line of a list of shipments; it leads to its page. */
export function ShipmentRow({ shipment }: { readonly shipment: ShipmentLine }): ReactElement {
  return (
    <li>
      <p>
        <Link
          className={styles["code"]}
          to="/postal/shipments/$shipmentId"
          params={{ shipmentId: shipment.shipmentId }}
        >
          {shipment.waybill ?? shipment.orderNumber}
        </Link>
      </p>
      <ShipmentState shipment={shipment} />
      <ShipmentAbout shipment={shipment} />
    </li>
  );
}
