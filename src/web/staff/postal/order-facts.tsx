import { type PostalOrderView, type ShipmentLine, cancelPostalOrder } from "#contract/postal.ts";
import { CANCEL_REASONS, type CancelReason } from "#domain/postal/order-terms.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { type Fact, Facts } from "#web/ui/facts.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPost } from "./forget-post.ts";
import styles from "./postal.module.css";
import { QuoteLines } from "./quote-lines.tsx";

/** Who and where, as long as the post keeps it. */
function peopleOf(
  { citizen, forgottenAt }: PostalOrderView,
  text: Words["postal"],
  dates: Words["dates"],
): Fact[] {
  if (forgottenAt !== null)
    return [{ label: text.citizen, value: text.forgotten(dates.moment(forgottenAt)) }];
  return [
    { label: text.citizen, value: <span lang="vi">{citizen.name}</span> },
    { label: text.address, value: <span lang="vi">{citizen.address}</span> },
    { label: text.phone, value: citizen.phone },
  ];
}

/** The carrier has not said yes to the cancellation, or went on without heeding it. */
const isCancelling = ({ cancelAsked, goesOn }: ShipmentLine): boolean => cancelAsked || goesOn;

/** An order as it was said: who, where, what it costs; and the button that cancels it. */
export function OrderFacts({ order }: { readonly order: PostalOrderView }): ReactElement {
  const { postal: text, dates } = useText();
  const [cancelling, setCancelling] = useState(false);
  const may = mayUse(useSession(), "postal.order");
  const { proxy, cancelledAt, cancelReason } = order;
  return (
    <>
      <Facts
        facts={[
          { label: text.service, value: text.services[order.service] },
          ...peopleOf(order, text, dates),
          ...(proxy === null
            ? []
            : [{ label: text.proxy, value: <span lang="vi">{`${proxy.name} (${proxy.paper})`}</span> }]),
          { label: text.payment, value: text.payments[order.service][order.payment] },
          ...(order.codAmount === 0 ? [] : [{ label: text.cod, value: formatDong(dong(order.codAmount)) }]),
          { label: text.orderedAt, value: `${dates.moment(order.orderedAt)}, ${text.sources[order.source]}` },
          ...(cancelledAt === null || cancelReason === null
            ? []
            : [
                {
                  label: order.shipments.some(isCancelling) ? text.cancelAsked : text.states.cancelled,
                  value: `${dates.moment(cancelledAt)}, ${text.cancelReasons[cancelReason]}`,
                },
              ]),
        ]}
      />
      {order.quote === null ? (
        <p className={styles["quiet"]}>{text.unquoted}</p>
      ) : (
        <QuoteLines quote={order.quote} />
      )}
      {may && order.cancellable && (
        <div className={styles["acts"]}>
          <Button variant="default" onClick={() => setCancelling(true)}>
            {text.cancelTitle}
          </Button>
        </div>
      )}
      {cancelling && <CancelDialog order={order} onClose={() => setCancelling(false)} />}
    </>
  );
}

interface DialogProps {
  readonly order: PostalOrderView;
  readonly onClose: () => void;
}

function CancelDialog({ order, onClose }: DialogProps): ReactElement {
  const { postal: text } = useText();
  const [reason, setReason] = useState<CancelReason>("citizen");
  const act = useAct(cancelPostalOrder);
  async function cancel(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { orderId, version } = order;
    const result = await act.send({ params: { orderId }, body: { version, reason } });
    if (!result?.ok) return;
    showToast({ text: text.cancelled });
    onClose();
    await forgetPost();
  }
  return (
    <Dialog opened onClose={onClose} title={text.cancelTitle}>
      <form className={styles["form"]} onSubmit={(event) => void cancel(event)}>
        <NativeSelect
          label={text.cancelReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as CancelReason)}
          data={CANCEL_REASONS.map((value) => ({ value, label: text.cancelReasons[value] }))}
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.close}
          </Button>
          <Button type="submit" loading={act.pending}>
            {text.cancelTitle}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
