import type { DossierView } from "#contract/dossiers.ts";
import type { Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";

/** The papers of a dossier and who holds each of them now, in words. */
export async function itemViews(
  tx: Tx,
  dossierId: string,
  reference: Reference,
): Promise<DossierView["items"]> {
  const rows = await tx
    .selectFrom("item")
    .leftJoin("nation.account as holder", "holder.id", "item.holder_id")
    .selectAll("item")
    .select("holder.full_name as personName")
    .where("dossier_id", "=", dossierId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    itemId: row.id,
    name: row.name,
    kind: row.kind === "result" ? "result" : "paper",
    originals: row.originals,
    copies: row.copies,
    shown: row.shown,
    holder: holderName(row, reference),
  }));
}

function holderName(
  row: { holder_kind: string | null; holder_id: string | null; personName: string | null },
  reference: Reference,
): string | null {
  const id = row.holder_id ?? "";
  switch (row.holder_kind) {
    case "counter": {
      const counter = reference.counters.get(id);
      return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
    }
    case "unit":
      return reference.units.get(id)?.name ?? null;
    case "agency":
      return reference.agencies.get(id)?.name ?? null;
    case "person":
      return row.personName;
    case "citizen":
      return "Người dân";
    default:
      return null;
  }
}
