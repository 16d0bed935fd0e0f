import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { AUTHORISATION_RELATIONS, type AuthorisationRelation } from "#domain/person/authorisation.ts";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./counter.module.css";
import type { Intake } from "./use-intake.ts";

/** The power of attorney of a submitter who is not the applicant. */
export function AuthorisationGrid({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const { field, changeAuthorisation: change } = intake;
  const value = intake.form.authorisation;
  const { problem, warnings: _, ...relationField } = field("authorisation.relation");
  return (
    <div className={styles["grid"]}>
      <div className={styles["w4"]}>
        <NativeSelect
          label={text.intake.authorisationRelation}
          required
          error={problem}
          {...relationField}
          value={value.relation}
          onChange={(event) => change({ relation: event.currentTarget.value as AuthorisationRelation | "" })}
          data={[
            { value: "", label: text.intake.authorisationRelationChoose },
            ...AUTHORISATION_RELATIONS.map((each) => ({ value: each, label: text.lists.relations[each] })),
          ]}
        />
      </div>
      <div className={styles["w3"]}>
        <DateField
          label={text.intake.authorisationDate}
          required
          value={value.date}
          onChange={(date) => change({ date })}
          {...field("authorisation.date")}
        />
      </div>
      <div className={styles["w2"]}>
        <TextField
          label={text.intake.authorisationNumber}
          value={value.number}
          onChange={(number) => change({ number })}
          {...field("authorisation.number")}
        />
      </div>
      <div className={styles["w3"]}>
        <TextField
          label={text.intake.authorisationCertifiedBy}
          value={value.certifiedBy}
          onChange={(certifiedBy) => change({ certifiedBy })}
          {...field("authorisation.certifiedBy")}
        />
      </div>
      <div className={styles["w12"]}>
        <TextField
          label={text.intake.authorisationScope}
          required
          placeholder={text.intake.authorisationScopeHint}
          value={value.scope}
          onChange={(scope) => change({ scope })}
          {...field("authorisation.scope")}
        />
      </div>
    </div>
  );
}
