import type { ShipmentEventView } from "#contract/shipment-event-view.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./postal.module.css";
import { TakeBackReport } from "./take-back-report.tsx";

interface Props {
  readonly shipmentId: string;
  readonly event: ShipmentEventView;
}

/** One step of the way: what happened, who wrote it down, and of a delivery all that was seen at the door. */
export function ShipmentStep({ shipmentId, event }: Props): ReactElement {
  const { postal: text, dates } = useText();
  const more = [
    event.place,
    event.reason === null ? null : text.reasons[event.reason],
    event.nextOn === null ? null : text.nextOn(dates.day(event.nextOn)),
    event.code === null ? null : text.code(event.code, event.message ?? ""),
  ].filter((words) => words !== null);
  return (
    <li>
      <p>
        <strong>{text.events[event.type]}</strong>
        {more.length > 0 && `: ${more.join(", ")}`}
      </p>
      <p className={styles["quiet"]}>
        {[dates.moment(event.at), toldBy(event, text)].filter(Boolean).join(" · ")}
      </p>
      {event.note !== "" && <p lang="vi">{event.note}</p>}
      {event.proof !== null && <Proof proof={event.proof} />}
      {[
        [event.signatureFileId, text.proof.signature],
        [event.photoFileId, text.proof.photo],
      ].map(([fileId, alt]) =>
        fileId ? (
          <img
            key={fileId}
            className={styles["proof"]}
            src={`/api/v1/custody/files/${fileId}`}
            alt={alt ?? ""}
            loading="lazy"
          />
        ) : null,
      )}
      {event.odd !== null && <p className={styles["quiet"]}>{text.oddReports[event.odd]}</p>}
      <TakeBackReport shipmentId={shipmentId} event={event} />
    </li>
  );
}

/** Who wrote it down; whoever ordered stands with the order. */
function toldBy(
  { type, by, source }: ShipmentEventView,
  { reportedBy }: ReturnType<typeof useText>["postal"],
): string {
  if (by !== "") return by;
  return type === "ordered" ? "" : reportedBy(source);
}

function Proof({ proof }: { readonly proof: NonNullable<ShipmentEventView["proof"]> }): ReactElement {
  const { proof: text } = useText().postal;
  const { taker, name, identityChecked, proxyPaper, papersRecovered } = proof;
  const words = [
    text.taker(text.takers[taker], name),
    identityChecked ? text.identityChecked : text.identityNotChecked,
    ...(proxyPaper === "" ? [] : [text.proxyPaper(proxyPaper)]),
    ...(papersRecovered === 0 ? [] : [text.recovered(papersRecovered)]),
  ];
  return <p lang="vi">{words.join("; ")}</p>;
}
