import type { DossierView } from "#contract/dossiers.ts";
import { askSupplement, receiveSupplement } from "#contract/turns.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import { PaperRows } from "./paper-rows.tsx";
import { settleTurn } from "./settle-turn.ts";
import { dayProblem, reasonProblem } from "./turn-field.ts";
import { supplementsOf } from "./turn-state.ts";
import styles from "./turns.module.css";
import { areComplete, linesMissing, linesToStay, papersOf } from "./wanted-papers.ts";

/** Asks the citizen for papers; a second request says what allows it. */
export function AskSupplementForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.supplement;
  const act = useAct(askSupplement);
  const form = useRequest(dossier);
  const { nth, lines, reason, day, basis, tried, problems } = form;

  async function send(): Promise<void> {
    const asked = form.finish();
    if (asked === undefined) return;
    const { dossierId, version } = dossier;
    settleTurn(await act.send({ params: { dossierId }, body: { version, ...asked } }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.askSupplement}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {nth > 1 && (
        <Notice tone="warning" title={words.again(nth)}>
          {words.againNote}
        </Notice>
      )}
      <PaperRows label={words.papers} lines={lines} onChange={form.setLines} tried={tried} autoFocus />
      <NoteField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={form.setReason}
        problem={problems.reason}
        required
      />
      <DateField
        label={words.answerBy}
        hint={words.answerByHint}
        value={day}
        onChange={form.setDay}
        problem={problems.day}
        required
      />
      {nth > 1 && (
        <TextField
          label={words.basis}
          hint={words.basisHint}
          value={basis}
          onChange={form.setBasis}
          problem={problems.basis}
          maxLength={500}
          lang="vi"
          required
        />
      )}
    </ActFrame>
  );
}

/** What is asked for, as it is being filled in; what is missing is said once somebody has tried to send it. */
function useRequest(dossier: DossierView) {
  const text = useText();
  const [lines, setLines] = useState(() => linesMissing(dossier.items, text.turns.supplement.toShow));
  const [reason, setReason] = useState("");
  const [day, setDay] = useState("");
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  const nth = supplementsOf(dossier) + 1;
  const tomorrow = addDays(localTime(serverNow()).day, 1);
  const problems = {
    reason: reasonProblem(reason, text),
    day: dayProblem(day, tomorrow, text),
    basis: nth > 1 && tidyText(basis) === "" ? text.turns.supplement.basisMissing : undefined,
  };
  function finish() {
    setTried(true);
    if (!areComplete(lines) || (problems.reason ?? problems.day ?? problems.basis) !== undefined)
      return undefined;
    return {
      papers: [...papersOf(lines)],
      reason: tidyText(reason),
      answerBy: day,
      ...(nth > 1 && { legalBasis: tidyText(basis) }),
    };
  }
  const shown: Partial<typeof problems> = tried ? problems : {};
  return {
    nth,
    lines,
    setLines,
    reason,
    setReason,
    day,
    setDay,
    basis,
    setBasis,
    tried,
    problems: shown,
    finish,
  };
}

/** Takes in what the citizen brought: the rows begin as they were asked for. */
export function ReceiveSupplementForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.receiving;
  const act = useAct(receiveSupplement);
  const { awaited } = dossier;
  const [lines, setLines] = useState(() => linesToStay(awaited?.papers ?? []));
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);

  async function send(): Promise<void> {
    setTried(true);
    const words = tidyText(note);
    // What was only to be shown leaves no paper: the note says that it was.
    const isNoteAlone = words !== "" && papersOf(lines).length === 0;
    if (!isNoteAlone && !areComplete(lines)) return;
    const { dossierId, version } = dossier;
    const body = { version, papers: [...papersOf(lines)], ...(words !== "" && { note: words }) };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.supplement}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {awaited !== null && awaited.answerBy !== null && (
        <p className={styles["hint"]}>
          {words.asked(text.dates.day(localTime(instant(awaited.answerBy)).day))}
        </p>
      )}
      <PaperRows label={words.papers} lines={lines} onChange={setLines} tried={tried} autoFocus />
      <NoteField label={words.note} hint={text.common.optional} value={note} onChange={setNote} />
      <p className={styles["hint"]}>{words.effect}</p>
    </ActFrame>
  );
}
