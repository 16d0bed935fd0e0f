import type { Language } from "#contract/track.ts";
import type { ReactElement, ReactNode } from "react";
import type { ProcedurePart } from "./procedure-page.tsx";

/** The texts of a procedure in full, and where all of it comes from. Nothing is folded: a page is also printed. */
export function ProcedureTexts({
  procedure,
  words,
  language,
}: ProcedurePart & { readonly language: Language }): ReactElement {
  const { content, portal } = procedure;
  const { procedure: text } = words.citizen;
  return (
    <>
      {portal !== null && portal.steps !== "" && (
        <Part id="steps" title={text.stepsTitle}>
          <p className="lines">{portal.steps}</p>
          <p className="small" lang={language}>
            {text.stepsFrom}
          </p>
        </Part>
      )}
      {content.requirements !== undefined && (
        <Part id="requirements" title={text.requirementsTitle}>
          <p className="lines">{content.requirements}</p>
        </Part>
      )}
      {content.results.length > 0 && (
        <Part id="results" title={text.resultsTitle}>
          <ul>
            {content.results.map(({ code, name }) => (
              <li key={`${code ?? ""} ${name}`} className="lines">
                {name}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {content.legalBases.length > 0 && (
        <Part id="legal" title={text.legalTitle}>
          <ul>
            {content.legalBases.map((basis) => (
              <li key={basis}>{basis}</li>
            ))}
          </ul>
        </Part>
      )}
      <Source procedure={procedure} words={words} />
    </>
  );
}

function Source({ procedure: { content }, words }: ProcedurePart): ReactElement {
  const { procedure: text } = words.citizen;
  const doubt = content.mark === "sourced" ? "" : ` (${words.lists.marks[content.mark]})`;
  const pairs = [
    { term: text.publishedBy, value: content.publishedBy ?? text.notPublished },
    { term: text.source, value: `${content.source}${doubt}` },
    { term: text.caseNote, value: content.caseNote ?? "" },
  ].filter(({ value }) => value !== "");
  return (
    <section className="card" id="source" aria-labelledby="source-title">
      <h2 id="source-title">{text.sourceTitle}</h2>
      <dl className="pairs">
        {pairs.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd lang="vi">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ id, title, children }: PartProps): ReactElement {
  return (
    <section className="card long" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div lang="vi">{children}</div>
    </section>
  );
}
