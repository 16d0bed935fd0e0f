import { CITIZEN_PATHS, type CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";

interface Props
  extends Pick<Extract<CitizenPage, { kind: "dossier" }>, "language" | "dossier" | "secret" | "wrongNumber"> {
  readonly words: Words;
}

/**
 * The forms that were issued to the citizen, each a PDF. They name people, which this page does not: one plain form asks
 * for the personal number beside both codes, and each form has a button of its own.
 */
export function IssuedPapers({ language, dossier, secret, wrongNumber, words }: Props): ReactElement | null {
  const { issued: text } = words.citizen.dossier;
  if (dossier.issued.length === 0) return null;
  return (
    <section className="card screen-only" id="issued" aria-labelledby="issued-title">
      <h2 id="issued-title">{text.title}</h2>
      <p>{text.lead}</p>
      <form method="post" action={`${CITIZEN_PATHS.paper}#issued`} autoComplete="off">
        <input type="hidden" name="code" value={dossier.code} />
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" name="lang" value={language} />
        <div className="field">
          <label htmlFor="identity">{text.number}</label>
          <p id="identity-hint" className="hint">
            {text.numberHint}
          </p>
          {wrongNumber === true && (
            <p id="identity-problem" className="note" role="alert">
              {text.wrongNumber}
            </p>
          )}
          <input
            id="identity"
            name="identity"
            type="text"
            required
            maxLength={40}
            spellCheck={false}
            aria-describedby={wrongNumber === true ? "identity-hint identity-problem" : "identity-hint"}
            {...(wrongNumber === true && { "aria-invalid": true })}
          />
        </div>
        <div className="levels" role="group" aria-labelledby="issued-title">
          {dossier.issued.map(({ id, form, at }) => (
            <button key={id} type="submit" name="paper" value={id}>
              {text.open(text.forms[form], words.dates.moment(at))}
            </button>
          ))}
        </div>
      </form>
    </section>
  );
}
