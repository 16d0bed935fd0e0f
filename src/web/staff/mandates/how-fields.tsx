import { AUTONOMIES } from "#domain/mandate/mandate.ts";
import { Radio, Stack } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import type { FieldsProps } from "./mandate-form-view.tsx";
import styles from "./mandates.module.css";

/** How freely the post acts, with a sentence each on what follows. */
export function AutonomyField({ form, problems, onChange }: FieldsProps): ReactElement {
  const { mandates } = useText();
  return (
    <Radio.Group
      label={mandates.form.autonomy}
      value={form.autonomy}
      onChange={(chosen) => {
        const autonomy = AUTONOMIES.find((one) => one === chosen);
        if (autonomy) onChange({ autonomy });
      }}
      error={problems.autonomy}
      required
    >
      <Stack gap="xs" mt={4}>
        {AUTONOMIES.map((autonomy) => (
          <Radio
            key={autonomy}
            value={autonomy}
            label={mandates.autonomies[autonomy].name}
            description={mandates.autonomies[autonomy].means}
            aria-invalid={problems.autonomy !== undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** From the first to the last day; without a last day it holds until somebody ends it. */
export function PeriodFields({ form, problems, onChange }: FieldsProps): ReactElement {
  const { mandates, common } = useText();
  const words = mandates.form;
  return (
    <div className={styles["pair"]}>
      <DateField
        label={words.validFrom}
        value={form.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
        problem={problems.validFrom}
        required
      />
      <DateField
        label={`${words.validTo} (${common.optional})`}
        value={form.validTo}
        onChange={(validTo) => onChange({ validTo })}
        problem={problems.validTo}
      />
    </div>
  );
}
