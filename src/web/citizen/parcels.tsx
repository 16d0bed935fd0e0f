import type { TrackedDossier, TrackedParcel } from "#contract/track.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { parcelNext } from "./parcel-next.ts";

interface Props {
  readonly dossier: Pick<TrackedDossier, "parcels" | "complaints">;
  readonly words: Words;
}

/** The papers on their way by post: where they are, what comes next and when, then all that happened. */
export function Parcels({ dossier, words }: Props): ReactElement {
  return (
    <>
      {dossier.parcels.map((parcel) => (
        <Parcel
          key={parcel.leg}
          parcel={parcel}
          complaints={dossier.complaints.some(({ leg }) => leg === parcel.leg)}
          words={words}
        />
      ))}
    </>
  );
}

interface ParcelProps {
  readonly parcel: TrackedParcel;
  /** Whether a complaint about this way is taken on this page. */
  readonly complaints: boolean;
  readonly words: Words;
}

/** What a citizen may complain of; where all goes well the form further down is not pointed at. */
const wentWrong = ({ state, damaged, late }: TrackedParcel): boolean => state === "lost" || damaged || late;

function Parcel({ parcel, complaints, words }: ParcelProps): ReactElement {
  const { parcel: text } = words.citizen;
  const { leg, live } = parcel;
  const heading = `parcel-${leg}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{text.title[leg]}</h2>
      <p>
        <strong>{standing(parcel, text)}</strong>
      </p>
      <p>{parcelNext(parcel, words)}</p>
      {live && parcel.damaged && <p className="note">{text.damaged}</p>}
      {complaints && wentWrong(parcel) && (
        <p>
          <a href="#complaints">{text.complain}</a>
        </p>
      )}
      <Pairs parcel={parcel} words={words} />
      <Way parcel={parcel} words={words} />
    </section>
  );
}

function standing(
  { waitsForResult, confirmed, leg, state }: TrackedParcel,
  text: Words["citizen"]["parcel"],
): string {
  if (waitsForResult) return text.waits;
  return confirmed ? text.states[leg][state] : text.unconfirmed;
}

function Pairs({ parcel, words }: Omit<ParcelProps, "complaints">): ReactElement | null {
  const { parcel: text } = words.citizen;
  const { waybill, dueAtDoor } = parcel;
  const time = timeOf(parcel, words);
  if (waybill === null && time === null && dueAtDoor === 0) return null;
  return (
    <dl className="pairs">
      {waybill !== null && (
        <div>
          <dt>{text.waybill}</dt>
          <dd className="code">{waybill}</dd>
        </div>
      )}
      {time}
      {dueAtDoor > 0 && (
        <div>
          <dt>{text.pay}</dt>
          <dd>{formatDong(dong(dueAtDoor))}</dd>
        </div>
      )}
    </dl>
  );
}

/** The last day, or before the post took it how long it will have. */
function timeOf(
  { live, state, dueOn, late, workingDays }: TrackedParcel,
  { citizen, dates }: Words,
): ReactElement | null {
  const { parcel: text } = citizen;
  if (!live || state === "lost") return null;
  if (dueOn !== null)
    return (
      <div>
        <dt>{text.due}</dt>
        <dd>
          <time dateTime={dueOn}>{dates.day(dueOn)}</time>
          {late && <span className="badge"> {text.late}</span>}
        </dd>
      </div>
    );
  if (workingDays === null) return null;
  return (
    <div>
      <dt>{text.time}</dt>
      <dd>{text.days(workingDays)}</dd>
    </div>
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
