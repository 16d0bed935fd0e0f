import type { CitizenPage, Language, TrackedDossier } from "#contract/track.ts";
import { hasEnded } from "#domain/dossier/dossier-state.ts";
import type { ReactElement } from "react";
import { DueDateExplanationView } from "../ui/due-date-explanation.tsx";
import { type Words, wordsOf } from "../text/words.ts";
import { Bring } from "./bring.tsx";
import { DossierParts } from "./dossier-parts.tsx";
import { homeLink } from "./links.ts";
import { Incidents } from "./incidents.tsx";
import { IssuedPapers } from "./issued-papers.tsx";
import { LinkedParts } from "./linked-parts.tsx";
import { headline } from "./headline.ts";
import {
  isDecided,
  isOverdue,
  isStanding,
  punctuality,
  supplementsAsked,
  reasonOf,
  reasonOfDate,
  refusedParts,
} from "./progress.ts";
import { parcelNext } from "./parcel-next.ts";
import { Parcels } from "./parcels.tsx";
import { PostOrder } from "./post-order.tsx";
import { Rating } from "./rating.tsx";
import { Told } from "./told.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "dossier" }>, "kind">;

/** Where one matter stands: first the state in plain words, then what to do, then the date and why, then all steps. */
export function DossierPage(props: Props): ReactElement {
  const { language, dossier, now, secret, rated, wrongNumber, complained, complaint, posted } = props;
  const words = wordsOf(language);
  const { citizen: text } = words;
  const status = headline(dossier, language, words);
  const reason = reasonOf(dossier);
  return (
    <>
      <div className={`status ${isDecided(dossier) ? "decided" : "open"}`}>
        <h1>{status.title}</h1>
        <p className="lead">{status.next}</p>
        {reason !== null && <p>{text.dossier.why(reason)}</p>}
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
      <ToDo language={language} dossier={dossier} now={now} words={words} />
      <Rating language={language} dossier={dossier} secret={secret} rated={rated} words={words} />
      {/* What ended without a result has no date any more, and what was not received has none yet. */}
      {(dossier.status === "returned" || !hasEnded(dossier.status)) && (
        <Due dossier={dossier} now={now} words={words} />
      )}
      <Parcels dossier={dossier} words={words} />
      <PostOrder
        language={language}
        dossier={dossier}
        secret={secret}
        words={words}
        {...(posted && { posted })}
      />
      <Incidents
        language={language}
        dossier={dossier}
        secret={secret}
        words={words}
        {...(complained && { complained })}
        {...(complaint !== undefined && { complaint })}
      />
      <LinkedParts language={language} dossier={dossier} words={words} />
      <IssuedPapers
        language={language}
        dossier={dossier}
        secret={secret}
        words={words}
        {...(wrongNumber === true && { wrongNumber })}
      />
      <DossierParts dossier={dossier} words={words} />
      <Told dossier={dossier} words={words} />
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

function Due({ dossier, now, words }: Part): ReactElement | null {
  const { dossier: text } = words.citizen;
  const { dueAt } = dossier;
  if (isStanding(dossier)) return <Standing dossier={dossier} words={words} />;
  if (dueAt === null) return null;
  return (
    <section className="card due" aria-labelledby="due">
      <h2 id="due">{text.dueTitle}</h2>
      <p className="date">
        <time dateTime={dueAt}>{words.dates.moment(dueAt)}</time>
        {dossier.provisional && <span className="badge"> {text.dueProvisional}</span>}
      </p>
      <Punctual dossier={dossier} words={words} />
      <Apology dossier={dossier} words={words} />
      {isOverdue(dossier, now) && dossier.expectedOn === null && <p className="note">{text.overdueAdvice}</p>}
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

/** What an extended date took the place of, or which day an apology names, and why. */
function Apology({ dossier, words }: Omit<Part, "now">): ReactElement | null {
  const { dossier: text } = words.citizen;
  const { expectedOn, explanation } = dossier;
  const isExtended = explanation?.extendedTo !== undefined;
  if (isDecided(dossier) || (expectedOn === null && !isExtended)) return null;
  const reason = reasonOfDate(dossier);
  return (
    <div className="note">
      <p>{expectedOn === null ? text.extended : text.expected(words.dates.day(expectedOn))}</p>
      {reason !== null && <p>{text.why(reason)}</p>}
    </div>
  );
}

/** While the clock stands there is no date: what it waits for, since when, and what then becomes of it. */
function Standing({ dossier, words }: Omit<Part, "now">): ReactElement {
  const { dossier: text } = words.citizen;
  const { kind } = dossier.awaited ?? { kind: "supplement" };
  const asked = kind === "payment" ? "dossier.dutyImposed" : "dossier.supplementAsked";
  const since = dossier.steps.findLast(({ type }) => type === asked)?.at;
  return (
    <section className="card due" aria-labelledby="due">
      <h2 id="due">{text.dueTitle}</h2>
      <p className="date">{text.standing.title}</p>
      {since !== undefined && <p>{text.standing.since(words.dates.moment(since))}</p>}
      <p>{text.standing.after[kind]}</p>
    </section>
  );
}

/** Early or late, stated once the matter is decided, without praise or alarm. */
function Punctual({ dossier, words }: Omit<Part, "now">): ReactElement | null {
  const { dossier: text } = words.citizen;
  const found = punctuality(dossier);
  const asked = supplementsAsked(dossier);
  if (found === null) return null;
  // By its date alone it would be said to be in time, and the statistics say that it is not.
  if (asked > 1) return <p>{text.finishedCountsLate(asked)}</p>;
  if (found.kind === "onTime") return <p>{text.finishedOnTime}</p>;
  return <p>{found.kind === "early" ? text.finishedEarly(found.days) : text.finishedLate(found.days)}</p>;
}

interface ToDoPart extends Part {
  readonly language: Language;
}

function ToDo({ language, dossier, now, words }: ToDoPart): ReactElement | null {
  const { dossier: text } = words.citizen;
  if (isOverdue(dossier, now)) return null;
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">{text.nextTitle}</h2>
      <Next language={language} dossier={dossier} words={words} />
    </section>
  );
}

function Next({ language, dossier, words }: Omit<ToDoPart, "now">): ReactElement {
  const { status, awaited } = dossier;
  if (status === "finished") return <Collect dossier={dossier} words={words} />;
  if (awaited !== null && status !== "withdrawalAsked")
    return <Bring awaited={awaited} place={collectAt(dossier)} agency={dossier.decidedBy} words={words} />;
  // What a part waits for is brought to the counter of the whole.
  const part = dossier.parts.find((one) => one.awaited !== null);
  if (part !== undefined) {
    return (
      <p>
        <strong>{words.linked.citizen.bring(part.name[language])}</strong>
      </p>
    );
  }
  if (refusedParts(dossier).length > 0 && !isDecided(dossier) && !hasEnded(status))
    return <p>{words.linked.citizen.refused.toDo(collectAt(dossier))}</p>;
  return <p>{toDoWords(dossier, words.citizen.dossier)}</p>;
}

function toDoWords(dossier: TrackedDossier, text: Words["citizen"]["dossier"]): string {
  const { status, receiptDue } = dossier;
  if (status === "withdrawn") return text.withdrawnToDo;
  if (status === "awaitingConfirmation" || status === "handedBack") return text.waitingToDo;
  if (status === "supplementAwaitingConfirmation" || status === "withdrawalAsked") return text.confirmedSoon;
  if (status === "lodged") return text.confirmedSoon;
  if (status === "notReceived") return text.notReceivedToDo;
  if (status === "stopped") return text.stoppedToDo(collectAt(dossier));
  if (status === "returned" || status === "returnAwaitingConfirmation") return text.doneTitle;
  return receiptDue === null ? text.nothingToDo : text.receiptToCome[receiptDue](collectAt(dossier));
}

function collectAt({ collectAt: point, unitNow, unitName }: TrackedDossier): string {
  return point || (unitNow ?? unitName);
}

/** Of a result that is on its way to another unit nobody is sent anywhere yet. */
function collectWords(
  dossier: TrackedDossier,
  { counter, onItsWay }: Words["citizen"]["dossier"]["collect"],
): string {
  if (dossier.collection === null) return counter(collectAt(dossier));
  const { point, here } = dossier.collection;
  return here ? counter(point) : onItsWay(point);
}

function Collect({ dossier, words }: Omit<Part, "now">): ReactElement {
  const { collect, bring } = words.citizen.dossier;
  const home = dossier.parcels.find(({ leg }) => leg === "return");
  if (home) return <p>{parcelNext(home, words)}</p>;
  if (dossier.returnMethod !== "counter") return <p>{collect[dossier.returnMethod]}</p>;
  return (
    <>
      <p>
        <strong>{collectWords(dossier, collect)}</strong>
      </p>
      <ul>
        {[bring.slip, bring.lost, bring.proxy].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
