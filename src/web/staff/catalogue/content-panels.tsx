import type { ChannelOffer, Mark as FactMark, ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { ReactElement } from "react";
import { feeLine, limitLine } from "#web/text/procedure-words.ts";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { paperLine } from "./change-words.ts";
import layout from "./procedure-page.module.css";
import { placePaths } from "./place-paths.ts";
import { WarningsAt } from "./warning-cards.tsx";

interface Props {
  readonly content: ProcedureContent;
}

/** What a version says, in the order in which a clerk needs it. */
export function ContentPanels({ content }: Props): ReactElement {
  const text = useText();
  return (
    <>
      {content.channels.map((offer) => (
        <Panel
          key={offer.channel}
          id={`channel-${offer.channel}`}
          title={text.catalogue.channelOf(text.lists.channels[offer.channel])}
        >
          <Limits offer={offer} />
          <Fees offer={offer} />
        </Panel>
      ))}
      <Papers content={content} />
      <General content={content} />
      <Texts content={content} />
    </>
  );
}

function Limits({ offer }: { readonly offer: ChannelOffer }): ReactElement {
  const text = useText();
  return (
    <>
      <h3 className={layout["sub"]}>{text.catalogue.limits}</h3>
      <ul className={layout["lines"]} lang="vi">
        {offer.limits.length === 0 && <li>{text.catalogue.none}</li>}
        {offer.limits.map((limit, at) => (
          <li key={limit.case ?? ""}>
            {limitLine(limit, text)} <Unsure mark={limit.mark} />
            <WarningsAt paths={placePaths.limit(offer, at)} />
          </li>
        ))}
      </ul>
      <WarningsAt paths={placePaths.limits(offer)} />
    </>
  );
}

function Fees({ offer }: { readonly offer: ChannelOffer }): ReactElement {
  const text = useText();
  return (
    <>
      <h3 className={layout["sub"]}>{text.catalogue.fees}</h3>
      <ul className={layout["lines"]} lang="vi">
        {offer.fees.length === 0 && <li>{text.catalogue.none}</li>}
        {offer.fees.map((fee, at) => (
          <li key={fee.id}>
            {feeLine(fee, text)} <Unsure mark={fee.mark} />
            <WarningsAt paths={placePaths.fee(offer, at)} />
          </li>
        ))}
      </ul>
      <WarningsAt paths={placePaths.fees(offer)} />
    </>
  );
}

function Papers({ content }: Props): ReactElement {
  const text = useText();
  const { papers, paperNotes = [] } = content;
  return (
    <Panel id="papers" title={text.catalogue.papers}>
      <ul className={layout["lines"]} lang="vi">
        {papers.length === 0 && <li>{text.catalogue.none}</li>}
        {papers.map((paper, at) => (
          <li key={paper.id}>
            {paper.name}
            <span className={layout["small"]}>{paperLine(paper, text)}</span>
            <WarningsAt paths={placePaths.paper(content, at)} />
          </li>
        ))}
      </ul>
      <WarningsAt paths={placePaths.papers()} />
      {paperNotes.length > 0 && (
        <>
          <h3 className={layout["sub"]}>{text.catalogue.paperNotes}</h3>
          <ul className={layout["lines"]} lang="vi">
            {paperNotes.map((note, at) => (
              <li key={note}>
                {note}
                <WarningsAt paths={placePaths.note(content, at)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function General({ content }: Props): ReactElement {
  const { catalogue: text, lists, common, intake } = useText();
  return (
    <Panel id="general" title={text.facts}>
      <dl className={layout["record"]}>
        <div>
          <dt>{text.deciding}</dt>
          <dd>
            {lists.deciding[content.deciding]}
            <WarningsAt paths={placePaths.deciding()} />
          </dd>
        </div>
        <div>
          <dt>{text.presence}</dt>
          <dd>
            {content.personalPresence ? common.yes : common.no}
            <WarningsAt paths={placePaths.personalPresence()} />
          </dd>
        </div>
        <div>
          <dt>{text.results}</dt>
          <dd lang="vi">
            {content.results.map(({ name }) => name).join("\n") || text.none}
            <WarningsAt paths={placePaths.results()} />
          </dd>
        </div>
        <div>
          <dt>{intake.publishedBy}</dt>
          <dd>{content.publishedBy ?? text.none}</dd>
        </div>
        <div>
          <dt>{intake.sourceLabel}</dt>
          <dd lang="vi">
            {content.source} <Unsure mark={content.mark} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

function Texts({ content }: Props): ReactElement {
  const { catalogue: text, intake } = useText();
  return (
    <Panel id="texts" title={text.legalBases}>
      <ul className={layout["lines"]} lang="vi">
        {content.legalBases.length === 0 && <li>{text.none}</li>}
        {content.legalBases.map((basis) => (
          <li key={basis}>{basis}</li>
        ))}
      </ul>
      {content.requirements !== undefined && (
        <>
          <h3 className={layout["sub"]}>{intake.requirements}</h3>
          <p className={layout["diff"]} lang="vi">
            {content.requirements}
          </p>
        </>
      )}
    </Panel>
  );
}

function Unsure({ mark }: { readonly mark: FactMark }): ReactElement | null {
  const { lists } = useText();
  if (mark === "sourced") return null;
  return (
    <Mark tone="quiet" icon="warning">
      {lists.marks[mark]}
    </Mark>
  );
}
