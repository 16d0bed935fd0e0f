import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { homeLink } from "./links.ts";

type Props = Extract<CitizenPage, { kind: "notFound" | "tooMany" }>;

/** Why there is nothing to read here, and what to do: the address is wrong, or too much was asked for. */
export function PlainPage({ kind, language }: Props): ReactElement {
  const { citizen } = wordsOf(language);
  const text = citizen[kind];
  return (
    <>
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      <p>{text.advice}</p>
      <p>
        <a href={homeLink(language)}>{citizen.toHome}</a>
      </p>
    </>
  );
}
