import { readWrittenDay } from "#domain/person/written-day.ts";
import { searchKey, tidyText } from "#domain/shared/vietnamese-text.ts";
import { type LineField, type LineTexts, NO_TEXTS, isBlank } from "./group-line.ts";

/**
 * The people of a table that was copied from a spreadsheet: tabs between the cells, a line for each. A line of headings
 * says which column is what; without one each cell is known by its shape: a number of 9 or 12 digits, a day, a phone,
 * and of the words the first is the name and the next the address. What is none of these (a row's number, "Nam") is left
 * out. A spreadsheet drops the zero in front of a phone and of an identity number: it is put back.
 * @example pastedRows("1\tTrần Thị Bảy\t01/02/1990\t087190001234\t0912345678")
 */
export function pastedRows(text: string): readonly LineTexts[] {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.split("\t").map((cell) => tidyText(cell.replaceAll('"', ""))))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [first] = lines;
  if (!first) return [];
  const columns = headings(first);
  const people = columns ? lines.slice(1).map((cells) => byHeading(cells, columns)) : lines.map(byShape);
  return people.filter((line) => !isBlank(line));
}

/** Whether a text is a table: what is pasted into one field stays there. */
export function isTable(text: string): boolean {
  return text.includes("\t") || text.trim().includes("\n");
}

const HEADINGS: Readonly<Record<LineField, readonly string[]>> = {
  name: ["ho va ten", "ho ten", "ten", "name", "full name"],
  birthDate: [
    "ngay sinh",
    "ngay thang nam sinh",
    "nam sinh",
    "sinh ngay",
    "birth",
    "birth date",
    "date of birth",
  ],
  identityNumber: [
    "so dinh danh",
    "so dinh danh ca nhan",
    "cccd",
    "so cccd",
    "can cuoc",
    "so can cuoc",
    "cmnd",
    "id",
  ],
  phone: ["dien thoai", "so dien thoai", "sdt", "phone"],
  address: ["dia chi", "noi o", "noi thuong tru", "noi cu tru", "address"],
};

/** Which column is what; undefined when the line names no person's column, and so is somebody's own. */
function headings(cells: readonly string[]): readonly (LineField | undefined)[] | undefined {
  const columns = cells.map((cell) => {
    const key = searchKey(cell)
      .replace(/[^a-z ]/gu, "")
      .trim();
    return (Object.keys(HEADINGS) as LineField[]).find((field) => HEADINGS[field].includes(key));
  });
  return columns.includes("name") ? columns : undefined;
}

function byHeading(cells: readonly string[], columns: readonly (LineField | undefined)[]): LineTexts {
  const line: Record<LineField, string> = { ...NO_TEXTS };
  for (const [at, field] of columns.entries()) {
    const cell = cells[at] ?? "";
    if (field !== undefined && line[field] === "") line[field] = mended(field, cell);
  }
  return line;
}

function byShape(cells: readonly string[]): LineTexts {
  const line: Record<LineField, string> = { ...NO_TEXTS };
  for (const cell of cells) {
    const field = shapeOf(cell, line);
    if (field !== undefined) line[field] = mended(field, cell);
  }
  return line;
}

const DIGITS_MIN = 9;

function shapeOf(cell: string, line: LineTexts): LineField | undefined {
  const digits = cell.replace(/[\s.()+-]/gu, "");
  if (/^\d+$/u.test(digits)) return figuresField(cell, digits, line);
  if (line.birthDate === "" && readWrittenDay(cell) !== undefined) return "birthDate";
  if (!/\p{L}/u.test(cell) || SEX_WORDS.includes(searchKey(cell))) return undefined;
  if (line.name === "") return "name";
  return line.address === "" ? "address" : undefined;
}

const SEX_WORDS = ["nam", "nu", "male", "female"];

/** Of figures alone: a day has its signs or eight digits, a phone begins as phones do, the rest is a number. */
function figuresField(cell: string, digits: string, line: LineTexts): LineField | undefined {
  if (line.birthDate === "" && readWrittenDay(cell) !== undefined) return "birthDate";
  if (digits.length < DIGITS_MIN) return undefined;
  const isPhone = /^(?:0|84)?[235789]\d{8}$/u.test(digits);
  if (line.phone === "" && isPhone && (digits.length !== DIGITS_MIN || line.identityNumber !== ""))
    return "phone";
  return line.identityNumber === "" ? "identityNumber" : undefined;
}

/** A day as the form holds it, and the zero that a spreadsheet took away. */
function mended(field: LineField, cell: string): string {
  if (field === "birthDate") return readWrittenDay(cell) ?? cell;
  const figures = cell.replace(/[\s.]/gu, "");
  if (field === "phone" && /^[35789]\d{8}$/u.test(figures)) return `0${figures}`;
  if (field === "identityNumber" && /^\d{11}$/u.test(figures)) return `0${figures}`;
  return cell;
}
