import type {
  AdministrativeUnit,
  Succession,
  UnitKind,
  UnitRegister,
} from "#domain/unit/administrative-unit.ts";
import type { MapPlan } from "#domain/unit/import-map.ts";
import type { Db, Tx } from "../db/kysely.ts";
import { unitNameKeys } from "../units/map-tables.ts";
import { type ReferenceAct, insertChanges, upsert } from "../units/save-places.ts";

/** The whole map with its successions, as rules check it. */
export async function loadMap(db: Db): Promise<UnitRegister> {
  const units = await db
    .selectFrom("nation.administrative_unit")
    .select(["code", "name", "kind", "parent_code", "valid_from", "valid_to"])
    .orderBy("code")
    .orderBy("valid_from")
    .execute();
  const successions = await db
    .selectFrom("nation.administrative_succession")
    .select(["predecessor_code as predecessor", "successor_code as successor", "succeeded_on as on", "whole"])
    .execute();
  return {
    units: units.map(
      (row): AdministrativeUnit => ({
        code: row.code,
        name: row.name,
        kind: row.kind as UnitKind,
        parentCode: row.parent_code,
        validFrom: row.valid_from,
        ...(row.valid_to !== null && { validTo: row.valid_to }),
      }),
    ),
    successions,
  };
}

/** Writes what a plan for the map says. Units that stand only get their last day: their names and days are history. */
export async function saveMap(tx: Tx, plan: MapPlan, act: ReferenceAct): Promise<void> {
  await upsert(
    tx,
    "administrative_unit",
    [],
    plan.created.map((unit) => ({
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      parent_code: unit.parentCode,
      valid_from: unit.validFrom,
      valid_to: unit.validTo ?? null,
      source: unit.source || act.reason,
      mark: MARK,
      ...unitNameKeys(unit.name),
      changed_here: true,
    })),
  );
  for (const { after } of plan.ended) {
    await tx
      .updateTable("nation.administrative_unit")
      .set({ valid_to: after.validTo ?? null, changed_here: true })
      .where("code", "=", after.code)
      .where("valid_from", "=", after.validFrom)
      .execute();
  }
  await upsert(
    tx,
    "administrative_succession",
    [],
    plan.successions.map((one) => successionRow(one, act)),
  );
  await insertChanges(tx, ledgerLines(plan), act);
}

/** What somebody enters here rests on the reason given; nobody has compared it with a published source. */
const MARK = "recalled";

function successionRow({ predecessor, successor, on, whole }: Succession, act: ReferenceAct) {
  return {
    predecessor_code: predecessor,
    successor_code: successor,
    succeeded_on: on,
    whole: whole !== false,
    mark: MARK,
    source: act.reason,
    changed_here: true,
  };
}

function ledgerLines(plan: MapPlan) {
  const table = "administrative_unit";
  return [
    ...plan.created.map((after) => ({ table, key: `${after.code} ${after.validFrom}`, before: null, after })),
    ...plan.ended.map(({ before, after }) => ({
      table,
      key: `${after.code} ${after.validFrom}`,
      before,
      after,
    })),
    ...plan.successions.map((after) => ({
      table: "administrative_succession",
      key: `${after.predecessor} ${after.successor} ${after.on}`,
      before: null,
      after,
    })),
  ];
}
