import { type IncidentView, answerIncident, findLiability } from "#contract/incidents.ts";
import {
  ANSWER_OUTCOMES,
  type AnswerOutcome,
  FOUND_FAULTS,
  type FoundFault,
} from "#domain/postal/postal-incident.ts";
import { NativeSelect, Textarea } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { type SignedPaper, SignedPaperField } from "../signed-paper-field.tsx";
import { useAct } from "../use-act.ts";
import { IncidentFrame } from "./incident-frame.tsx";
import { todayThere, useRecorded } from "./use-recorded.ts";

interface Props {
  readonly found: IncidentView;
  readonly onClose: () => void;
}

/** How the citizen was answered. */
export function AnswerDialog({ found: { incident }, onClose }: Props): ReactElement {
  const { incidents: text } = useText();
  const act = useAct(answerIncident);
  const recorded = useRecorded(onClose);
  const [missing, setMissing] = useState(false);
  const [file, setFile] = useState<SignedPaper | null>(null);
  const [form, setForm] = useState({
    on: todayThere(),
    outcome: "accepted" as AnswerOutcome,
    number: "",
    words: "",
  });
  async function submit(): Promise<void> {
    setMissing(form.words.trim() === "");
    if (form.words.trim() === "") return;
    const { incidentId, version } = incident;
    const body = { version, ...form, ...(file && { fileId: file.fileId }) };
    await recorded(await act.send({ params: { incidentId }, body }));
  }
  return (
    <IncidentFrame title={text.steps.answer} save={text.save} act={act} onSubmit={submit} onClose={onClose}>
      <DateField label={text.day} value={form.on} onChange={(on) => setForm({ ...form, on })} />
      <NativeSelect
        label={text.outcome}
        value={form.outcome}
        onChange={(event) => setForm({ ...form, outcome: event.currentTarget.value as AnswerOutcome })}
        data={ANSWER_OUTCOMES.map((value) => ({ value, label: text.outcomes[value] }))}
      />
      <Textarea
        label={text.answerWords}
        value={form.words}
        onChange={(event) => setForm({ ...form, words: event.currentTarget.value })}
        maxLength={500}
        autosize
        minRows={3}
        error={missing && form.words.trim() === "" ? text.missing : undefined}
      />
      <TextField
        label={text.number}
        value={form.number}
        onChange={(number) => setForm({ ...form, number })}
        maxLength={200}
      />
      <SignedPaperField label={text.file} value={file} onChange={setFile} />
    </IncidentFrame>
  );
}

/** Who answers for it, as a signed paper says. */
export function FindingDialog({ found: { incident }, onClose }: Props): ReactElement {
  const { incidents: text } = useText();
  const act = useAct(findLiability);
  const recorded = useRecorded(onClose);
  const [sent, setSent] = useState(false);
  const [file, setFile] = useState<SignedPaper | null>(null);
  const begin: FoundFault = incident.kind === "complaint" ? "none" : incident.kind;
  const [form, setForm] = useState({ on: todayThere(), found: begin, number: "" });
  const unnumbered = form.number.trim() === "";
  async function submit(): Promise<void> {
    setSent(true);
    if (unnumbered || file === null) return;
    const { incidentId, version } = incident;
    const body = { version, ...form, fileId: file.fileId };
    await recorded(await act.send({ params: { incidentId }, body }));
  }
  return (
    <IncidentFrame
      title={text.steps.findLiability}
      save={text.save}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={text.found}
        value={form.found}
        onChange={(event) => setForm({ ...form, found: event.currentTarget.value as FoundFault })}
        data={FOUND_FAULTS.map((value) => ({ value, label: text.faults[value] }))}
      />
      <TextField
        label={text.findingNumber}
        value={form.number}
        onChange={(number) => setForm({ ...form, number })}
        maxLength={200}
        problem={sent && unnumbered ? text.missing : undefined}
      />
      <DateField label={text.day} value={form.on} onChange={(on) => setForm({ ...form, on })} />
      <SignedPaperField
        label={text.file}
        value={file}
        onChange={setFile}
        problem={sent && file === null ? text.fileMissing : undefined}
      />
    </IncidentFrame>
  );
}
