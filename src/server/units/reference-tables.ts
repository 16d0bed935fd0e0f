import { readdir } from "node:fs/promises";
import path from "node:path";
import { PROCEDURE_FIELDS } from "#domain/catalogue/fields.ts";
import { readReferenceProcedure } from "#domain/catalogue/read-procedure.ts";
import { readCalendar } from "#domain/calendar/read-calendar.ts";
import { invariant } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { placeTables } from "./place-tables.ts";
import { type Json, REFERENCE_FOLDER, type Table, readJson, referenceId, table } from "./reference-table.ts";

/** The reference files as rows of the nation's tables, in an order that foreign keys allow. */
export async function referenceTables(): Promise<readonly Table[]> {
  return [...(await placeTables()), ...(await catalogueTables()), ...(await ruleTables())];
}

async function catalogueTables(): Promise<Table[]> {
  const files = (await readdir(path.join(REFERENCE_FOLDER, "procedures")))
    .filter((name) => name.endsWith(".json"))
    .sort();
  const entries = (await Promise.all(files.map((name) => readJson(`procedures/${name}`)))).flat() as Json[];
  const fields = Object.entries(PROCEDURE_FIELDS).map(([code, { name }]) => ({ code, name }));
  return [
    table("field", ["code"], fields, (row) => row),
    table("procedure_version", ["code", "valid_from", "withdrawn_at"], entries, (entry) => {
      const read = readReferenceProcedure(entry);
      invariant(read.ok, `a reference procedure is faulty: ${JSON.stringify(read)}`);
      const { content, validFrom, validTo } = read.value;
      return {
        id: referenceId(`procedure:${content.code}:${validFrom}`),
        code: content.code,
        name: content.name,
        search_key: searchKey(content.name),
        field_code: content.fieldCode,
        valid_from: validFrom,
        valid_to: validTo ?? null,
        withdrawn_at: null,
        content,
      };
    }),
  ];
}

async function ruleTables(): Promise<Table[]> {
  const calendars = (await Promise.all(
    ["agency", "postal"].map((name) => readJson(`calendars/${name}.json`)),
  )) as Json[];
  const formats = (await readJson("dossier-code-formats.json")) as Json[];
  const forms = (await readJson("form-settings.json")) as Json[];
  for (const calendar of calendars) readCalendar(calendar); // A faulty calendar stops the start, not the first intake.
  const days = calendars.flatMap((calendar) =>
    (calendar["days"] as Json[]).map((day) => ({
      calendar_id: calendar["id"],
      day: day["day"],
      content: day,
    })),
  );
  return [
    table("calendar", ["id"], calendars, ({ days: _days, ...header }) => ({
      id: header["id"],
      name: header["name"],
      content: header,
    })),
    table("calendar_day", ["calendar_id", "day"], days, (row) => row),
    table("dossier_code_format", ["id"], formats, (row) => ({
      id: row["id"],
      content: row,
      valid_from: row["validFrom"],
      valid_to: row["validTo"] ?? null,
    })),
    table("form_setting", ["form", "valid_from"], forms, (row) => ({
      form: row["form"],
      form_set: row["formSet"],
      paper_size: row["paperSize"],
      copies: row["copies"],
      valid_from: row["validFrom"],
      valid_to: row["validTo"] ?? null,
      mark: row["mark"],
      source: row["source"],
    })),
  ];
}
