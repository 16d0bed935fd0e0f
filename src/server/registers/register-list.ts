import type { FormSet } from "#domain/dossier/issued-form.ts";
import { type UnitForm, volumeOf } from "#domain/dossier/register.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { type PlainDate, plainDate } from "#domain/shared/plain-date.ts";
import { invariant } from "#domain/shared/result.ts";
import { formSettingOn } from "../ledgers/form-ledger.ts";
import type { ListData } from "../print/list-data.ts";
import { momentInCell } from "../print/moment-words.ts";
import { placeInHead } from "../print/receipt-party.ts";
import type { Reference } from "../units/reference.ts";
import type { Book, EntryRow } from "./store.ts";

/** The head of a paper of a unit, and how it is printed on a day. */
export function headOf(reference: Reference, unitId: string, form: UnitForm, day: PlainDate) {
  const unit = reference.units.get(unitId);
  invariant(unit, "the unit of a paper is there");
  const setting = formSettingOn(reference, form, day);
  return {
    form,
    formSet: setting.formSet as FormSet,
    paperSize: setting.paperSize,
    copies: setting.copies,
    governingBody: unit.governingBody,
    unitName: unit.name,
    place: placeInHead(unit.place),
  };
}

const METHODS: Readonly<Record<string, string>> = {
  counter: "Tại Bộ phận Một cửa",
  postal: "Qua bưu chính công ích",
  electronic: "Bản điện tử",
};

/** How it ended otherwise than by a result. */
const ENDINGS: Readonly<Record<string, string>> = {
  withdrawn: "Người nộp đã nhận lại hồ sơ",
  stopped: "Dừng giải quyết",
};

/** A line of the register as its cells say it. */
export function cellsOf(reference: Reference, row: EntryRow): Readonly<Record<string, string>> {
  return {
    number: String(row.number).padStart(2, "0"),
    code: row.code,
    procedure: row.procedureName,
    applicant: row.applicant,
    contact: [row.address, row.phone].filter(Boolean).join("; "),
    agency: reference.agencies.get(row.agencyId)?.name ?? "",
    sets: String(row.sets).padStart(2, "0"),
    received: momentInCell(row.receivedAt as Instant),
    due: row.dueAt === null ? "" : momentInCell(row.dueAt as Instant),
    returned: returnedWords(row),
    method: METHODS[row.returnMethod] ?? "",
    // The signature itself stays with the dossier: here it is said that there is one.
    signed: row.returnedAt === null ? "" : "Đã ký",
    note: ENDINGS[row.status] ?? "",
  };
}

/** When the result was returned; what ended without one says so in the place of the day. */
function returnedWords({ returnedAt, status }: EntryRow): string {
  return returnedAt === null ? (ENDINGS[status] ?? "") : momentInCell(returnedAt as Instant);
}

/** The day by whose form set a book is printed: the last of its year, or today while it runs. */
function dayOfBook(year: number, now: Instant): PlainDate {
  const last = plainDate(`${year}-12-31`);
  const today = localTime(now).day;
  return today < last ? today : last;
}

interface Volume {
  readonly book: Book;
  readonly rows: readonly EntryRow[];
  readonly number: number | null;
  readonly now: Instant;
  /** Who closed it. */
  readonly head?: string;
}

/** A volume of a register, as it is printed. */
export function registerList(reference: Reference, { book, rows, number, now, head }: Volume): ListData {
  const names = book.fields.map((code) => reference.fieldNames.get(code) ?? code);
  const first = rows[0]?.number ?? 1;
  return {
    ...headOf(reference, book.unitId, "register", dayOfBook(book.year, now)),
    number,
    issuedAt: now,
    heading: {
      fields: names.toSorted((one, other) => one.localeCompare(other, "vi")).join("; "),
      year: String(book.year),
      volume: String(volumeOf(first)).padStart(2, "0"),
      ...(head !== undefined && { closed: closedWords(rows, now) }),
    },
    rows: rows.map((row) => cellsOf(reference, row)),
    signers: head === undefined ? {} : { head },
  };
}

function closedWords(rows: readonly EntryRow[], now: Instant): string {
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const lines = `từ số ${String(first).padStart(2, "0")} đến số ${String(last).padStart(2, "0")}`;
  return `lúc ${momentInCell(now)}, ${lines}`;
}
