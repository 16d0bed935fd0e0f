import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { searchKey } from "../shared/vietnamese-text.ts";
import { normaliseIdentityNumber, type Sex } from "./identity-number.ts";
import { properName, readPersonName } from "./person-name.ts";
import { readWrittenDay } from "./written-day.ts";
import { cleanText } from "./written-text.ts";

export const CARD_PROBLEMS = [
  "card_scan_not_a_card",
  "card_scan_cut_short",
  "card_number_malformed",
  "card_name_malformed",
  "card_date_impossible",
] as const;
export type CardProblem = (typeof CARD_PROBLEMS)[number];

/** The fields of the QR of a citizen card, in their order. */
export const CARD_FIELDS = [
  "number",
  "oldNumber",
  "name",
  "birthDate",
  "sex",
  "residence",
  "issuedOn",
] as const;
export type CardField = (typeof CARD_FIELDS)[number];

/** What the QR of a CCCD or thẻ căn cước says. It is unsigned text that anybody can print: never proof. */
export interface CitizenCard {
  /** Twelve digits. */
  readonly number: string;
  /** The number of the paper before it (CMND), null when the card names none. */
  readonly oldNumber: string | null;
  /** As on the card, usually in capitals. */
  readonly name: string;
  /** The same name as people write it. */
  readonly properName: string;
  readonly birthDate: PlainDate;
  /** Null when the card says neither Nam nor Nữ. */
  readonly sex: Sex | null;
  readonly residence: string;
  readonly issuedOn: PlainDate;
  /** What stood after the seventh field: newer cards may carry more, and its meaning is not confirmed. */
  readonly furtherFields: readonly string[];
}

/** What could be read of a scan that is not whole; absent means not readable. */
export type ReadableParts = { readonly [Part in keyof CitizenCard]?: CitizenCard[Part] } & {
  /** The last field of a scan that was cut: what is read of it may be only its beginning. */
  readonly perhapsCut?: CardField;
};

const FIELD_COUNT = CARD_FIELDS.length;
const NUMBER_LENGTH = 12;
/** No QR code holds more. */
const MAX_SCAN_LENGTH = 4_296;
/** Control characters that some scanners put around what they read. */
const FRAMING = /\p{Cc}/gu;
/** The symbology mark that some scanners are set to type first. */
const SCANNER_PREFIX = /^\][A-Za-z]\d/;

/**
 * Reads the QR payload of a CCCD or thẻ căn cước, as a USB scanner types it:
 * `number|old number|name|ddMMyyyy|sex|residence|ddMMyyyy`, perhaps with more fields, dates with
 * slashes, decomposed accents, a carriage return at the end.
 *
 * The text is unsigned: it fills a form and proves nothing. A refusal's details never hold what was
 * scanned; {@link readableParts} gives back what could be read, so that nothing has to be typed twice.
 * @example "087190001234||NGUYỄN VĂN A|01021990|Nam|Xã Thanh Bình, Đồng Tháp|15042021"
 */
export function readCitizenCard(scanned: string): Result<CitizenCard, CardProblem> {
  const fields = scannedFields(scanned);
  if (!fields) return refuse("card_scan_not_a_card");
  const fieldsRead = countFields(fields);
  if (fieldsRead < FIELD_COUNT) {
    return refuse("card_scan_cut_short", { fieldsRead, fieldsExpected: FIELD_COUNT });
  }
  const { number, name, birthDate, issuedOn, ...rest } = readFields(fields);
  if (number === undefined) return refuse("card_number_malformed", { digitsExpected: NUMBER_LENGTH });
  if (name === undefined) return refuse("card_name_malformed");
  if (birthDate === undefined) return refuse("card_date_impossible", { field: "birthDate" });
  if (issuedOn === undefined) return refuse("card_date_impossible", { field: "issuedOn" });
  return done({
    number,
    oldNumber: rest.oldNumber ?? null,
    name,
    properName: properName(name),
    birthDate,
    sex: rest.sex ?? null,
    residence: rest.residence ?? "",
    issuedOn,
    furtherFields: rest.furtherFields ?? [],
  });
}

/**
 * Every field of a scan that can be read by itself, for the form to keep when {@link readCitizenCard}
 * refuses. Holds personal data: it stays in the form and belongs in no log and no refusal.
 * @example readableParts("087190001234||NGUYỄN VĂ") → number, name "NGUYỄN VĂ", perhapsCut "name"
 */
export function readableParts(scanned: string): ReadableParts {
  const fields = scannedFields(scanned);
  if (!fields) return {};
  const last = CARD_FIELDS[fields.length - 1];
  const cut = countFields(fields) < FIELD_COUNT && fields.at(-1) !== "" && last !== undefined;
  return { ...readFields(fields), ...(cut && { perhapsCut: last }) };
}

/** The fields between the bars, or undefined when the text is neither as long as a card nor begins as one. */
function scannedFields(scanned: string): readonly string[] | undefined {
  if (scanned.length > MAX_SCAN_LENGTH) return undefined;
  const typed = cleanText(cleanText(scanned).replace(FRAMING, "")).replace(SCANNER_PREFIX, "");
  const fields = typed.split("|").map(cleanText);
  if (fields.length >= FIELD_COUNT) return fields;
  const head = normaliseIdentityNumber(fields[0] ?? "");
  const beginsAsCard = fields.length > 1 ? /^(?=.*\d)[\dA-Z]{1,15}$/.test(head) : /^\d{1,12}$/.test(head);
  return beginsAsCard ? fields : undefined;
}

/** How many of the seven fields are there. An empty last one, or half a date in the seventh, is not. */
function countFields(fields: readonly string[]): number {
  if (fields.length > FIELD_COUNT) return FIELD_COUNT;
  const last = fields.at(-1) ?? "";
  if (fields.length === 1) return normaliseIdentityNumber(last).length >= NUMBER_LENGTH ? 1 : 0;
  return last === "" || (fields.length === FIELD_COUNT && isHalfADate(last))
    ? fields.length - 1
    : fields.length;
}

function isHalfADate(text: string): boolean {
  return (
    readWrittenDay(text) === undefined && /^[\d/.-]{1,9}$/.test(text) && text.replace(/\D/g, "").length < 8
  );
}

function readFields(fields: readonly string[]): ReadableParts {
  const field = (name: CardField) => fields[CARD_FIELDS.indexOf(name)] ?? "";
  const number = normaliseIdentityNumber(field("number"));
  const oldNumber = normaliseIdentityNumber(field("oldNumber"));
  const name = readPersonName(field("name"));
  const birthDate = readWrittenDay(field("birthDate"));
  const sex = readSex(field("sex"));
  const residence = field("residence");
  const issuedOn = readWrittenDay(field("issuedOn"));
  const further = fields.slice(FIELD_COUNT);
  const furtherFields = further.slice(0, further.findLastIndex((text) => text !== "") + 1);
  return {
    ...(/^\d{12}$/.test(number) && { number }),
    ...(oldNumber !== "" && { oldNumber }),
    ...(name.ok && { name: name.value.name, properName: properName(name.value.name) }),
    ...(birthDate && { birthDate }),
    ...(sex && { sex }),
    ...(residence !== "" && { residence }),
    ...(issuedOn && { issuedOn }),
    ...(furtherFields.length > 0 && { furtherFields }),
  };
}

function readSex(text: string): Sex | undefined {
  const key = searchKey(text);
  if (key === "nam") return "male";
  return key === "nu" ? "female" : undefined;
}
