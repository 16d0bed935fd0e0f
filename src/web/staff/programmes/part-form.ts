import { keepProgrammePart, type PartInput } from "#contract/programmes.ts";
import { PROGRAMME_FAULTS, type ProgrammeFault } from "#domain/programme/check-programme.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { showToast } from "#web/ui/toasts.tsx";
import type { CallProblem } from "../api.ts";
import { useAct } from "../use-act.ts";
import { forgetProgrammes } from "./use-programmes.ts";

/** What is wrong, beside the field that it is about. */
export type Problems = Readonly<Partial<Record<string, string>>>;

/** Where a fault is shown. */
const FIELD_OF: Readonly<Record<ProgrammeFault, string>> = {
  period_reversed: "validTo",
  outside_programme: "validFrom",
  label_taken: "label",
  phase_twice: "ordinal",
  part_outside: "validFrom",
  goal_day_outside: "targetDay",
  target_wrong: "target",
  party_missing: "postWords",
  signed_later: "signedOn",
  times_missing: "times",
  time_wrong: "times",
  time_twice: "times",
  topic_missing: "topic",
  answer_missing: "answer",
  hours_wrong: "withinHours",
  counter_unknown: "counterId",
  stand_in_unknown: "standInId",
  stand_in_itself: "standInId",
  stand_in_circle: "standInId",
  unit_unknown: "unitId",
  file_unknown: "fileId",
};

/** What the server found wrong, in words beside each field: it answers `fault about` for each. */
export function faultsIn(problem: CallProblem | null, text: Words): Problems {
  if (problem?.kind !== "refused" || problem.code !== "programme_invalid") return {};
  const { findings } = problem.details;
  const problems: Partial<Record<string, string>> = {};
  for (const finding of Array.isArray(findings) ? (findings as readonly string[]) : []) {
    const [code = "", ...about] = finding.split(" ");
    const fault = PROGRAMME_FAULTS.find((one) => one === code);
    if (fault === undefined) continue;
    const words = text.programmes.faults[fault](text.dates.shortDay(about.join(" ")));
    const field = FIELD_OF[fault];
    problems[field] = problems[field] === undefined ? words : `${problems[field]} ${words}`;
  }
  return problems;
}

/** A text that must say something, a day that must be read: what the browser itself sees missing. */
export function missingIn(
  form: Readonly<Record<string, unknown>>,
  { needed, days }: { readonly needed: readonly string[]; readonly days: readonly string[] },
  { mandates: text }: Words,
): Problems {
  const typed = (field: string) => {
    const value = form[field];
    return typeof value === "string" ? value.trim() : "";
  };
  const empty = needed.filter((field) => typed(field) === "");
  const unreadable = days.filter(
    (field) => typed(field) !== "" && parsePlainDate(typed(field)) === undefined,
  );
  return {
    ...Object.fromEntries(empty.map((field) => [field, text.missing])),
    ...Object.fromEntries(unreadable.map((field) => [field, text.notADay])),
  };
}

export interface PartForm<Form> {
  readonly form: Form;
  readonly change: (changes: Partial<Form>) => void;
  /** Null while the part is new: then no reason is asked for. */
  readonly reason: string | null;
  readonly setReason: (reason: string) => void;
  readonly problems: Problems;
  readonly problem: CallProblem | null;
  readonly pending: boolean;
  readonly submit: (event: FormEvent) => Promise<void>;
}

interface Editing<Form> {
  readonly programme: { readonly id: string; readonly version: number };
  /** The part that is changed; null adds one. */
  readonly partId: string | null;
  readonly start: Form;
  readonly missing: (form: Form, text: Words) => Problems;
  /** Asked only when nothing is missing. */
  readonly content: (form: Form) => PartInput;
  readonly onClose: () => void;
}

/** The form of a part: what is typed, what is wrong with it, and the one button. */
export function usePartForm<Form extends object>(editing: Editing<Form>): PartForm<Form> {
  const text = useText();
  const { programme, partId, missing, content, onClose } = editing;
  const act = useAct(keepProgrammePart);
  const [form, setForm] = useState(editing.start);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const lacking: Problems = {
    ...missing(form, text),
    ...(partId !== null && reason.trim() === "" && { reason: text.mandates.missing }),
  };
  const found = Object.entries(faultsIn(act.problem, text)).filter(([field]) => !touched.has(field));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    setTouched(new Set());
    if (Object.keys(lacking).length > 0) {
      focusWrong(element);
      return;
    }
    const body = { version: programme.version, partId, reason: reason.trim(), content: content(form) };
    const result = await act.send({ params: { programmeId: programme.id }, body });
    if (!result?.ok) {
      focusWrong(element);
      return;
    }
    onClose();
    showToast({ text: text.programmes.form.saved });
    await forgetProgrammes();
  }

  return {
    form,
    change: (changes) => {
      setForm((now) => ({ ...now, ...changes }));
      setTouched(new Set([...touched, ...Object.keys(changes)]));
    },
    reason: partId === null ? null : reason,
    setReason,
    problems: { ...Object.fromEntries(found), ...(asked ? lacking : {}) },
    problem: act.problem,
    pending: act.pending,
    submit,
  };
}

/** After the next picture, when the fields know that they are wrong. */
export function focusWrong(element: unknown): void {
  if (!(element instanceof HTMLElement)) return;
  requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
