import type { CalendarEntry, CalendarYear } from "#contract/calendars.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./calendars.module.css";
import { hoursWords } from "./day-look.ts";
import { useWithdrawEntry } from "./use-calendars.ts";

/** What was set for this place and above it, the latest first; what holds no more stays and says so. */
export function EntryList({ year }: { readonly year: CalendarYear }): ReactElement {
  const { calendars: text } = useText();
  const [leaving, setLeaving] = useState<CalendarEntry | null>(null);
  return (
    <Panel title={text.entries} id="entries">
      {year.entries.length === 0 && <p className={styles["quiet"]}>{text.noEntries}</p>}
      <ul className={styles["entries"]}>
        {year.entries.map((entry) => (
          <EntryLine key={entry.entryId} entry={entry} onWithdraw={() => setLeaving(entry)} />
        ))}
      </ul>
      {leaving && <WithdrawDialog entry={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}

interface LineProps {
  readonly entry: CalendarEntry;
  readonly onWithdraw: () => void;
}

function EntryLine({ entry, onWithdraw }: LineProps): ReactElement {
  const words = useText();
  const { calendars: text, dates } = words;
  const { decision, withdrawn } = entry;
  return (
    <li data-withdrawn={withdrawn !== null || undefined}>
      <p className={styles["kind"]}>
        {contentWords(entry, words)}{" "}
        <Mark tone="quiet">
          {text.placeKinds[entry.placeKind]}: {entry.placeName}
        </Mark>
      </p>
      <p className={styles["quiet"]}>
        {text.decisionLine(decision.number, dates.shortDay(decision.issuedOn), decision.signer)}
        {". "}
        {text.recorded(entry.recordedBy, dates.shortMoment(entry.recordedAt))}
      </p>
      {withdrawn && (
        <p className={styles["quiet"]}>
          {text.withdrawn(withdrawn.by, dates.shortMoment(withdrawn.at), withdrawn.reason)}
        </p>
      )}
      {entry.editable && (
        <Button
          variant="default"
          size="compact-sm"
          className="no-print"
          onClick={onWithdraw}
          aria-label={`${text.withdraw}: ${contentWords(entry, words)}`}
        >
          {text.withdraw}
        </Button>
      )}
    </li>
  );
}

function contentWords({ content }: CalendarEntry, { calendars: text, dates }: Words): string {
  if (content.kind === "hours")
    return `${text.hoursLine(dates.shortDay(content.from), content.to && dates.shortDay(content.to))}: ${text.weekLine(hoursWords(content.sessions))}`;
  const span = text.daysLine(dates.shortDay(content.from), dates.shortDay(content.to));
  const hours = content.sessions === null ? "" : ` (${hoursWords(content.sessions)})`;
  return `${span}: ${content.name}${hours}`;
}

interface WithdrawProps {
  readonly entry: CalendarEntry;
  readonly onClose: () => void;
}

function WithdrawDialog({ entry, onClose }: WithdrawProps): ReactElement {
  const words = useText();
  const { calendars: text, common } = words;
  const { act, withdraw } = useWithdrawEntry();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < 3;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (missing || !(await withdraw(entry.entryId, reason.trim()))) return;
    showToast({ text: text.withdrawnDone });
    onClose();
  }

  return (
    <Dialog opened title={text.withdrawTitle} onClose={onClose}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{contentWords(entry, words)}</p>
        <TextField
          label={text.withdrawReason}
          value={reason}
          onChange={setReason}
          problem={asked && missing ? text.missing : undefined}
          maxLength={500}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button type="submit" color="red" loading={act.pending}>
            {text.withdraw}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
