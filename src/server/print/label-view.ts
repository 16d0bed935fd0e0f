import { type Barcode, barcode, qrCode } from "./codes-svg.ts";
import { documentDate } from "./custody-parts.ts";
import type { Coverage } from "./font-coverage.ts";
import type { LabelData, LabelSheetData } from "./label-data.ts";
import { PrintError } from "./print-error.ts";
import { printableLine } from "./printable-text.ts";

const PLACES_ON_A_SHEET = 24;
const LONGEST_CODE = 40;
const MOST_LINES = 2;
/** Two lines and a seal of so many letters have their place in the smallest type of either stock. */
const LONGEST_LINE = 64;
const LONGEST_SEAL = 40;

export interface LabelView {
  readonly code: string;
  readonly lines: readonly string[];
  readonly seal: string;
  readonly qrSvg: string;
  readonly barcode: Barcode;
}

export interface LabelSheetView {
  readonly stock: LabelSheetData["stock"];
  /** Places that stay empty before the first label. */
  readonly skip: number;
  readonly labels: readonly LabelView[];
  readonly documentDate: readonly number[];
}

/**
 * Labels as `labels.typ` reads them.
 *
 * @rule LABEL-SHEET-01
 * @throws PrintError `unprintable_data` when there is no label, a code is longer than 40 characters or no plain ASCII, a
 *   label has three lines, or the start is no place of the sheet.
 */
export function labelSheetView(data: LabelSheetData, covers: Coverage): LabelSheetView {
  const { startAt, stock } = data;
  if (!Number.isSafeInteger(startAt) || startAt < 1 || startAt > PLACES_ON_A_SHEET) {
    throw new PrintError("unprintable_data", `A sheet has the places 1 to ${PLACES_ON_A_SHEET}`);
  }
  if (data.labels.length === 0) throw new PrintError("unprintable_data", "There is no label to print");
  return {
    stock,
    skip: stock === "a4" ? startAt - 1 : 0,
    labels: data.labels.map((label) => labelView(label, covers)),
    documentDate: documentDate(data.printedAt),
  };
}

function labelView({ code, lines, seal }: LabelData, covers: Coverage): LabelView {
  if (code.length > LONGEST_CODE) {
    throw new PrintError("unprintable_data", `The code of a label has more than ${LONGEST_CODE} characters`);
  }
  if (lines.length > MOST_LINES) throw new PrintError("unprintable_data", "A label has one or two lines");
  return {
    code,
    lines: lines.map((text) => cut(printableLine(text, covers), LONGEST_LINE)),
    seal: seal === null ? "" : cut(printableLine(seal, covers), LONGEST_SEAL),
    barcode: barcode(code, "code"),
    qrSvg: qrCode(code, "code"),
  };
}

/** @example cut("Nguyễn Thị Ánh Tuyết", 10) → "Nguyễn Th…" */
function cut(text: string, longest: number): string {
  const letters = Array.from(text);
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
}
