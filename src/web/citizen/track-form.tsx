import type { Language } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { trackLink } from "./links.ts";

interface Props {
  readonly language: Language;
  readonly code: string;
  /** The fields are marked as wrong and point to the sentence that says so. */
  readonly problemId?: string;
}

/** Code and secret, posted as a plain form. The secret is never filled in again. */
export function TrackForm({ language, code, problemId }: Props): ReactElement {
  const { form: text } = wordsOf(language).citizen;
  const wrong = problemId === undefined ? {} : { "aria-invalid": true };
  const described = (hint: string) => (problemId === undefined ? hint : `${hint} ${problemId}`);
  return (
    <form method="post" action={trackLink(language)} autoComplete="off">
      <div className="field">
        <label htmlFor="code">{text.code}</label>
        <p id="code-hint" className="hint">
          {text.codeHint}
        </p>
        <input
          id="code"
          name="code"
          type="text"
          defaultValue={code}
          required
          maxLength={100}
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={described("code-hint")}
          {...wrong}
        />
      </div>
      <div className="field">
        <label htmlFor="secret">{text.secret}</label>
        <p id="secret-hint" className="hint">
          {text.secretHint}
        </p>
        <input
          id="secret"
          name="secret"
          type="text"
          required
          maxLength={100}
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={described("secret-hint")}
          {...wrong}
        />
      </div>
      <button type="submit">{text.submit}</button>
    </form>
  );
}
