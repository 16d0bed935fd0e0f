import { localTime } from "#domain/shared/instant.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Barcode, barcode, qrCode } from "./codes-svg.ts";
import { type CopyName, copiesOf } from "./copy-names.ts";
import type { HandOverRecordData, InventoryRecordData, ManifestData, PaperParty } from "./custody-data.ts";
import type { CustodyText, PaperWords } from "./custody-texts.ts";
import { dayInWords, momentInCell } from "./moment-words.ts";
import { PrintError } from "./print-error.ts";

/** A column of a table; columns beside each other with the same group have one head above them. */
export interface ColumnView {
  readonly title: string;
  /** Its share of the width. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
  readonly group?: string;
}

export interface TableView {
  readonly kind: "table";
  readonly columns: readonly ColumnView[];
  readonly rows: readonly (readonly string[])[];
  /** A last row of sums: the first cell over so many columns, then the others. */
  readonly total?: { readonly label: string; readonly span: number; readonly cells: readonly string[] };
}

/** What stands below the title, from the top down. */
export type PartView =
  | { readonly kind: "field"; readonly label: string; readonly value: string }
  | { readonly kind: "heading" | "text"; readonly text: string }
  | TableView;

export interface SignerView {
  readonly title: string;
  readonly note: string;
  readonly name: string;
  readonly office: string;
  /** How it was signed; empty where a pen is to. */
  readonly proof: string;
  /** The bytes of a drawn signature, and what it says to who cannot see it. */
  readonly image: { readonly png: readonly number[]; readonly alt: string } | null;
}

export interface CodeView {
  readonly text: string;
  readonly qrSvg: string;
  readonly qrAlt: string;
  readonly barcode: Barcode;
}

/** What the template `custody-paper.typ` reads: every text filled in and printable. */
export interface CustodyPaperView {
  readonly landscape: boolean;
  readonly copies: readonly CopyName[];
  readonly title: string;
  readonly governingBody: string;
  readonly unitName: string;
  readonly number: string;
  readonly placeAndDate: string;
  readonly footer: string;
  /** Its own code to scan; null for a paper that is not scanned. */
  readonly code: CodeView | null;
  readonly parts: readonly PartView[];
  /** Stands above the signatures, on the same sheet. */
  readonly closing: readonly string[];
  readonly signatures: readonly SignerView[];
  /** Year, month, day, hour, minute, second in UTC: the date of the PDF. */
  readonly documentDate: readonly number[];
}

type Line = (text: string) => string;

/** Head, foot and copies of a paper; what stands between is its own. */
export function paperFrame(
  data: ManifestData | HandOverRecordData | InventoryRecordData,
  text: CustodyText,
  line: Line,
): Omit<CustodyPaperView, "landscape" | "code" | "parts" | "closing" | "signatures"> {
  const number = line(data.number ?? "");
  return {
    copies: copiesOf(data.copies, text.copyOwners),
    title: text.title,
    governingBody: line(data.governingBody),
    unitName: line(data.unitName),
    number,
    placeAndDate: `${line(data.place)}, ${dayInWords(localTime(data.issuedAt).day)}`,
    footer: number === "" ? text.title : `${text.title} ${number}`,
    documentDate: documentDate(data.issuedAt),
  };
}

/** @example documentDate(instant("2026-11-20T08:05:00+07:00")) → [2026, 11, 20, 1, 5, 0] */
export function documentDate(at: Instant): readonly number[] {
  return at.slice(0, 19).split(/\D/u).map(Number);
}

/** A field with its label; nothing for a value that is not there. */
export function field(label: string, value: string): PartView[] {
  return value === "" ? [] : [{ kind: "field", label, value }];
}

/** Who it is in one line: name, office, phone. */
export function partyLine({ name, office, phone }: PaperParty, say: PaperWords, line: Line): string {
  const parts = [name, office, phone === undefined ? "" : say("phone", { phone })];
  return line(parts.filter(Boolean).join(", "));
}

/**
 * A signature under its title.
 * @throws PrintError `unprintable_data` when a drawing is no PNG, or larger than 300 KB.
 */
export function signer(title: string, party: PaperParty, say: PaperWords, line: Line): SignerView {
  const { proof } = party;
  const name = line(party.name);
  return {
    title,
    note: proof.kind === "blank" ? say("signNote") : "",
    name,
    office: line(party.office),
    proof: proof.kind === "blank" ? "" : say(proof.kind, { at: momentInCell(proof.at) }),
    image:
      proof.kind === "drawn" && proof.png !== null
        ? { png: pngBytes(proof.png), alt: say("signatureImage", { name }) }
        : null,
  };
}

/** The longest code of a dossier in use; a longer one gets places to break, or it would leave its cell. */
const UNBROKEN_CODE = 26;

/** A code for the cell of a table. */
export function codeInCell(code: string, line: Line): string {
  const printed = line(code);
  return printed.length > UNBROKEN_CODE ? printed.replace(/[-./]/gu, "$&\u200b") : printed;
}

/** The code as text, QR and Code 128. @throws PrintError `unprintable_data` when it is not plain ASCII. */
export function codeView(code: string, say: PaperWords): CodeView {
  const bars = barcode(code, "code");
  return { text: code, qrSvg: qrCode(code, "code"), qrAlt: say("codeImage", { code }), barcode: bars };
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LARGEST_PNG = 300 * 1024;

function pngBytes(png: Uint8Array): readonly number[] {
  if (png.length > LARGEST_PNG) throw new PrintError("unprintable_data", "A drawn signature is too large");
  const isPng = PNG_SIGNATURE.every((byte, index) => png[index] === byte);
  if (!isPng) throw new PrintError("unprintable_data", "A drawn signature is no PNG");
  return [...png];
}

/** A count of sheets in a cell: 0 is said, so that nobody fills it in later. @throws PrintError `unprintable_data` when it is no count. */
export function sheets(count: number): string {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new PrintError("unprintable_data", "A number of sheets is not a count");
  }
  return String(count);
}

/** The sum of what each has. */
export function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
