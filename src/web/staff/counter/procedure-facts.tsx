import type { ProcedureView } from "#contract/catalogue.ts";
import type { ChannelOffer, Mark as FactMark, ProcedureContent } from "#domain/catalogue/procedure.ts";
import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import { feeWords, limitWords } from "#web/text/procedure-words.ts";
import type { Words } from "#web/text/words.ts";
import type { Fact } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import type { IntakeForm } from "./intake-form.ts";
import styles from "./procedure-panel.module.css";

/** What a clerk tells a citizen first: how long, how much, which papers, what comes out. */
export function briefFacts(
  view: ProcedureView,
  form: Pick<IntakeForm, "channel">,
  text: Words,
): readonly Fact[] {
  const { content } = view;
  const offer = content.channels.find(({ channel }) => channel === form.channel);
  const papers = content.papers.filter(({ channels }) => !channels || channels.includes(form.channel));
  const always = papers.filter(({ condition, optional }) => condition === undefined && optional !== true);
  const show = always.filter(({ kind }) => kind === "show").length;
  return [
    { label: text.intake.limit, value: <Limits offer={offer} /> },
    { label: text.intake.fee, value: <Fees offer={offer} /> },
    {
      label: text.intake.papersShort,
      value: text.intake.papersCount(always.length - show, show, papers.length - always.length),
    },
    ...(content.results.length > 0
      ? [{ label: text.intake.results, value: content.results.map(({ name }) => name).join("; ") }]
      : []),
    ...(content.personalPresence ? [{ label: text.intake.presence, value: text.intake.presenceYes }] : []),
  ];
}

/** The rest of the published record, as far as it says anything. */
export function furtherFacts({ content }: ProcedureView, text: Words): readonly Fact[] {
  const channels = content.channels.map(({ channel }) => text.lists.channels[channel]).join(", ");
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.intake.channel, channels],
    [text.intake.decidedBy, text.lists.deciding[content.deciding]],
    [text.intake.publishedBy, content.publishedBy],
    [text.intake.requirements, content.requirements],
    [text.intake.caseNote, content.caseNote],
    [text.intake.paperNotes, content.paperNotes && <Notes key="notes" notes={content.paperNotes} />],
    [text.intake.sourceLabel, <Source key="source" content={content} />],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

function Notes({ notes }: { readonly notes: readonly string[] }): ReactElement {
  return (
    <ul className={styles["lines"]}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Limits({ offer }: { readonly offer: ChannelOffer | undefined }): ReactElement {
  const text = useText();
  if (!offer || offer.limits.length === 0) return <>{text.intake.limitUnknown}</>;
  return (
    <ul className={styles["lines"]}>
      {offer.limits.map((limit) => (
        <li key={limit.case ?? ""}>
          {limitWords(limit, text)}
          {limit.case !== undefined && limit.limit !== null && (
            <span className={styles["case"]}> – {limit.text ?? limit.case}</span>
          )}
          <Unsure mark={limit.mark} />
        </li>
      ))}
    </ul>
  );
}

function Fees({ offer }: { readonly offer: ChannelOffer | undefined }): ReactElement {
  const text = useText();
  if (!offer || offer.fees.length === 0) return <>{text.intake.feeUnknown}</>;
  return (
    <ul className={styles["lines"]}>
      {offer.fees.map((fee) => (
        <li key={fee.id}>
          {fee.amount === 0 ? feeWords(fee, text) : `${fee.name}: ${feeWords(fee, text)}`}
          <Unsure mark={fee.mark} />
        </li>
      ))}
    </ul>
  );
}

function Unsure({ mark }: { readonly mark: FactMark }): ReactElement | null {
  const text = useText();
  if (mark === "sourced") return null;
  return (
    <>
      {" "}
      <Mark tone="quiet" icon="warning">
        {text.lists.marks[mark]}
      </Mark>
    </>
  );
}

function Source({ content }: { readonly content: ProcedureContent }): ReactElement {
  return (
    <>
      {content.source}
      <Unsure mark={content.mark} />
    </>
  );
}
