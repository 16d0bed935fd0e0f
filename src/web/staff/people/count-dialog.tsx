import { type HandOverView, countMoney } from "#contract/hand-overs.ts";
import { COUNT_FAULTS } from "#domain/people/counted-money.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import styles from "./people.module.css";
import { readDong } from "./read-dong.ts";
import { forgetHandOvers } from "./use-hand-overs.ts";

interface Props {
  readonly record: HandOverView;
  readonly onClose: () => void;
}

/** Records the cash that was counted: how much, who looked on, and of a recount why. */
export function CountDialog({ record, onClose }: Props): ReactElement {
  const { handOvers, common } = useText();
  const { money: text } = handOvers;
  const counting = useCount(record, onClose);
  const { form, change, problems } = counting;
  const again = record.counts.length > 0;
  return (
    <Dialog opened onClose={onClose} title={again ? text.recount : text.count}>
      <form className={styles["form"]} onSubmit={(event) => void counting.submit(event)} noValidate>
        <TextField
          label={text.amount}
          hint={text.amountHint}
          value={form.amount}
          onChange={(amount) => change({ amount })}
          problem={problems.amount}
          inputMode="numeric"
          maxLength={30}
          data-autofocus
          required
        />
        <TextField
          label={text.witness}
          hint={text.witnessHint}
          value={form.witness}
          onChange={(witness) => change({ witness })}
          problem={problems.witness}
          maxLength={200}
          required
        />
        {again && (
          <TextField
            label={text.reason}
            value={form.reason}
            onChange={(reason) => change({ reason })}
            problem={problems.reason}
            maxLength={500}
            required
          />
        )}
        {counting.problem && <ProblemNotice problem={counting.problem} />}
        <DialogActs>
          <Button type="submit" loading={counting.pending}>
            {text.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

const EMPTY = { amount: "", witness: "", reason: "" };

/** The form of a count, what is wrong with it, and its sending. */
function useCount({ handOverId, counts }: HandOverView, onClose: () => void) {
  const { handOvers } = useText();
  const { money: text, faults: words } = handOvers;
  const act = useAct(countMoney);
  const [form, setForm] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const amount = readDong(form.amount);
  const missing = {
    ...(amount === undefined && { amount: text.notAmount }),
    ...(form.witness.trim() === "" && { witness: words.witness_missing }),
    ...(counts.length > 0 && form.reason.trim() === "" && { reason: words.reason_missing }),
  };
  const faults = faultsOf(act.problem);
  const refused = faults.includes("witness_is_counter") ? { witness: words.witness_is_counter } : {};

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (amount === undefined || Object.keys(missing).length > 0) return focusFirstProblem(element);
    const body = { seen: counts.length, amount, witness: form.witness.trim(), reason: form.reason.trim() };
    const result = await act.send({ params: { handOverId }, body });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.done });
    await forgetHandOvers();
  }

  const problems: Readonly<Partial<Record<keyof typeof EMPTY, string>>> = asked
    ? { ...refused, ...missing }
    : {};
  return {
    form,
    change: (changes: Partial<typeof EMPTY>) => {
      act.clearProblem();
      setForm((now) => ({ ...now, ...changes }));
    },
    problems,
    pending: act.pending,
    problem: act.problem,
    submit,
  };
}

function faultsOf(problem: CallProblem | null): readonly string[] {
  if (problem?.kind !== "refused" || problem.code !== "count_invalid") return [];
  const listed = problem.details["problems"];
  return Array.isArray(listed) ? COUNT_FAULTS.filter((fault) => listed.includes(fault)) : [];
}
