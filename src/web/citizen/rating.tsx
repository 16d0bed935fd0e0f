import type { CitizenPage } from "#contract/track.ts";
import { RATING_LEVELS } from "#domain/dossier/rating.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { ratingLink } from "./links.ts";

interface Props
  extends Pick<Extract<CitizenPage, { kind: "dossier" }>, "language" | "dossier" | "secret" | "rated"> {
  readonly words: Words;
}

/**
 * The question how the service was, once the matter has ended: three buttons of one plain form. Both codes go with it,
 * as they were shown to open the page, so that nobody can answer for a dossier that they could not look up.
 */
export function Rating(props: Props): ReactElement | null {
  const { rated, dossier, words } = props;
  const { rating: text } = words.citizen.dossier;
  const asks = dossier.rating?.isOpen === true;
  const answered = (dossier.rating?.level ?? null) !== null;
  // Nobody is asked what can no longer be answered.
  if (!asks && !answered && rated === null) return null;
  return (
    <section className="card screen-only" id="rating" aria-labelledby="rating-title">
      <h2 id="rating-title">{text.title}</h2>
      {rated === "kept" && (
        <p className="thanks" role="status">
          {text.thanks}
        </p>
      )}
      {rated === "closed" && (
        <p className="note" role="alert">
          {text.closed}
        </p>
      )}
      <Answered {...props} />
      {asks && <Levels {...props} />}
    </section>
  );
}

function Answered({ dossier, words }: Props): ReactElement | null {
  const { rating: text } = words.citizen.dossier;
  const level = dossier.rating?.level ?? null;
  if (level === null) return null;
  return (
    <>
      <p>{text.answered(text.levels[level])}</p>
      {level === "notSatisfied" && <p>{text.complain}</p>}
    </>
  );
}

function Levels({ language, dossier: { code, rating }, secret, words }: Props): ReactElement | null {
  const { rating: text } = words.citizen.dossier;
  if (rating === null) return null;
  return (
    <form method="post" action={ratingLink(language)} autoComplete="off">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="secret" value={secret} />
      <div className="levels" role="group" aria-labelledby="rating-title">
        {RATING_LEVELS.map((level) => (
          <button key={level} type="submit" name="level" value={level} aria-pressed={level === rating.level}>
            {text.levels[level]}
          </button>
        ))}
      </div>
      <p className="small">
        {text.confidential} {text.until(words.dates.shortDay(rating.until))}
      </p>
    </form>
  );
}
