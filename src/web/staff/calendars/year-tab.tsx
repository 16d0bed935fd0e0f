import { type CalendarYear, exportCalendarYear } from "#contract/calendars.ts";
import { API_PREFIX } from "#contract/route.ts";
import { localTime } from "#domain/shared/instant.ts";
import { ActionIcon, Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { requestOf } from "../api-request.ts";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AddDaysDialog } from "./add-days-dialog.tsx";
import { AddHoursDialog } from "./add-hours-dialog.tsx";
import styles from "./calendars.module.css";
import { DayPanel } from "./day-panel.tsx";
import { EntryList } from "./entry-list.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { type ChosenPlace, useCalendarPlaces, useCalendarYear } from "./use-calendars.ts";
import { Legend, YearGrid } from "./year-grid.tsx";

interface Props {
  readonly onDates: () => void;
}

/** A year of a calendar, day by day, with what is to be said of the chosen day. */
export function YearTab({ onDates }: Props): ReactElement {
  const today = localTime(serverNow()).day;
  const [picked, setPicked] = useState<ChosenPlace | null>(null);
  const [chosen, setChosen] = useState<string>(today);
  const own = useCalendarPlaces("").data?.places[0] ?? null;
  const place = picked ?? own;
  const year = Number(chosen.slice(0, 4));
  const { data, problem, reload } = useCalendarYear(place, year);
  const [added, setAdded] = useState(false);
  const [closed, setClosed] = useState(false);
  const choose = (day: string) => {
    setChosen(day);
    setClosed(false);
  };
  const close = () => {
    setClosed(true);
    document.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  };
  return (
    <div className={styles["stack"]}>
      <PlaceChoice place={place} onChoose={setPicked} />
      {added && <Added onDates={onDates} />}
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && (
        <>
          <YearHead year={data} day={chosen} onDay={choose} onAdded={() => setAdded(true)} />
          <div className={styles["columns"]}>
            <div className={`${styles["stack"]} ${styles["year"]}`}>
              <Legend />
              <YearGrid days={data.days} today={today} chosen={chosen} onChoose={choose} />
            </div>
            <div className={`${styles["stack"]} ${styles["side"]}`}>
              <div className={styles["chosen"]} data-closed={closed || undefined}>
                <DayPanel
                  day={data.days.find(({ day }) => day === chosen)}
                  entries={data.entries}
                  onClose={close}
                />
              </div>
              <EntryList year={data} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

function Added({ onDates }: Props): ReactElement {
  const { calendars: text } = useText();
  return (
    <Notice
      tone="success"
      live
      title={text.saved}
      actions={<Button onClick={onDates}>{text.seeDates}</Button>}
    />
  );
}

interface HeadProps {
  readonly year: CalendarYear;
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly onAdded: () => void;
}

/** Which year, what it comes to, and what can be done with it. */
function YearHead({ year, day, onDay, onAdded }: HeadProps): ReactElement {
  const { calendars: text } = useText();
  const [adding, setAdding] = useState<"days" | "hours" | null>(null);
  const { placeKind, placeId } = year;
  const undecided = year.days.filter(({ decided }) => !decided).length;
  const done = () => {
    setAdding(null);
    onAdded();
  };
  const query = { placeKind, placeId, year: String(year.year) };
  return (
    <div className={styles["yearHead"]}>
      <YearSteps year={year} day={day} onDay={onDay} />
      <p className={styles["quiet"]}>
        {text.counts(
          year.days.filter(({ countsForDeadline }) => countsForDeadline).length,
          year.days.filter(({ openForIntake }) => openForIntake).length,
        )}{" "}
        {undecided > 0 && (
          <Mark tone="warning" icon="warning">
            {text.undecidedDays(undecided)}
          </Mark>
        )}
      </p>
      <div className={`${styles["row"]} no-print`}>
        {year.editable && (
          <>
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding("days")}>
              {text.addDays}
            </Button>
            <Button variant="default" onClick={() => setAdding("hours")}>
              {text.addHours}
            </Button>
          </>
        )}
        <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => print()}>
          {text.print}
        </Button>
        <Button
          variant="default"
          component="a"
          href={API_PREFIX + requestOf(exportCalendarYear, { query }, "").url}
          download
        >
          {text.csv}
        </Button>
      </div>
      {adding === "days" && (
        <AddDaysDialog year={year} day={day} onClose={() => setAdding(null)} onAdded={done} />
      )}
      {adding === "hours" && (
        <AddHoursDialog year={year} day={day} onClose={() => setAdding(null)} onAdded={done} />
      )}
    </div>
  );
}

function YearSteps({ year, day, onDay }: Omit<HeadProps, "onAdded">): ReactElement {
  const { calendars: text } = useText();
  // A leap day has no other year to go to.
  const inYear = (next: number) => `${next}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;
  return (
    <div className={styles["row"]}>
      <ActionIcon
        variant="default"
        size="lg"
        className="no-print"
        aria-label={text.earlier}
        disabled={year.year <= year.fromYear}
        onClick={() => onDay(inYear(year.year - 1))}
      >
        <span aria-hidden>‹</span>
      </ActionIcon>
      <h2 className={styles["yearName"]}>
        {text.year} {year.year}
      </h2>
      <ActionIcon
        variant="default"
        size="lg"
        className="no-print"
        aria-label={text.later}
        disabled={year.year >= year.toYear}
        onClick={() => onDay(inYear(year.year + 1))}
      >
        <span aria-hidden>›</span>
      </ActionIcon>
    </div>
  );
}
