import { POSTAL_PAYMENTS, type PostalPayment } from "#domain/postal/order-terms.ts";
import { readTrackingNumber } from "#domain/postal/tracking-number.ts";
import { NativeSelect, Switch } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import type { OrderForm } from "./order-form.ts";

interface Props {
  readonly form: OrderForm;
  readonly change: (part: Partial<OrderForm>) => void;
  readonly carriers: readonly string[];
  /** What is wrong with a field, in words; nothing before the order was tried. */
  readonly wordsOf: (field: keyof OrderForm) => string | undefined;
}

/** A whole S10 number with a slip in it is said at once; what is half typed is not. */
function isDigitWrong(typed: string): boolean {
  const read = readTrackingNumber(typed);
  return read.ok && read.value.warning === "checkDigitDiffers";
}

/** The rest of an order: who pays, who carries, and who may take it in the citizen's place. */
export function OrderTerms({ form, change, carriers, wordsOf }: Props): ReactElement {
  const { postal: text } = useText();
  return (
    <>
      <NativeSelect
        label={text.payment}
        value={form.payment}
        onChange={(event) => change({ payment: event.currentTarget.value as PostalPayment })}
        data={POSTAL_PAYMENTS.map((value) => ({ value, label: text.payments[form.service][value] }))}
      />
      {carriers.length > 1 && (
        <NativeSelect
          label={text.carrier}
          value={form.carrier}
          onChange={(event) => change({ carrier: event.currentTarget.value })}
          data={carriers.map((value) => ({ value, label: text.carriers(value) }))}
        />
      )}
      <TextField
        label={text.waybill}
        value={form.waybill}
        onChange={(waybill) => change({ waybill })}
        maxLength={60}
        warnings={isDigitWrong(form.waybill) ? [text.doubtfulNumber.checkDigitDiffers] : []}
      />
      <Switch
        label={text.withProxy}
        checked={form.withProxy}
        onChange={(event) => change({ withProxy: event.currentTarget.checked })}
      />
      {form.withProxy && (
        <>
          <TextField
            label={text.proxyName}
            value={form.proxyName}
            onChange={(proxyName) => change({ proxyName })}
            maxLength={200}
            problem={wordsOf("proxyName")}
          />
          <TextField
            label={text.proxyNumber}
            value={form.proxyNumber}
            onChange={(proxyNumber) => change({ proxyNumber })}
            maxLength={20}
            problem={wordsOf("proxyNumber")}
          />
          <TextField
            label={text.proxyPaper}
            value={form.proxyPaper}
            onChange={(proxyPaper) => change({ proxyPaper })}
            maxLength={300}
            problem={wordsOf("proxyPaper")}
          />
        </>
      )}
    </>
  );
}
