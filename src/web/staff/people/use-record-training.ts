import { recordTraining } from "#contract/training.ts";
import { TRAINING_FAULTS, type TrainingFault, type TrainingResult } from "#domain/people/training.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { showToast } from "#web/ui/toasts.tsx";
import type { CallProblem } from "../api.ts";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import { forgetTraining } from "./use-training.ts";

interface TrainingForm {
  readonly title: string;
  readonly heldBy: string;
  readonly heldOn: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly fieldCodes: readonly string[];
  readonly participants: readonly { readonly accountId: string; readonly result: TrainingResult }[];
}

type Problems = Readonly<Partial<Record<keyof TrainingForm, string>>>;

/** At which field each finding stands. */
const FAULT_FIELD: Readonly<Record<TrainingFault, keyof TrainingForm>> = {
  title_missing: "title",
  held_by_missing: "heldBy",
  held_in_future: "heldOn",
  fields_missing: "fieldCodes",
  field_unknown: "fieldCodes",
  participants_missing: "participants",
  participant_twice: "participants",
  participant_unknown: "participants",
  period_reversed: "validTo",
  valid_before_held: "validFrom",
};

/** The form of a session, what is missing in it, and its sending. */
export function useRecordTraining(onClose: () => void) {
  const text = useText();
  const act = useAct(recordTraining);
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState<TrainingForm>(startForm);
  const missing = missingOf(form, text);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys(missing).length > 0) return focusFirstProblem(element);
    const { validTo, fieldCodes, participants, ...rest } = form;
    const result = await act.send({
      body: {
        ...rest,
        validTo: validTo.trim() === "" ? null : validTo,
        fieldCodes: [...fieldCodes],
        participants: [...participants],
      },
    });
    if (!result?.ok) return focusFirstProblem(element);
    onClose();
    showToast({ text: text.training.form.done(participants.length) });
    await forgetTraining();
  }

  const change = (changes: Partial<TrainingForm>): void => {
    act.clearProblem();
    setForm((now) => ({ ...now, ...changes }));
  };
  return {
    form,
    change,
    /** As a rule training counts from its own day. */
    changeDay: (heldOn: string) =>
      change({ heldOn, ...(form.validFrom === form.heldOn && { validFrom: heldOn }) }),
    problems: { ...refusedAt(act.problem, text), ...(asked && missing) } as Problems,
    submit,
    pending: act.pending,
    problem: act.problem,
  };
}

function startForm(): TrainingForm {
  const today = localTime(serverNow()).day;
  return {
    title: "",
    heldBy: "",
    heldOn: today,
    validFrom: today,
    validTo: "",
    fieldCodes: [],
    participants: [],
  };
}

function missingOf(form: TrainingForm, { training }: Words): Problems {
  const { faults, form: text } = training;
  const unread = (day: string) => parsePlainDate(day) === undefined;
  return {
    ...(form.title.trim() === "" && { title: faults.title_missing }),
    ...(form.heldBy.trim() === "" && { heldBy: faults.held_by_missing }),
    ...(unread(form.heldOn) && { heldOn: text.notADay }),
    ...(unread(form.validFrom) && { validFrom: text.notADay }),
    ...(form.validTo.trim() !== "" && unread(form.validTo) && { validTo: text.notADay }),
    ...(form.fieldCodes.length === 0 && { fieldCodes: faults.fields_missing }),
    ...(form.participants.length === 0 && { participants: faults.participants_missing }),
  };
}

/** What the server found wrong, in words at the fields. */
function refusedAt(problem: CallProblem | null, { training }: Words): Problems {
  if (problem?.kind !== "refused" || problem.code !== "training_invalid") return {};
  const { problems } = problem.details;
  const found = Array.isArray(problems) ? TRAINING_FAULTS.filter((fault) => problems.includes(fault)) : [];
  return Object.fromEntries(found.map((fault) => [FAULT_FIELD[fault], training.faults[fault]]));
}
