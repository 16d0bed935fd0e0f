import type { PartInput, PhaseView } from "#contract/programmes.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { DecisionFields, NO_DECISION, decisionInput, decisionProblems } from "../decision-fields.tsx";
import type { PartDialogProps } from "./part-dialog-props.ts";
import { type Problems, missingIn, usePartForm } from "./part-form.ts";
import { PartFrame, PeriodPair, periodInput } from "./part-frame.tsx";
import styles from "./programmes.module.css";

function startOf(part: PhaseView | null) {
  if (part === null) return { label: "", ordinal: "", validFrom: "", validTo: "", decision: NO_DECISION };
  return {
    label: part.label,
    ordinal: String(part.ordinal),
    validFrom: part.validFrom,
    validTo: part.validTo ?? "",
    decision: { ...NO_DECISION, knownId: part.decision.id as string | null },
  };
}
type Form = ReturnType<typeof startOf>;

function lackingIn(form: Form, text: Words): Problems {
  const ordinal = form.ordinal.trim();
  return {
    ...missingIn(
      { ...form },
      { needed: ["label", "ordinal", "validFrom"], days: ["validFrom", "validTo"] },
      text,
    ),
    ...(ordinal !== "" && !/^[1-9]\d?$/.test(ordinal)
      ? { ordinal: text.programmes.faults.target_wrong("") }
      : {}),
    ...(Object.keys(decisionProblems(form.decision, text)).length > 0 && { decision: text.mandates.missing }),
  };
}

function inputOf({ label, ordinal, decision, ...days }: Form): PartInput {
  return {
    part: "phase",
    label,
    ordinal: Number(ordinal.trim()),
    decision: decisionInput(decision),
    ...periodInput(days),
  };
}

/** A phase with a decision of its own. */
export function PhaseDialog({ programme, part, known, onClose }: PartDialogProps<PhaseView>): ReactElement {
  const text = useText();
  const words = text.programmes.phases;
  const editing = usePartForm<Form>({
    programme,
    partId: part?.id ?? null,
    onClose,
    start: startOf(part),
    missing: lackingIn,
    content: inputOf,
  });
  const { form, change, problems } = editing;
  return (
    <PartFrame
      title={part === null ? words.add : text.programmes.events["phase.changed"]}
      onClose={onClose}
      editing={editing}
    >
      <div className={styles["pair"]}>
        <TextField
          label={words.label}
          hint={words.labelHint}
          value={form.label}
          onChange={(label) => change({ label })}
          problem={problems["label"]}
          maxLength={100}
          required
          data-autofocus
        />
        <TextField
          label={words.ordinal}
          value={form.ordinal}
          onChange={(ordinal) => change({ ordinal })}
          problem={problems["ordinal"]}
          inputMode="numeric"
          maxLength={2}
          required
        />
      </div>
      <PeriodPair form={form} onChange={change} problems={problems} />
      <DecisionFields
        form={form.decision}
        onChange={(decision) => change({ decision })}
        known={known}
        problems={problems["decision"] === undefined ? {} : decisionProblems(form.decision, text)}
      />
    </PartFrame>
  );
}
