import { localTime } from "#domain/shared/instant.ts";
import { type CopyName, copiesOf } from "./copy-names.ts";
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
    numberSuffix: text.numberSuffix,
    placeAndDate: `${line(data.place)}, ${dayInWords(localTime(data.issuedAt).day)}`,
    dossierCode: line(data.dossierCode),
    blocks: text.blocks.filter((block) => isWanted(block, values)).map((block) => blockView(block, values)),
    papers: (data.content.papers ?? []).map((paper) => ({
      name: line(paper.name),
      originals: String(paper.originals),
      copies: String(paper.copies),
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

/** All copies, or the one that is wanted; of a form with fewer the last. */
function copiesWanted({ copies, onlyCopy }: FormData): readonly CopyName[] {
  const all = copiesOf(copies);
  return onlyCopy === undefined ? all : all.slice(Math.min(onlyCopy, copies) - 1).slice(0, 1);
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
    ...valuesOfContent(content),
  };
  const entries = Object.entries(plain).map(([name, value]) => [
    name,
    name === "reason" ? printableLines(value, covers) : printableLine(value, covers),
  ]);
  return Object.fromEntries(entries) as Values;
}

function valuesOfContent(content: FormContent) {
  const { answerBy, askedAt, dueAt, expectedOn, newDueAt } = content;
  return {
    answerBy: answerBy ? dayInWords(answerBy) : "",
    askedByCitizen: content.onRequest ? "có" : "",
    askedOn: askedAt ? dayInWords(localTime(askedAt).day) : "",
    dueAt: dueAt ? momentInWords(dueAt) : "",
    legalBasis: content.legalBasis ?? "",
    newDay: newDueAt ? momentInWords(newDueAt) : expectedOn ? dayInWords(expectedOn) : "",
    reason: content.reason,
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
