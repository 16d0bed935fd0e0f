import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { homeLink } from "./links.ts";
import { TrackForm } from "./track-form.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "form" }>, "kind">;

/**
 * The look-up form, with what went wrong. A wrong code and a wrong secret give the same sentence: the
 * page must not tell which codes exist.
 */
export function FormPage({ language, code, problem }: Props): ReactElement {
  const { citizen: text } = wordsOf(language);
  return (
    <>
      <h1>{text.home.trackTitle}</h1>
      {problem === null ? <p className="lead">{text.home.trackLead}</p> : null}
      {problem === null ? null : (
        <div className="problem" role="alert">
          <h2>{text.form.problemTitle}</h2>
          <p id="problem">{text.form.problems[problem]}</p>
          <ul>
            {text.form.check[problem].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="card first">
        <TrackForm language={language} code={code} {...(problem === null ? {} : { problemId: "problem" })} />
      </div>
      <p className="quiet">
        <a href={homeLink(language)}>{text.toHome}</a>
      </p>
    </>
  );
}
