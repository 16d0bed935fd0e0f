import { type MailRunView, type MailStopView, noteMailStop } from "#contract/mail-runs.ts";
import { MAIL_REASONS } from "#domain/postal/mail-run.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { clockTime } from "../read-time.ts";
import { useAct } from "../use-act.ts";
import { forgetMailRuns } from "./forget-mail-runs.ts";
import { IncidentFrame } from "./incident-frame.tsx";

interface Props {
  readonly run: MailRunView;
  readonly stop: MailStopView;
  readonly day: string;
  readonly onClose: () => void;
}

const KINDS = ["late", "missed"] as const;

/** Says of a stop that it comes later or not at all, and why. */
export function MailNoteDialog({ run, stop, day, onClose }: Props): ReactElement {
  const { mailRuns: text } = useText();
  const act = useAct(noteMailStop);
  const [form, setForm] = useState({ kind: "late", reason: "traffic", expected: "" });
  async function submit(): Promise<void> {
    const kind = KINDS.find((one) => one === form.kind) ?? "late";
    const reason = MAIL_REASONS.find((one) => one === form.reason) ?? "other";
    const expected = kind === "late" && form.expected.trim() !== "" ? clockTime(form.expected) : null;
    const { routeId, extraId } = run;
    const result = await act.send({
      params: { routeId },
      body: { day, extraId, position: stop.position, kind, reason, expected },
    });
    if (!result?.ok) return;
    showToast({ text: text.noted });
    onClose();
    await forgetMailRuns();
  }
  return (
    <IncidentFrame
      title={text.noteTitle(stop.name)}
      save={text.save}
      act={act}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={text.noteKind}
        value={form.kind}
        onChange={(event) => setForm({ ...form, kind: event.currentTarget.value })}
        data={KINDS.map((value) => ({ value, label: text.noteKinds[value] }))}
      />
      <NativeSelect
        label={text.reason}
        value={form.reason}
        onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
        data={MAIL_REASONS.map((value) => ({ value, label: text.reasons[value] }))}
      />
      {form.kind === "late" && (
        <TextField
          label={text.expectedAt}
          value={form.expected}
          onChange={(expected) => setForm({ ...form, expected })}
          placeholder="09:30"
          maxLength={5}
        />
      )}
    </IncidentFrame>
  );
}
