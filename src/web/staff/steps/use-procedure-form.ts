import {
  type FindingView,
  type InternalProcedureView,
  checkInternalProcedure,
  readInternalProcedures,
  recordInternalProcedure,
} from "#contract/steps.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import type { AnswerOf } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useAct } from "../use-act.ts";
import { readKey, useRead } from "../use-read.ts";
import type { InternalProcedures } from "./procedure-page.tsx";
import { type StepRow, rowProblem, rowsOf, stepsOf, withRowAfter } from "./step-rows.ts";

/** Stands for every agency of the province in the field of whom it is for. */
export const EVERY_AGENCY = "every";

/** What is typed beside the steps. */
export interface Frame {
  readonly forWhom: string;
  readonly validFrom: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly signer: string;
}

/** An internal procedure while it is written: its rows, what the rule says to them, and its decision. */
export function useProcedureForm(
  read: InternalProcedures,
  base: InternalProcedureView | null,
  onClose: () => void,
) {
  const text = useText();
  const [rows, setRows] = useState(() => (base === null ? withRowAfter([], -1) : rowsOf(base.steps)));
  const [frame, setFrame] = useState<Frame>(() => emptyFrame(read, base));
  const [tried, setTried] = useState(false);
  const [dirty, setDirty] = useState(false);
  const act = useAct(recordInternalProcedure);
  const problems = frameProblems(frame, read, text.steps.form);
  const unreadable = rows.some((row) => rowProblem(row) !== undefined);
  const check = useCheck(read, rows, frame, unreadable);

  async function send(): Promise<void> {
    setTried(true);
    if (unreadable || Object.keys(problems).length > 0 || check.findings.length > 0) return;
    const result = await act.send({ body: { ...planOf(read, rows, frame), ...decisionOf(read, frame) } });
    if (!result?.ok) return;
    showToast({ text: text.steps.form.saved });
    await queryClient.invalidateQueries({ queryKey: readKey(readInternalProcedures) });
    onClose();
  }

  return {
    rows,
    setRows: (next: readonly StepRow[]) => {
      setRows(next);
      setDirty(true);
    },
    frame,
    change: (changes: Partial<Frame>) => {
      setFrame({ ...frame, ...changes });
      setDirty(true);
    },
    /** Something was typed that is not recorded. */
    dirty,
    problems: tried ? problems : {},
    check,
    tried,
    send,
    pending: act.pending,
    problem: act.problem,
  };
}

interface Check {
  readonly findings: readonly FindingView[];
  /** Null until the rule has answered for the first time. */
  readonly answer: AnswerOf<typeof checkInternalProcedure> | null;
  readonly problem: ReturnType<typeof useRead>["problem"];
}

const TYPING_MS = 400;

/** What the server's rule says to the rows as they stand, a moment after the last key. */
function useCheck(
  read: InternalProcedures,
  rows: readonly StepRow[],
  frame: Frame,
  unreadable: boolean,
): Check {
  const validFrom = parsePlainDate(frame.validFrom) === undefined ? read.today : frame.validFrom;
  const [asked] = useDebouncedValue(JSON.stringify(planOf(read, rows, { ...frame, validFrom })), TYPING_MS);
  const { data, problem } = useRead(
    checkInternalProcedure,
    { body: JSON.parse(asked) as ReturnType<typeof planOf> },
    { keepPrevious: true, enabled: !unreadable },
  );
  return { findings: data?.findings ?? [], answer: data ?? null, problem };
}

function planOf(read: InternalProcedures, rows: readonly StepRow[], { forWhom, validFrom }: Frame) {
  return {
    procedureVersionId: read.procedureVersionId,
    agencyId: agencyOf(forWhom),
    validFrom,
    steps: [...stepsOf(rows)],
  };
}

function decisionOf(read: InternalProcedures, { forWhom, number, issuedOn, signer }: Frame) {
  const agencyId = agencyOf(forWhom);
  const seen = read.internalProcedures.find((one) => one.agencyId === agencyId);
  return {
    decision: { number: tidyText(number), issuedOn, signer: tidyText(signer) },
    seenId: seen?.internalProcedureId ?? null,
  };
}

function agencyOf(forWhom: string): string | null {
  return forWhom === EVERY_AGENCY ? null : forWhom;
}

function emptyFrame(read: InternalProcedures, base: InternalProcedureView | null): Frame {
  const allowed = [...(read.general ? [EVERY_AGENCY] : []), ...read.mayPlanFor.map(({ id }) => id)];
  const like = base === null ? undefined : (base.agencyId ?? EVERY_AGENCY);
  const forWhom = allowed.find((one) => one === like) ?? allowed[0] ?? EVERY_AGENCY;
  return { forWhom, validFrom: read.today, number: "", issuedOn: "", signer: "" };
}

function frameProblems(
  { validFrom, number, issuedOn, signer }: Frame,
  { today }: InternalProcedures,
  form: ReturnType<typeof useText>["steps"]["form"],
): Readonly<Partial<Record<keyof Frame, string>>> {
  return {
    ...(parsePlainDate(validFrom) === undefined && { validFrom: form.missing }),
    ...(parsePlainDate(issuedOn) === undefined && { issuedOn: form.missing }),
    ...(tidyText(number) === "" && { number: form.missing }),
    ...(tidyText(signer) === "" && { signer: form.missing }),
    ...(validFrom < today && { validFrom: form.missing }),
  };
}
