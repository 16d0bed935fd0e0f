import { type DossierState, dossierStates } from "#domain/dossier/fold-dossier.ts";
import type { StepEvent } from "#domain/dossier/fold-steps.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Selectable, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { STATE_COLUMNS } from "../ledgers/dossier-ledger.ts";

const COLUMNS = [
  ...STATE_COLUMNS,
  "id",
  "code",
  "whole_id",
  "part_key",
  "received_at_unit_id",
  "deciding_agency_id",
] as const;

/** An event as the folds and the checks read it. */
export type HistoryEvent = StepEvent & { readonly seq: number; readonly recordedAt: Instant };

/** A dossier with all its events, folded once for every check. */
export interface DossierHistory {
  readonly dossier: Pick<Selectable<Database["dossier"]>, (typeof COLUMNS)[number]>;
  readonly events: readonly HistoryEvent[];
  /** After each event; null when the events do not follow from each other. */
  readonly states: readonly DossierState[] | null;
  /** Why they do not; null when they do. */
  readonly problem: string | null;
}

/** Reads some dossiers of the space, in the order of their ids; those that are not there are left out. */
export async function loadHistories(tx: Tx, ids: readonly string[]): Promise<readonly DossierHistory[]> {
  if (ids.length === 0) return [];
  const dossiers = await tx
    .selectFrom("dossier")
    .select(COLUMNS)
    .where("id", "=", amongIds(ids))
    .orderBy("id")
    .execute();
  const rows = await tx
    .selectFrom("dossier_event")
    .select([
      "dossier_id",
      "seq",
      "type",
      "type_version as version",
      "payload",
      "actor_id as actorId",
      "occurred_at as at",
      "recorded_at as recordedAt",
    ])
    .where("dossier_id", "=", amongIds(ids))
    .orderBy("dossier_id")
    .orderBy("seq")
    .execute();
  const eventsOf = groupBy(rows, (row) => row.dossier_id);
  return dossiers.map((dossier) => {
    const events = (eventsOf.get(dossier.id) ?? []) as unknown as readonly HistoryEvent[];
    return { dossier, events, ...folded(() => dossierStates(events)) };
  });
}

/** `column = any (ids)`: one statement whatever their number. */
export function amongIds(ids: readonly string[]) {
  return sql<string>`any (${ids}::uuid[])`;
}

/** What a fold gives, or why it gives nothing: a ledger that contradicts itself is a finding, not the end of the check. */
export function folded<T>(
  fold: () => T,
): { readonly states: T; readonly problem: null } | { readonly states: null; readonly problem: string } {
  try {
    return { states: fold(), problem: null };
  } catch (error) {
    return { states: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
