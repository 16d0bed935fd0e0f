import type { ImportKind, ImportRow } from "#contract/places.ts";
import { type Result, done } from "#domain/shared/result.ts";
import { planMapImport } from "#domain/unit/import-map.ts";
import type { MapColumn } from "#domain/unit/read-map-row.ts";
import { ROW_OUTCOMES, type RowOutcome, planPlaceImport } from "#domain/unit/import-places.ts";
import type { Place } from "#domain/unit/place.ts";
import type { Db, Tx } from "../db/kysely.ts";
import { readPlaceFile } from "./csv-file.ts";
import { type Titles, readTable } from "./csv-table.ts";
import { mayEdit } from "./jurisdiction.ts";
import { loadMap, saveMap } from "./map-store.ts";
import { type ReferenceAct, savePlaces } from "../units/save-places.ts";
import { loadPlaces } from "../units/stored-places.ts";

/** What importing a file would do, and the way to do it within the transaction that planned it. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly counts: Readonly<Record<RowOutcome, number>>;
  readonly save: (tx: Tx, act: ReferenceAct) => Promise<void>;
}

const MAP_TITLES: Titles<MapColumn> = {
  code: "Mã",
  name: "Tên",
  kind: "Loại",
  parent: "Mã cấp trên",
  validFrom: "Từ ngày",
  validTo: "Đến hết ngày",
  predecessors: "Hình thành từ các mã",
  successors: "Chuyển thành các mã",
  source: "Nguồn",
};

/**
 * Plans the import of a file of one kind against what stands now.
 * @param spaceId the space whose places may be changed; null for a command on the machine, which may change all
 * @returns `import_file_unusable` for what is no such file
 */
export async function planImport(
  db: Db,
  kind: ImportKind,
  bytes: Uint8Array,
  spaceId: string | null,
): Promise<Result<ImportPlan, "import_file_unusable">> {
  if (kind === "administrativeUnits") return planMap(db, bytes);
  const rows = readPlaceFile(kind, bytes);
  if (!rows.ok) return rows;
  const stored = await loadPlaces(db);
  const editable: (place: Place) => boolean = spaceId === null ? () => true : mayEdit(stored, spaceId);
  const plan = planPlaceImport(stored, kind, rows.value, editable);
  return done({
    rows: plan.rows.map(importRow),
    counts: countsOf(plan.rows),
    save: (tx, act) => savePlaces(tx, stored, plan.writes, act),
  });
}

async function planMap(db: Db, bytes: Uint8Array): Promise<Result<ImportPlan, "import_file_unusable">> {
  const rows = readTable(bytes, MAP_TITLES, ["code", "validFrom"]);
  if (!rows.ok) return rows;
  const plan = planMapImport(await loadMap(db), rows.value);
  return done({
    rows: plan.rows.map(importRow),
    counts: countsOf(plan.rows),
    save: (tx, act) => saveMap(tx, plan, act),
  });
}

type Planned = Omit<ImportRow, "differences" | "faults" | "tidied"> & {
  readonly differences: readonly ImportRow["differences"][number][];
  readonly faults: readonly (Omit<ImportRow["faults"][number], "names"> & {
    readonly names: readonly string[];
  })[];
  readonly tidied: readonly string[];
};

/** The row as it goes over the wire. */
function importRow({ line, key, name, outcome, differences, faults, tidied }: Planned): ImportRow {
  return {
    line,
    key,
    name,
    outcome,
    differences: [...differences],
    faults: faults.map(({ field, problem, names }) => ({ field, problem, names: [...names] })),
    tidied: [...tidied],
  };
}

function countsOf(rows: readonly { readonly outcome: RowOutcome }[]): Record<RowOutcome, number> {
  const counts = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    RowOutcome,
    number
  >;
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
