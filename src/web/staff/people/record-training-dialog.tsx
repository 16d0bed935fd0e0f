import { type TrainingChoices, listTrainingChoices } from "#contract/training.ts";
import { Button, Group } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./people.module.css";
import { ChosenFields, Participants } from "./training-choices.tsx";
import { useRecordTraining } from "./use-record-training.ts";

interface Props {
  readonly onClose: () => void;
}

/** Records a session that took place: what, when, by whom, in which fields, and who came. */
export function RecordTrainingDialog({ onClose }: Props): ReactElement {
  const { training: text } = useText();
  const { data, problem, reload } = useRead(listTrainingChoices, {});
  return (
    <Dialog opened onClose={onClose} title={text.record} size="lg">
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={8} />}
      {data && <RecordForm choices={data} onClose={onClose} />}
    </Dialog>
  );
}

function RecordForm({ choices, onClose }: Props & { readonly choices: TrainingChoices }): ReactElement {
  const { training, common } = useText();
  const { form: text } = training;
  const recording = useRecordTraining(onClose);
  return (
    <form className={styles["form"]} onSubmit={(event) => void recording.submit(event)} noValidate>
      <SessionFields recording={recording} />
      <fieldset>
        <legend>{text.fields}</legend>
        <ChosenFields choices={choices} recording={recording} />
      </fieldset>
      <fieldset>
        <legend>{text.participants}</legend>
        <Participants choices={choices} recording={recording} />
      </fieldset>
      {recording.problem && <ProblemNotice problem={recording.problem} />}
      <Group>
        <Button type="submit" loading={recording.pending}>
          {text.submit}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
      </Group>
    </form>
  );
}

interface PartProps {
  readonly recording: ReturnType<typeof useRecordTraining>;
}

function SessionFields({ recording }: PartProps): ReactElement {
  const { form: text } = useText().training;
  const { form, change, problems } = recording;
  return (
    <fieldset>
      <legend>{text.session}</legend>
      <TextField
        label={text.what}
        value={form.title}
        onChange={(title) => change({ title })}
        problem={problems.title}
        maxLength={500}
        data-autofocus
        required
      />
      <div className={styles["pair"]}>
        <TextField
          label={text.heldBy}
          value={form.heldBy}
          onChange={(heldBy) => change({ heldBy })}
          problem={problems.heldBy}
          maxLength={500}
          required
        />
        <DateField
          label={text.heldOn}
          value={form.heldOn}
          onChange={recording.changeDay}
          problem={problems.heldOn}
          required
        />
      </div>
      <div className={styles["pair"]}>
        <DateField
          label={text.validFrom}
          value={form.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          problem={problems.validFrom}
          required
        />
        <DateField
          label={text.validTo}
          hint={text.validToHint}
          value={form.validTo}
          onChange={(validTo) => change({ validTo })}
          problem={problems.validTo}
        />
      </div>
    </fieldset>
  );
}
