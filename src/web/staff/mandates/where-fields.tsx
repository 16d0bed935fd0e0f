import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import type { FieldsProps } from "./mandate-form-view.tsx";
import styles from "./mandates.module.css";

/** The unit, the post office that works there, and its counters when not all are meant. */
export function WhereFields({ form, choices, problems, onChange }: FieldsProps): ReactElement {
  const { form: words } = useText().mandates;
  const unit = choices.units.find(({ id }) => id === form.unitId);
  const offices = unit?.offices ?? [];
  const counters = offices.find(({ id }) => id === form.postOfficeId)?.counters ?? [];
  const officeHint = unit && offices.length === 0 ? words.officeNone : unit ? undefined : words.officeFirst;
  return (
    <div className={styles["form"]}>
      <div className={styles["pair"]}>
        <SearchSelect
          label={words.unit}
          placeholder={words.pick}
          options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.unitId}
          onChange={(unitId) =>
            unitId !== form.unitId && onChange({ unitId, postOfficeId: "", counterIds: [] })
          }
          problem={problems.unitId}
          nothingFound={words.nothingFound}
          required
        />
        <SearchSelect
          label={words.office}
          placeholder={words.pick}
          {...(officeHint !== undefined && { hint: officeHint })}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.postOfficeId}
          onChange={(postOfficeId) =>
            postOfficeId !== form.postOfficeId && onChange({ postOfficeId, counterIds: [] })
          }
          problem={problems.postOfficeId}
          nothingFound={words.nothingFound}
          required
          disabled={offices.length === 0}
        />
      </div>
      {counters.length > 0 && (
        <Checkbox.Group
          label={words.counters}
          description={words.countersHint}
          value={[...form.counterIds]}
          onChange={(counterIds) => onChange({ counterIds })}
          error={problems.counterIds}
        >
          <div className={styles["wideChecks"]}>
            {counters.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </div>
  );
}
