import type { CustodyEntry, Holder } from "#domain/custody/custody.ts";
import { asId } from "#domain/shared/id.ts";
import type { Selectable } from "kysely";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { ActRecord } from "./dossier-ledger.ts";

/** Custody entries as rows of the ledger. */
export function custodyRow(
  act: ActRecord,
  dossierSeq: number,
  entry: CustodyEntry,
  seq: number,
): Selectable<Database["custody_entry"]> {
  const from: Holder | null = entry.type === "born" ? null : entry.from;
  return {
    item_id: entry.itemId,
    seq,
    type: entry.type,
    dossier_id: act.dossierId,
    dossier_seq: dossierSeq,
    from_kind: from?.kind ?? null,
    from_id: from?.id ?? null,
    to_kind: entry.to?.kind ?? null,
    to_id: entry.to?.id ?? null,
    signature_file_id:
      entry.type === "handedOver" || entry.type === "originalsBack" ? entry.signatureFileId : null,
    ...countOf(entry),
    actor_id: act.actorId,
    occurred_at: act.occurredAt,
    recorded_at: act.recordedAt,
    scope: [...act.scope],
  };
}

/** How many the holder found; null where nothing was counted. */
function countOf(entry: CustodyEntry): { readonly originals: number | null; readonly copies: number | null } {
  if (entry.type !== "recounted") return { originals: null, copies: null };
  return { originals: entry.originals, copies: entry.copies };
}

/** A paper as the item says where it is. */
export interface HeldItem {
  readonly id: string;
  readonly holder_kind: string | null;
  readonly holder_id: string | null;
  readonly custody_seq: number;
}

/** The papers of a dossier go on from a holder who was stopped or left: the ledger's rows, without a signature. */
export function successionRows(
  act: ActRecord,
  dossierSeq: number,
  items: readonly HeldItem[],
  to: Holder,
): NonNullable<Rows["custody_entry"]> {
  return items.map((item) =>
    custodyRow(
      act,
      dossierSeq,
      {
        itemId: asId(item.id),
        type: "succeeded",
        from: { kind: item.holder_kind, id: item.holder_id } as Holder,
        to,
      },
      item.custody_seq + 1,
    ),
  );
}

/** Who may hold what is handed to the citizen: not the citizen, nor the agency that took a result with an error back. */
const HOLDING = {
  paper: ["person", "counter", "unit", "agency"],
  result: ["person", "counter", "unit"],
} as const satisfies Record<"paper" | "result", readonly Holder["kind"][]>;

async function moveItems(
  tx: Tx,
  act: ActRecord,
  kind: "paper" | "result",
  to: Holder,
): Promise<readonly HeldItem[]> {
  const items = await tx
    .selectFrom("item")
    .select(["id", "holder_kind", "holder_id", "custody_seq"])
    .where("dossier_id", "=", act.dossierId)
    .where("kind", "=", kind)
    .where("holder_kind", "in", HOLDING[kind])
    .execute();
  await tx
    .updateTable("item")
    .set((set) => ({ holder_kind: to.kind, holder_id: to.id, custody_seq: set("custody_seq", "+", 1) }))
    .where("dossier_id", "=", act.dossierId)
    .where("kind", "=", kind)
    .where("holder_kind", "in", HOLDING[kind])
    .execute();
  return items;
}

/**
 * Moves every result, or every paper, of a dossier from whoever of the house holds it into the citizen's hands: the
 * items at once, the ledger's rows for the statement that writes the event. A paper only shown is held by nobody.
 */
export async function handItemsOver(
  tx: Tx,
  act: ActRecord,
  kind: "paper" | "result",
  dossierSeq: number,
  signatureFileId: string,
): Promise<Rows> {
  const to = { kind: "citizen", id: null } as const;
  const items = await moveItems(tx, act, kind, to);
  const entries = items.map((item) =>
    custodyRow(
      act,
      dossierSeq,
      {
        itemId: asId(item.id),
        type: "handedOver",
        from: { kind: item.holder_kind, id: item.holder_id } as Holder,
        to,
        signatureFileId: asId(signatureFileId),
      },
      item.custody_seq + 1,
    ),
  );
  return { custody_entry: entries };
}

/** A paper whose originals are still here. */
export interface HeldOriginal extends HeldItem {
  readonly name: string;
  readonly copies: number;
}

/** The papers of a dossier whose originals the house still has. */
export async function findHeldOriginals(tx: Tx, dossierId: string): Promise<readonly HeldOriginal[]> {
  return tx
    .selectFrom("item")
    .select(["id", "name", "copies", "holder_kind", "holder_id", "custody_seq"])
    .where("dossier_id", "=", dossierId)
    .where("kind", "=", "paper")
    .where("struck", "=", false)
    .where("originals", ">", 0)
    .where("originals_back", "=", false)
    .where("holder_kind", "in", HOLDING.paper)
    .orderBy("position")
    .execute();
}

/**
 * Gives originals back to the citizen: a paper of which nothing else is here goes whole, of the others the copies stay.
 * The items at once, the ledger's rows for the statement that writes the event.
 */
export async function handOriginalsBack(
  tx: Tx,
  act: ActRecord,
  dossierSeq: number,
  items: readonly HeldOriginal[],
  signatureFileId: string,
): Promise<NonNullable<Rows["custody_entry"]>> {
  const citizen = { kind: "citizen", id: null } as const;
  const entries = items.map((item) => {
    const from = { kind: item.holder_kind, id: item.holder_id } as Holder;
    const signed = { itemId: asId<never>(item.id), from, signatureFileId: asId<never>(signatureFileId) };
    const entry: CustodyEntry =
      item.copies === 0
        ? { ...signed, type: "handedOver", to: citizen }
        : { ...signed, type: "originalsBack", to: from };
    return { item, to: entry.to, row: custodyRow(act, dossierSeq, entry, item.custody_seq + 1) };
  });
  for (const { item, to } of entries) {
    await tx
      .updateTable("item")
      .set({
        originals_back: true,
        holder_kind: to?.kind ?? null,
        holder_id: to?.id ?? null,
        custody_seq: item.custody_seq + 1,
      })
      .where("id", "=", item.id)
      .execute();
  }
  return entries.map(({ row }) => row);
}

/**
 * The results of a dossier go on within the house, and whoever takes them answers for them from then on: one with an
 * error goes back to the agency and is never handed over, one that is fetched elsewhere goes to the unit there.
 */
export async function passResults(
  tx: Tx,
  act: ActRecord,
  dossierSeq: number,
  to: Extract<Holder, { readonly kind: "agency" | "unit" }>,
): Promise<Rows> {
  const items = await moveItems(tx, act, "result", to);
  return { custody_entry: successionRows(act, dossierSeq, items, to) };
}
