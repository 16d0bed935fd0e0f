import type { ChecklistView } from "#contract/sites.ts";
import { Button, Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { FindingForm } from "./finding-form.tsx";
import { ANSWER_TONES } from "./answer-tones.ts";
import { StepHeading } from "./step-heading.tsx";
import { MembersField } from "./members-field.tsx";
import styles from "./survey.module.css";
import type { SurveyInHand } from "./use-survey.ts";

interface Props {
  readonly survey: SurveyInHand;
  readonly items: ChecklistView["items"];
}

/** Everything once more before it is sent: each item leads back to its page, findings are mended here. */
export function SurveyReview({ survey, items }: Props): ReactElement {
  const { survey: text } = useText().sites;
  const { draft, problems, asked } = survey;
  return (
    <section className={styles["card"]}>
      <StepHeading>{text.review}</StepHeading>
      {asked && problems.count > 0 && <Notice tone="warning" live title={text.problems(problems.count)} />}
      <h3>{text.items}</h3>
      <Items survey={survey} items={items} />
      <h3>{text.findings}</h3>
      {draft.findings.map((finding, index) => (
        <FindingForm key={finding.id} survey={survey} finding={finding} at={index + 1} />
      ))}
      <Button variant="light" size="md" onClick={() => survey.addFinding(null)}>
        {text.addFreeFinding}
      </Button>
      <MembersField survey={survey} />
      <Textarea
        label={text.generalNote}
        value={draft.note}
        onChange={(event) => survey.change({ note: event.currentTarget.value })}
        maxLength={5_000}
        size="md"
        autosize
        minRows={2}
      />
      <Sending survey={survey} />
    </section>
  );
}

function Items({ survey, items }: Props): ReactElement {
  const { sites } = useText();
  const { draft, problems, asked } = survey;
  return (
    <ol className={styles["items"]}>
      {items.map(({ code, name }, index) => {
        const answer = draft.answers.find((one) => one.item === code)?.answer ?? "none";
        const problem = asked ? problems.items.get(code) : undefined;
        return (
          <li key={code}>
            <button type="button" onClick={() => survey.change({ step: index + 1 })} lang="vi">
              {name}
            </button>
            {answer === "none" ? (
              <Mark tone="quiet">{sites.survey.unanswered}</Mark>
            ) : (
              <Mark tone={ANSWER_TONES[answer]}>{sites.answers[answer]}</Mark>
            )}
            {problem !== undefined && <p className={styles["problem"]}>{problem}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function Sending({ survey }: { readonly survey: SurveyInHand }): ReactElement {
  const { sites } = useText();
  const { queue, draft } = survey;
  return (
    <>
      {survey.problem && <ProblemNotice problem={survey.problem} onRetry={() => void survey.send()} />}
      {queue.unsent > 0 && <p className={styles["quiet"]}>{sites.photos.unsent(queue.unsent)}</p>}
      <div className={styles["bar"]}>
        <Button variant="default" size="md" onClick={() => survey.change({ step: draft.step - 1 })}>
          {sites.survey.previous}
        </Button>
        <Button
          size="md"
          loading={survey.pending}
          disabled={queue.unsent > 0}
          onClick={() => void survey.send()}
        >
          {sites.survey.send}
        </Button>
      </div>
    </>
  );
}
