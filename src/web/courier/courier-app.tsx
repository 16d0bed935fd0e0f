import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { QueueList } from "./queue-list.tsx";
import { RoundList } from "./round-list.tsx";
import { SignIn } from "./sign-in.tsx";
import { StopPage } from "./stop-page.tsx";
import { useCourier, useCourierState, useOnline, usePlace } from "./use-courier.ts";

/** The courier's page: today's round, one stop of it, and what waits to be sent. */
export function CourierApp(): ReactElement {
  const place = usePlace();
  const { user, round, end } = useCourierState();
  const { round: text } = useText();
  const stop = round?.stops.find(({ shipmentId }) => shipmentId === place);
  if (stop) return <StopPage stop={stop} key={place} />;
  return (
    <>
      <Head />
      <main className="page">
        {end === "notCourier" && (
          <p className="notice warning" role="alert">
            {text.notCourier} <a href="/staff/">{text.staffPage}</a>
          </p>
        )}
        {(end === "signedOut" || (user === null && end !== null && end !== "notCourier")) && <SignIn />}
        <QueueList />
        {user !== null && <RoundList />}
      </main>
    </>
  );
}

function Head(): ReactElement {
  const courier = useCourier();
  const { user, busy, acts } = useCourierState();
  const { round: text } = useText();
  const waiting = acts.filter(({ refused }) => !refused).length;
  return (
    <header className="head">
      <div>
        <h1>{text.title}</h1>
        {user && <p>{text.signedInAs(user.fullName)}</p>}
      </div>
      <div className="headActs">
        <span role="status" className={acts.length > 0 ? "pill pillWaiting" : "pill"}>
          {stateWords({ busy, waiting, refused: acts.length - waiting }, text)}
        </span>
        <button type="button" disabled={busy} onClick={() => void courier.synchronise()}>
          {busy ? text.reloading : text.reload}
        </button>
      </div>
      <LineState />
    </header>
  );
}

interface Standing {
  readonly busy: boolean;
  readonly waiting: number;
  readonly refused: number;
}

function stateWords({ busy, waiting, refused }: Standing, text: ReturnType<typeof useText>["round"]): string {
  if (waiting > 0) return busy ? text.sending : text.waiting(waiting);
  return refused > 0 ? text.refusedShort(refused) : text.allSent;
}

/** Whether there is a line, said once, in words that calm. */
function LineState(): ReactElement | null {
  const { end, round } = useCourierState();
  const online = useOnline();
  const { round: text } = useText();
  if (!online || end === "offline") return <p className="line">{text.offline}</p>;
  if (end === "trouble") return <p className="line">{text.serverDown}</p>;
  if (end === "signedOut" && round) return <p className="line">{text.oldRound}</p>;
  return null;
}
