import { TASKS } from "#domain/mandate/mandate.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { Checkbox } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProcedureFinder } from "../procedure-finder.tsx";
import type { FieldsProps } from "./mandate-form-view.tsx";
import styles from "./mandates.module.css";

/** The tasks, of the closed list that may be handed to the post. */
export function TaskFields({ form, problems, onChange }: FieldsProps): ReactElement {
  const { mandates, lists } = useText();
  return (
    <Checkbox.Group
      label={mandates.form.tasks}
      description={mandates.form.tasksHint}
      value={[...form.tasks]}
      onChange={(chosen) => onChange({ tasks: TASKS.filter((task) => chosen.includes(task)) })}
      error={problems.tasks}
      required
    >
      <div className={styles["checks"]}>
        {TASKS.map((task) => (
          <Checkbox
            key={task}
            value={task}
            label={lists.tasks[task]}
            aria-invalid={problems.tasks !== undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Which procedures: by field, one by one, and those that are left out. */
export function ScopeFields(props: FieldsProps): ReactElement {
  const { form, problems, onChange } = props;
  const { mandates, common } = useText();
  const words = mandates.form;
  return (
    <>
      <FieldChecks {...props} />
      <ProcedureFinder
        label={`${words.procedures} (${common.optional})`}
        hint={words.proceduresHint}
        chosen={form.procedures}
        onChange={(procedures) => onChange({ procedures })}
        problem={problems.procedures}
      />
      <ProcedureFinder
        label={`${words.exceptions} (${common.optional})`}
        hint={words.exceptionsHint}
        chosen={form.exceptions}
        onChange={(exceptions) => onChange({ exceptions })}
        problem={problems.exceptions}
      />
    </>
  );
}

/** There are many fields: a word narrows what is shown, and what is chosen stays chosen. */
function FieldChecks({ form, choices, problems, onChange }: FieldsProps): ReactElement {
  const { mandates, dates } = useText();
  const { form: words } = mandates;
  const [typed, setTyped] = useState("");
  const key = searchKey(typed);
  const shown = choices.fields.filter(({ name }) => searchKey(name).includes(key));
  const hidden = form.fieldCodes.filter((code) => !shown.some(({ id }) => id === code));
  return (
    <Checkbox.Group
      label={words.fields}
      description={words.fieldsChosen(form.fieldCodes.length)}
      value={[...form.fieldCodes]}
      // What is chosen but not shown is in the value and comes back with it.
      onChange={(fieldCodes) => onChange({ fieldCodes: [...new Set([...hidden, ...fieldCodes])] })}
      error={problems.fieldCodes}
    >
      <div className={styles["many"]}>
        <TextField
          label={words.fieldsFind}
          value={typed}
          onChange={setTyped}
          maxLength={100}
          size="sm"
          // The word is for the eye; it does not send the form.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          leftSection={<Icon name="search" size={16} />}
        />
        <div className={styles["checks"]}>
          {shown.map(({ id, name, endedOn }) => (
            <Checkbox
              key={id}
              value={id}
              label={name}
              lang="vi"
              // One that is chosen already may be taken out again.
              disabled={endedOn !== null && !form.fieldCodes.includes(id)}
              {...(endedOn !== null && { description: words.fieldEnded(dates.shortDay(endedOn)) })}
              aria-invalid={problems.fieldCodes !== undefined}
            />
          ))}
        </div>
        {shown.length === 0 && <p className={styles["quiet"]}>{words.nothingFound}</p>}
      </div>
    </Checkbox.Group>
  );
}
