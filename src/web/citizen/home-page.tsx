import type { Language } from "#contract/track.ts";
import type { ReactElement } from "react";
import { wordsOf } from "../text/words.ts";
import { ProcedureForm } from "./procedure-form.tsx";
import { TrackForm } from "./track-form.tsx";

/** The two things that a citizen comes for, and a quiet door for staff. */
export function HomePage({ language }: { language: Language }): ReactElement {
  const { home: text } = wordsOf(language).citizen;
  return (
    <>
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      <div className="ways">
        <section className="card first" aria-labelledby="track-title">
          <h2 id="track-title">{text.trackTitle}</h2>
          <p>{text.trackLead}</p>
          <TrackForm language={language} code="" />
        </section>
        <section className="card first" aria-labelledby="procedures-title">
          <h2 id="procedures-title">{text.proceduresTitle}</h2>
          <p>{text.proceduresLead}</p>
          <ProcedureForm language={language} query="" />
        </section>
      </div>
      <p className="quiet">
        <a href="/staff/">{text.staff}</a>
      </p>
    </>
  );
}
