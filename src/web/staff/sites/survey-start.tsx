import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { MembersField } from "./members-field.tsx";
import styles from "./survey.module.css";
import type { SurveyInHand } from "./use-survey.ts";

/** When the survey is made and by whom; a draft that was found says so. */
export function SurveyStart({ survey }: { readonly survey: SurveyInHand }): ReactElement {
  const { survey: text } = useText().sites;
  const { draft, change, problems } = survey;
  return (
    <section className={styles["card"]}>
      <h2>{text.start}</h2>
      {survey.resumed && (
        <Notice
          tone="info"
          title={text.resume}
          actions={
            <Button size="compact-sm" variant="light" onClick={survey.restart}>
              {text.restart}
            </Button>
          }
        />
      )}
      <DateField
        label={text.day}
        value={draft.day}
        onChange={(day) => change({ day })}
        problem={problems.day}
        size="md"
        required
      />
      <MembersField survey={survey} />
      <p className={styles["quiet"]}>{text.leaveHint}</p>
      <div className={styles["bar"]}>
        <Button size="md" onClick={() => change({ step: 1 })} disabled={problems.day !== undefined}>
          {text.start}
        </Button>
      </div>
    </section>
  );
}
