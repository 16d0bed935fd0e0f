import type { Basis } from "#domain/mandate/may-act.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { PLACE_KINDS, type Place } from "#domain/unit/place.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CODE_FORMATS, TABLES, idsOf, rowOf } from "./place-rows.ts";
import type { StoredPlaces } from "./stored-places.ts";

/** Who changes reference data, and by which right. */
export interface ReferenceAct {
  readonly basis: Basis;
  /** Null for a command on the machine itself. */
  readonly actorId: string | null;
  readonly reason: string;
  readonly now: Instant;
  readonly newId: () => string;
  /** The space that a new agency or unit belongs to, unless it hangs below one of another. */
  readonly spaceId: string;
}

export interface PlaceWrite {
  readonly before: Place | null;
  readonly after: Place;
}

/**
 * Takes the turn to change reference data: whoever comes second waits here until the first has committed, and then
 * reads what the first wrote. Also tells every process that its copy is old.
 */
export async function takeReferenceTurn(tx: Tx): Promise<void> {
  await tx
    .updateTable("nation.reference_epoch")
    .set((epoch) => ({ epoch: epoch("epoch", "+", 1) }))
    .execute();
}

/** Writes places with their identifiers, their space, and one line of the ledger each. */
export async function savePlaces(
  tx: Tx,
  stored: StoredPlaces,
  writes: readonly PlaceWrite[],
  act: ReferenceAct,
): Promise<void> {
  const idOf = idsOf(stored.idOf);
  for (const kind of PLACE_KINDS) {
    const rows = writes.filter(({ after }) => after.kind === kind).map(({ after }) => rowOf(after, idOf));
    await upsert(tx, TABLES[kind], ["id"], rows);
  }
  await upsert(tx, "agency_code", ["agency_id", "format_id", "valid_from"], codeRows(stored, writes, idOf));
  await upsert(tx, "space_place", ["place_id", "valid_from"], spaceRows(stored, writes, act, idOf));
  await insertChanges(
    tx,
    writes.map(({ before, after }) => ({
      table: TABLES[after.kind],
      key: after.key,
      before,
      after,
    })),
    act,
  );
}

interface LedgerLine {
  readonly table: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Adds to the ledger of reference data: what was, what is, who, by which right, why. */
export async function insertChanges(tx: Tx, lines: readonly LedgerLine[], act: ReferenceAct): Promise<void> {
  const rows = lines.map(({ table, key, before, after }) => ({
    id: act.newId(),
    table_name: table,
    row_key: key,
    before,
    after,
    basis_kind: act.basis.kind,
    basis_id: act.basis.id,
    actor_id: act.actorId,
    reason: act.reason,
    recorded_at: act.now,
  }));
  await upsert(tx, "reference_change", [], rows);
}

/** Rows as one statement: a file of twenty thousand is as one. Without a key rows are only added. */
export async function upsert(
  tx: Tx,
  table: string,
  key: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const target = sql.table(`nation.${table}`);
  const columns = Object.keys(first);
  const list = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const values = columns.filter((column) => !key.includes(column));
  const given = sql.join(columns.map((column) => sql.ref(`given.${column}`)));
  const onConflict =
    key.length === 0
      ? sql``
      : sql`on conflict (${list(key)}) do update set ${sql.join(
          values.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
        )}`;
  await sql`insert into ${target} (${list(columns)})
    select ${given} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb) as given
    ${onConflict}`.execute(tx);
}

/** The identifiers that were given or corrected; those that stay as they are stay untouched. */
function codeRows(stored: StoredPlaces, writes: readonly PlaceWrite[], idOf: ReturnType<typeof idsOf>) {
  return writes.flatMap(({ before, after }) =>
    (Object.keys(CODE_FORMATS) as (keyof typeof CODE_FORMATS)[]).flatMap((field) => {
      const code = after.values[field];
      const parts = [field, "codeMark", "codeSource"] as const;
      const same = parts.every((part) => before?.values[part] === after.values[part]);
      if (code === undefined || same) return [];
      return {
        agency_id: idOf(after.key),
        format_id: CODE_FORMATS[field],
        code,
        valid_from: stored.codeSince.get(`${after.key} ${field}`) ?? after.validFrom,
        mark: after.values.codeMark,
        source: after.values.codeSource,
        changed_here: true,
      };
    }),
  );
}

/** A new agency or unit is served from its first day by the space above it, else by the administrator's own. */
function spaceRows(
  stored: StoredPlaces,
  writes: readonly PlaceWrite[],
  act: ReferenceAct,
  idOf: ReturnType<typeof idsOf>,
) {
  return writes
    .filter(({ before, after }) => before === null && ["agency", "oneStopUnit"].includes(after.kind))
    .map(({ after }) => ({
      place_id: idOf(after.key),
      space_id: stored.spaceOf.get(after.values.agency ?? "") ?? act.spaceId,
      valid_from: after.validFrom,
      changed_here: true,
    }));
}
