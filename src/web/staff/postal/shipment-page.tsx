import { Icon } from "#web/ui/icons.tsx";
import { readShipment, recallShipment } from "#contract/postal.ts";
import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { hasEnded, isBesideAnother, isUnderWay } from "#domain/postal/shipment-standing.ts";
import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
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
import { IncidentFrame } from "./incident-frame.tsx";
import { GiveNumber } from "./give-number.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { PacketOf } from "./packet-of.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";
import { ReportDialog } from "./report-dialog.tsx";
import { ShipmentIncidents } from "./shipment-incidents.tsx";
import { ShipmentStep } from "./shipment-step.tsx";
import { ShipmentAbout, ShipmentState } from "./shipment-row.tsx";

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
  const { postal: text } = useText();
  const { shipment, order, events, afterAttempt } = found;
  const [doing, setDoing] = useState<"report" | "invite" | null>(null);
  const stop = () => setDoing(null);
  const mayInvite = afterAttempt?.next === "invite" || afterAttempt?.next === "inviteFrom";
  return (
    <>
      <ShipmentState shipment={shipment} />
      <ShipmentAbout shipment={shipment} />
      <Notices found={found} />
      <Acts found={found} onReport={() => setDoing(mayInvite ? "invite" : "report")} />
      {doing !== null && (
        <ReportDialog shipment={shipment} onClose={stop} {...(doing === "invite" && { preset: "invited" })} />
      )}
      <PacketOf found={found} />
      <ShipmentIncidents shipment={shipment} />
      <Panel id="way" title={text.journey}>
        {events.length === 0 ? (
          <p className={styles["quiet"]}>{text.noEvents}</p>
        ) : (
          <ol className={styles["way"]}>
            {events.toReversed().map((event) => (
              <ShipmentStep
                key={`${event.type}-${event.at}-${event.source}`}
                shipmentId={shipment.shipmentId}
                event={event}
              />
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

/** What somebody has to look at before doing anything. */
function Notices({ found }: { readonly found: Found }): ReactElement {
  const { postal: text, dates } = useText();
  const { shipment, events, damagedAt, afterAttempt } = found;
  // A courier who has promised a day comes before anybody is invited.
  const promised = events.findLast(({ type }) => type === "attemptFailed")?.nextOn ?? null;
  return (
    <>
      {isBesideAnother(shipment) && (
        <Notice tone="warning" title={text.besideAnother}>
          {text.besideAnotherHint}
        </Notice>
      )}
      <GiveNumber shipment={shipment} />
      {shipment.goesOn && (
        <Notice tone="warning" title={text.cancelledGoesOn}>
          {text.cancelledGoesOnHint}
        </Notice>
      )}
      {shipment.cancelAsked && !shipment.goesOn && (
        <Notice tone="info" title={text.cancelAsked}>
          {text.cancelAskedHint}
        </Notice>
      )}
      {found.openDifference && (
        <Notice tone="warning" title={text.openDifference}>
          <Link to="/papers/differences">{text.toDifferences}</Link>
        </Notice>
      )}
      {damagedAt !== null && <Notice tone="warning" title={text.damaged(dates.moment(damagedAt))} />}
      {afterAttempt !== null && (
        <Notice
          tone="info"
          title={promised === null ? nextWords(found, text, dates.day) : text.promised(dates.day(promised))}
        />
      )}
    </>
  );
}

interface ActsProps {
  readonly found: Found;
  readonly onReport: () => void;
}

/** What may be done with it: written down, printed, asked back. */
function Acts({ found: { shipment, order }, onReport }: ActsProps): ReactElement {
  const { postal: text } = useText();
  const session = useSession();
  const [recalling, setRecalling] = useState(false);
  const mayReport =
    mayUse(session, "postal.report") && shipment.carrier === OWN_CARRIER && !hasEnded(shipment.state);
  const mayRecall =
    mayUse(session, "postal.order") && isUnderWay(shipment.state) && shipment.recallAskedAt === null;
  return (
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
      {mayReport && (
        <Button variant="default" onClick={onReport}>
          {text.report.act}
        </Button>
      )}
      {mayRecall && (
        <Button variant="default" onClick={() => setRecalling(true)}>
          {text.recall}
        </Button>
      )}
      {recalling && <RecallDialog shipmentId={shipment.shipmentId} onClose={() => setRecalling(false)} />}
    </div>
  );
}

function RecallDialog({
  shipmentId,
  onClose,
}: {
  readonly shipmentId: string;
  readonly onClose: () => void;
}): ReactElement {
  const { postal: text } = useText();
  const recall = useAct(recallShipment);
  async function askBack(): Promise<void> {
    const result = await recall.send({ params: { shipmentId }, body: {} });
    if (!result?.ok) return;
    showToast({ text: text.recalled });
    onClose();
    await forgetPost();
  }
  return (
    <IncidentFrame title={text.recall} save={text.recall} act={recall} onSubmit={askBack} onClose={onClose}>
      <p>{text.recallHint}</p>
    </IncidentFrame>
  );
}

function nextWords(
  { afterAttempt, events }: Found,
  { next: words }: ReturnType<typeof useText>["postal"],
  dayWords: (day: string) => string,
): string {
  if (afterAttempt === null) return "";
  const { next, day } = afterAttempt;
  if (next === "inviteFrom") return words.inviteFrom(day === null ? "" : dayWords(day));
  return next === "invite" && events.some(({ type }) => type === "invited") ? words.inviteAgain : words[next];
}
