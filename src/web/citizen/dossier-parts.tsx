import type { TrackedDossier, TrackedStep } from "#contract/track.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";

interface Props {
  readonly dossier: TrackedDossier;
  readonly words: Words;
}

/** What stays true of a matter whatever its state: its steps, its papers, its places. */
export function DossierParts({ dossier, words }: Props): ReactElement {
  return (
    <>
      <Steps dossier={dossier} words={words} />
      <Papers dossier={dossier} words={words} />
      <Places dossier={dossier} words={words} />
    </>
  );
}

function Steps({ dossier, words }: Props): ReactElement {
  const { dossier: text } = words.citizen;
  return (
    <section className="card" aria-labelledby="steps">
      <h2 id="steps">{text.stepsTitle}</h2>
      <ol className="steps">
        {dossier.steps.map((step, index) => (
          <li key={`${index} ${step.type} ${step.at}`}>
            <strong>{stepWords(step, words)}</strong>
            <time dateTime={step.at}>{words.dates.moment(step.at)}</time>
            {step.place === null ? null : <span lang="vi">{step.place}</span>}
            {step.reason === null ? null : <span>{text.why(step.reason)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A type that a newer program wrote is shown as an update rather than left out. */
function stepWords({ type, status, end }: TrackedStep, { citizen: { dossier: text } }: Words): string {
  if (status !== null) return text.oldStep(text.statuses[status].title);
  if (end !== null) return text.partEnds[end];
  const known = DOSSIER_EVENT_TYPES.find((one) => one === type);
  return known === undefined ? text.otherStep : text.steps[known];
}

function Papers({ dossier, words }: Props): ReactElement {
  const { dossier: text } = words.citizen;
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">{text.papersTitle}</h2>
      {dossier.papers.length === 0 ? (
        <p>{text.noPapers}</p>
      ) : (
        <ul className="papers">
          {dossier.papers.map((paper) => (
            <li key={paper.name}>
              <span lang="vi">{paper.name}</span>
              <span className="facts">{handedIn(paper, words)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function handedIn(paper: TrackedDossier["papers"][number], words: Words): string {
  const { dossier: text } = words.citizen;
  const counts = [
    ...(paper.originals > 0 ? [text.originals(paper.originals)] : []),
    ...(paper.copies > 0 ? [text.copies(paper.copies)] : []),
    ...(paper.shown ? [text.shownOnly] : []),
  ];
  return counts.length === 0 ? text.nothingHandedIn : counts.join(", ");
}

function Places({ dossier, words }: Props): ReactElement {
  const { dossier: text } = words.citizen;
  const named = (name: string, now: string | null) => (now === null ? name : text.nowCalled(name, now));
  const pairs = [
    ...(dossier.receptionPoint === ""
      ? []
      : [{ term: text.receivedAt, value: dossier.receptionPoint, own: false }]),
    { term: text.unit, value: named(dossier.unitName, dossier.unitNow), own: false },
    ...(dossier.helpedAt === null ? [] : [{ term: text.helpedAt, value: dossier.helpedAt, own: false }]),
    { term: text.decidedBy, value: named(dossier.decidedBy, dossier.decidedByNow), own: false },
    ...(dossier.collection === null
      ? []
      : [{ term: text.collectedAt, value: dossier.collection.point, own: false }]),
    { term: text.returnMethod, value: text.returnMethods[howItComes(dossier)], own: true },
    { term: text.procedureCode, value: dossier.procedureCode, own: true },
  ];
  return (
    <section className="card" aria-labelledby="places">
      <h2 id="places">{text.placesTitle}</h2>
      <dl className="pairs">
        {pairs.map(({ term, value, own }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd {...(own ? {} : { lang: "vi" })}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A result that the post was ordered for comes by post, whatever was agreed at the counter. */
function howItComes({ parcels, returnMethod }: TrackedDossier): TrackedDossier["returnMethod"] {
  return parcels.some(({ leg, live }) => leg === "return" && live) ? "postal" : returnMethod;
}
