import type { TrackedDossier } from "#contract/track.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";

interface BringProps {
  readonly awaited: NonNullable<TrackedDossier["awaited"]>;
  readonly place: string;
  /** Whose notice says what the house does not know: an amount that another authority sets, a day, where to pay. */
  readonly agency: string;
  readonly words: Words;
}

/** What to bring or to pay, where, and by when. */
export function Bring({ awaited, place, agency, words }: BringProps): ReactElement {
  const { dossier: text } = words.citizen;
  const { kind, papers, answerBy } = awaited;
  return (
    <>
      <p>
        <strong>{text.awaited[kind](place, agency)}</strong>
      </p>
      {papers.length > 0 && (
        <ul>
          {papers.map((paper) => (
            <li key={paper.name}>
              <span lang="vi">{paper.name}</span>
              <span className="facts">
                {[
                  ...(paper.originals > 0 ? [text.originals(paper.originals)] : []),
                  ...(paper.copies > 0 ? [text.copies(paper.copies)] : []),
                ].join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {kind === "payment" && <Payment awaited={awaited} agency={agency} words={words} />}
      {answerBy !== null && (
        <p>
          {text.awaited.by} <time dateTime={answerBy}>{words.dates.moment(answerBy)}</time>
        </p>
      )}
    </>
  );
}

/** What is to be paid and how much; nobody is left to guess what stands elsewhere. */
function Payment({ awaited, agency, words }: Omit<BringProps, "place">): ReactElement {
  const { awaited: text } = words.citizen.dossier;
  const { amount, reason, answerBy } = awaited;
  return (
    <>
      {reason !== null && <p>{text.what(reason)}</p>}
      <p>{amount === null ? text.amountByNotice(agency) : text.amount(formatDong(dong(amount)))}</p>
      {answerBy === null && <p>{text.byNotice(agency)}</p>}
    </>
  );
}
