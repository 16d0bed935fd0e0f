import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import { type Words, wordsOf } from "../text/words.ts";
import { homeLink, searchLink } from "./links.ts";
import { ProcedureChannels } from "./procedure-channels.tsx";
import { ProcedurePapers } from "./procedure-papers.tsx";
import { ProcedureTexts } from "./procedure-texts.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "procedure" }>, "kind">;

/** What the parts of the page are given. */
export interface ProcedurePart {
  readonly procedure: Props["procedure"];
  readonly words: Words;
}

/** One procedure in force: what it is, what to do, then all that was published, in the order in which it is needed. */
export function ProcedurePage({ language, procedure }: Props): ReactElement {
  const words = wordsOf(language);
  const { procedure: text } = words.citizen;
  return (
    <>
      <Head procedure={procedure} words={words} />
      <NextSteps procedure={procedure} words={words} home={homeLink(language)} />
      <Contents procedure={procedure} words={words} />
      <ProcedurePapers procedure={procedure} words={words} />
      <ProcedureChannels procedure={procedure} words={words} />
      <ProcedureTexts procedure={procedure} words={words} language={language} />
      <p className="quiet screen-only">
        <a href={searchLink(language)}>{text.back}</a>
        <span className="dot" aria-hidden="true">
          ·
        </span>
        <a href="#content">{text.toTop}</a>
      </p>
    </>
  );
}

function Head({ procedure, words }: ProcedurePart): ReactElement {
  const { citizen, dates, lists } = words;
  const { procedure: text, procedures } = citizen;
  const { content, validFrom, validTo, portal } = procedure;
  const span =
    validTo === null
      ? text.inForceFrom(dates.shortDay(validFrom))
      : text.inForceSpan(dates.shortDay(validFrom), dates.shortDay(validTo));
  const pairs = [
    { term: procedures.code, value: content.code, own: true },
    { term: procedures.field, value: procedure.fieldName, own: false },
    { term: text.level, value: lists.deciding[content.deciding], own: true },
    { term: text.subjects, value: portal?.subjects ?? "", own: false },
    { term: text.inForce, value: span, own: true },
  ].filter(({ value }) => value !== "");
  return (
    <div className="status">
      <h1 lang="vi">{content.name}</h1>
      <dl className="pairs">
        {pairs.map(({ term, value, own }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd {...(own ? {} : { lang: "vi" })}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function NextSteps({ procedure, words, home }: ProcedurePart & { readonly home: string }): ReactElement {
  const { content } = procedure;
  const { procedure: text } = words.citizen;
  return (
    <section className="card first" aria-labelledby="next">
      <h2 id="next">{text.nextTitle}</h2>
      <ol>
        <li>
          {content.papers.length === 0 ? (
            text.prepareNothing
          ) : (
            <a href="#papers">{text.prepare(content.papers.length)}</a>
          )}
        </li>
        {content.personalPresence && <li>{text.presence}</li>}
        <li>{howToSubmit(procedure, words)}</li>
        <li>
          {text.keepSlip} <a href={home}>{text.track}</a>.
        </li>
      </ol>
    </section>
  );
}

function howToSubmit({ content }: Props["procedure"], { citizen, lists }: Words): string {
  const { procedure: text } = citizen;
  const ways = content.channels.map(({ channel }) => lists.channels[channel].toLocaleLowerCase("vi"));
  const [only, ...others] = ways;
  if (only === undefined) return text.submitUnknown;
  return others.length === 0 ? text.submitOnly(only) : text.submitVia(ways.join(", "));
}

/** Links to the parts that there are: of a long procedure nobody should have to scroll to its end. */
function Contents({ procedure, words }: ProcedurePart): ReactElement {
  const { procedure: text } = words.citizen;
  const { content, portal } = procedure;
  const parts = [
    { id: "papers", title: text.papersTitle, there: true },
    { id: "channels", title: text.channelsTitle, there: true },
    { id: "steps", title: text.stepsTitle, there: portal !== null && portal.steps !== "" },
    { id: "requirements", title: text.requirementsTitle, there: content.requirements !== undefined },
    { id: "results", title: text.resultsTitle, there: content.results.length > 0 },
    { id: "legal", title: text.legalTitle, there: content.legalBases.length > 0 },
    { id: "source", title: text.sourceTitle, there: true },
  ].filter(({ there }) => there);
  return (
    <nav className="card screen-only" aria-labelledby="contents">
      <h2 id="contents">{text.contents}</h2>
      <ul className="contents">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
