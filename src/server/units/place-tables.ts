import { type Json, type Table, readJson, referenceId, table } from "./reference-table.ts";

type Lists = (name: string) => readonly Json[];

const validity = (row: Json) => ({ valid_from: row["validFrom"], valid_to: row["validTo"] ?? null });
const idOf = (key: unknown) => (typeof key === "string" ? referenceId(key) : null);
const own = (row: Json) => ({ id: idOf(row["key"]), key: row["key"] });
const at = (row: Json) => ({ administrative_unit_code: row["administrativeUnitCode"] });

/** The agencies and the desks of the reference files, in an order that foreign keys allow. */
export async function placeTables(): Promise<Table[]> {
  return placeTablesOf(
    (await readJson("units/one-stop.json")) as Readonly<Record<string, Json[]>>,
    "dong-thap",
  );
}

/** The same of places that stand in no file, served by a space. */
export function placeTablesOf(places: Readonly<Record<string, readonly Json[]>>, spaceId: string): Table[] {
  const list: Lists = (name) => places[name] ?? [];
  return [...agencyTables(list), ...deskTables(list, spaceId)];
}

function agencyTables(list: Lists): Table[] {
  return [
    table("agency", ["id"], list("agencies"), (row) => ({
      ...own(row),
      name: row["name"],
      kind: row["kind"],
      ...at(row),
      ...validity(row),
    })),
    table("agency_code", ["agency_id", "format_id", "valid_from"], list("agencyCodes"), (row) => ({
      agency_id: idOf(row["agency"]),
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
      agency_id: idOf(row["agency"]),
      calendar_id: row["calendar"],
      ...at(row),
      ...validity(row),
    })),
    table("competence", ["field_code", "level", "valid_from"], list("competences"), (row) => ({
      field_code: row["fieldCode"],
      level: row["level"],
      agency_id: idOf(row["agency"]),
      ...validity(row),
    })),
  ];
}

/** Where people are met: points, counters, the post offices that staff them, and the space that serves them. */
function deskTables(list: Lists, spaceId: string): Table[] {
  return [
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
      one_stop_unit_id: idOf(row["oneStopUnit"]),
      ...validity(row),
    })),
    table("counter", ["id"], list("counters"), (row) => ({
      ...own(row),
      label: row["label"],
      reception_point_id: idOf(row["receptionPoint"]),
      post_office_id: idOf(row["postOffice"]),
      // A counter of the files is there from the day on that the table gives by itself.
      ...(row["validFrom"] !== undefined && validity(row)),
    })),
    table(
      "space_place",
      ["place_id", "valid_from"],
      [...list("oneStopUnits"), ...list("agencies")],
      (row) => ({
        place_id: idOf(row["key"]),
        space_id: spaceId,
        valid_from: row["validFrom"],
        valid_to: null,
      }),
    ),
  ];
}
