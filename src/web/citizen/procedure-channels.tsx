import type { ChannelOffer, Mark } from "#domain/catalogue/procedure.ts";
import type { ReactElement } from "react";
import { feeLine, feeWords, limitLine } from "../text/procedure-words.ts";
import type { Words } from "../text/words.ts";
import type { ProcedurePart } from "./procedure-page.tsx";

interface OfferProps {
  readonly offer: ChannelOffer;
  readonly words: Words;
}

/** Each way of handing in: where, how long it takes and what it costs, with what nobody published said plainly. */
export function ProcedureChannels({ procedure: { content }, words }: ProcedurePart): ReactElement {
  const { procedure: text } = words.citizen;
  const unclear = content.channels.some(
    ({ limits, fees }) =>
      limits.length === 0 || fees.length === 0 || limits.some(({ limit }) => limit === null),
  );
  return (
    <section className="card long" id="channels" aria-labelledby="channels-title">
      <h2 id="channels-title">{text.channelsTitle}</h2>
      {content.channels.length === 0 && <p>{text.channelsNone}</p>}
      {content.channels.map((offer) => (
        <Offer key={offer.channel} offer={offer} words={words} />
      ))}
      {(unclear || content.channels.length === 0) && <p className="small">{text.ask}</p>}
    </section>
  );
}

function Offer({ offer, words }: OfferProps): ReactElement {
  const { procedure: text } = words.citizen;
  return (
    <>
      <h3>{words.lists.channels[offer.channel]}</h3>
      <p>{text.where[offer.channel]}</p>
      <dl className="pairs">
        <div>
          <dt>{text.limit}</dt>
          <dd lang="vi">
            <Limits offer={offer} words={words} />
          </dd>
        </div>
        <div>
          <dt>{text.fee}</dt>
          <dd lang="vi">
            <Fees offer={offer} words={words} />
          </dd>
        </div>
      </dl>
    </>
  );
}

function Limits({ offer, words }: OfferProps): ReactElement {
  if (offer.limits.length === 0) return <>{words.citizen.procedure.notPublished}</>;
  return (
    <Lines
      lines={offer.limits.map((limit) => ({
        key: limit.case ?? "",
        line: limitLine(limit, words),
        // What nobody could read is said in the line; it needs no doubt beside it.
        mark: limit.limit === null ? "sourced" : limit.mark,
      }))}
      words={words}
    />
  );
}

function Fees({ offer, words }: OfferProps): ReactElement {
  if (offer.fees.length === 0) return <>{words.citizen.procedure.notPublished}</>;
  return (
    <Lines
      lines={offer.fees.map((fee) => ({
        key: fee.id,
        // Named like the line that it stands in, it need not say so twice.
        line: fee.name === words.citizen.procedure.fee ? feeWords(fee, words) : feeLine(fee, words),
        mark: fee.amount === null ? "sourced" : fee.mark,
      }))}
      words={words}
    />
  );
}

interface LinesProps {
  readonly lines: readonly { readonly key: string; readonly line: string; readonly mark: Mark }[];
  readonly words: Words;
}

/** One line as a line, several as a list. */
function Lines({ lines, words }: LinesProps): ReactElement {
  const shown = lines.map(({ key, line, mark }) => ({
    key,
    line: mark === "sourced" ? line : `${line} (${words.lists.marks[mark]})`,
  }));
  const [only, ...others] = shown;
  if (only && others.length === 0) return <span className="lines">{only.line}</span>;
  return (
    <ul>
      {shown.map(({ key, line }) => (
        <li key={key} className="lines">
          {line}
        </li>
      ))}
    </ul>
  );
}
