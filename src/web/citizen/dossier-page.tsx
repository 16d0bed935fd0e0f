import type { CitizenPage, TrackedDossier } from "#contract/track.ts";
import type { ReactElement } from "react";
import { DueDateExplanationView } from "../ui/due-date-explanation.tsx";
import { type Words, wordsOf } from "../text/words.ts";
import { DossierParts } from "./dossier-parts.tsx";
import { homeLink } from "./links.ts";
import { isDecided, isOverdue, punctuality } from "./progress.ts";
import { Rating } from "./rating.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "dossier" }>, "kind">;

/** Where one matter stands: first the state in plain words, then what to do, then the date and why, then all steps. */
export function DossierPage({ language, dossier, now, secret, rated }: Props): ReactElement {
  const words = wordsOf(language);
  const { citizen: text } = words;
  const status = text.dossier.statuses[dossier.status];
  return (
    <>
      <div className={`status ${isDecided(dossier) ? "decided" : "open"}`}>
        <h1>{status.title}</h1>
        <p className="lead">{status.next}</p>
        <dl className="pairs">
          <div>
            <dt>{text.dossier.code}</dt>
            <dd className="code">{dossier.code}</dd>
          </div>
          <div>
            <dt>{text.dossier.procedure}</dt>
            <dd lang="vi">{dossier.procedureName}</dd>
          </div>
        </dl>
      </div>
      <ToDo dossier={dossier} now={now} words={words} />
      <Rating language={language} dossier={dossier} secret={secret} rated={rated} words={words} />
      {/* What was taken home unconfirmed has no date any more. */}
      {dossier.status !== "withdrawn" && <Due dossier={dossier} now={now} words={words} />}
      <DossierParts dossier={dossier} words={words} />
      <footer className="small">
        <p>
          {text.dossier.asOf(words.dates.moment(now))} {text.dossier.privacy}
        </p>
        <p>{text.dossier.national(dossier.nationalStatus)}</p>
        <p className="screen-only">
          <a href={homeLink(language)}>{text.otherLookup}</a>
        </p>
      </footer>
    </>
  );
}

interface Part {
  readonly dossier: TrackedDossier;
  readonly now: string;
  readonly words: Words;
}

function Due({ dossier, now, words }: Part): ReactElement {
  const { dossier: text } = words.citizen;
  return (
    <section className="card due" aria-labelledby="due">
      <h2 id="due">{text.dueTitle}</h2>
      <p className="date">
        <time dateTime={dossier.dueAt}>{words.dates.moment(dossier.dueAt)}</time>
        {dossier.provisional && <span className="badge"> {text.dueProvisional}</span>}
      </p>
      <Punctual dossier={dossier} words={words} />
      {isOverdue(dossier, now) && <p className="note">{text.overdueAdvice}</p>}
      {dossier.explanation === null ? (
        <p className="small">{words.dueDate.fromOldSystem}</p>
      ) : (
        <details>
          <summary>{words.dueDate.why}</summary>
          <DueDateExplanationView explanation={dossier.explanation} words={words} />
        </details>
      )}
    </section>
  );
}

/** Early or late, stated once the matter is decided, without praise or alarm. */
function Punctual({ dossier, words }: Omit<Part, "now">): ReactElement | null {
  const { dossier: text } = words.citizen;
  const found = punctuality(dossier);
  if (found === null) return null;
  if (found.kind === "onTime") return <p>{text.finishedOnTime}</p>;
  return <p>{found.kind === "early" ? text.finishedEarly(found.days) : text.finishedLate(found.days)}</p>;
}

function ToDo({ dossier, now, words }: Part): ReactElement | null {
  const { dossier: text } = words.citizen;
  if (isOverdue(dossier, now)) return null;
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">{text.nextTitle}</h2>
      {dossier.status === "finished" ? (
        <Collect dossier={dossier} words={words} />
      ) : (
        <p>{toDoWords(dossier, text)}</p>
      )}
    </section>
  );
}

function toDoWords(dossier: TrackedDossier, text: Words["citizen"]["dossier"]): string {
  const { status, receiptDue } = dossier;
  if (status === "withdrawn") return text.withdrawnToDo;
  if (status === "awaitingConfirmation" || status === "handedBack") return text.waitingToDo;
  if (status === "returned" || status === "returnAwaitingConfirmation") return text.doneTitle;
  return receiptDue === null ? text.nothingToDo : text.receiptToCome[receiptDue](collectAt(dossier));
}

function collectAt({ collectAt: point, unitNow, unitName }: TrackedDossier): string {
  return point || (unitNow ?? unitName);
}

function Collect({ dossier, words }: Omit<Part, "now">): ReactElement {
  const { collect, bring } = words.citizen.dossier;
  if (dossier.returnMethod !== "counter") return <p>{collect[dossier.returnMethod]}</p>;
  return (
    <>
      <p>
        <strong>{collect.counter(collectAt(dossier))}</strong>
      </p>
      <ul>
        {[bring.slip, bring.lost, bring.proxy].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
