import { SegmentedControl } from "@mantine/core";
import { type ReactElement, useId } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { AuthorisationGrid } from "./authorisation-grid.tsx";
import styles from "./counter.module.css";
import { PersonGrid } from "./person-grid.tsx";
import { ScanField } from "./scan-field.tsx";
import { SectionPanel } from "./section-panel.tsx";
import { useCardScan } from "./use-card-scan.ts";
import type { Intake } from "./use-intake.ts";

const SAME = "same";
const OTHER = "other";

/** Who stands at the counter: usually the applicant, otherwise somebody with a power of attorney. */
export function SubmitterSection({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const labelId = useId();
  const { form, change } = intake;
  const same =
    form.applicantKind === "person" ? text.intake.submitterSame : text.intake.submitterSameOrganisation;
  return (
    <SectionPanel id="submitter" number={2} title={text.intake.submitterTitle}>
      <span id={labelId} className={styles["label"]}>
        {text.intake.submitterWho}
      </span>
      <SegmentedControl
        aria-labelledby={labelId}
        className={styles["wrap"] ?? ""}
        value={form.submitterIsOther ? OTHER : SAME}
        onChange={(who) => change({ submitterIsOther: who === OTHER })}
        data={[
          { value: SAME, label: same },
          { value: OTHER, label: text.intake.submitterOther },
        ]}
      />
      {form.submitterIsOther && <OtherSubmitter intake={intake} />}
    </SectionPanel>
  );
}

function OtherSubmitter({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const scan = useCardScan(intake, "submitter");
  const missing = intake.field("authorisation").problem;
  return (
    <div onKeyDownCapture={scan.onKeyDownCapture}>
      <div className={styles["spaced"]}>
        <ScanField label={text.intake.submitterScan} scan={scan} />
      </div>
      <PersonGrid
        prefix="submitter"
        value={intake.form.submitter}
        onChange={(patch) => intake.changePerson("submitter", patch)}
        field={intake.field}
      />
      <h3 className={styles["sub"]}>{text.intake.authorisationTitle}</h3>
      {missing && <Notice tone="error" title={missing} />}
      <AuthorisationGrid intake={intake} />
    </div>
  );
}
