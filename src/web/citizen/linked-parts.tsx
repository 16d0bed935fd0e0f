import type { Language, TrackedDossier, TrackedPart } from "#contract/track.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { Bring } from "./bring.tsx";

interface Props {
  readonly language: Language;
  readonly dossier: Pick<TrackedDossier, "parts" | "latestDueAt" | "collectAt">;
  readonly words: Words;
}

/** What several agencies do for one matter, each in plain words; nothing for a matter of one. */
export function LinkedParts({ language, dossier, words }: Props): ReactElement | null {
  const { citizen: text } = words.linked;
  if (dossier.parts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="linked">
      <h2 id="linked">{text.title}</h2>
      <p>{text.intro}</p>
      <ul>
        {dossier.parts.map((part) => (
          <li key={part.name.vi}>
            <Part language={language} part={part} place={dossier.collectAt} words={words} />
          </li>
        ))}
      </ul>
      {dossier.latestDueAt !== null && (
        <p>
          <strong>{text.latest(words.dates.moment(dossier.latestDueAt))}</strong>
        </p>
      )}
    </section>
  );
}

interface PartProps {
  readonly language: Language;
  readonly part: TrackedPart;
  /** Where the citizen brings what is asked for: the counter of the whole. */
  readonly place: string;
  readonly words: Words;
}

function Part({ language, part, place, words }: PartProps): ReactElement {
  const { citizen: text } = words.linked;
  const { name, state, agency, dueAt, awaited } = part;
  return (
    <>
      <strong>{name[language]}</strong>: {text.states[state]}
      {agency !== null && (
        <span className="facts" lang="vi">
          {agency}
        </span>
      )}
      {state === "open" && dueAt !== null && (
        <span className="facts">{text.due(words.dates.moment(dueAt))}</span>
      )}
      {awaited !== null && <Bring awaited={awaited} place={place} agency={agency ?? ""} words={words} />}
    </>
  );
}
