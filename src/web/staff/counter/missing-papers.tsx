import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./papers.module.css";
import type { Intake } from "./use-intake.ts";

/** What is still missing, and the reason for taking the dossier in all the same. */
export function MissingPapers({ intake }: { readonly intake: Intake }): ReactElement | null {
  const text = useText();
  const { missing } = intake.check(null);
  const field = intake.field("missingPapersReason");
  const begun = Object.values(intake.form.papers).some(
    (line) => line.originals + line.copies > 0 || line.shown,
  );
  // Before anything is ticked everything is missing, which needs no telling.
  const told = begun || field.problem !== undefined || intake.form.missingPapersReason !== "";
  if (missing.length === 0 || !told) return null;
  return (
    <div className={styles["missing"]}>
      <Notice tone="warning" title={text.intake.missingTitle(missing.length)}>
        <ul className={styles["missingList"]}>
          {missing.map((paper) => (
            <li key={paper.paperId}>
              {paper.name} (
              {paper.toShow ? text.intake.askedShow : text.intake.askedFor(paper.originals, paper.copies)})
            </li>
          ))}
        </ul>
      </Notice>
      <TextField
        label={text.intake.missingReason}
        hint={text.intake.missingReasonHint}
        value={intake.form.missingPapersReason}
        onChange={(missingPapersReason) => intake.change({ missingPapersReason })}
        {...field}
      />
    </div>
  );
}
