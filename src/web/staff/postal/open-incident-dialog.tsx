import { openIncident } from "#contract/incidents.ts";
import { POSTAL_INCIDENTS, type PostalIncident } from "#domain/postal/postal-claims.ts";
import { NativeSelect, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import { forgetIncidents } from "./forget-incidents.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import { todayThere } from "./use-recorded.ts";

const SOURCES = ["counter", "post"] as const;
type Source = (typeof SOURCES)[number];

interface Props {
  readonly shipmentId: string;
  readonly begin: { readonly kind: PostalIncident; readonly source: Source };
  readonly onClose: () => void;
}

/** Opens an incident of a shipment, and goes to its page. */
export function OpenIncidentDialog({ shipmentId, begin, onClose }: Props): ReactElement {
  const { incidents: text } = useText();
  const navigate = useNavigate();
  const act = useAct(openIncident);
  const [form, setForm] = useState({ ...begin, on: todayThere(), words: "" });
  async function submit(): Promise<void> {
    const result = await act.send({ params: { shipmentId }, body: { ...form, words: form.words.trim() } });
    if (!result?.ok) return;
    showToast({ text: text.opened });
    onClose();
    await forgetIncidents();
    await navigate({
      to: "/postal/incidents/$incidentId",
      params: { incidentId: result.value.incidentId },
    });
  }
  return (
    <IncidentFrame title={text.openTitle} save={text.open} act={act} onSubmit={submit} onClose={onClose}>
      <NativeSelect
        label={text.kind}
        value={form.kind}
        onChange={(event) => setForm({ ...form, kind: event.currentTarget.value as PostalIncident })}
        data={POSTAL_INCIDENTS.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <NativeSelect
        label={text.source}
        value={form.source}
        onChange={(event) => setForm({ ...form, source: event.currentTarget.value as Source })}
        data={SOURCES.map((value) => ({ value, label: text.sources[value] }))}
      />
      <DateField
        label={form.source === "post" ? text.day : text.dayOfComplaint}
        value={form.on}
        onChange={(on) => setForm({ ...form, on })}
      />
      <Textarea
        label={text.words}
        value={form.words}
        onChange={(event) => setForm({ ...form, words: event.currentTarget.value })}
        maxLength={10_000}
        // What a citizen complains of is said in words; what the post notices is said by the parcel itself.
        required={form.source === "counter"}
        autosize
        minRows={3}
      />
    </IncidentFrame>
  );
}
