import { consultAgency, listConsultedAgencies } from "#contract/linked.ts";
import { localTime } from "#domain/shared/instant.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { settleTurn } from "../turns/settle-turn.ts";
import { dayProblem, reasonProblem } from "../turns/turn-field.ts";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";

/** Asks another agency for its opinion; the time limit runs on. */
export function ConsultForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const { ask } = text.linked;
  const act = useAct(consultAgency);
  const { agencyId, question, answerBy, ...form } = useQuestion();
  const agencies = useRead(listConsultedAgencies, {});
  const others = (agencies.data?.agencies ?? []).filter(
    (agency) => agency.agencyId !== dossier.rightSubject.decidingAgencyId,
  );

  async function send(): Promise<void> {
    if (!form.isComplete()) return;
    const { dossierId, version } = dossier;
    const body = { version, agencyId, question: tidyText(question), answerBy };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }

  return (
    <ActFrame
      label={text.lists.moves.consult}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={ask.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {agencies.problem && <ProblemNotice problem={agencies.problem} onRetry={agencies.reload} />}
      <SearchSelect
        label={ask.agency}
        hint={ask.agencyHint}
        placeholder={ask.pick}
        options={others.map((agency) => ({ value: agency.agencyId, label: agency.name }))}
        value={agencyId}
        onChange={form.setAgencyId}
        problem={form.problems.agency}
        nothingFound={ask.agencyNone}
        required
      />
      <NoteField
        label={ask.question}
        hint={ask.questionHint}
        value={question}
        onChange={form.setQuestion}
        problem={form.problems.question}
        required
      />
      <DateField
        label={ask.answerBy}
        hint={ask.answerByHint}
        value={answerBy}
        onChange={form.setAnswerBy}
        problem={form.problems.day}
        required
      />
    </ActFrame>
  );
}

/** What is asked, as it is being filled in; what is missing is said once somebody has tried to send it. */
function useQuestion() {
  const text = useText();
  const [agencyId, setAgencyId] = useState("");
  const [question, setQuestion] = useState("");
  const [answerBy, setAnswerBy] = useState("");
  const [tried, setTried] = useState(false);
  const problems = {
    agency: agencyId === "" ? text.linked.ask.agencyMissing : undefined,
    question: reasonProblem(question, text),
    day: dayProblem(answerBy, localTime(serverNow()).day, text),
  };
  return {
    agencyId,
    question,
    answerBy,
    setAgencyId,
    setQuestion,
    setAnswerBy,
    problems: tried ? problems : NOTHING_SAID,
    isComplete: (): boolean => {
      setTried(true);
      return Object.values(problems).every((problem) => problem === undefined);
    },
  };
}

const NOTHING_SAID = { agency: undefined, question: undefined, day: undefined };
