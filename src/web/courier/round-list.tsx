import type { CarriedView, RoundStopView } from "#contract/rounds.ts";
import { localTime } from "#domain/shared/instant.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { type FormEvent, type ReactElement, useState } from "react";
import { serverNow } from "#web/staff/server-clock.ts";
import { useText } from "#web/text/use-text.ts";
import { CameraScan } from "./camera-scan.tsx";
import { findStop } from "./find-stop.ts";
import { RoundSketch } from "./round-sketch.tsx";
import { useCourier, useCourierState } from "./use-courier.ts";

/** The stops of the day in their order. What was done on this phone and not sent yet is said beside its stop. */
export function RoundList(): ReactElement {
  const { round, end } = useCourierState();
  const { round: text, dates } = useText();
  if (!round) return <p className="empty">{end === null ? text.reloading : text.firstTime}</p>;
  return (
    <section aria-labelledby="stops">
      <h2 id="stops">{text.day(dates.day(round.day))}</h2>
      <p className="quiet">{text.readAt(dates.shortMoment(round.readAt))}</p>
      {(round.offered ?? 0) > 0 && (
        <p className="notice">
          <a href="/staff/papers/incoming">{text.offered(round.offered ?? 0)}</a>
        </p>
      )}
      {round.stops.length === 0 ? (
        <p className="empty">
          <strong>{text.nothing}</strong> {text.nothingHint}
        </p>
      ) : (
        <ol className="stops">
          {round.stops.map((stop, index) => (
            <StopRow key={stop.shipmentId} stop={stop} nth={index + 1} />
          ))}
        </ol>
      )}
      <RoundSketch stops={round.stops} />
      <Carried carried={round.carried ?? []} />
      <Leave />
      <Finder stops={round.stops} />
    </section>
  );
}

/** What goes on by a bảng kê and to no door. */
function Carried({ carried }: { readonly carried: readonly CarriedView[] }): ReactElement | null {
  const { round: text } = useText();
  if (carried.length === 0) return null;
  return (
    <section aria-labelledby="carried">
      <h2 id="carried">{text.carried(carried.length)}</h2>
      <ul className="carried">
        {carried.map(({ id, code, sheets }) => (
          <li key={id}>
            <strong>{code}</strong> <span className="quiet">{text.sheets(sheets)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{text.carriedHint}</p>
    </section>
  );
}

interface StopProps {
  readonly stop: RoundStopView;
  /** Its number in the round and in the sketch. */
  readonly nth: number;
}

function StopRow({ stop, nth }: StopProps): ReactElement {
  const { acts } = useCourierState();
  const { round: text, dates } = useText();
  const done = acts.findLast(({ shipmentId, refused }) => shipmentId === stop.shipmentId && !refused);
  const money = stop.collect.fees + stop.collect.postage;
  return (
    <li className={done ? "stop done" : "stop"}>
      <a href={`#/${stop.shipmentId}`}>
        <span className="stopTask">{text.nth(nth, text.tasks[stop.task])}</span>
        <strong lang="vi">{stop.name}</strong>
        <span lang="vi">{stop.address}</span>
        <span className="marks">
          {done && (
            <span className={done.report.type === "attemptFailed" ? "mark markUrgent" : "mark markDone"}>
              {doneWord(done.report.type, text)}
            </span>
          )}
          {stop.recalled && <span className="mark markUrgent">{text.recalled}</span>}
          {stop.urgent && (
            <span className="mark markUrgent">{isOver(stop) ? text.overdue : text.urgent}</span>
          )}
          {stop.promisedOn !== null && (
            <span className="mark">{text.promised(dates.shortDay(stop.promisedOn))}</span>
          )}
          {stop.promisedOn === null && stop.dueOn !== null && (
            <span className="mark">{text.due(dates.shortDay(stop.dueOn))}</span>
          )}
          {stop.attempts > 0 && <span className="mark">{text.attempts(stop.attempts)}</span>}
          {money > 0 && <span className="mark markMoney">{text.collectMoney(formatDong(dong(money)))}</span>}
        </span>
      </a>
    </li>
  );
}

function doneWord(type: string, { doneAs }: ReturnType<typeof useText>["round"]): string {
  return type in doneAs ? doneAs[type as keyof typeof doneAs] : type;
}

/** A field at the thumb: a scanner or fingers name a packet, and its stop opens. */
function Finder({ stops }: { readonly stops: readonly RoundStopView[] }): ReactElement {
  const { round: text } = useText();
  const [code, setCode] = useState("");
  const [missed, setMissed] = useState("");
  function submit(event: FormEvent): void {
    event.preventDefault();
    find(code.trim());
  }
  function find(typed: string): void {
    if (typed === "") return;
    const stop = findStop(stops, typed);
    setMissed(stop ? "" : typed);
    if (!stop) return;
    setCode("");
    window.location.hash = `/${stop.shipmentId}`;
  }
  return (
    <form className="bottom" onSubmit={submit}>
      {missed !== "" && (
        <p className="problem" role="alert">
          {text.notInRound(missed)}
        </p>
      )}
      <div className="finder">
        <label htmlFor="code">{text.find}</label>
        <input
          id="code"
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <button type="submit">{text.findButton}</button>
        <CameraScan onCode={find} />
      </div>
    </form>
  );
}

function Leave(): ReactElement {
  const courier = useCourier();
  const { acts } = useCourierState();
  const { round: text } = useText();
  return (
    <p className="leave">
      <a href="/staff/papers/incoming">{text.handOverPage}</a>
      <button type="button" className="plain" onClick={() => void courier.leave()}>
        {text.signOut}
      </button>
      {acts.length > 0 && <span className="quiet">{text.signOutWaiting}</span>}
    </p>
  );
}

/** Whether the day is past on which it should have been there, by the deadline or as was promised. */
function isOver({ dueOn, promisedOn }: RoundStopView): boolean {
  const day = promisedOn ?? dueOn;
  return day !== null && day < localTime(serverNow()).day;
}
