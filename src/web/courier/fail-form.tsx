import type { RoundStopView } from "#contract/rounds.ts";
import { ATTEMPT_REASONS, type AttemptReason } from "#domain/postal/shipment-event.ts";
import { localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { type FormEvent, type ReactElement, useState } from "react";
import { serverNow } from "#web/staff/server-clock.ts";
import { useText } from "#web/text/use-text.ts";
import { MissingList } from "./missing-list.tsx";
import { PhotoField } from "./photo-field.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { useKeepReport } from "./use-keep-report.tsx";

/** As far as anybody agrees on a day at the door. */
const DAYS_AHEAD = 14;

interface Props {
  readonly stop: RoundStopView;
  readonly onBack: () => void;
}

/** An attempt in vain: why, and the next day if one was agreed. */
export function FailForm({ stop, onBack }: Props): ReactElement {
  const { round: text, dates } = useText();
  const { keep, pending, problem } = useKeepReport(stop);
  const [reason, setReason] = useState<AttemptReason | null>(null);
  const [note, setNote] = useState("");
  const [nextOn, setNextOn] = useState("");
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [place, setPlace] = useState(false);
  const [asked, setAsked] = useState(false);
  const today = localTime(serverNow()).day;
  const nextDays = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead));
  const said = note.trim();
  const missing = [
    ...(reason === null ? [text.missing.reason] : []),
    ...(reason === "other" && said === "" ? [text.missing.note] : []),
  ];

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (reason === null || missing.length > 0) return;
    void keep(
      { type: "attemptFailed", reason, ...(nextOn !== "" && { nextOn }), ...(said !== "" && { note: said }) },
      { photo, withPlace: place },
    );
  }

  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <ReasonFields reason={reason} note={note} onReason={setReason} onNote={setNote} />
      <div className="field">
        <label htmlFor="next-on">{text.nextOn}</label>
        <select id="next-on" value={nextOn} onChange={({ currentTarget }) => setNextOn(currentTarget.value)}>
          <option value="">{text.noNextOn}</option>
          {nextDays.map((day) => (
            <option key={day} value={day}>
              {dates.day(day)}
            </option>
          ))}
        </select>
      </div>
      <PhotoField kept={photo !== null} onChange={setPhoto} />
      <PlaceChoice onChange={setPlace} />
      {asked && <MissingList missing={missing} />}
      <div className="bottom">
        {problem}
        <div className="pair">
          <button type="button" onClick={onBack}>
            {text.back}
          </button>
          <button type="submit" className="mainAct" disabled={pending}>
            {text.confirmFail}
          </button>
        </div>
      </div>
    </form>
  );
}

interface ReasonProps {
  readonly reason: AttemptReason | null;
  readonly note: string;
  readonly onReason: (reason: AttemptReason) => void;
  readonly onNote: (note: string) => void;
}

/** Why, and in words what no list names. */
function ReasonFields({ reason, note, onReason, onNote }: ReasonProps): ReactElement {
  const { round: text } = useText();
  return (
    <>
      <fieldset className="choices">
        <legend>{text.why}</legend>
        {ATTEMPT_REASONS.map((one) => (
          <label key={one}>
            <input type="radio" name="reason" checked={reason === one} onChange={() => onReason(one)} />
            {text.reasons[one]}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="fail-note">{reason === "other" ? text.noteNeeded : text.note}</label>
        <input
          id="fail-note"
          lang="vi"
          value={note}
          maxLength={200}
          autoComplete="off"
          onChange={({ currentTarget }) => onNote(currentTarget.value)}
        />
      </div>
    </>
  );
}
