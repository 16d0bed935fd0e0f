import { readFileSync } from "node:fs";
import type {
  AdministrativeUnit,
  Succession,
  UnitKind,
  UnitRegister,
} from "#domain/unit/administrative-unit.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type CsvRow, readMapRows } from "#server/units/map-rows.ts";

/** The rows of a file of the shipped map. */
export function shippedRows(name: string): readonly CsvRow[] {
  const file = new URL(`../../db/reference/units/map/${name}.csv`, import.meta.url);
  return readMapRows(readFileSync(file, "utf8"));
}

/** The map as it is shipped, whole. */
export function shippedRegister(): UnitRegister {
  const files = ["provinces", "communes", "provinces-before", "districts-before", "communes-before"];
  return {
    units: files.flatMap(shippedRows).map(unitOf),
    successions: shippedRows("successions").map(successionOf),
  };
}

function unitOf({
  code = "",
  name = "",
  kind,
  parent = "",
  validFrom = "",
  validTo = "",
}: CsvRow): AdministrativeUnit {
  return {
    code,
    name,
    kind: kind as UnitKind,
    parentCode: parent || null,
    validFrom: plainDate(validFrom),
    ...(validTo !== "" && { validTo: plainDate(validTo) }),
  };
}

function successionOf({ predecessor = "", successor = "", on = "", whole }: CsvRow): Succession {
  return { predecessor, successor, on: plainDate(on), whole: whole === "true" };
}
