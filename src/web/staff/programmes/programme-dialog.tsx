import { beginProgramme, changeProgramme, type ProgrammeRow } from "#contract/programmes.ts";
import { Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import {
  DecisionFields,
  type DecisionForm,
  NO_DECISION,
  decisionInput,
  decisionProblems,
} from "../decision-fields.tsx";
import { useAct } from "../use-act.ts";
import { type Problems, faultsIn, focusWrong, missingIn } from "./part-form.ts";
import { PartFrame, PeriodPair, periodInput } from "./part-frame.tsx";
import { forgetProgrammes } from "./use-programmes.ts";

interface Form {
  readonly title: string;
  readonly aim: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly decision: DecisionForm;
}

interface Props {
  /** The programme that is changed; null writes a new one. */
  readonly programme: ProgrammeRow | null;
  readonly onClose: () => void;
  readonly onSaved?: (programmeId: string) => void;
}

/** Writes a programme down, or changes one with a reason. */
export function ProgrammeDialog({ programme, onClose, onSaved }: Props): ReactElement {
  const text = useText();
  const words = text.programmes.form;
  const editing = useProgrammeForm({ programme, onClose, ...(onSaved && { onSaved }) });
  const { form, change, problems } = editing;
  return (
    <PartFrame
      title={programme === null ? words.newTitle : words.changeTitle}
      onClose={onClose}
      editing={editing}
    >
      <TextField
        label={words.title}
        value={form.title}
        onChange={(title) => change({ title })}
        problem={problems["title"]}
        maxLength={500}
        required
        data-autofocus
      />
      <Textarea
        label={`${words.aim} (${text.common.optional})`}
        value={form.aim}
        onChange={(event) => change({ aim: event.currentTarget.value })}
        maxLength={10_000}
        autosize
        minRows={2}
      />
      <PeriodPair form={form} onChange={change} problems={problems} />
      <DecisionFields
        form={form.decision}
        onChange={(decision) => change({ decision })}
        {...(programme && { known: [programme.decision] })}
        problems={editing.decisionProblems}
      />
    </PartFrame>
  );
}

function startOf(programme: ProgrammeRow | null): Form {
  return {
    title: programme?.title ?? "",
    aim: programme?.aim ?? "",
    validFrom: programme?.validFrom ?? "",
    validTo: programme?.validTo ?? "",
    decision: { ...NO_DECISION, knownId: programme?.decision.id ?? null },
  };
}

function lackingIn(form: Form, text: Words): Problems {
  return missingIn({ ...form }, { needed: ["title", "validFrom"], days: ["validFrom", "validTo"] }, text);
}

function useProgrammeForm({ programme, onClose, onSaved }: Props) {
  const text = useText();
  const begin = useAct(beginProgramme);
  const changing = useAct(changeProgramme);
  const act = programme === null ? begin : changing;
  const [form, setForm] = useState(() => startOf(programme));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const wrongDecision = decisionProblems(form.decision, text);
  const lacking: Problems = {
    ...lackingIn(form, text),
    ...(programme !== null && reason.trim() === "" && { reason: text.mandates.missing }),
  };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys({ ...lacking, ...wrongDecision }).length > 0) {
      focusWrong(element);
      return;
    }
    const body = {
      title: form.title.trim(),
      aim: form.aim.trim(),
      ...periodInput(form),
      decision: decisionInput(form.decision),
    };
    const result =
      programme === null
        ? await begin.send({ body })
        : await changing.send({
            params: { programmeId: programme.id },
            body: { ...body, version: programme.version, reason: reason.trim() },
          });
    if (!result?.ok) {
      focusWrong(element);
      return;
    }
    onClose();
    showToast({ text: text.programmes.form.saved });
    await forgetProgrammes();
    onSaved?.(result.value.programmeId);
  }

  return {
    form,
    change: (changes: Partial<Form>) => setForm((now) => ({ ...now, ...changes })),
    reason: programme === null ? null : reason,
    setReason,
    problems: { ...faultsIn(act.problem, text), ...(asked ? lacking : {}) },
    decisionProblems: asked ? wrongDecision : {},
    problem: act.problem,
    pending: act.pending,
    submit,
  };
}
