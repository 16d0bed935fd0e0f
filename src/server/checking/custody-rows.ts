import type { CustodyEntry, Holder } from "#domain/custody/custody.ts";
import type { Selectable } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import { amongIds } from "./load-histories.ts";

const COLUMNS = [
  "thing_id",
  "seq",
  "type",
  "dossier_id",
  "dossier_seq",
  "act_id",
  "from_kind",
  "from_id",
  "to_kind",
  "to_id",
  "signature_file_id",
  "seal",
  "originals",
  "copies",
  "recorded_at",
] as const;

/** A line of the custody ledger as the checks read it. */
export type EntryRow = Pick<Selectable<Database["custody_entry"]>, (typeof COLUMNS)[number]>;

/** The chains of some things, each in order. */
export async function entriesOf(tx: Tx, thingIds: readonly string[]): Promise<readonly EntryRow[]> {
  return tx
    .selectFrom("custody_entry")
    .select(COLUMNS)
    .where("thing_id", "=", amongIds(thingIds))
    .orderBy("thing_id")
    .orderBy("seq")
    .execute();
}

/** A row as the rule folds it. */
export function custodyEntry(row: EntryRow): CustodyEntry {
  const whole = {
    thingId: row.thing_id,
    type: row.type,
    to: row.to_kind === null ? null : { kind: row.to_kind, id: row.to_id },
    ...(row.type !== "born" && { from: { kind: row.from_kind, id: row.from_id } }),
    ...(row.signature_file_id !== null && { signatureFileId: row.signature_file_id }),
    ...(row.seal !== null && { seal: row.seal }),
  };
  return whole as unknown as CustodyEntry;
}

/** The first entry that is not the next of its chain, by number or by moment. */
export function astrayIn(chain: readonly EntryRow[]): EntryRow | undefined {
  return chain.find(
    (entry, index) =>
      entry.seq !== index + 1 || entry.recorded_at < (chain[index - 1]?.recorded_at ?? entry.recorded_at),
  );
}

/** @example heldBy({ kind: "citizen", id: null }) → "held by citizen" */
export function heldBy(
  holder: Pick<Holder, "kind"> | { readonly kind: string | null; readonly id: string | null } | null,
): string {
  if (holder === null || holder.kind === null) return "held by nobody";
  const { kind, id } = { id: null, ...holder };
  return id === null ? `held by ${kind}` : `held by ${kind} ${id}`;
}
