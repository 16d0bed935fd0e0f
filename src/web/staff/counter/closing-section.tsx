import { Checkbox, NumberInput, SegmentedControl, Textarea } from "@mantine/core";
import { type ReactElement, useId } from "react";
import { RETURN_METHODS } from "#contract/intake.ts";
import { RECEIPT_DELIVERIES } from "#domain/dossier/dossier-payloads.ts";
import { useText } from "#web/text/use-text.ts";
import { FieldNotes } from "#web/ui/field-notes.tsx";
import styles from "./counter.module.css";
import { REMARKS_MAX } from "./intake-checks.ts";
import { SectionPanel } from "./section-panel.tsx";
import type { Intake } from "./use-intake.ts";

interface Props {
  readonly intake: Intake;
  /** An officer must confirm: Mẫu 01 comes later, and the citizen says how. */
  readonly awaitsConfirmation: boolean;
}

/** How the result comes back, how many sets were handed in, and what else is to be said. */
export function ClosingSection({ intake, awaitsConfirmation }: Props): ReactElement {
  const text = useText();
  const labelId = useId();
  const { form, change } = intake;
  return (
    <SectionPanel id="closing" number={4} title={text.intake.closingTitle}>
      <div className={styles["grid"]}>
        <div className={styles["w8"]}>
          <span id={labelId} className={styles["label"]}>
            {text.intake.returnMethod}
          </span>
          <SegmentedControl
            aria-labelledby={labelId}
            className={styles["wrap"] ?? ""}
            value={form.returnMethod}
            onChange={(method) => change({ returnMethod: method })}
            data={RETURN_METHODS.map((method) => ({
              value: method,
              label: text.lists.returnMethods[method],
            }))}
          />
        </div>
        <div className={styles["w4"]}>
          <NumberInput
            label={text.intake.sets}
            value={form.dossierSets}
            onChange={(sets) => change({ dossierSets: typeof sets === "number" ? sets : 1 })}
            min={1}
            max={20}
            allowDecimal={false}
            clampBehavior="strict"
          />
        </div>
        {awaitsConfirmation && (
          <div className={styles["w12"]}>
            <ReceiptDeliveryChoice intake={intake} />
          </div>
        )}
        <div className={styles["w12"]}>
          <Remarks intake={intake} />
        </div>
        <div className={styles["w12"]}>
          <Checkbox
            label={text.intake.assisted}
            description={form.assistedWriting ? text.intake.assistedHint : undefined}
            checked={form.assistedWriting}
            onChange={(event) => change({ assistedWriting: event.currentTarget.checked })}
          />
        </div>
      </div>
    </SectionPanel>
  );
}

function ReceiptDeliveryChoice({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const labelId = useId();
  const { form, change } = intake;
  return (
    <>
      <span id={labelId} className={styles["label"]}>
        {text.confirming.counter.delivery}
      </span>
      <SegmentedControl
        aria-labelledby={labelId}
        className={styles["wrap"] ?? ""}
        value={form.receiptDelivery}
        onChange={(delivery) => change({ receiptDelivery: delivery })}
        data={RECEIPT_DELIVERIES.map((delivery) => ({
          value: delivery,
          label: text.lists.receiptDeliveries[delivery],
        }))}
      />
      <FieldNotes id={`${labelId}-notes`} hint={text.confirming.counter.deliveryHint} warnings={[]} />
    </>
  );
}

/** Long remarks are kept as typed; past the limit the field says by how much, and nothing is cut. */
function Remarks({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const id = useId();
  const { remarks } = intake.form;
  const length = Array.from(remarks.trim()).length;
  const over = length > REMARKS_MAX ? text.intake.tooLong(length - REMARKS_MAX) : undefined;
  const { warnings: _, problem: __, ...field } = intake.field("remarks");
  return (
    <div>
      <Textarea
        id={id}
        label={text.intake.remarks}
        placeholder={text.intake.remarksHint}
        autosize
        minRows={2}
        maxRows={10}
        value={remarks}
        error={over}
        aria-describedby={`${id}-notes`}
        {...field}
        onChange={(event) => intake.change({ remarks: event.currentTarget.value })}
      />
      <FieldNotes id={`${id}-notes`} hint={text.common.characters(length, REMARKS_MAX)} warnings={[]} />
    </div>
  );
}
