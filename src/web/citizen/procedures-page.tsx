import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { homeLink, procedureLink, proceduresLink } from "./links.ts";
import { ProcedureForm } from "./procedure-form.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "procedures" }>, "kind">;

/** The procedures in force that fit the words, or what to try when none does. */
export function ProceduresPage({ language, query, rows, next, continued }: Props): ReactElement {
  const { citizen: text } = wordsOf(language);
  return (
    <>
      <h1>{text.procedures.title}</h1>
      <div className="card first">
        <ProcedureForm language={language} query={query} />
      </div>
      {rows.length === 0 ? (
        <Nothing language={language} query={query} />
      ) : (
        <Found language={language} query={query} rows={rows} next={next} continued={continued} />
      )}
      <p className="quiet">
        <a href={homeLink(language)}>{text.toHome}</a>
      </p>
    </>
  );
}

function Found({ language, query, rows, next, continued }: Props): ReactElement {
  const { procedures: text } = wordsOf(language).citizen;
  const part = continued || next !== null;
  // Of one page among several the number of rows says nothing about how many there are.
  const words = query === "" ? text.allPart : text.foundPart(query);
  const counted = query === "" ? text.all(rows.length) : text.found(rows.length, query);
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="count">
        {part ? words : counted}
      </h2>
      <ul className="procedures" lang="vi">
        {rows.map((row) => (
          <li key={row.code}>
            <a href={procedureLink(language, row.code)}>{row.name}</a>
            <span className="facts">
              <span lang={language}>{text.code}</span> <span className="code">{row.code}</span>
              <span className="dot" aria-hidden="true">
                ·
              </span>
              <span lang={language}>{text.field}</span> {row.fieldName}
            </span>
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <a href={proceduresLink(language, query, next)}>{text.next}</a>
        </p>
      )}
    </section>
  );
}

function Nothing({ language, query }: Pick<Props, "language" | "query">): ReactElement {
  const { procedures: text } = wordsOf(language).citizen;
  return (
    <section className="card" aria-labelledby="nothing">
      <h2 id="nothing">{text.noneTitle(query)}</h2>
      <ul>
        {text.noneAdvice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
