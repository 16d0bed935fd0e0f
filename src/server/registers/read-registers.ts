import { exportRegister, listRegisterEntries, readRegisters } from "#contract/registers.ts";
import { mayClose } from "#domain/dossier/register.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { CURSOR_SEQ, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { unitPhone } from "../ledgers/unit-phone.ts";
import type { Reference } from "../units/reference.ts";
import { cellsOf } from "./register-list.ts";
import { registerUnits } from "./register-units.ts";
import {
  type Book,
  type EntryRow,
  between,
  countByField,
  countEntries,
  countImported,
  findEntries,
  firstYear,
} from "./store.ts";
import { findClosings } from "./unit-form-store.ts";

/** The registers of a unit in a year: today's and the first of this person's units, when nothing is said. */
export const readRegistersRoute = bind(readRegisters, async ({ actor, reference, query, now, read }) => {
  const units = registerUnits(actor, reference);
  const unitId = query.unitId ?? units[0];
  if (unitId === undefined || !units.includes(unitId)) return refuse("not_found");
  const thisYear = Number(localTime(now).day.slice(0, 4));
  const year = query.year === undefined ? thisYear : Number(query.year);
  const found = await read(async (tx) => ({
    counted: await countByField(tx, { unitId, year }),
    imported: await countImported(tx, { unitId, year }),
    closings: await findClosings(tx, unitId, year),
    phone: await unitPhone(tx, reference.lineOf(reference.heirOf(unitId)), now),
    first: (await firstYear(tx, unitId)) ?? thisYear,
  }));
  const closedIn = new Map(
    found.closings.flatMap(({ closingId, fields }) => fields.map((code) => [code, closingId])),
  );
  const nameOf = (id: string) => reference.units.get(id)?.name ?? "";
  return done({
    unitId,
    unitName: nameOf(unitId),
    year,
    phone: found.phone,
    imported: found.imported,
    mayClose: actor.headOf.has(unitId) && mayClose(year, now),
    books: found.counted
      .map(({ fieldCode, entries }) => ({
        fieldCode,
        fieldName: reference.fieldNames.get(fieldCode) ?? fieldCode,
        entries,
        closingId: closedIn.get(fieldCode) ?? null,
      }))
      .toSorted((one, other) => one.fieldName.localeCompare(other.fieldName, "vi")),
    closings: found.closings.map((closing) => ({ ...closing, volumes: closing.volumes ?? [] })),
    years: Array.from({ length: Math.max(1, thisYear - found.first + 1) }, (_, index) => thisYear - index),
    units: units.map((id) => ({ id, name: nameOf(id) })),
  });
});

/** The book that is asked for; the fields are the person's choice, each counted once. */
export function bookOf(params: { readonly unitId: string; readonly year: string }, fields: string): Book {
  const codes = [...new Set(fields.split(",").filter(Boolean))].toSorted();
  return { unitId: params.unitId, year: Number(params.year), fields: codes };
}

/** Lines of a register for the screen, a page at a time. */
export const listRegisterEntriesRoute = bind(
  listRegisterEntries,
  async ({ deps, actor, reference, params, query, read }) => {
    if (!registerUnits(actor, reference).includes(params.unitId)) return refuse("not_found");
    const book = bookOf(params, query.fields);
    const after = Number(unpackCursor(query.after, [CURSOR_SEQ])?.[0] ?? 0);
    const { search = "", state = "all" } = query;
    const { found, total } = await read(async (tx) => ({
      found: await findEntries(tx, deps.ring, book, { after, search, state, limit: PAGE_ROWS + 1 }),
      total: await countEntries(tx, book),
    }));
    const page = found.slice(0, PAGE_ROWS);
    const end = page.at(-1);
    return done({
      entries: page.map((row) => entryOf(reference, row)),
      total,
      next: end && found.length > PAGE_ROWS ? packCursor([String(end.number)]) : null,
    });
  },
);

function entryOf(reference: Reference, { agencyId, ...row }: EntryRow) {
  return { ...row, agencyName: reference.agencies.get(agencyId)?.name ?? "" };
}

const COLUMNS = [
  ["number", "STT"],
  ["code", "Mã hồ sơ"],
  ["procedure", "Tên TTHC"],
  ["applicant", "Tên tổ chức, cá nhân"],
  ["contact", "Địa chỉ/SĐT"],
  ["agency", "Cơ quan chủ trì giải quyết"],
  ["received", "Nhận hồ sơ"],
  ["due", "Hẹn trả kết quả"],
  ["returned", "Trả kết quả"],
  ["method", "Phương thức nhận kết quả"],
  ["signed", "Ký nhận"],
  ["note", "Ghi chú"],
] as const;

/** Nobody takes in more than this in a year at one unit; the file is made in one go. */
const ROWS_MAX = 100_000;

export const exportRegisterRoute = bind(
  exportRegister,
  async ({ deps, actor, reference, params, query, read }) => {
    if (!registerUnits(actor, reference).includes(params.unitId)) return refuse("not_found");
    const rows = await read((tx) =>
      findEntries(tx, deps.ring, bookOf(params, query.fields), between(0, ROWS_MAX)),
    );
    const cells = rows.map((row) => cellsOf(reference, row));
    return done(
      csvAnswer(
        `sổ-theo-dõi-hồ-sơ-${params.year}.csv`,
        COLUMNS.map(([, title]) => title),
        cells.map((row) => COLUMNS.map(([name]) => row[name] ?? "")),
      ),
    );
  },
);
