import { type ClockView, type IncidentView, readIncident } from "#contract/incidents.ts";
import type { IncidentStep } from "#domain/postal/postal-incident.ts";
import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { AnswerDialog, FindingDialog } from "./answer-dialogs.tsx";
import { NoteDialog, ReissueDialog } from "./end-dialogs.tsx";
import { IncidentHistory } from "./incident-history.tsx";
import { IncidentState } from "./incident-row.tsx";
import { OfferDialog, PaymentDialog } from "./money-dialogs.tsx";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";

/** One incident: its clocks, what is to be done next, what was done. */
export function IncidentPage(): ReactElement {
  const { incidents: text } = useText();
  const { incidentId } = useParams({ strict: false }) as { incidentId: string };
  const read = useRead(readIncident, { params: { incidentId } });
  const incident = read.data?.incident;
  return (
    <div className={styles["page"]}>
      <PostalHead
        title={
          incident ? `${text.kinds[incident.kind]}: ${incident.waybill ?? incident.orderNumber}` : text.title
        }
      />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={8} />}
      {read.data && <Incident found={read.data} />}
    </div>
  );
}

function Incident({ found }: { readonly found: IncidentView }): ReactElement {
  const { incidents: text, dates } = useText();
  const { incident, next, interestFrom } = found;
  return (
    <>
      <IncidentState incident={incident} />
      {interestFrom !== null && <Notice tone="warning" title={text.interest(dates.day(interestFrom))} />}
      <Clocks found={found} />
      <Panel id="next" title={text.next}>
        {next === null && <p>{text.nothingNext}</p>}
        <Acts found={found} />
      </Panel>
      <Panel id="history" title={text.history}>
        <IncidentHistory entries={found.entries} />
      </Panel>
    </>
  );
}

function Clocks({ found }: { readonly found: IncidentView }): ReactElement {
  const { incidents: text, postal, dates } = useText();
  const { answer, payment, incident, citizen, found: fault } = found;
  const whom = [citizen.name, citizen.address, citizen.phone].filter((part) => part !== "");
  const said = ({ dueOn, state }: ClockView) => text.clock(dates.day(dueOn), text.clocks[state]);
  return (
    <Facts
      facts={[
        { label: text.source, value: text.sources[incident.source] },
        ...(whom.length === 0
          ? []
          : [{ label: postal.citizen, value: <span lang="vi">{whom.join(", ")}</span> }]),
        ...(answer === null
          ? incident.live
            ? [{ label: text.answerDue, value: text.noAnswerDue }]
            : []
          : [{ label: text.answerDue, value: said(answer) }]),
        ...(fault === null ? [] : [{ label: text.found, value: text.faults[fault] }]),
        ...(payment === null ? [] : [{ label: text.paymentDue, value: said(payment) }]),
      ]}
    />
  );
}

type Doing = IncidentStep | "withdraw" | "reissue";

/** The next step first; what else may be done beside it. */
function Acts({ found }: { readonly found: IncidentView }): ReactElement {
  const { incidents: text, postal } = useText();
  const { incident, next } = found;
  const [doing, setDoing] = useState<Doing | null>(null);
  const further = furtherOf(found);
  return (
    <>
      <div className={styles["acts"]}>
        {next !== null && <Button onClick={() => setDoing(next)}>{text.steps[next]}</Button>}
        {further.map((what) => (
          <Button key={what} variant="default" onClick={() => setDoing(what)}>
            {labelOf(what, text)}
          </Button>
        ))}
        <Button
          variant="subtle"
          renderRoot={(props) => (
            <Link
              to="/postal/shipments/$shipmentId"
              params={{ shipmentId: incident.shipmentId }}
              {...props}
            />
          )}
        >
          {postal.open}
        </Button>
      </div>
      {doing !== null && <ActDialog doing={doing} found={found} onClose={() => setDoing(null)} />}
    </>
  );
}

function labelOf(what: Doing, text: ReturnType<typeof useText>["incidents"]): string {
  if (what === "withdraw" || what === "reissue") return text[what];
  // Beside the next step it is there only once there was an offer.
  return what === "offer" ? text.mendOffer : text.steps[what];
}

/** What may be done besides the next step: a finding may come before the answer, and an offer be mended before it is paid. */
function furtherOf({ incident, next, found, entries }: IncidentView): readonly Doing[] {
  const isLiable = found !== null && found !== "none";
  const done = (type: IncidentView["entries"][number]["type"]) => entries.some((one) => one.type === type);
  const offers: readonly (readonly [Doing, boolean])[] = [
    ["findLiability", incident.live && found === null && next !== "findLiability"],
    ["offer", incident.live && next !== "offer" && done("offered") && !done("paid")],
    ["reissue", incident.state !== "withdrawn" && isLiable],
    ["withdraw", incident.live && !isLiable],
  ];
  return offers.filter(([, fits]) => fits).map(([what]) => what);
}

interface DialogProps {
  readonly doing: Doing;
  readonly found: IncidentView;
  readonly onClose: () => void;
}

function ActDialog({ doing, ...props }: DialogProps): ReactElement {
  switch (doing) {
    case "answer":
      return <AnswerDialog {...props} />;
    case "findLiability":
      return <FindingDialog {...props} />;
    case "offer":
      return <OfferDialog {...props} />;
    case "pay":
      return <PaymentDialog {...props} />;
    case "reissue":
      return <ReissueDialog {...props} />;
    case "withdraw":
    case "close":
      return <NoteDialog ending={doing} {...props} />;
  }
}
