import type { Language } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { homeLink } from "./links.ts";

export function NotFoundPage({ language }: { language: Language }): ReactElement {
  const { citizen: text } = wordsOf(language);
  return (
    <>
      <h1>{text.notFound.title}</h1>
      <p className="lead">{text.notFound.lead}</p>
      <p>{text.notFound.advice}</p>
      <p>
        <a href={homeLink(language)}>{text.toHome}</a>
      </p>
    </>
  );
}
