import { reportShipment } from "#contract/postal.ts";
import type { ShipmentLine } from "#contract/postal.ts";
import { formatMinute, instantAt, localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { isCancellable } from "#domain/postal/shipment-standing.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { v4 as uuid } from "uuid";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { serverNow } from "../server-clock.ts";
import { readTime } from "../read-time.ts";
import { useAct } from "../use-act.ts";
import { forgetPost } from "./forget-post.ts";
import { IncidentFrame } from "./incident-frame.tsx";

/** What a clerk of the post writes down; what happens at a door the courier reports with its proof. */
const IN_HAND = ["invited", "outForDelivery", "returning", "backAtAgency", "damaged", "lost"] as const;
const TO_TAKE = ["accepted"] as const;
type Reported = (typeof IN_HAND)[number] | (typeof TO_TAKE)[number];

interface Props {
  readonly shipment: ShipmentLine;
  /** What is proposed: the next step of the journey. */
  readonly preset?: Reported;
  readonly onClose: () => void;
}

/** Writes down of a shipment of our own couriers what no phone reported: an invitation, a loss, the way back. */
export function ReportDialog({ shipment, preset, onClose }: Props): ReactElement {
  const { postal: text } = useText();
  const act = useAct(reportShipment);
  const types: readonly Reported[] = isCancellable(shipment.state) ? TO_TAKE : IN_HAND;
  const [reportId] = useState(() => uuid());
  const [form, setForm] = useState(() => {
    const { day, minute } = localTime(serverNow());
    return {
      type: preset ?? types[0] ?? "accepted",
      day: String(day),
      time: formatMinute(minute),
      note: "",
    };
  });
  const [asked, setAsked] = useState(false);
  const [day, minute] = [parsePlainDate(form.day), readTime(form.time)];
  async function submit(): Promise<void> {
    setAsked(true);
    if (day === undefined || minute === undefined) return;
    const note = form.note.trim();
    const body = { reportId, type: form.type, at: instantAt(day, minute), ...(note !== "" && { note }) };
    const result = await act.send({ params: { shipmentId: shipment.shipmentId }, body });
    if (!result?.ok) return;
    showToast({ text: text.report.recorded });
    onClose();
    await forgetPost();
  }
  return (
    <IncidentFrame
      title={text.report.title}
      save={text.report.save}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={text.report.what}
        value={form.type}
        onChange={(event) => {
          const type = types.find((one) => one === event.currentTarget.value) ?? form.type;
          setForm({ ...form, type });
        }}
        data={types.map((value) => ({ value, label: text.events[value] }))}
      />
      <DateField
        label={text.report.day}
        value={form.day}
        onChange={(next) => setForm({ ...form, day: next })}
        problem={asked && day === undefined ? text.report.dayWrong : undefined}
      />
      <TextField
        label={text.report.time}
        value={form.time}
        onChange={(time) => setForm({ ...form, time })}
        problem={asked && minute === undefined ? text.report.timeWrong : undefined}
        maxLength={5}
        inputMode="numeric"
      />
      <TextField
        label={text.report.note}
        value={form.note}
        onChange={(note) => setForm({ ...form, note })}
        maxLength={200}
        lang="vi"
      />
    </IncidentFrame>
  );
}
