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
    signature_file_id: entry.type === "handedOver" ? entry.signatureFileId : null,
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

/**
 * Moves every result, or every paper, of a dossier from whoever holds it into the citizen's hands: the items at
 * once, the ledger's rows for the statement that writes the event. A paper only shown is held by nobody.
 */
export async function handItemsOver(
  tx: Tx,
  act: ActRecord,
  kind: "paper" | "result",
  dossierSeq: number,
  signatureFileId: string,
): Promise<Rows> {
  const items = await tx
    .selectFrom("item")
    .select(["id", "holder_kind", "holder_id", "custody_seq"])
    .where("dossier_id", "=", act.dossierId)
    .where("kind", "=", kind)
    .where("holder_kind", "is not", null)
    .execute();
  await tx
    .updateTable("item")
    .set((set) => ({ holder_kind: "citizen", holder_id: null, custody_seq: set("custody_seq", "+", 1) }))
    .where("dossier_id", "=", act.dossierId)
    .where("kind", "=", kind)
    .where("holder_kind", "is not", null)
    .execute();
  const entries = items.map((item) =>
    custodyRow(
      act,
      dossierSeq,
      {
        itemId: asId(item.id),
        type: "handedOver",
        from: { kind: item.holder_kind, id: item.holder_id } as never,
        to: { kind: "citizen", id: null },
        signatureFileId: asId(signatureFileId),
      },
      item.custody_seq + 1,
    ),
  );
  return { custody_entry: entries };
}
