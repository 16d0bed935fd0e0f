import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PROCEDURE_FIELDS } from "#domain/catalogue/fields.ts";
import { readReferenceProcedure } from "#domain/catalogue/read-procedure.ts";
import { readCalendar } from "#domain/calendar/read-calendar.ts";
import { invariant } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { v5 as uuidOf } from "uuid";

const FOLDER = fileURLToPath(new URL("../../../db/reference/", import.meta.url));
/** Keys of the reference files become the same UUIDs everywhere. */
const NAMESPACE = "5e1ff2a8-7c0e-4b8f-9a51-2f0f6a3c9d10";

/** The UUID of a key of the reference data. @example referenceId("unit:commune:30163") */
export function referenceId(key: string): string {
  return uuidOf(key, NAMESPACE);
}

type Json = Readonly<Record<string, unknown>>;

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(FOLDER, name), "utf8"));
}

export interface Table {
  readonly name: string;
  /** What makes a row the same row when the files are loaded again. */
  readonly key: readonly string[];
  readonly rows: readonly Json[];
}

/** The reference files as rows of the nation's tables, in an order that foreign keys allow. */
export async function referenceTables(): Promise<readonly Table[]> {
  return [...(await placeTables()), ...(await catalogueTables()), ...(await ruleTables())];
}

async function placeTables(): Promise<Table[]> {
  const map = (await readJson("units/dong-thap.json")) as {
    source: string;
    units: Json[];
    successions: Json[];
  };
  const places = (await readJson("units/one-stop.json")) as Readonly<Record<string, Json[]>>;
  const list = (name: string) => places[name] ?? [];
  const validity = (row: Json) => ({ valid_from: row["validFrom"], valid_to: row["validTo"] ?? null });
  const id = (key: unknown) => (key === null ? null : referenceId(String(key)));
  const own = (row: Json) => ({ id: id(row["key"]), key: row["key"] });
  const at = (row: Json) => ({ administrative_unit_code: row["administrativeUnitCode"] });
  return [
    table("administrative_unit", ["code", "valid_from"], map.units, (row) => ({
      code: row["code"],
      name: row["name"],
      kind: row["kind"],
      parent_code: row["parentCode"],
      source: map.source,
      ...validity(row),
    })),
    table(
      "administrative_succession",
      ["predecessor_code", "successor_code", "succeeded_on"],
      map.successions,
      (row) => ({
        predecessor_code: row["predecessor"],
        successor_code: row["successor"],
        succeeded_on: row["on"],
      }),
    ),
    table("agency", ["id"], list("agencies"), (row) => ({
      ...own(row),
      name: row["name"],
      kind: row["kind"],
      ...at(row),
      ...validity(row),
    })),
    table("agency_code", ["agency_id", "format_id", "valid_from"], list("agencyCodes"), (row) => ({
      agency_id: id(row["agency"]),
      format_id: row["format"],
      code: row["code"],
      mark: row["mark"],
      source: row["source"],
      ...validity(row),
    })),
    table("one_stop_unit", ["id"], list("oneStopUnits"), (row) => ({
      ...own(row),
      name: row["name"],
      governing_body: row["governingBody"],
      agency_id: id(row["agency"]),
      calendar_id: row["calendar"],
      ...at(row),
      ...validity(row),
    })),
    table("competence", ["field_code", "level", "valid_from"], list("competences"), (row) => ({
      field_code: row["fieldCode"],
      level: row["level"],
      agency_id: id(row["agency"]),
      ...validity(row),
    })),
    table("post_office", ["id"], list("postOffices"), (row) => ({
      ...own(row),
      name: row["name"],
      address: row["address"],
      ...validity(row),
    })),
    table("reception_point", ["id"], list("receptionPoints"), (row) => ({
      ...own(row),
      name: row["name"],
      address: row["address"],
      one_stop_unit_id: id(row["oneStopUnit"]),
      ...validity(row),
    })),
    table("counter", ["id"], list("counters"), (row) => ({
      ...own(row),
      label: row["label"],
      reception_point_id: id(row["receptionPoint"]),
      post_office_id: id(row["postOffice"]),
    })),
    table(
      "space_place",
      ["place_id", "valid_from"],
      [...list("oneStopUnits"), ...list("agencies")],
      (row) => ({
        place_id: id(row["key"]),
        space_id: "dong-thap",
        valid_from: row["validFrom"],
        valid_to: null,
      }),
    ),
  ];
}

async function catalogueTables(): Promise<Table[]> {
  const files = (await readdir(path.join(FOLDER, "procedures")))
    .filter((name) => name.endsWith(".json"))
    .sort();
  const entries = (await Promise.all(files.map((name) => readJson(`procedures/${name}`)))).flat() as Json[];
  const fields = Object.entries(PROCEDURE_FIELDS).map(([code, { name }]) => ({ code, name }));
  return [
    table("field", ["code"], fields, (row) => row),
    table("procedure_version", ["code", "valid_from"], entries, (entry) => {
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

function table(
  name: string,
  key: readonly string[],
  rows: readonly Json[],
  toRow: (row: Json) => Json,
): Table {
  return { name, key, rows: rows.map(toRow) };
}
