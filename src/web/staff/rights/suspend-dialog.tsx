import { listSuspensionChoices } from "#contract/assignments.ts";
import { SUSPENSION_TARGETS } from "#domain/mandate/mandate.ts";
import { Button, NativeSelect, Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import type { AnswerOf } from "../api.ts";
import { DecisionFields } from "../decision-fields.tsx";
import { ProcedureFinder } from "../procedure-finder.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./rights.module.css";
import { SuspendInHand } from "./suspend-in-hand.tsx";
import { useSuspend } from "./use-suspend.ts";

export type SuspensionChoices = AnswerOf<typeof listSuspensionChoices>;

interface Props {
  readonly onClose: () => void;
}

/** Stops somebody or something at once: whom, by which decision, why, and who takes over. */
export function SuspendDialog({ onClose }: Props): ReactElement {
  const { suspensions: text } = useText().mandates;
  const { data, problem, reload } = useRead(listSuspensionChoices, {});
  return (
    <Dialog opened onClose={onClose} title={text.add} size="xl">
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={6} />}
      {data && <SuspendForm choices={data} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps extends Props {
  readonly choices: SuspensionChoices;
}

function SuspendForm({ choices, onClose }: FormProps): ReactElement {
  const { mandates, common } = useText();
  const text = mandates.suspensions;
  const suspending = useSuspend(choices, onClose);
  const { form, change, problems } = suspending;
  return (
    <form className={styles["form"]} onSubmit={(event) => void suspending.submit(event)} noValidate>
      <p className={styles["flat"]}>{text.intro}</p>
      <TargetFields choices={choices} suspending={suspending} />
      <DecisionFields
        form={form.decision}
        onChange={(decision) => change({ decision })}
        problems={suspending.decisionProblems}
      />
      <Textarea
        label={mandates.reason}
        description={mandates.reasonHint}
        value={form.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={problems.reason}
        maxLength={2_000}
        autosize
        minRows={2}
        required
      />
      {form.target !== "procedure" && form.targetId !== "" && (
        <SuspendInHand
          target={form.target}
          targetId={form.targetId}
          successorId={form.successorId}
          onChange={(successorId) => change({ successorId })}
        />
      )}
      {suspending.problem && <ProblemNotice problem={suspending.problem} />}
      <DialogActs>
        <Button type="submit" color="red" loading={suspending.pending}>
          {text.submit}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
      </DialogActs>
    </form>
  );
}

interface TargetProps {
  readonly choices: SuspensionChoices;
  readonly suspending: ReturnType<typeof useSuspend>;
}

function TargetFields({ choices, suspending }: TargetProps): ReactElement {
  const { mandates } = useText();
  const text = mandates.suspensions;
  const { form, change, problems } = suspending;
  return (
    <div className={styles["pair"]}>
      <NativeSelect
        label={text.target}
        value={form.target}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const target = SUSPENSION_TARGETS.find((one) => one === value);
          if (target) change({ target, targetId: "", procedure: null, successorId: "" });
        }}
        data={SUSPENSION_TARGETS.map((target) => ({ value: target, label: mandates.targets[target] }))}
        data-autofocus
      />
      {form.target === "procedure" ? (
        <ProcedureFinder
          label={text.who.procedure}
          chosen={form.procedure === null ? [] : [form.procedure]}
          onChange={(chosen) => change({ procedure: chosen[0] ?? null })}
          problem={problems.targetId}
          single
          required
        />
      ) : (
        <SearchSelect
          key={form.target}
          label={text.who[form.target]}
          placeholder={mandates.form.pick}
          options={optionsOf(choices[LIST_OF[form.target]])}
          value={form.targetId}
          onChange={(targetId) => change({ targetId, successorId: "" })}
          problem={problems.targetId}
          nothingFound={mandates.form.nothingFound}
          required
        />
      )}
    </div>
  );
}

const LIST_OF = { account: "clerks", postOffice: "offices", operator: "operators" } as const;

/** Two people may have one name: the place tells them apart. */
function optionsOf(choices: SuspensionChoices["clerks"]) {
  return choices.map(({ id, name, place }) => ({
    value: id,
    label: place === "" ? name : `${name} – ${place}`,
  }));
}
