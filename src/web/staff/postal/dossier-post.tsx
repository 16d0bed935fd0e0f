import { type PostalOrderView, readDossierPost } from "#contract/postal.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { OrderDialog } from "./order-dialog.tsx";
import { OrderFacts } from "./order-facts.tsx";
import styles from "./postal.module.css";
import { ShipmentRow } from "./shipment-row.tsx";

/** The post of a dossier beside its other facts: what is on its way, and how to order. */
export function DossierPost({ dossierId }: { readonly dossierId: string }): ReactElement | null {
  const { postal: text } = useText();
  const session = useSession();
  const [ordering, setOrdering] = useState(false);
  const may = mayUse(session, "postal.read");
  const { data, problem, reload } = useRead(readDossierPost, { params: { dossierId } }, { enabled: may });
  if (!may || (!data && !problem)) return null;
  const canOrder = mayUse(session, "postal.order") && data !== undefined && data.services.length > 0;
  return (
    <Panel id="post" title={text.shipments}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <Orders orders={data.orders} />}
      {canOrder && (
        <div className={styles["acts"]}>
          <Button variant="default" onClick={() => setOrdering(true)}>
            {text.newOrder}
          </Button>
        </div>
      )}
      {ordering && data && (
        <OrderDialog dossierId={dossierId} begin={data} onClose={() => setOrdering(false)} />
      )}
    </Panel>
  );
}

function Orders({ orders }: { readonly orders: readonly PostalOrderView[] }): ReactElement {
  const { postal: text } = useText();
  if (orders.length === 0) return <p className={styles["quiet"]}>{text.noOrders}</p>;
  return (
    <>
      {orders.map((order) => (
        <div key={order.orderId} className={styles["form"]}>
          <ul className={styles["list"]}>
            {order.shipments.map((shipment) => (
              <ShipmentRow key={shipment.shipmentId} shipment={shipment} />
            ))}
          </ul>
          <OrderFacts order={order} />
        </div>
      ))}
    </>
  );
}
