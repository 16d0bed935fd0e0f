import type { PlaceView } from "#contract/places.ts";
import { addDays, parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { today } from "./as-of.tsx";
import { Buttons, ReasonField, problemsOf, reasonProblem } from "./place-form.tsx";
import styles from "./places.module.css";
import { useChangePlace } from "./use-change-place.ts";

interface Props {
  readonly view: PlaceView;
  readonly onDone: () => void;
}

/** Closes a place from a day on: its last day is the one before. */
export function ClosePlace({ view, onDone }: Props): ReactElement {
  const text = useText();
  const { form: words } = text.places;
  const changing = useChangePlace(view);
  const [from, setFrom] = useState<string>(addDays(today(), 1));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const day = parsePlainDate(from);
  const lastDay = day === undefined ? undefined : addDays(day, -1);
  const problems: Readonly<Record<string, string>> = {
    ...problemsOf(changing.problem, text),
    ...(asked && reasonProblem({ reason }, text)),
    ...(asked && lastDay === undefined && { validTo: text.places.problems.notADay }),
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (lastDay === undefined || reason.trim() === "") return;
    void changing.change({ validTo: lastDay }, reason, words.closed).then((done) => done && onDone());
  }

  return (
    <form
      className={styles["form"]}
      onSubmit={submit}
      noValidate
      aria-label={words.closeTitle(view.place.name)}
    >
      <DateField
        label={words.closeFrom}
        value={from}
        onChange={setFrom}
        problem={problems["validTo"]}
        hint={lastDay === undefined ? undefined : words.closeHint(text.dates.shortDay(lastDay))}
        required
        autoFocus
      />
      <ReasonField value={reason} problem={problems["reason"]} onChange={setReason} />
      {changing.problem && <ProblemNotice problem={changing.problem} />}
      <Buttons pending={changing.pending} onCancel={onDone}>
        {words.closeSubmit}
      </Buttons>
    </form>
  );
}
