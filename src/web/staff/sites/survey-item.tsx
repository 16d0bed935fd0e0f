import type { ChecklistView } from "#contract/sites.ts";
import { SURVEY_ANSWERS, type SurveyAnswer } from "#domain/site/survey.ts";
import { Button, Textarea } from "@mantine/core";
import { type ReactElement, useId } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { FindingForm } from "./finding-form.tsx";
import { PhotoField } from "./photo-field.tsx";
import { StepHeading } from "./step-heading.tsx";
import styles from "./survey.module.css";
import { isMissing } from "./survey-form.ts";
import type { SurveyInHand } from "./use-survey.ts";

type Item = ChecklistView["items"][number];

interface Props {
  readonly survey: SurveyInHand;
  readonly item: Item;
  /** Its place among all items, from 1. */
  readonly at: number;
  readonly all: number;
}

/** One item: what to look at, the answer in one touch, what is missing, photos, and a finding made of it. */
export function SurveyItem({ survey, item, at, all }: Props): ReactElement {
  const { survey: text } = useText().sites;
  const given = survey.draft.answers.find((one) => one.item === item.code);
  if (!given) throw new Error(`the survey has a place for ${item.code}`);
  const problem = survey.asked ? survey.problems.items.get(item.code) : undefined;
  const findings = survey.draft.findings.filter((one) => one.item === item.code);
  const missing = isMissing(given);
  return (
    <section className={styles["card"]}>
      <About item={item} at={at} all={all} />
      <Answers
        name={item.name}
        chosen={given.answer}
        onChoose={(answer) => survey.answer(item.code, { answer })}
      />
      <Textarea
        label={missing ? text.words : text.note}
        value={given.words}
        onChange={(event) => survey.answer(item.code, { words: event.currentTarget.value })}
        error={problem}
        maxLength={2_000}
        size="md"
        autosize
        minRows={missing ? 2 : 1}
        required={missing}
      />
      <PhotoField
        queue={survey.queue}
        owner={item.code}
        about={item.name}
        photos={given.photos}
        onChange={(photos) => survey.answer(item.code, { photos })}
      />
      {findings.map((finding, index) => (
        <FindingForm key={finding.id} survey={survey} finding={finding} at={index + 1} />
      ))}
      {missing && findings.length === 0 && (
        <Button variant="light" size="md" onClick={() => survey.addFinding(given)}>
          {text.addFinding}
        </Button>
      )}
      <Steps survey={survey} last={at === all} />
    </section>
  );
}

function About({ item, at, all }: Omit<Props, "survey">): ReactElement {
  const { sites } = useText();
  const text = sites.survey;
  return (
    <div>
      <p className={styles["quiet"]}>
        {text.item(at, all)} · {sites.groups[item.group]}
        {!item.required && ` · ${text.optional}`}
      </p>
      <StepHeading lang="vi">{item.name}</StepHeading>
      <p className={styles["hint"]} lang="vi">
        {item.hint}
      </p>
      {item.mark === "sourced" ? (
        <p className={styles["quiet"]} lang="vi">
          {text.source(item.source)}
        </p>
      ) : (
        <Mark tone="quiet">{text.ours}</Mark>
      )}
    </div>
  );
}

interface AnswersProps {
  readonly name: string;
  readonly chosen: SurveyAnswer | "none";
  readonly onChoose: (answer: SurveyAnswer) => void;
}

/** Four answers, each as large as a thumb; as radio buttons for keyboard and ear. */
function Answers({ name, chosen, onChoose }: AnswersProps): ReactElement {
  const { answers } = useText().sites;
  const group = useId();
  return (
    <fieldset className={styles["answers"]}>
      <legend className={styles["unseen"]}>{name}</legend>
      {SURVEY_ANSWERS.map((answer) => (
        <label key={answer} data-answer={answer}>
          <input type="radio" name={group} checked={answer === chosen} onChange={() => onChoose(answer)} />
          <span>{answers[answer]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Steps({ survey, last }: { readonly survey: SurveyInHand; readonly last: boolean }): ReactElement {
  const { survey: text } = useText().sites;
  const { step } = survey.draft;
  return (
    <div className={styles["bar"]}>
      <Button variant="default" size="md" onClick={() => survey.change({ step: step - 1 })}>
        {text.previous}
      </Button>
      <Button
        size="md"
        rightSection={<Icon name="arrow" size={18} />}
        onClick={() => survey.change({ step: step + 1 })}
      >
        {last ? text.toReview : text.next}
      </Button>
    </div>
  );
}
