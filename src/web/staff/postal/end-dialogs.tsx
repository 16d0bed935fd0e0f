import { type IncidentView, closeIncident, linkReissue, withdrawIncident } from "#contract/incidents.ts";
import { Textarea } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useAct } from "../use-act.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import { todayThere, useRecorded } from "./use-recorded.ts";

interface Props {
  readonly found: IncidentView;
  readonly onClose: () => void;
}

interface NoteProps extends Props {
  readonly ending: "withdraw" | "close";
}

/** Ends an incident: taken back, with the reason, or closed. */
export function NoteDialog({ ending, found: { incident }, onClose }: NoteProps): ReactElement {
  const { incidents: text } = useText();
  const withdraw = useAct(withdrawIncident);
  const close = useAct(closeIncident);
  const recorded = useRecorded(onClose);
  const [sent, setSent] = useState(false);
  const [form, setForm] = useState({ on: todayThere(), words: "" });
  const isWithdrawal = ending === "withdraw";
  const wordless = isWithdrawal && form.words.trim() === "";
  async function submit(): Promise<void> {
    setSent(true);
    if (wordless) return;
    const { incidentId, version } = incident;
    const input = { params: { incidentId }, body: { version, ...form } };
    await recorded(await (isWithdrawal ? withdraw.send(input) : close.send(input)));
  }
  const title = isWithdrawal ? text.withdraw : text.steps.close;
  return (
    <IncidentFrame
      title={title}
      save={title}
      act={isWithdrawal ? withdraw : close}
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField label={text.day} value={form.on} onChange={(on) => setForm({ ...form, on })} />
      <Textarea
        label={isWithdrawal ? text.reason : text.note}
        value={form.words}
        onChange={(event) => setForm({ ...form, words: event.currentTarget.value })}
        maxLength={500}
        autosize
        minRows={2}
        error={sent && wordless ? text.missing : undefined}
      />
    </IncidentFrame>
  );
}

/** The dossier by which lost or spoilt papers are made again. */
export function ReissueDialog({ found: { incident }, onClose }: Props): ReactElement {
  const { incidents: text } = useText();
  const act = useAct(linkReissue);
  const recorded = useRecorded(onClose);
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState("");
  async function submit(): Promise<void> {
    setSent(true);
    if (code.trim() === "") return;
    const { incidentId, version } = incident;
    const body = { version, on: todayThere(), code: code.trim() };
    await recorded(await act.send({ params: { incidentId }, body }));
  }
  return (
    <IncidentFrame title={text.reissue} save={text.save} act={act} onSubmit={submit} onClose={onClose}>
      <TextField
        label={text.reissueCode}
        value={code}
        onChange={setCode}
        maxLength={60}
        problem={sent && code.trim() === "" ? text.missing : undefined}
      />
    </IncidentFrame>
  );
}
