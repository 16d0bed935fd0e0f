import type { Language } from "#contract/track.ts";
import type { ReactElement, ReactNode } from "react";
import { LANGUAGES, wordsOf } from "../text/words.ts";
import { homeLink } from "./links.ts";
import { STYLES } from "./styles.ts";

interface Props {
  readonly language: Language;
  readonly title: string;
  readonly nonce: string;
  /** Pages about one person's matter stay out of search engines. */
  readonly personal: boolean;
  /** This page in the language named. */
  readonly linkTo: (language: Language) => string;
  readonly children: ReactNode;
}

/** The sign of the house, within the page, so that an old phone asks for nothing more. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' " +
  "fill='%230f3350'/%3E%3Cpath d='M8 26V13a8 8 0 0 1 16 0v13h-5V13a3 3 0 0 0-6 0v13z' fill='%237abcb8'/%3E%3C/svg%3E";

/** The frame of every public page: one column, no script, one small style element. */
export function Document({ language, title, nonce, personal, linkTo, children }: Props): ReactElement {
  const { citizen: text } = wordsOf(language);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        {personal && <meta name="robots" content="noindex, nofollow, noarchive" />}
        <link rel="icon" href={ICON} />
        <title>{`${title} – ${text.brand}`}</title>
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <a className="skip" href="#content">
          {text.skip}
        </a>
        <Header language={language} linkTo={linkTo} />
        <main id="content">{children}</main>
        <footer>
          <p>
            {text.brand} – {text.brandNote}
          </p>
        </footer>
      </body>
    </html>
  );
}

function Header({ language, linkTo }: Pick<Props, "language" | "linkTo">): ReactElement {
  const { citizen: text, common } = wordsOf(language);
  return (
    <header>
      <div className="bar">
        <a className="brand" href={homeLink(language)}>
          <Door />
          <span>{text.brand}</span>
        </a>
        <nav aria-label={common.language}>
          {LANGUAGES.filter((other) => other !== language).map((other) => (
            <a key={other} href={linkTo(other)} lang={other} hrefLang={other}>
              {common.languageNames[other]}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

/** The sign of the house: one door. */
function Door(): ReactElement {
  return (
    <svg width="22" height="26" viewBox="7 4 18 23" aria-hidden="true">
      <path d="M8 26V13a8 8 0 0 1 16 0v13h-5V13a3 3 0 0 0-6 0v13z" fill="currentColor" />
      <circle cx="16" cy="21" r="2.2" fill="currentColor" />
    </svg>
  );
}
