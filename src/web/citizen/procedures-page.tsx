import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { homeLink } from "./links.ts";
import { ProcedureForm } from "./procedure-form.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "procedures" }>, "kind">;

/** The procedures in force that fit the words, or what to try when none does. */
export function ProceduresPage({ language, query, rows }: Props): ReactElement {
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
        <Found language={language} query={query} rows={rows} />
      )}
      <p className="quiet">
        <a href={homeLink(language)}>{text.toHome}</a>
      </p>
    </>
  );
}

function Found({ language, query, rows }: Props): ReactElement {
  const { procedures: text } = wordsOf(language).citizen;
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="count">
        {query === "" ? text.all(rows.length) : text.found(rows.length, query)}
      </h2>
      <ul className="procedures" lang="vi">
        {rows.map((row) => (
          <li key={row.code}>
            <strong>{row.name}</strong>
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
    </section>
  );
}

function Nothing({ language, query }: Omit<Props, "rows">): ReactElement {
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
