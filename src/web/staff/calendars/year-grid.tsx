import type { CalendarDay } from "#contract/calendars.ts";
import { addDays, plainDate, weekday } from "#domain/shared/plain-date.ts";
import { type KeyboardEvent, type ReactElement, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./calendars.module.css";
import { dayWords, lookOf } from "./day-look.ts";

interface Props {
  readonly days: readonly CalendarDay[];
  readonly today: string;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
}

/** How many days a key goes on. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -28,
  PageDown: 28,
};

/** A year as twelve months. One day is reached by the tab key, the others from it by the arrows. */
export function YearGrid({ days, today, chosen, onChoose }: Props): ReactElement {
  const grid = useRef<HTMLDivElement>(null);
  const months = Array.from({ length: 12 }, (_, index) =>
    days.filter(({ day }) => Number(day.slice(5, 7)) === index + 1),
  );

  function walk(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next: string = addDays(plainDate(chosen), step);
    if (!days.some(({ day }) => day === next)) return;
    onChoose(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  return (
    <div ref={grid} className={styles["months"]} onKeyDown={walk}>
      {months.map((month, index) => (
        <Month
          key={index}
          number={index + 1}
          days={month}
          today={today}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface MonthProps extends Props {
  readonly number: number;
}

function Month({ number, days, ...rest }: MonthProps): ReactElement {
  const { calendars: text } = useText();
  const [first] = days;
  const lead = first ? (weekday(plainDate(first.day)) + 6) % 7 : 0;
  return (
    <section className={styles["month"]} aria-label={text.month(number)}>
      <h3>{text.month(number)}</h3>
      <div className={styles["week"]} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6, 0].map((day) => (
          <span key={day}>{text.weekdays[day]}</span>
        ))}
      </div>
      <div className={styles["days"]}>
        {Array.from({ length: lead }, (_, index) => (
          <span key={`lead-${index}`} />
        ))}
        {days.map((day) => (
          <DayButton key={day.day} day={day} {...rest} days={days} />
        ))}
      </div>
    </section>
  );
}

interface DayProps extends Props {
  readonly day: CalendarDay;
}

function DayButton({ day, today, chosen, onChoose }: DayProps): ReactElement {
  const { calendars: text, dates } = useText();
  const isChosen = day.day === chosen;
  return (
    <button
      type="button"
      className={styles["day"]}
      data-day={day.day}
      data-look={lookOf(day)}
      data-make-up={day.reason === "makeUpDay" || undefined}
      data-own={day.entryId !== null || undefined}
      data-undecided={!day.decided || undefined}
      data-today={day.day === today || undefined}
      aria-pressed={isChosen}
      aria-label={dayWords(day, dates.day(day.day), text)}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => onChoose(day.day)}
    >
      {Number(day.day.slice(8))}
    </button>
  );
}

/** What the marks of the grid mean. */
export function Legend(): ReactElement {
  const { calendars: text } = useText();
  const looks = [
    { look: "work", words: text.kinds.workingDay },
    { look: "weekend", words: text.kinds.weeklyDayOff },
    { look: "off", words: text.kinds.holiday },
    { look: "openOnly", words: text.dayChoices.openOnly },
  ] as const;
  return (
    <ul className={styles["legend"]} aria-label={text.legend}>
      {looks.map(({ look, words }) => (
        <li key={look}>
          <span className={styles["day"]} data-look={look} aria-hidden="true">
            1
          </span>
          {words}
        </li>
      ))}
      <li>
        <span className={styles["day"]} data-look="work" data-make-up="true" aria-hidden="true">
          1
        </span>
        {text.kinds.makeUpDay}
      </li>
      <li>
        <span className={styles["day"]} data-look="off" data-own="true" aria-hidden="true">
          1
        </span>
        {text.kinds.localClosing}
      </li>
      <li>
        <span className={styles["day"]} data-look="work" data-undecided="true" aria-hidden="true">
          1
        </span>
        {text.short.undecided}
      </li>
    </ul>
  );
}
