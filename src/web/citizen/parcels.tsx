import type { TrackedDossier, TrackedParcel } from "#contract/track.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { parcelNext } from "./parcel-next.ts";

interface Props {
  readonly dossier: Pick<TrackedDossier, "parcels">;
  readonly words: Words;
}

/** The papers on their way by post: where they are, what comes next and when, then all that happened. */
export function Parcels({ dossier, words }: Props): ReactElement {
  return (
    <>
      {dossier.parcels.map((parcel) => (
        <Parcel key={parcel.leg} parcel={parcel} words={words} />
      ))}
    </>
  );
}

function Parcel({ parcel, words }: { readonly parcel: TrackedParcel; readonly words: Words }): ReactElement {
  const { citizen, dates } = words;
  const { parcel: text } = citizen;
  const { leg, state, waybill, dueOn, live, waitsForResult } = parcel;
  const heading = `parcel-${leg}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{text.title[leg]}</h2>
      <p>
        <strong>{waitsForResult ? text.waits : text.states[leg][state]}</strong>
      </p>
      <p>{parcelNext(parcel, words)}</p>
      {live && parcel.damaged && <p className="note">{text.damaged}</p>}
      {(waybill !== null || (live && dueOn !== null)) && (
        <dl className="pairs">
          {waybill !== null && (
            <div>
              <dt>{text.waybill}</dt>
              <dd className="code">{waybill}</dd>
            </div>
          )}
          {live && dueOn !== null && (
            <div>
              <dt>{text.due}</dt>
              <dd>
                <time dateTime={dueOn}>{dates.day(dueOn)}</time>
                {parcel.late && <span className="badge"> {text.late}</span>}
              </dd>
            </div>
          )}
        </dl>
      )}
      <Way parcel={parcel} words={words} />
    </section>
  );
}

function Way({
  parcel,
  words,
}: {
  readonly parcel: TrackedParcel;
  readonly words: Words;
}): ReactElement | null {
  const { citizen, dates, postal } = words;
  if (parcel.events.length === 0) return null;
  return (
    <details>
      <summary>{citizen.parcel.way}</summary>
      <ol className="steps">
        {parcel.events.map(({ type, at, place, reason }) => (
          <li key={`${type} ${at}`}>
            <strong>{postal.events[type]}</strong>
            <time dateTime={at}>{dates.moment(at)}</time>
            {place !== null && <span lang="vi">{place}</span>}
            {reason !== null && <span>{citizen.dossier.why(postal.reasons[reason])}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
