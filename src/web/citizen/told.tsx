import type { TrackedDossier } from "#contract/track.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";

interface Props {
  readonly dossier: TrackedDossier;
  readonly words: Words;
}

/** What the person was told by messages, when and where to; nothing when nothing was sent. */
export function Told({ dossier, words }: Props): ReactElement | null {
  const { notices, citizen, dates } = words;
  if (dossier.told.length === 0) return null;
  return (
    <section className="card" aria-labelledby="told">
      <h2 id="told">{citizen.dossier.toldTitle}</h2>
      <ul>
        {dossier.told.map(({ kind, channel, to, at }) => (
          <li key={`${kind} ${at} ${channel}`}>
            <strong>{notices.kinds[kind]}</strong>:{" "}
            {to === "" ? notices.channels[channel] : notices.to(notices.channels[channel], to)},{" "}
            <time dateTime={at}>{dates.moment(at)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
