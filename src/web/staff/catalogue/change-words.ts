import { PROCEDURE_FIELDS, isFieldCode } from "#domain/catalogue/fields.ts";
import type {
  ChannelOffer,
  PublishedFee,
  PublishedLimit,
  RequiredPaper,
} from "#domain/catalogue/procedure.ts";
import type { ValuePart, VersionChange } from "#domain/catalogue/version-changes.ts";
import { feeLine, limitLine } from "#web/text/procedure-words.ts";
import type { Words } from "#web/text/words.ts";

/** What a paper asks for, in a line under its name. @example "Giấy tờ phải nộp, 1 bản chính. Điều kiện: …" */
export function paperLine(paper: RequiredPaper, text: Words): string {
  const { intake, lists } = text;
  const asked = [lists.paperKinds[paper.kind], intake.askedFor(paper.originals, paper.copies)];
  if (paper.optional === true) asked.push(intake.paperOptional);
  return [
    asked.filter(Boolean).join(", "),
    paper.condition === undefined ? "" : `${intake.paperCondition}: ${paper.condition}`,
    paper.formName === undefined ? "" : `${intake.paperForm}: ${paper.formName}`,
    paper.channels === undefined
      ? ""
      : `${intake.channel}: ${paper.channels.map((channel) => lists.channels[channel]).join(", ")}`,
    paper.replacedByData === undefined ? "" : intake.paperData(paper.replacedByData.database),
  ]
    .filter(Boolean)
    .join(". ");
}

interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Both sides of a difference in words; empty for a side that there is not. */
function say<Value>(
  words: (value: Value) => string,
  { before, after }: { readonly before: Value | null; readonly after: Value | null },
): Sides {
  return { before: before === null ? "" : words(before), after: after === null ? "" : words(after) };
}

/** Both sides of a difference as texts that can be laid over one another; empty for a side that there is not. */
export function changeTexts(change: VersionChange, text: Words): Sides {
  if (!isEntryChange(change)) return valueTexts(change, text);
  switch (change.part) {
    case "limit":
      return say((limit) => trusted(limitLine(limit, text), limit, text), change);
    case "fee":
      return say((fee) => trusted(feeLine(fee, text), fee, text), change);
    case "paper":
      return say((paper) => `${paper.name}\n${paperLine(paper, text)}`, change);
    case "channel":
      return say((offer) => offerText(offer, text), change);
    case "result":
      return say(({ code, name }) => [name, code].filter(Boolean).join(" – "), change);
    case "order":
      return { before: "", after: "" };
    case "paperNote":
    case "legalBasis":
      return say((words) => words, change);
  }
}

type EntryChange = Exclude<VersionChange, { readonly part: ValuePart }>;
const ENTRY_PARTS: readonly string[] = [
  "limit",
  "fee",
  "paper",
  "channel",
  "result",
  "order",
  "paperNote",
  "legalBasis",
] satisfies EntryChange["part"][];

/** Whether it is about an entry of a list rather than one of the values of the content. */
function isEntryChange(change: VersionChange): change is EntryChange {
  return ENTRY_PARTS.includes(change.part);
}

function valueTexts(
  change: Extract<VersionChange, { readonly part: ValuePart }>,
  { lists, common }: Words,
): Sides {
  switch (change.part) {
    case "levels":
      return say((levels) => levels.map((level) => lists.levels[level]).join(", "), change);
    case "deciding":
      return say((level) => lists.deciding[level], change);
    case "personalPresence":
      return say((presence) => (presence ? common.yes : common.no), change);
    case "mark":
      return say((mark) => lists.marks[mark], change);
    case "fieldCode":
      return say((code) => (isFieldCode(code) ? PROCEDURE_FIELDS[code].name : code), change);
    case "name":
    case "publishedBy":
    case "requirements":
    case "caseNote":
    case "source":
      return say((words) => words, change);
  }
}

/** How far a limit or a fee can be trusted is part of what it says. */
function trusted(
  line: string,
  { mark, source }: PublishedLimit | PublishedFee,
  { lists, catalogue }: Words,
): string {
  return `${line}\n${catalogue.parts.source}: ${source} (${lists.marks[mark]})`;
}

function offerText(offer: ChannelOffer, text: Words): string {
  return [
    text.lists.channels[offer.channel],
    ...offer.limits.map((limit) => limitLine(limit, text)),
    ...offer.fees.map((fee) => feeLine(fee, text)),
  ].join("\n");
}

/** Where a difference is: the part, with its channel. @example "Thời hạn, Trực tiếp" */
export function changeTitle(change: VersionChange, { catalogue, lists }: Words): string {
  if (change.part === "order") return catalogue.orderChanged(orderedPart(change.path, catalogue));
  const title = catalogue.parts[change.part];
  return change.part === "limit" || change.part === "fee"
    ? `${title}, ${lists.channels[change.channel]}`
    : title;
}

function orderedPart(path: string, { parts }: Words["catalogue"]): string {
  const list = path.split(".").at(-1) ?? "";
  const names: Readonly<Record<string, string>> = {
    channels: parts.channel,
    limits: parts.limit,
    fees: parts.fee,
    papers: parts.paper,
    paperNotes: parts.paperNote,
    results: parts.result,
    legalBases: parts.legalBasis,
  };
  return (names[list] ?? parts.order).toLocaleLowerCase("vi");
}
