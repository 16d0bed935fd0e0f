import type { RoundStopView } from "#contract/rounds.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DeliverForm } from "./deliver-form.tsx";
import { FailForm } from "./fail-form.tsx";
import { useKeepReport } from "./use-keep-report.tsx";
import { useCourierState } from "./use-courier.ts";

type Step = "look" | "done" | "failed";

/** One door: who, where, what to collect; and what happened there. */
export function StopPage({ stop }: { readonly stop: RoundStopView }): ReactElement {
  const { round: text } = useText();
  const [step, setStep] = useState<Step>("look");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    title.current?.focus();
  }, []);
  const go = (next: Step): void => {
    setStep(next);
    window.scrollTo(0, 0);
    title.current?.focus();
  };
  return (
    <>
      <header className="head headStop">
        <a className="backLink" href="#/">
          ‹ {text.back}
        </a>
        <p className="stopTask">{text.tasks[stop.task]}</p>
        <h1 ref={title} tabIndex={-1} lang="vi">
          {stop.name}
        </h1>
      </header>
      <main className="page">
        {step === "look" && <StopFacts stop={stop} onStep={go} />}
        {step === "done" && <DeliverForm stop={stop} onBack={() => go("look")} />}
        {step === "failed" && <FailForm stop={stop} onBack={() => go("look")} />}
      </main>
    </>
  );
}

interface FactsProps {
  readonly stop: RoundStopView;
  readonly onStep: (step: Step) => void;
}

function StopFacts({ stop, onStep }: FactsProps): ReactElement {
  const { acts } = useCourierState();
  const { round: text, dates } = useText();
  const done = acts.findLast(({ shipmentId, refused }) => shipmentId === stop.shipmentId && !refused);
  return (
    <>
      {stop.recalled && (
        <p className="problem" role="note">
          {text.recalledHint}
        </p>
      )}
      <a className="callButton" href={`tel:${stop.phone}`}>
        {text.call(stop.phone)}
      </a>
      <dl className="facts">
        <dt>{text.address}</dt>
        <dd lang="vi">
          {stop.address}
          {stop.point && (
            <>
              {" "}
              <a href={`geo:${stop.point.latitude},${stop.point.longitude}`}>{text.openMap}</a>
            </>
          )}
        </dd>
        <Fact name={text.packet} value={stop.packetCode} />
        <Fact name={text.waybill} value={stop.waybill} />
        <Fact name={text.order} value={stop.orderNumber} />
        {stop.proxy && (
          <>
            <dt>{text.proxyNamed}</dt>
            <dd lang="vi">{text.proxyFacts(stop.proxy.name, stop.proxy.identityNumber, stop.proxy.paper)}</dd>
          </>
        )}
      </dl>
      <Papers stop={stop} />
      <Money stop={stop} />
      {stop.promisedOn !== null && <p className="quiet">{text.promised(dates.day(stop.promisedOn))}</p>}
      {done ? (
        <p className="notice success" role="status">
          {text.kept}
        </p>
      ) : (
        <StopActs stop={stop} onStep={onStep} />
      )}
    </>
  );
}

function Fact({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string | null;
}): ReactElement | null {
  if (value === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="code">{value}</dd>
    </>
  );
}

/** What is counted at the door before anybody signs. */
function Papers({ stop: { papers = [] } }: { readonly stop: RoundStopView }): ReactElement | null {
  const { round: text } = useText();
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{text.papersToFetch(papers.length)}</h2>
      <ul className="papers" lang="vi">
        {papers.map(({ name, originals, copies }) => (
          <li key={name}>
            {name}
            <span className="quiet">{text.paperAmount(originals, copies)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Money({ stop: { collect } }: { readonly stop: RoundStopView }): ReactElement {
  const { round: text } = useText();
  if (collect.fees + collect.postage === 0) return <p className="quiet">{text.noMoney}</p>;
  return (
    <dl className="money">
      {collect.fees > 0 && (
        <>
          <dt>{text.fees}</dt>
          <dd>{formatDong(dong(collect.fees))}</dd>
        </>
      )}
      {collect.postage > 0 && (
        <>
          <dt>{text.postage}</dt>
          <dd>{formatDong(dong(collect.postage))}</dd>
        </>
      )}
    </dl>
  );
}

/** What can have happened at this door, at the thumb. */
function StopActs({ stop, onStep }: FactsProps): ReactElement {
  const { round: text } = useText();
  const { keep, problem } = useKeepReport(stop);
  const deliver = stop.task === "deliver";
  if (stop.task === "bringIn" || (deliver && stop.state === "returning"))
    return (
      <div className="bottom">
        <p>{text.bringInHint}</p>
        <a className="mainAct" href="/staff/papers">
          {text.handOverPage}
        </a>
      </div>
    );
  // What is wanted back is left at no door: there is one thing to do with it.
  if (deliver && stop.recalled)
    return (
      <div className="bottom">
        {problem}
        <button type="button" className="mainAct" onClick={() => void keep({ type: "returning" })}>
          {text.sendBack}
        </button>
      </div>
    );
  return (
    <div className="bottom">
      {problem}
      {deliver && stop.invitations >= 2 && (
        <>
          <p>{text.sendBackHint}</p>
          <button type="button" onClick={() => void keep({ type: "returning" })}>
            {text.sendBack}
          </button>
        </>
      )}
      <div className="pair">
        <button type="button" onClick={() => onStep("failed")}>
          {deliver ? text.fail : text.failPickUp}
        </button>
        <button type="button" className="mainAct" onClick={() => onStep("done")}>
          {deliver ? text.deliver : text.pickUp}
        </button>
      </div>
    </div>
  );
}
