import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { ContactFields } from "./contact-fields.tsx";
import styles from "./counter.module.css";
import type { Intake } from "./use-intake.ts";

/** The details of an organisation that asks. */
export function OrganisationGrid({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const { field, changeOrganisation: change } = intake;
  const value = intake.form.organisation;
  return (
    <div className={styles["grid"]}>
      <div className={styles["w8"]}>
        <TextField
          label={text.intake.organisationName}
          required
          value={value.name}
          onChange={(name) => change({ name })}
          {...field("applicant.name")}
        />
      </div>
      <div className={styles["w4"]}>
        <TextField
          label={text.intake.taxCode}
          required
          value={value.taxCode}
          onChange={(taxCode) => change({ taxCode })}
          {...field("applicant.taxCode")}
        />
      </div>
      <div className={styles["w6"]}>
        <TextField
          label={text.intake.legalRepresentative}
          required
          value={value.legalRepresentative}
          onChange={(legalRepresentative) => change({ legalRepresentative })}
          {...field("applicant.legalRepresentative")}
        />
      </div>
      <div className={styles["w6"]}>
        <TextField
          label={text.intake.branchName}
          value={value.branchName}
          onChange={(branchName) => change({ branchName })}
          {...field("applicant.branchName")}
        />
      </div>
      <ContactFields prefix="applicant" value={value} onChange={change} field={field} />
    </div>
  );
}
