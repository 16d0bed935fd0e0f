import { apologise, extendDueDate } from "#contract/turns.ts";
import type { DossierView } from "#contract/dossiers.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import type { ActFormProps } from "../dossiers/act-props.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import { settleTurn } from "./settle-turn.ts";
import { dayProblem, reasonProblem } from "./turn-field.ts";

/** Apologises and sets a new date: the form says until when that is possible. */
export function ExtendForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.extension;
  const act = useAct(extendDueDate);
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { dossierId, version, dueAt } = dossier;
  const first = dueAt === null ? localTime(serverNow()).day : addDays(localTime(instant(dueAt)).day, 1);
  const problems = {
    day: dayProblem(day, first, text, words.dayNotLater),
    reason: reasonProblem(reason, text),
  };
  const dayHint =
    dueAt === null ? undefined : words.dayHint(text.dates.moment(dueAt), lastDays(dossier.deadline, text));

  async function send(): Promise<void> {
    setTried(true);
    if (problems.day ?? problems.reason) return;
    const body = { version, day, reason: tidyText(reason) };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.extend}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <DateField
        label={words.day}
        hint={dayHint}
        value={day}
        onChange={setDay}
        problem={tried ? problems.day : undefined}
        required
        autoFocus
      />
      <NoteField
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={setReason}
        problem={tried ? problems.reason : undefined}
        required
      />
    </ActFrame>
  );
}

/** @example "29/11/2026 (ngày làm việc cuối cùng: 27/11/2026)" */
function lastDays(
  { lastDayToExtend: last, lastWorkingDayToExtend: working }: DossierView["deadline"],
  text: Words,
): string {
  if (last === null) return "";
  const day = text.dates.day(last);
  return working === null || working === last
    ? day
    : text.turns.extension.lastDays(day, text.dates.day(working));
}

/** Apologises when the date can be moved no more; it stays, and the citizen is told when the result is expected. */
export function ApologiseForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const text = useText();
  const words = text.turns.apology;
  const act = useAct(apologise);
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { dossierId, version, dueAt } = dossier;
  const today = localTime(serverNow()).day;
  const afterDue = dueAt === null ? today : addDays(localTime(instant(dueAt)).day, 1);
  const first = afterDue > today ? afterDue : today;
  const problems = {
    day: dayProblem(day, first, text, first === today ? undefined : words.dayNotLate),
    reason: reasonProblem(reason, text),
  };

  async function send(): Promise<void> {
    setTried(true);
    if (problems.day ?? problems.reason) return;
    const body = { version, expectedOn: day, reason: tidyText(reason) };
    settleTurn(await act.send({ params: { dossierId }, body }), onDone);
  }
  return (
    <ActFrame
      label={text.lists.moves.apologise}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={words.submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <DateField
        label={words.day}
        hint={dueAt === null ? undefined : words.dayHint(text.dates.moment(dueAt))}
        value={day}
        onChange={setDay}
        problem={tried ? problems.day : undefined}
        required
        autoFocus
      />
      <NoteField
        label={text.turns.extension.reason}
        hint={text.turns.extension.reasonHint}
        value={reason}
        onChange={setReason}
        problem={tried ? problems.reason : undefined}
        required
      />
    </ActFrame>
  );
}
