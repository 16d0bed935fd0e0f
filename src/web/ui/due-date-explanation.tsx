import type { DueDateExplanation } from "#domain/calendar/due-date.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { changeOfDay } from "./change-of-day.ts";
import { type DayGroup, groupDays } from "./group-days.ts";

interface Props {
  readonly explanation: DueDateExplanation;
  readonly words: Words;
}

/**
 * Why a due date is what it is: the limit, each day counted or not with its reason, and the rules with
 * their sources. Plain elements with class names, so that it serves a page without script as well.
 */
export function DueDateExplanationView({ explanation, words }: Props): ReactElement {
  const { provisionalBecause } = explanation;
  const text = words.dueDate;
  return (
    <div className="explanation">
      <Summary explanation={explanation} words={words} />
      {provisionalBecause.length > 0 && (
        <p className="note">
          {text.provisionalBecause(provisionalBecause.map(words.dates.shortDay).join(", "))}
        </p>
      )}
      <Extended explanation={explanation} words={words} />
      <Moved explanation={explanation} words={words} />
      <Days explanation={explanation} words={words} />
      <Rules explanation={explanation} words={words} />
    </div>
  );
}

function Summary({ explanation, words }: Props): ReactElement {
  const { limit, receivedAt, anew, dueOn, dueMinute, extendedTo } = explanation;
  const text = words.dueDate;
  return (
    <dl className="pairs">
      <div>
        <dt>{text.limit}</dt>
        <dd>{text.limits[limit.unit](limit.amount)}</dd>
      </div>
      <div>
        <dt>{text.received}</dt>
        <dd>{words.dates.moment(receivedAt)}</dd>
      </div>
      {anew !== undefined && (
        <div>
          <dt>{text.anew[anew.by]}</dt>
          <dd>{words.dates.moment(anew.at)}</dd>
        </div>
      )}
      <div>
        <dt>{extendedTo === undefined ? text.due : text.dueBefore}</dt>
        <dd>
          {formatMinute(dueMinute)}, {words.dates.day(dueOn)}
        </dd>
      </div>
      {extendedTo !== undefined && (
        <div>
          <dt>{text.extendedTo}</dt>
          <dd>{words.dates.moment(extendedTo)}</dd>
        </div>
      )}
    </dl>
  );
}

/** The apology by which the date holds instead of the counted one. */
function Extended({ explanation: { extension, extendedTo }, words }: Props): ReactElement | null {
  if (!extension || extendedTo === undefined) return null;
  const { moment, day } = words.dates;
  const issued = day(localTime(extension.at).day);
  return (
    <p className="note">{words.dueDate.extendedBy(issued, moment(extension.from), moment(extendedTo))}</p>
  );
}

/** What a changed calendar did to the date, and by whose decision. */
function Moved({ explanation: { moved }, words }: Props): ReactElement | null {
  if (!moved) return null;
  const text = words.dueDate;
  return (
    <div className="note">
      <p>{text.movedFrom(words.dates.moment(moved.from))}</p>
      <ul>
        {moved.because.map((changed) => (
          <li key={changed.day}>
            {words.dates.day(changed.day)}: {changeOfDay(changed, text)} ({changed.source})
          </li>
        ))}
      </ul>
    </div>
  );
}

function Days({ explanation, words }: Props): ReactElement {
  return (
    <>
      <p className="caption">
        <strong>
          {explanation.extendedTo === undefined ? words.dueDate.daysTitle : words.dueDate.daysTitleBefore}
        </strong>
      </p>
      <ol className="days">
        {groupDays(explanation.days).map((group) => (
          <li key={group.from} className={group.counted ? "counted" : "skipped"}>
            <span className="when">{span(group, words)}</span>{" "}
            <span className="what">{countedWords(group, words)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function span({ from, to }: DayGroup, words: Words): string {
  const [first, last] = [words.dates.day(from), words.dates.day(to)];
  return from === to ? first : words.dueDate.until(first, last);
}

function countedWords(group: DayGroup, words: Words): string {
  const text = words.dueDate;
  const why = group.name ?? text.reasons[group.reason];
  const unsure = group.decided ? [] : [text.undecided];
  if (!group.nth) return [text.notCounted, why, ...unsure].join(" – ");
  const { first, last } = group.nth;
  const nth = first === last ? text.nthDay(first) : text.nthDays(first, last);
  const worked = group.minutes === null ? nth : text.worked(Math.round(group.minutes / 6) / 10);
  return [text.counted, worked, why, ...unsure].join(" – ");
}

function Rules({ explanation, words }: Props): ReactElement {
  const text = words.dueDate;
  return (
    <>
      <p className="caption">
        <strong>{text.rulesTitle}</strong>
      </p>
      <ul className="rules">
        {explanation.rules.map((rule) => (
          <li key={rule.code}>
            {text.rules[rule.code]}{" "}
            <small>
              {text.source}: {rule.source}
              {text.marks[rule.mark] === null ? "" : ` (${text.marks[rule.mark]})`}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
