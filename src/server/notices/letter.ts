import type { NoticeKind, NoticeLanguage } from "#domain/notice/notice.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import type { ReceiptData } from "../print/receipt-data.ts";
import type { Attachment, Mail, ShortMessage } from "./message.ts";
import { type NoticeFacts, type NoticeWords, noticeWords } from "./words.ts";

/** What is told, to whom, in which language. */
export interface Told {
  readonly id: string;
  readonly address: string;
  readonly kind: NoticeKind;
  readonly language: NoticeLanguage;
}

/** Mẫu 01 as it is kept, with what it says. */
export interface OpenedReceipt {
  readonly data: ReceiptData;
  readonly content: Buffer;
}

type Fact = readonly [label: string, value: string];

/** What a citizen is told when Mẫu 01 comes by e-mail; the paper itself is attached. */
export function receiptMail(told: Told, { data, content }: OpenedReceipt): Mail {
  const words = noticeWords(told.language);
  const { labels } = words;
  const { day, minute } = localTime(data.dueAt);
  const facts: Fact[] = [
    [labels.code, data.dossierCode],
    [labels.procedure, data.requestContent.procedureName],
    [labels.papers, data.papers.map(words.paper).join("; ") || words.none],
    [labels.due, words.appointment(formatMinute(minute), formatDay(day))],
    ...(data.dueNote === undefined ? [] : ([[labels.note, data.dueNote]] as const)),
    [labels.place, data.returnPlace],
    [labels.track, data.trackUrl],
  ];
  const attachment = { fileName: `${data.dossierCode}.pdf`, content };
  return mailOf(told, receiptFacts(data), facts, attachment);
}

/** The message to a telephone that Mẫu 01 is there. */
export function receiptMessage(told: Told, { data }: OpenedReceipt): ShortMessage {
  return shortMessage(told, receiptFacts(data));
}

function receiptFacts(data: ReceiptData): NoticeFacts {
  return {
    code: data.dossierCode,
    unitName: data.unitName,
    agencyName: "",
    procedureName: data.requestContent.procedureName,
    name: data.submitterName,
    trackUrl: data.trackUrl,
    day: formatDay(localTime(data.dueAt).day),
    formerDay: null,
    dateBecause: null,
    calendarChange: null,
    papers: [],
    amount: null,
    reason: null,
    isLate: false,
    isRefused: false,
    collection: null,
    part: null,
    parcel: null,
  };
}

/** Any other message as an e-mail; the form that was issued is attached where there is one. */
export function noticeMail(told: Told, facts: NoticeFacts, attachment: Attachment | null): Mail {
  const { labels, paper } = noticeWords(told.language);
  const dayLabel = labels.days[told.kind];
  const rows: Fact[] = [
    [labels.code, facts.code],
    [labels.procedure, facts.procedureName],
    [labels.agency, facts.agencyName],
    ...(facts.papers.length === 0
      ? []
      : ([
          [labels.toBring, facts.papers.map(paper).join("; ")],
          [labels.bringTo, facts.unitName],
        ] as const)),
    ...(facts.formerDay === null ? [] : ([[labels.formerDay, facts.formerDay]] as const)),
    ...(facts.day === null || dayLabel === null ? [] : ([[dayLabel, facts.day]] as const)),
    ...parcelRows(facts, labels),
    ...(facts.amount === null ? [] : ([[labels.amount, facts.amount]] as const)),
    [labels.track, facts.trackUrl],
  ];
  return mailOf(told, facts, rows, attachment);
}

/** By what the parcel is asked for, and where it lies. */
function parcelRows({ parcel }: NoticeFacts, labels: NoticeWords["labels"]): readonly Fact[] {
  if (parcel === null) return [];
  const { waybill, office } = parcel;
  return [
    ...(waybill === null ? [] : ([[labels.waybill, waybill]] as const)),
    ...(office === null ? [] : ([[labels.office, `${office.name}, ${office.address}`]] as const)),
  ];
}

/** Code, day and link, and nothing else of the person or the matter. */
export function shortMessage({ id, address, kind, language }: Told, facts: NoticeFacts): ShortMessage {
  const words = noticeWords(language);
  return { id, to: address, text: `${words.short[kind](facts)} ${words.see(facts.trackUrl)}` };
}

function mailOf(
  { id, address, kind, language }: Told,
  facts: NoticeFacts,
  rows: readonly Fact[],
  attachment: Attachment | null,
): Mail {
  const words = noticeWords(language);
  const greeting = words.greeting(facts.name);
  const opening = words.openings[kind](facts);
  const attached = kind === "receipt" ? words.receiptAttached : words.formAttached;
  const closing = [...(attachment ? [attached] : []), words.automatic];
  return {
    id,
    to: { name: facts.name, address },
    subject: `${words.subjects[kind]} ${facts.code}`,
    text: [greeting, opening, rows.map(([label, value]) => `${label}: ${value}`).join("\n"), ...closing].join(
      "\n\n",
    ),
    html: page(
      { language, title: words.subjects[kind], link: words.labels.track },
      [greeting, opening],
      rows,
      closing,
    ),
    attachment,
  };
}

interface Page {
  readonly language: NoticeLanguage;
  readonly title: string;
  /** The label of the row whose value is a link. */
  readonly link: string;
}

function page(
  { language, title, link }: Page,
  above: readonly string[],
  facts: readonly Fact[],
  below: readonly string[],
): string {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`).join("\n");
  const cell = (label: string, text: string) => (label === link ? `<a href="${text}">${text}</a>` : text);
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th ${HEAD}>${escaped(label)}</th><td ${CELL}>${cell(label, escaped(value))}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="font-family: sans-serif; line-height: 1.5">
${paragraphs(above)}
<table style="border-collapse: collapse">
${rows.join("\n")}
</table>
${paragraphs(below)}
</body></html>`;
}

const HEAD = 'scope="row" style="text-align: left; vertical-align: top; padding: 4px 16px 4px 0"';
const CELL = 'style="padding: 4px 0"';

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
