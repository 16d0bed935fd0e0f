import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { AddressField } from "./address-field.tsx";
import styles from "./counter.module.css";
import type { PersonFields } from "./intake-form.ts";
import type { Intake } from "./use-intake.ts";

type Contact = Pick<PersonFields, "address" | "communeCode" | "phone" | "email">;

interface Props {
  readonly prefix: "applicant" | "submitter";
  readonly value: Contact;
  readonly onChange: (patch: Partial<Contact>) => void;
  readonly field: Intake["field"];
}

/** Where somebody lives and how to reach them. */
export function ContactFields({ prefix, value, onChange, field }: Props): ReactElement {
  const text = useText();
  return (
    <>
      <div className={styles["w6"]}>
        <AddressField value={value} onChange={onChange} field={field(`${prefix}.address.line`)} />
      </div>
      <div className={styles["w3"]}>
        <TextField
          label={text.intake.phone}
          inputMode="tel"
          value={value.phone}
          onChange={(phone) => onChange({ phone })}
          {...field(`${prefix}.phone`)}
        />
      </div>
      <div className={styles["w3"]}>
        <TextField
          label={text.intake.email}
          inputMode="email"
          value={value.email}
          onChange={(email) => onChange({ email })}
          {...field(`${prefix}.email`)}
        />
      </div>
    </>
  );
}
