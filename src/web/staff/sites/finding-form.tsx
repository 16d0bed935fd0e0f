import { SEVERITIES } from "#domain/site/survey.ts";
import { Button, NativeSelect, Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { PhotoField } from "./photo-field.tsx";
import styles from "./survey.module.css";
import type { FindingDraft } from "./survey-draft.ts";
import type { SurveyInHand } from "./use-survey.ts";

interface Props {
  readonly survey: SurveyInHand;
  readonly finding: FindingDraft;
  /** Its place among those beside it, from 1. */
  readonly at: number;
}

/** What was found: in words, how bad, until when, and who puts it right. */
export function FindingForm({ survey, finding, at }: Props): ReactElement {
  const { survey: text, severities } = useText().sites;
  const problems = survey.asked ? survey.problems.findings.get(finding.id) : undefined;
  const change = (changes: Partial<FindingDraft>) => survey.changeFinding(finding.id, changes);
  return (
    <fieldset className={styles["finding"]}>
      <legend>{text.finding(at)}</legend>
      <Textarea
        label={text.findingWords}
        value={finding.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
        error={problems?.words}
        maxLength={2_000}
        size="md"
        autosize
        minRows={2}
        required
      />
      <NativeSelect
        label={text.severity}
        value={finding.severity}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const severity = SEVERITIES.find((one) => one === value);
          if (severity) change({ severity });
        }}
        data={SEVERITIES.map((severity) => ({ value: severity, label: severities[severity] }))}
        size="md"
      />
      <DateField
        label={text.deadline}
        value={finding.deadline}
        onChange={(deadline) => change({ deadline })}
        problem={problems?.deadline}
        size="md"
        required
      />
      <TextField
        label={text.responsible}
        hint={text.responsibleHint}
        value={finding.responsible}
        onChange={(responsible) => change({ responsible })}
        problem={problems?.responsible}
        maxLength={500}
        size="md"
        required
      />
      <PhotoField
        queue={survey.queue}
        owner={finding.id}
        about={text.finding(at)}
        photos={finding.photos}
        onChange={(photos) => change({ photos })}
      />
      <div>
        <Button variant="subtle" color="red" onClick={() => survey.removeFinding(finding.id)}>
          {text.removeFinding(at)}
        </Button>
      </div>
    </fieldset>
  );
}
