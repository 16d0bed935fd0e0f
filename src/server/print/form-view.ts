import { localTime } from "#domain/shared/instant.ts";
import { type CopyName, copiesWanted } from "./copy-names.ts";
import type { Coverage } from "./font-coverage.ts";
import type { FormContent, FormData } from "./form-data.ts";
import { type FormBlock, type FormText, type FormValue, formText } from "./form-texts.ts";
import { dayInWords, momentInWords, twoDigits } from "./moment-words.ts";
import { printableLine, printableLines } from "./printable-text.ts";
import { type TrackView, trackView } from "./track-view.ts";

/** What the template `form.typ` reads: every text filled in and printable. */
export interface FormView extends TrackView {
  readonly paperSize: "A5" | "A4";
  readonly copies: readonly CopyName[];
  readonly title: string;
  readonly governingBody: string;
  readonly unitName: string;
  readonly number: string;
  readonly numberSuffix: string;
  readonly placeAndDate: string;
  readonly dossierCode: string;
  readonly blocks: readonly BlockView[];
  readonly papers: readonly PaperView[];
  readonly signatures: readonly SignatureView[];
  /** Year, month, day, hour, minute, second in UTC: the date of the PDF. */
  readonly documentDate: readonly number[];
}

/** A label stands before its text; `papers` says how the papers are listed there. */
interface BlockView {
  readonly label: string;
  readonly text: string;
  readonly strong: boolean;
  readonly papers: "list" | "table" | null;
}

interface PaperView {
  readonly name: string;
  readonly originals: string;
  readonly copies: string;
  /** "01 bản chính, 02 bản sao". */
  readonly counts: string;
}

interface SignatureView {
  readonly who: "submitter" | "officer";
  readonly title: string;
  readonly note: string;
  readonly name: string;
  readonly below: readonly string[];
}

/** What stands where nothing is known, for a pen. */
const BLANK = "……………………";

/**
 * The form as its template reads it: the words of its set, filled with what the act said.
 * @throws PrintError `unprintable_data` when the copies, the track address or the dossier code cannot be printed.
 */
export function formView(data: FormData, texts: readonly FormText[], covers: Coverage): FormView {
  const line = (text: string): string => printableLine(text, covers);
  const text = formText(texts, data.form, data.formSet);
  const values = valuesOf(data, covers);
  const { officer, submitterName } = data;
  return {
    paperSize: data.paperSize,
    copies: copiesWanted(data),
    title: text.title,
    governingBody: line(data.governingBody),
    unitName: line(data.unitName),
    number: twoDigits(data.number),
    numberSuffix: filled(text.numberSuffix, values),
    placeAndDate: `${line(data.place)}, ${dayInWords(localTime(data.issuedAt).day)}`,
    dossierCode: line(data.dossierCode),
    blocks: text.blocks.filter((block) => isWanted(block, values)).map((block) => blockView(block, values)),
    papers: (data.content.papers ?? []).map((paper) => ({
      name: line(paper.name),
      originals: countCell(paper.originals),
      copies: countCell(paper.copies),
      counts: countsInWords(paper),
    })),
    signatures: text.signatures.map(({ who, title, note }) => ({
      who,
      title,
      note,
      name: line(who === "officer" ? officer.name : submitterName),
      below: who === "officer" ? [line(officer.role), line(officer.basisNote)].filter(Boolean) : [],
    })),
    ...trackView(data, line),
    documentDate: data.issuedAt.slice(0, 19).split(/\D/u).map(Number),
  };
}

type Values = Readonly<Record<FormValue, string>>;

function valuesOf(data: FormData, covers: Coverage): Values {
  const { applicant, contact, content, request } = data;
  const isPerson = applicant.kind === "person";
  const plain: Values = {
    agency: data.agencyName,
    address: applicant.address,
    applicant: applicant.name,
    contact: contact.name,
    contactPhone: contact.phone ?? "",
    dossierCode: data.dossierCode,
    email: applicant.email ?? "",
    identityNumber: applicant.identityNumber,
    partyKind: isPerson ? "cá nhân" : "tổ chức",
    phone: applicant.phone ?? "",
    receivedAt: data.receivedAt ? momentInWords(data.receivedAt) : "",
    receivedDay: data.receivedAt ? upperFirst(dayInWords(localTime(data.receivedAt).day)) : "",
    request: `${request.procedureName} (mã thủ tục: ${request.procedureCode})`,
    salutation: isPerson ? "Ông (Bà)" : "Tổ chức",
    unit: data.unitName,
    unitSign: data.unitSign,
    ...valuesOfContent(content),
  };
  const entries = Object.entries(plain).map(([name, value]) => [
    name,
    name === "reason" ? printableLines(value, covers) : printableLine(value, covers),
  ]);
  return Object.fromEntries(entries) as Values;
}

function valuesOfContent(content: FormContent) {
  const { answerBy, askedAt } = content;
  return {
    ...valuesOfDates(content),
    answerBy: answerBy ? dayInWords(answerBy) : "",
    askedByCitizen: content.onRequest ? "có" : "",
    askedOn: askedAt ? dayInWords(localTime(askedAt).day) : "",
    legalBasis: content.legalBasis ?? "",
    reason: content.reason,
  };
}

/** The dates of Mẫu 04: of the slip, the one that holds, and the new one. */
function valuesOfDates({ dueAt, expectedOn, heldDueAt, newDueAt }: FormContent) {
  const slip = dueAt ? momentInWords(dueAt) : "";
  const held = heldDueAt ? momentInWords(heldDueAt.at) : "";
  const expected = expectedOn ? dayInWords(expectedOn) : "";
  return {
    dueAt: slip,
    expectedDay: expected,
    extendedDue: heldDueAt?.extended ? held : "",
    recountedDue: heldDueAt?.extended ? "" : held,
    legalDue: held || slip,
    newDay: newDueAt ? momentInWords(newDueAt) : expected,
  };
}

function isWanted({ when, unless }: FormBlock, values: Values): boolean {
  return (when === undefined || values[when] !== "") && (unless === undefined || values[unless] === "");
}

function blockView(block: FormBlock, values: Values): BlockView {
  if ("papers" in block) return { label: "", text: "", strong: false, papers: block.papers };
  const strong = block.strong ?? false;
  if ("label" in block)
    return { label: filled(block.label, values), text: filled(block.value, values), strong, papers: null };
  return { label: "", text: filled(block.text, values), strong, papers: null };
}

/** Each name in braces becomes its value once; braces that a person typed stay as they were typed. */
function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: FormValue) => values[name] || BLANK);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is not asked for is no number: "0" under "Bản chính" reads as if none were wanted of anything. */
function countCell(count: number): string {
  return count === 0 ? "–" : String(count);
}

function countsInWords({
  originals,
  copies,
}: {
  readonly originals: number;
  readonly copies: number;
}): string {
  const parts = [
    originals > 0 && `${twoDigits(originals)} bản chính`,
    copies > 0 && `${twoDigits(copies)} bản sao`,
  ];
  return parts.filter(Boolean).join(", ");
}
