import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { SEXES, type Sex } from "#domain/person/identity-number.ts";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ContactFields } from "./contact-fields.tsx";
import styles from "./counter.module.css";
import type { PersonFields } from "./intake-form.ts";
import type { Intake } from "./use-intake.ts";

interface Props {
  /** Of the field names of the domain. */
  readonly prefix: "applicant" | "submitter";
  readonly value: PersonFields;
  readonly onChange: (patch: Partial<PersonFields>) => void;
  readonly field: Intake["field"];
}

/** The details of a person, each with what is wrong or odd beside it. */
export function PersonGrid({ prefix, value, onChange, field }: Props): ReactElement {
  const text = useText();
  const { problem, warnings: _, ...sexField } = field(`${prefix}.sex`);
  return (
    <div className={styles["grid"]}>
      <div className={styles["w4"]}>
        <TextField
          label={text.intake.name}
          required
          value={value.name}
          onChange={(name) => onChange({ name })}
          {...field(`${prefix}.name`)}
        />
      </div>
      <div className={styles["w3"]}>
        <TextField
          label={text.intake.identityNumber}
          required
          title={text.intake.identityHint}
          value={value.identityNumber}
          onChange={(identityNumber) => onChange({ identityNumber })}
          {...field(`${prefix}.identityNumber`)}
        />
      </div>
      <div className={styles["w3"]}>
        <DateField
          label={text.intake.birthDate}
          value={value.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          anyCentury
          {...field(`${prefix}.birthDate`)}
        />
      </div>
      <div className={styles["w2"]}>
        <NativeSelect
          label={text.intake.sex}
          error={problem}
          {...sexField}
          value={value.sex}
          onChange={(event) => onChange({ sex: event.currentTarget.value as Sex | "" })}
          data={[
            { value: "", label: text.intake.sexNone },
            ...SEXES.map((sex) => ({ value: sex, label: text.lists.sexes[sex] })),
          ]}
        />
      </div>
      <ContactFields prefix={prefix} value={value} onChange={onChange} field={field} />
    </div>
  );
}
