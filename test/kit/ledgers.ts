import { isDeepStrictEqual } from "node:util";
import { type CustodyEntry, holderAfter } from "#domain/custody/custody.ts";
import { type PastDossierEvent, foldDossier } from "#domain/dossier/dossier-event.ts";
import type { Selectable } from "kysely";
import { createDb, createPool } from "#server/db/kysely.ts";
import type { Database } from "#server/db/schema.gen.ts";
import { stateOfRow } from "#server/ledgers/dossier-ledger.ts";
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
    const dossiers = await db.selectFrom("dossier").selectAll().execute();
    const events = await db.selectFrom("dossier_event").selectAll().orderBy("seq").execute();
    const items = await db.selectFrom("item").selectAll().execute();
    const entries = await db.selectFrom("custody_entry").selectAll().orderBy("seq").execute();
    const found: string[] = [];
    for (const dossier of dossiers)
      found.push(
        ...ofDossier(
          dossier,
          events.filter((event) => event.dossier_id === dossier.id),
        ),
      );
    for (const item of items) {
      const chain = entries.filter((entry) => entry.item_id === item.id).map(custodyEntry);
      const births = chain.filter((entry) => entry.type === "born").length;
      if (births !== (item.shown ? 0 : 1)) found.push(`${item.name}: ${births} births`);
      const holder = (chain.length === 0 ? null : holderAfter(chain)) ?? { kind: null, id: null };
      if (!isDeepStrictEqual(holder, { kind: item.holder_kind, id: item.holder_id }))
        found.push(`${item.name}: another holder`);
      if (item.custody_seq !== chain.length) found.push(`${item.name}: another length`);
    }
    return { dossiers: dossiers.length, found };
  } finally {
    await db.destroy();
  }
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
    ...(row.type === "handedOver" && { signatureFileId: row.signature_file_id }),
  };
  return whole as unknown as CustodyEntry;
}
