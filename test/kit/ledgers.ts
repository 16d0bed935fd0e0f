import { isDeepStrictEqual } from "node:util";
import { type CustodyEntry, holderAfter } from "#domain/custody/custody.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { PastDossierEvent } from "#domain/dossier/dossier-event.ts";
import { foldDossier } from "#domain/dossier/fold-dossier.ts";
import type { Selectable } from "kysely";
import { type Db, createDb, createPool } from "#server/db/kysely.ts";
import type { Database } from "#server/db/schema.gen.ts";
import { stateOfRow } from "#server/ledgers/dossier-ledger.ts";
import { linkedDisagreements } from "./linked-disagreements.ts";
import { stepDisagreements } from "./step-disagreements.ts";
import type { TestApp } from "./test-app.ts";

/**
 * Where the projections of a space say something else than their ledgers, over everything that was written: states
 * of dossiers, holders of papers, births. Read by the owner, behind the application's back.
 */
export async function disagreements(
  app: TestApp,
  schema = "space_dong_thap",
): Promise<{ readonly dossiers: number; readonly found: readonly string[] }> {
  const db = createDb(createPool({ ...app.database.owner, max: 1 })).withSchema(schema);
  try {
    const dossiers = await db.selectFrom("dossier").select("id").execute();
    const ids = dossiers.map(({ id }) => id);
    return { dossiers: ids.length, found: await disagreementsOf(db, ids) };
  } finally {
    await db.destroy();
  }
}

/** {@link disagreements} of some dossiers, through a connection of the owner at their schema. */
export async function disagreementsOf(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const dossiers = await db.selectFrom("dossier").selectAll().where("id", "in", ids).execute();
  const events = await db
    .selectFrom("dossier_event")
    .selectAll()
    .where("dossier_id", "in", ids)
    .orderBy("seq")
    .execute();
  const items = await db.selectFrom("item").selectAll().where("dossier_id", "in", ids).execute();
  const entries = await db
    .selectFrom("custody_entry")
    .selectAll()
    .where("item_id", "in", db.selectFrom("item").select("id").where("dossier_id", "in", ids))
    .orderBy("seq")
    .execute();
  const eventsOf = groupBy(events, (event) => event.dossier_id);
  const entriesOf = groupBy(entries, (entry) => entry.item_id);
  return [
    ...dossiers.flatMap((dossier) => ofDossier(dossier, eventsOf.get(dossier.id) ?? [])),
    ...items.flatMap((item) => ofItem(item, (entriesOf.get(item.id) ?? []).map(custodyEntry))),
    ...(await stepDisagreements(db, ids)),
    ...(await linkedDisagreements(db, ids)),
  ];
}

function ofItem(item: Selectable<Database["item"]>, chain: readonly CustodyEntry[]): readonly string[] {
  const births = chain.filter((entry) => entry.type === "born").length;
  const holder = (chain.length === 0 ? null : holderAfter(chain)) ?? { kind: null, id: null };
  const held = { kind: item.holder_kind, id: item.holder_id };
  return [
    ...(births === (item.shown ? 0 : 1) ? [] : [`${item.name}: ${births} births`]),
    ...(isDeepStrictEqual(holder, held) ? [] : [`${item.name}: another holder`]),
    ...(item.custody_seq === chain.length ? [] : [`${item.name}: another length`]),
  ];
}

function ofDossier(
  dossier: Selectable<Database["dossier"]>,
  own: readonly Selectable<Database["dossier_event"]>[],
): readonly string[] {
  const past = own.map(({ type, type_version, payload, actor_id }) => ({
    type,
    version: type_version,
    payload,
    actorId: actor_id,
  }));
  const folded = foldDossier(past as unknown as PastDossierEvent[]);
  const wrong = [
    ...(isDeepStrictEqual(folded, stateOfRow(dossier)) ? [] : [JSON.stringify(folded)]),
    ...(own.some((event, index) => event.seq !== index + 1) ? ["a gap in its events"] : []),
    ...(own.some((event, index) => isBefore(event, own[index - 1]))
      ? ["an event earlier than the one before"]
      : []),
  ];
  return wrong.map((words) => `${dossier.code}: ${words}`);
}

interface Moments {
  readonly occurred_at: string;
  readonly recorded_at: string;
}

function isBefore(event: Moments, last: Moments | undefined): boolean {
  return !!last && (event.recorded_at < last.recorded_at || event.occurred_at < last.occurred_at);
}

function custodyEntry(row: {
  item_id: string;
  type: string;
  from_kind: string | null;
  from_id: string | null;
  to_kind: string | null;
  to_id: string | null;
  signature_file_id: string | null;
}): CustodyEntry {
  const to = { kind: row.to_kind, id: row.to_id };
  const from = { kind: row.from_kind, id: row.from_id };
  const whole = {
    itemId: row.item_id,
    type: row.type,
    to,
    ...(row.type !== "born" && { from }),
    ...((row.type === "handedOver" || row.type === "originalsBack") && {
      signatureFileId: row.signature_file_id,
    }),
  };
  return whole as unknown as CustodyEntry;
}
