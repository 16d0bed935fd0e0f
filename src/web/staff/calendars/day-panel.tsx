import type { CalendarDay, CalendarYear } from "#contract/calendars.ts";
import { CloseButton } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./calendars.module.css";
import { hoursWords } from "./day-look.ts";

interface Props {
  readonly day: CalendarDay | undefined;
  readonly entries: CalendarYear["entries"];
  /** On a narrow window, where the day lies over the year. */
  readonly onClose: () => void;
}

/** The chosen day: what it is, whose decision that is, and by what. */
export function DayPanel({ day, entries, onClose }: Props): ReactElement {
  const { calendars: text, dates, common, dueDate } = useText();
  if (!day)
    return (
      <Panel title={text.dayTitle}>
        <p className={styles["quiet"]}>{text.pickDay}</p>
      </Panel>
    );
  const yes = (flag: boolean) => (flag ? common.yes : common.no);
  const by = entries.find(({ entryId }) => entryId === day.entryId);
  const works = day.openForIntake || day.countsForDeadline;
  const unsure = dueDate.marks[day.mark];
  return (
    <Panel
      title={dates.day(day.day)}
      id="day"
      actions={
        <CloseButton className={styles["closeDay"]} size="lg" aria-label={text.closeDay} onClick={onClose} />
      }
    >
      <p className={styles["kind"]}>
        {day.name ?? text.kinds[day.reason]}
        {day.name !== null && <span className={styles["quiet"]}> {text.kinds[day.reason]}</span>}
      </p>
      {!day.decided && <Notice tone="warning" title={text.undecidedDay} />}
      <Facts
        facts={[
          { label: text.openForIntake, value: yes(day.openForIntake) },
          { label: text.countsForDeadline, value: yes(day.countsForDeadline) },
          { label: text.hours, value: works ? hoursWords(day.sessions) : text.noHours },
          { label: text.decidedBy, value: by?.placeName ?? text.nation },
          {
            label: text.source,
            value: (
              <>
                {day.source} {unsure !== null && <Mark tone="quiet">{unsure}</Mark>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
