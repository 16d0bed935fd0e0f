import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import { type Words, wordsOf } from "../text/words.ts";
import { homeLink } from "./links.ts";
import { ProcedureForm } from "./procedure-form.tsx";

type Props = Omit<Extract<CitizenPage, { kind: "noProcedure" }>, "kind">;

/** Says which code has no page and why, when one may come, and lets one look for the procedure by its name. */
export function MissingProcedurePage({ language, code, missing }: Props): ReactElement {
  const words = wordsOf(language);
  const { missing: text } = words.citizen.procedure;
  return (
    <>
      <h1>{text.title}</h1>
      <p className="lead">
        {[
          missing.reason === "unknown" ? text.unknown(code) : text.notInForce(code),
          ...days(missing, words),
        ].join(" ")}
      </p>
      <ul>
        {text.advice.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="card first">
        <ProcedureForm language={language} query="" />
      </div>
      <p className="quiet">
        <a href={homeLink(language)}>{words.citizen.toHome}</a>
      </p>
    </>
  );
}

function days(missing: Props["missing"], { citizen, dates }: Words): readonly string[] {
  const { missing: text } = citizen.procedure;
  if (missing.reason === "unknown") return [];
  const { to, from } = missing;
  return [
    ...(to === null ? [] : [text.endedOn(dates.shortDay(to))]),
    ...(from === null ? [] : [text.beginsOn(dates.shortDay(from))]),
  ];
}
