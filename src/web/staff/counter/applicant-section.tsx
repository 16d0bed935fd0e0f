import { SegmentedControl } from "@mantine/core";
import { type ReactElement, useId } from "react";
import { PARTY_KINDS } from "#domain/person/party.ts";
import { useText } from "#web/text/use-text.ts";
import styles from "./counter.module.css";
import { OrganisationGrid } from "./organisation-grid.tsx";
import { PersonGrid } from "./person-grid.tsx";
import { ScanField } from "./scan-field.tsx";
import { SectionPanel } from "./section-panel.tsx";
import type { Intake } from "./use-intake.ts";
import { useCardScan } from "./use-card-scan.ts";

/** Who asks: a person, from the card's QR code or by hand, or an organisation. */
export function ApplicantSection({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const labelId = useId();
  const { form, change } = intake;
  const scan = useCardScan(intake, "person");
  const isPerson = form.applicantKind === "person";
  return (
    <SectionPanel id="applicant" number={1} title={text.intake.applicantTitle}>
      <div onKeyDownCapture={scan.onKeyDownCapture}>
        <div className={styles["top"]}>
          <div>
            <span id={labelId} className={styles["label"]}>
              {text.intake.applicantKind}
            </span>
            <SegmentedControl
              aria-labelledby={labelId}
              fullWidth
              value={form.applicantKind}
              onChange={(kind) => change({ applicantKind: kind })}
              data={PARTY_KINDS.map((kind) => ({ value: kind, label: text.intake.kinds[kind] }))}
            />
          </div>
          {isPerson && <ScanField label={text.intake.scanLabel} scan={scan} shortcut autoFocus />}
        </div>
        {isPerson ? (
          <PersonGrid
            prefix="applicant"
            value={form.person}
            onChange={(patch) => intake.changePerson("person", patch)}
            field={intake.field}
          />
        ) : (
          <OrganisationGrid intake={intake} />
        )}
      </div>
    </SectionPanel>
  );
}
