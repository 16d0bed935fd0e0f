import type { PlaceView } from "#contract/places.ts";
import { addDays, parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Prefilled } from "./add-place.tsx";
import { Buttons, ReasonField, reasonProblem } from "./place-form.tsx";
import styles from "./places.module.css";
import { useChangePlace } from "./use-change-place.ts";

interface Props {
  readonly view: PlaceView;
  readonly onDone: () => void;
  readonly onAddFrom: (prefilled: Prefilled) => void;
}

/**
 * Reopens a place on the day after its last, as if it had not closed. From any later day a new place is offered: the
 * days between were closed, and a place's days have no hole.
 */
export function ReopenPlace({ view, onDone, onAddFrom }: Props): ReactElement {
  const text = useText();
  const { form: words } = text.places;
  const { place } = view;
  const changing = useChangePlace(view);
  const lastDay = parsePlainDate(place.validTo ?? "");
  const next = lastDay === undefined ? "" : addDays(lastDay, 1);
  const [from, setFrom] = useState<string>(next);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const day = parsePlainDate(from);
  const gap = day !== undefined && day > next;
  const dayProblem =
    day === undefined
      ? text.places.problems.notADay
      : day < next
        ? words.reopenTooEarly(text.dates.shortDay(next))
        : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (gap || reason.trim() === "" || dayProblem !== undefined) return;
    void changing.change({ validTo: null }, reason, words.reopened).then((done) => done && onDone());
  }

  return (
    <form className={styles["form"]} onSubmit={submit} noValidate aria-label={words.reopenTitle(place.name)}>
      <DateField
        label={words.reopenFrom}
        value={from}
        onChange={setFrom}
        problem={asked ? dayProblem : undefined}
        required
        autoFocus
      />
      {gap ? (
        <Notice
          tone="info"
          live
          title={words.gap(text.dates.shortDay(place.validTo ?? ""))}
          actions={
            <Button
              size="compact-sm"
              onClick={() => onAddFrom({ name: place.name, values: place.values, validFrom: from })}
            >
              {words.addFromHere}
            </Button>
          }
        />
      ) : (
        <ReasonField
          value={reason}
          problem={asked ? reasonProblem({ reason }, text)["reason"] : undefined}
          onChange={setReason}
        />
      )}
      {changing.problem && <ProblemNotice problem={changing.problem} />}
      <Buttons pending={changing.pending} onCancel={onDone}>
        {words.reopenSubmit}
      </Buttons>
    </form>
  );
}
