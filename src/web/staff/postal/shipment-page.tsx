import { Icon } from "#web/ui/icons.tsx";
import { type ShipmentEventView, readShipment, recallShipment } from "#contract/postal.ts";
import { isUnderWay } from "#domain/postal/shipment-standing.ts";
import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetPost } from "./forget-post.ts";
import { OrderFacts } from "./order-facts.tsx";
import { PacketOf } from "./packet-of.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";
import { ShipmentIncidents } from "./shipment-incidents.tsx";
import { ShipmentState } from "./shipment-row.tsx";

type Found = Static<typeof readShipment.response>;

/** One shipment: where it stands, its order, its whole way. */
export function ShipmentPage(): ReactElement {
  const { postal: text } = useText();
  const { shipmentId } = useParams({ strict: false }) as { shipmentId: string };
  const read = useRead(readShipment, { params: { shipmentId } });
  const shipment = read.data?.shipment;
  return (
    <div className={styles["page"]}>
      <PostalHead title={shipment?.waybill ?? shipment?.orderNumber ?? text.shipments} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={8} />}
      {read.data && <Shipment found={read.data} />}
    </div>
  );
}

function Shipment({ found }: { readonly found: Found }): ReactElement {
  const { postal: text, dates } = useText();
  const { shipment, order, events, damagedAt, afterAttempt } = found;
  const session = useSession();
  const recall = useAct(recallShipment);
  async function askBack(): Promise<void> {
    const result = await recall.send({ params: { shipmentId: shipment.shipmentId }, body: {} });
    if (!result?.ok) return;
    showToast({ text: text.recalled });
    await forgetPost();
  }
  const mayRecall =
    mayUse(session, "postal.order") && isUnderWay(shipment.state) && shipment.recallAskedAt === null;
  return (
    <>
      <ShipmentState shipment={shipment} />
      {damagedAt !== null && <Notice tone="warning" title={text.damaged(dates.moment(damagedAt))} />}
      {afterAttempt !== null && <Notice tone="info" title={nextWords(afterAttempt, text, dates.day)} />}
      {recall.problem && <ProblemNotice problem={recall.problem} />}
      <div className={styles["acts"]}>
        {mayUse(session, "dossier.read") && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/dossiers/$dossierId" params={{ dossierId: shipment.dossierId }} {...props} />
            )}
          >
            {text.toDossier}
          </Button>
        )}
        {mayUse(session, "postal.order") && shipment.waybill !== null && order.quote !== null && (
          <Button
            variant="default"
            component="a"
            target="_blank"
            leftSection={<Icon name="print" size={18} />}
            href={`/api/v1/postal/shipments/${shipment.shipmentId}/slip`}
          >
            {text.printSlip}
          </Button>
        )}
        {mayRecall && (
          <Button variant="default" loading={recall.pending} onClick={() => void askBack()}>
            {text.recall}
          </Button>
        )}
      </div>
      <PacketOf found={found} />
      <ShipmentIncidents shipment={shipment} />
      <Panel id="way" title={text.journey}>
        {events.length === 0 ? (
          <p className={styles["quiet"]}>{text.noEvents}</p>
        ) : (
          <ol className={styles["way"]}>
            {events.toReversed().map((event) => (
              <Step key={`${event.type}-${event.at}-${event.source}`} event={event} />
            ))}
          </ol>
        )}
      </Panel>
      <Panel id="order" title={text.order}>
        <OrderFacts order={order} />
      </Panel>
    </>
  );
}

function nextWords(
  { next, day }: NonNullable<Found["afterAttempt"]>,
  { next: words }: ReturnType<typeof useText>["postal"],
  dayWords: (day: string) => string,
): string {
  return next === "inviteFrom" ? words.inviteFrom(day === null ? "" : dayWords(day)) : words[next];
}

function Step({ event }: { readonly event: ShipmentEventView }): ReactElement {
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
      <p className={styles["quiet"]}>{`${dates.moment(event.at)} · ${text.reportedBy(event.source)}`}</p>
      {event.odd !== null && <p className={styles["quiet"]}>{text.oddReports[event.odd]}</p>}
    </li>
  );
}
