import { parsePlainDate, type PlainDate, plainDateOf } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";

/** How sure a rule is: read in a source, known from memory, reasoned from sources, or still open. */
export const FORMAT_MARKS = ["sourced", "recalled", "inference", "undecided"] as const;
export type FormatMark = (typeof FORMAT_MARKS)[number];

/** One piece of a dossier code's pattern. */
export type CodePart =
  | { readonly part: "agencyCode" }
  | { readonly part: "text"; readonly text: string }
  /** The day of receipt, six figures with the year's last two or eight with all four. */
  | { readonly part: "receivedOn"; readonly form: "yyMMdd" | "yyyyMMdd" }
  /** The number in the day; wider than `minDigits` when the day needs it. */
  | { readonly part: "sequence"; readonly minDigits: number };

/**
 * A format of dossier codes with the days on which new codes are given in it. Codes of every format stay
 * valid for ever; {@link readDossierCode} reads them all.
 */
export interface DossierCodeFormat {
  readonly id: string;
  readonly pattern: readonly CodePart[];
  readonly source: string;
  readonly mark: FormatMark;
  readonly validFrom: PlainDate;
  /** The last day, null while in force. */
  readonly validTo: PlainDate | null;
  readonly validitySource: string;
  readonly validityMark: FormatMark;
}

/** What a new code is made of. The sequence runs per agency code and day of receipt in Việt Nam, from 1. */
export interface DossierCodeParts {
  readonly agencyCode: string;
  readonly receivedOn: PlainDate;
  readonly sequence: number;
}

export const DOSSIER_CODE_SHAPES = ["agency2018", "agency2025", "central2025", "ministry"] as const;
export type DossierCodeShape = (typeof DOSSIER_CODE_SHAPES)[number];

export interface ReadCode extends DossierCodeParts {
  /** The code as it is stored and searched: upper case, no blanks, plain dashes. */
  readonly normalised: string;
  readonly shape: DossierCodeShape;
}

/** By TT 10/2016 (000.00.01.H20), and by QĐ 20/2020 from the top down (H20.01.02). Both are in use. */
const AGENCY_CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){0,2})$/;

/** A code with its number still open: `before`, the number padded to `minDigits`, `after`. */
export interface CodeFrame {
  readonly before: string;
  readonly minDigits: number;
  readonly after: string;
}

/**
 * What stands around the number of a new code, so that whoever counts the day's dossiers can put it in.
 * @throws RangeError when the agency code has no known shape.
 * @rule DOSSIER-CODE-01
 * @example TT01_2018, 000.00.01.H20, 2026-11-23 → { before: "000.00.01.H20-261123-", minDigits: 4, after: "" }
 */
export function dossierCodeFrame(
  format: DossierCodeFormat,
  { agencyCode, receivedOn }: Omit<DossierCodeParts, "sequence">,
): CodeFrame {
  if (!AGENCY_CODE.test(agencyCode))
    throw new RangeError(`Not an agency code: ${JSON.stringify(agencyCode)}`);
  const at = format.pattern.findIndex((part) => part.part === "sequence");
  const sequence = format.pattern[at];
  const written = (parts: readonly CodePart[]) =>
    parts.map((part) => formatPart(part, agencyCode, receivedOn)).join("");
  return {
    before: written(format.pattern.slice(0, at)),
    minDigits: sequence?.part === "sequence" ? sequence.minDigits : 0,
    after: written(format.pattern.slice(at + 1)),
  };
}

/**
 * The code of a dossier in a format. The sequence is padded, and simply grows past its width: the ten
 * thousandth dossier of a day gets a code like any other.
 * @throws RangeError when the agency code has no known shape or the sequence is not a whole number from 1.
 * @rule DOSSIER-CODE-01
 * @example TT01_2018, 000.00.01.H20, 2026-11-23, 42 → "000.00.01.H20-261123-0042"
 */
export function formatDossierCode(format: DossierCodeFormat, parts: DossierCodeParts): string {
  const { before, minDigits, after } = dossierCodeFrame(format, parts);
  if (!Number.isSafeInteger(parts.sequence) || parts.sequence < 1)
    throw new RangeError(`Not a sequence: ${parts.sequence}`);
  return `${before}${String(parts.sequence).padStart(minDigits, "0")}${after}`;
}

function formatPart(part: CodePart, agencyCode: string, receivedOn: PlainDate): string {
  if (part.part === "agencyCode") return agencyCode;
  if (part.part === "text") return part.text;
  if (part.part === "sequence") throw new RangeError("A code has one number");
  return receivedOn.replaceAll("-", "").slice(part.form === "yyMMdd" ? 2 : 0);
}

/** The format in which codes are given on a day: of those in force, the one that came last. */
export function dossierCodeFormatOn(
  formats: readonly DossierCodeFormat[],
  day: PlainDate,
): DossierCodeFormat | undefined {
  return formats
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
}

