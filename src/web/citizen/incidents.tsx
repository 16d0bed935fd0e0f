import {
  COMPLAINT_CHARACTERS,
  type CitizenPage,
  type ComplaintOutcome,
  type TrackedIncident,
} from "#contract/track.ts";
import { POSTAL_INCIDENTS } from "#domain/postal/postal-claims.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { complaintLink } from "./links.ts";

interface Props
  extends Pick<
    Extract<CitizenPage, { kind: "dossier" }>,
    "language" | "dossier" | "secret" | "complained" | "complaint"
  > {
  readonly words: Words;
}

/**
 * What went wrong with the papers on their way and what the post did about it, and the form of a complaint. Both codes go
 * with it, so that nobody complains of a dossier that they could not look up.
 */
export function Incidents(props: Props): ReactElement | null {
  const { dossier, complained, words } = props;
  const { citizen: text } = words.incidents;
  if (dossier.incidents.length === 0 && dossier.complaints.length === 0) return null;
  return (
    <section className="card" id="complaints" aria-labelledby="complaints-title">
      <h2 id="complaints-title">{text.title}</h2>
      {complained === "kept" && (
        <p className="thanks" role="status">
          {text.kept}
        </p>
      )}
      {complained !== undefined && complained !== "kept" && (
        <p className="note" role="alert">
          {text[complained]}
        </p>
      )}
      {dossier.incidents.length > 0 && (
        <ul className="papers">
          {dossier.incidents.map((incident) => (
            <li key={`${incident.leg} ${incident.kind} ${incident.openedOn} ${incident.state}`}>
              <Incident incident={incident} words={words} />
            </li>
          ))}
        </ul>
      )}
      <ComplaintForm {...props} />
    </section>
  );
}

function Incident({
  incident,
  words: { incidents, dates },
}: {
  readonly incident: TrackedIncident;
  readonly words: Words;
}): ReactElement {
  const { citizen: text } = incidents;
  const { leg, kind, state, byPost, openedOn, answerDueOn, answer, payBy, offered, paid, reissuedAs } =
    incident;
  const opened = byPost ? text.noticed : text.sent;
  const said = [
    opened(dates.day(openedOn)),
    answerDueOn === null ? null : text.answerBy(dates.day(answerDueOn)),
    offered === null ? null : text.offered(formatDong(dong(offered))),
    payBy === null ? null : text.payBy(dates.day(payBy)),
    paid && text.paid(formatDong(dong(paid.amount)), dates.day(paid.on)),
    reissuedAs === null ? null : text.reissued(reissuedAs),
  ].filter((line) => line !== null);
  return (
    <>
      <strong>{`${text.kinds[kind]} (${text.legs[leg]}): ${text.states[state]}`}</strong>
      {incident.words !== null && (
        <p>
          {text.yourWords} <span lang="vi">{incident.words}</span>
        </p>
      )}
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {answer !== null && (
        <p>
          {text.answered(dates.day(answer.on), text.outcomes[answer.outcome])}{" "}
          <span lang="vi">{answer.words}</span>
        </p>
      )}
    </>
  );
}

/** What the citizen can put right by sending the form once more. */
const TO_MEND: ReadonlySet<ComplaintOutcome> = new Set(["wordless", "kindless", "notTaken"]);

function ComplaintForm({
  language,
  dossier,
  secret,
  complained,
  complaint,
  words,
}: Props): ReactElement | null {
  const { citizen: text } = words.incidents;
  const [first] = dossier.complaints;
  if (!first) return null;
  const untils = dossier.complaints.flatMap(({ until }) => until ?? []);
  return (
    <details className="screen-only" open={complained !== undefined && TO_MEND.has(complained)}>
      <summary>{text.open}</summary>
      <form method="post" action={complaintLink(language)} autoComplete="off">
        <input type="hidden" name="code" value={dossier.code} />
        <input type="hidden" name="secret" value={secret} />
        {dossier.complaints.length === 1 ? (
          <input type="hidden" name="leg" value={first.leg} />
        ) : (
          <div className="field">
            <label htmlFor="complaint-leg">{text.parcel}</label>
            <select id="complaint-leg" name="leg">
              {dossier.complaints.map(({ leg }) => (
                <option key={leg} value={leg}>
                  {text.legs[leg]}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="complaint-kind">{text.what}</label>
          <select id="complaint-kind" name="kind" required defaultValue="">
            <option value="">{text.choose}</option>
            {POSTAL_INCIDENTS.map((kind) => (
              <option key={kind} value={kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="complaint-words">{text.words}</label>
          <textarea
            id="complaint-words"
            name="words"
            rows={4}
            required
            maxLength={COMPLAINT_CHARACTERS}
            defaultValue={complaint}
          />
        </div>
        <button type="submit">{text.send}</button>
        {untils.length === 1 &&
          untils.map((until) => (
            <p key={until} className="small">
              {text.until(words.dates.shortDay(until))}
            </p>
          ))}
      </form>
    </details>
  );
}
