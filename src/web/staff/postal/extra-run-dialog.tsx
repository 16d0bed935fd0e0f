import { orderExtraRun } from "#contract/mail-runs.ts";
import { MAIL_FAULTS } from "#domain/postal/mail-run.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { clockTime } from "../read-time.ts";
import { useAct } from "../use-act.ts";
import { forgetMailRuns } from "./forget-mail-runs.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import { todayThere } from "./use-recorded.ts";

interface Props {
  readonly routeId: string;
  readonly onClose: () => void;
}

/** Orders a run outside the plan, with who made it necessary. */
export function ExtraRunDialog({ routeId, onClose }: Props): ReactElement {
  const { mailRuns: text } = useText();
  const act = useAct(orderExtraRun);
  const [form, setForm] = useState<{ day: string; time: string; atFault: string }>({
    day: todayThere(),
    time: "",
    atFault: "operator",
  });
  async function submit(): Promise<void> {
    const atFault = MAIL_FAULTS.find((one) => one === form.atFault) ?? "nobody";
    const body = { day: form.day, time: clockTime(form.time), atFault };
    const result = await act.send({ params: { routeId }, body });
    if (!result?.ok) return;
    showToast({ text: text.extraOrdered });
    onClose();
    await forgetMailRuns();
  }
  return (
    <IncidentFrame title={text.extraRun} save={text.save} act={act} onSubmit={submit} onClose={onClose}>
      <DateField label={text.day} value={form.day} onChange={(day) => setForm({ ...form, day })} />
      <TextField
        label={text.startsAt}
        value={form.time}
        onChange={(time) => setForm({ ...form, time })}
        placeholder="14:00"
        maxLength={5}
      />
      <NativeSelect
        label={text.atFault}
        value={form.atFault}
        onChange={(event) => setForm({ ...form, atFault: event.currentTarget.value })}
        data={MAIL_FAULTS.map((value) => ({ value, label: text.faults[value] }))}
      />
    </IncidentFrame>
  );
}