/** The sequences of the field have at most seven figures; twelve keep the number exact. */
const OLD = /^(?<agency>\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(?<day>\d{6})-(?<sequence>\d{4,12})$/;
const NEW = /^(?<agency>[A-Z]\d{2}(?:\.\d{1,3}){0,2})-(?<day>\d{6})-(?<sequence>\d{4,12})$/;
const MINISTRY = /^(?<agency>[A-Z]\d{2}\.\d{2})-(?<day>\d{8})-(?<sequence>\d{7})$/;

/**
 * Reads any dossier code that is in the field, as typed or scanned: small letters, blanks, long dashes,
 * a carriage return, and the `T.` that the treasury puts before codes entered by hand.
 *
 * Shapes: `agency2018` (TT 01/2018, still given in 2026), `agency2025` (TT 03/2025, inference),
 * `central2025` (TT 04/2025: two figures of the system's owner before the sequence) and `ministry`
 * (inference). A central code whose owner's figures do not begin with 0 looks like a long sequence; it is
 * then read as `agency2025`. The normalised text is the same either way, and look-up uses only that.
 * @example readDossierCode(" h20.01.02 - 261123 - 0042\r") → { normalised: "H20.01.02-261123-0042", … }
 */
export function readDossierCode(text: string): Result<ReadCode, "dossier_code_malformed"> {
  const normalised = normaliseCode(text);
  if (normalised === "") return refuse("dossier_code_malformed", { reason: "empty" });
  for (const [shape, pattern] of [
    ["agency2018", OLD],
    ["agency2025", NEW],
    ["ministry", MINISTRY],
  ] as const) {
    const found = pattern.exec(normalised)?.groups;
    if (found) return readParts(normalised, shape, found);
  }
  return refuse("dossier_code_malformed", { reason: "shape" });
}

function normaliseCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{C}]/gu, "")
    .replace(/\p{Pd}/gu, "-")
    .toUpperCase()
    .replace(/^T\.(?=[A-Z]\d{2})/, "");
}

function readParts(
  normalised: string,
  shape: "agency2018" | "agency2025" | "ministry",
  found: Readonly<Record<string, string>>,
): Result<ReadCode, "dossier_code_malformed"> {
  const { agency: agencyCode = "", day = "", sequence: figures = "" } = found;
  const receivedOn = readDay(day.length === 6 ? `20${day}` : day);
  if (!receivedOn) return refuse("dossier_code_malformed", { reason: "date" });
  // Only the two figures of an owner can put a zero before more than the four of padding.
  const central = shape === "agency2025" && figures.length >= 6 && figures.startsWith("0");
  const sequence = Number(central ? figures.slice(2) : figures);
  return done({ normalised, shape: central ? "central2025" : shape, agencyCode, receivedOn, sequence });
}

function readDay(eightFigures: string): PlainDate | undefined {
  return plainDateOf(
    Number(eightFigures.slice(0, 4)),
    Number(eightFigures.slice(4, 6)),
    Number(eightFigures.slice(6)),
  );
}

/**
 * The formats that a reference file holds.
 * @throws RangeError naming the row that is not a format: a wrong file must not give wrong codes.
 */
export function readDossierCodeFormats(rows: unknown): readonly DossierCodeFormat[] {
  if (!Array.isArray(rows)) throw new RangeError("The dossier code formats are not a list");
  return rows.map((row: unknown, at) => {
    const format = readFormat(row);
    if (!format) throw new RangeError(`Row ${at + 1} is not a dossier code format: ${JSON.stringify(row)}`);
    return format;
  });
}

function readFormat(row: unknown): DossierCodeFormat | undefined {
  if (!isRecord(row) || !Array.isArray(row["pattern"])) return undefined;
  const { id } = row;
  const rule = readSource(row["source"], row["mark"]);
  const validity = readSource(row["validitySource"], row["validityMark"]);
  const validFrom = readValidityDay(row["validFrom"]);
  const validTo = row["validTo"] === null ? null : readValidityDay(row["validTo"]);
  const pattern = row["pattern"].map(readPart);
  if (!isText(id) || !rule || !validity || !validFrom || validTo === undefined || !isWhole(pattern)) {
    return undefined;
  }
  return {
    id,
    pattern,
    ...rule,
    validFrom,
    validTo,
    validitySource: validity.source,
    validityMark: validity.mark,
  };
}

function readSource(source: unknown, mark: unknown): Pick<DossierCodeFormat, "source" | "mark"> | undefined {
  const known = FORMAT_MARKS.find((one) => one === mark);
  return known && isText(source) ? { source, mark: known } : undefined;
}

function readValidityDay(value: unknown): PlainDate | undefined {
  return isText(value) ? parsePlainDate(value) : undefined;
}

/** A code needs its agency, its day and its number, once each; otherwise two dossiers could share one. */
function isWhole(pattern: readonly (CodePart | undefined)[]): pattern is readonly CodePart[] {
  const once = (kind: CodePart["part"]) => pattern.filter((part) => part?.part === kind).length === 1;
  return !pattern.includes(undefined) && once("agencyCode") && once("receivedOn") && once("sequence");
}

function readPart(part: unknown): CodePart | undefined {
  if (!isRecord(part)) return undefined;
  const { text, form, minDigits } = part;
  switch (part["part"]) {
    case "agencyCode":
      return { part: "agencyCode" };
    case "text":
      return isText(text) ? { part: "text", text } : undefined;
    case "receivedOn":
      return form === "yyMMdd" || form === "yyyyMMdd" ? { part: "receivedOn", form } : undefined;
    case "sequence":
      return typeof minDigits === "number" && minDigits >= 4 ? { part: "sequence", minDigits } : undefined;
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
