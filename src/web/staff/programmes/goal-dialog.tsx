import type { GoalView } from "#contract/programmes.ts";
import { GOAL_MEASURES } from "#domain/programme/programme.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { PartDialogProps } from "./part-dialog-props.ts";
import { type PartForm, type Problems, missingIn, usePartForm } from "./part-form.ts";
import { PartFrame } from "./part-frame.tsx";
import styles from "./programmes.module.css";

function startOf(part: GoalView | null) {
  if (part === null)
    return {
      name: "",
      measure: GOAL_MEASURES[0] as GoalView["measure"],
      countedIn: "",
      target: "",
      targetDay: "",
    };
  const { name, measure, countedIn, target, targetDay } = part;
  return { name, measure, countedIn, target: String(target), targetDay };
}
type Form = ReturnType<typeof startOf>;

function lackingIn(form: Form, text: Words): Problems {
  const target = form.target.trim();
  return {
    ...missingIn(form, { needed: ["name", "target", "targetDay"], days: ["targetDay"] }, text),
    ...(target !== "" && !/^\d{1,12}$/.test(target)
      ? { target: text.programmes.faults.target_wrong("") }
      : {}),
  };
}

/** A figure to be reached by a day. */
export function GoalDialog({ programme, part, onClose }: PartDialogProps<GoalView>): ReactElement {
  const { programmes } = useText();
  const words = programmes.goals;
  const editing = usePartForm<Form>({
    programme,
    partId: part?.id ?? null,
    onClose,
    start: startOf(part),
    missing: lackingIn,
    content: (form) => ({ part: "goal", ...form, target: Number(form.target.trim()) }),
  });
  const { form, change, problems } = editing;
  return (
    <PartFrame
      title={part === null ? words.add : programmes.events["goal.changed"]}
      onClose={onClose}
      editing={editing}
    >
      <TextField
        label={words.name}
        value={form.name}
        onChange={(name) => change({ name })}
        problem={problems["name"]}
        maxLength={500}
        required
        data-autofocus
      />
      <NativeSelect
        label={words.measure}
        description={words.measureHint}
        value={form.measure}
        onChange={(event) => {
          const measure = GOAL_MEASURES.find((one) => one === event.currentTarget.value);
          if (measure) change({ measure });
        }}
        data={GOAL_MEASURES.map((measure) => ({ value: measure, label: programmes.measures[measure] }))}
      />
      <FigureFields editing={editing} />
    </PartFrame>
  );
}

function FigureFields({
  editing: { form, change, problems },
}: {
  readonly editing: PartForm<Form>;
}): ReactElement {
  const { goals: words } = useText().programmes;
  return (
    <div className={styles["pair"]}>
      <TextField
        label={words.target}
        value={form.target}
        onChange={(target) => change({ target })}
        problem={problems["target"]}
        inputMode="numeric"
        maxLength={12}
        required
      />
      <TextField
        label={words.countedIn}
        value={form.countedIn}
        onChange={(countedIn) => change({ countedIn })}
        maxLength={200}
      />
      <DateField
        label={words.targetDay}
        value={form.targetDay}
        onChange={(targetDay) => change({ targetDay })}
        problem={problems["targetDay"]}
        required
      />
    </div>
  );
}
