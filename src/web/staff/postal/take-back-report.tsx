import { reportShipment } from "#contract/postal.ts";
import type { ShipmentEventView } from "#contract/shipment-event-view.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import { forgetPost } from "./forget-post.ts";
import { IncidentFrame } from "./incident-frame.tsx";

interface Props {
  readonly shipmentId: string;
  readonly event: ShipmentEventView;
}

/** What somebody wrote down by mistake is taken back by the same person: it stays in the ledger, and counts no more. */
export function TakeBackReport({ shipmentId, event }: Props): ReactElement | null {
  const { postal: text } = useText();
  const [asking, setAsking] = useState(false);
  const act = useAct(reportShipment);
  const { ownReport } = event;
  if (ownReport === null) return null;
  const { reportId, type } = ownReport;
  async function takeBack(): Promise<void> {
    const body = { reportId, type, at: event.at, withdrawn: true };
    const result = await act.send({ params: { shipmentId }, body });
    if (!result?.ok) return;
    showToast({ text: text.tookBack });
    setAsking(false);
    await forgetPost();
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
        {text.takeBack}
      </Button>
      {asking && (
        <IncidentFrame
          title={text.takeBack}
          save={text.takeBack}
          act={act}
          onSubmit={takeBack}
          onClose={() => setAsking(false)}
        >
          <p>{text.takeBackHint(text.events[event.type])}</p>
          {type === "delivered" && <p>{text.takeBackDelivery}</p>}
        </IncidentFrame>
      )}
    </>
  );
}
