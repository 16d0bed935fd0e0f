import { CITIZEN_PATHS, type Language } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";

/** Looks for a procedure by words or code; a plain GET, so that a search can be kept as a link. */
export function ProcedureForm({ language, query }: { language: Language; query: string }): ReactElement {
  const { procedures: text } = wordsOf(language).citizen;
  return (
    <form method="get" action={CITIZEN_PATHS.procedures} role="search">
      <div className="field">
        <label htmlFor="q">{text.label}</label>
        <p id="q-hint" className="hint">
          {text.hint}
        </p>
        <input id="q" name="q" type="search" defaultValue={query} maxLength={200} aria-describedby="q-hint" />
      </div>
      {language === "vi" ? null : <input type="hidden" name="lang" value={language} />}
      <button type="submit">{text.submit}</button>
    </form>
  );
}
