import type { Channel, ProcedureContent } from "#domain/catalogue/procedure.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { FeeRow } from "./fee-row.tsx";
import { LimitRow } from "./limit-row.tsx";
import { type ChannelForm, type FeeForm, type LimitForm, newKey } from "./mend-form.ts";
import form from "./mend.module.css";
import { placePaths } from "./place-paths.ts";
import layout from "./procedure-page.module.css";
import type { ChangeForm, Mending } from "./use-mend-form.ts";
import { WarningsAt } from "./warning-cards.tsx";

interface Props {
  readonly content: ProcedureContent;
  readonly mending: Mending;
}

/** Time limits and fees, channel by channel. */
export function ChannelForms({ content, mending }: Props): ReactElement {
  const text = useText();
  return (
    <div className={form["channels"]}>
      {mending.form.channels.map((offer) => (
        <Panel
          key={offer.channel}
          id={`channel-${offer.channel}`}
          title={text.catalogue.channelOf(text.lists.channels[offer.channel])}
        >
          <Limits content={content} offer={offer} mending={mending} />
          <Fees content={content} offer={offer} mending={mending} />
        </Panel>
      ))}
    </div>
  );
}

interface OfferProps extends Props {
  readonly offer: ChannelForm;
}

function Limits({ content, offer, mending }: OfferProps): ReactElement {
  const { catalogue: text } = useText();
  const { channel, limits } = offer;
  const published = content.channels.find((one) => one.channel === channel);
  const put = (next: readonly LimitForm[]) => changeOffer(mending.change, channel, () => ({ limits: next }));
  return (
    <>
      <h3 className={layout["sub"]}>{text.limits}</h3>
      {limits.map((limit, turn) => {
        const at = published?.limits.findIndex((one) => (one.case ?? "") === limit.case) ?? -1;
        return (
          <div key={limit.case} className={form["entry"]}>
            <LimitRow
              channel={channel}
              turn={turn}
              limit={limit}
              problems={mending.problems}
              onChange={(next) => put(limits.map((one) => (one === limit ? next : one)))}
              onRemove={limits.length > 1 ? () => put(limits.filter((one) => one !== limit)) : undefined}
            />
            {published && at >= 0 && <WarningsAt paths={placePaths.limit(published, at)} />}
          </div>
        );
      })}
      {published && <WarningsAt paths={placePaths.limits(published)} />}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() =>
          put([
            ...limits,
            { case: newKey(limits.map((one) => one.case)), amount: "", unit: "workingDay", text: "" },
          ])
        }
      >
        {text.limitAdd}
      </Button>
    </>
  );
}

function Fees({ content, offer, mending }: OfferProps): ReactElement {
  const { catalogue: text, lists } = useText();
  const { channel, fees } = offer;
  const published = content.channels.find((one) => one.channel === channel);
  const put = (next: readonly FeeForm[]) => changeOffer(mending.change, channel, () => ({ fees: next }));
  return (
    <>
      <h3 className={layout["sub"]}>{text.fees}</h3>
      {fees.map((fee, turn) => {
        const at = published?.fees.findIndex((one) => one.id === fee.id) ?? -1;
        return (
          <div key={fee.id} className={form["entry"]}>
            <FeeRow
              channel={channel}
              turn={turn}
              fee={fee}
              problems={mending.problems}
              onChange={(next) => put(fees.map((one) => (one === fee ? next : one)))}
              onRemove={() => put(fees.filter((one) => one !== fee))}
            />
            {published && at >= 0 && <WarningsAt paths={placePaths.fee(published, at)} />}
          </div>
        );
      })}
      {published && <WarningsAt paths={placePaths.fees(published)} />}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => put([...fees, newFee(fees, lists.feeKinds.charge)])}
      >
        {text.feeAdd}
      </Button>
    </>
  );
}

function newFee(fees: readonly FeeForm[], name: string): FeeForm {
  const id = newKey(fees.map((fee) => fee.id));
  return { id, kind: "charge", name, amount: "", unit: "", text: "", kept: {} };
}

function changeOffer(
  change: ChangeForm,
  channel: Channel,
  next: (offer: ChannelForm) => Partial<ChannelForm>,
): void {
  change((now) => ({
    ...now,
    channels: now.channels.map((offer) => (offer.channel === channel ? { ...offer, ...next(offer) } : offer)),
  }));
}
