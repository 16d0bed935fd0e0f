import type { DossierView } from "#contract/dossiers.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import type { Reference } from "../units/reference.ts";

/** The history of a dossier by sequence: what, who, where, by which right, and what was written beside it. */
export async function eventViews(
  tx: Tx,
  ring: KeyRing,
  dossierId: string,
  reference: Reference,
): Promise<DossierView["events"]> {
  const rows = await tx
    .selectFrom("dossier_event as event")
    .innerJoin("nation.account as actor", "actor.id", "event.actor_id")
    .leftJoin("event_note as note", (join) =>
      join.onRef("note.dossier_id", "=", "event.dossier_id").onRef("note.seq", "=", "event.seq"),
    )
    .select([
      "event.seq",
      "event.type",
      "event.recorded_at",
      "event.counter_id",
      "event.basis_kind",
      "event.basis_id",
    ])
    .select(["actor.full_name", "note.sealed"])
    .where("event.dossier_id", "=", dossierId)
    .orderBy("event.seq")
    .execute();
  const basisOf = (row: (typeof rows)[number]) => ({ kind: row.basis_kind, id: row.basis_id }) as Basis;
  const titleOf = await basisTitles(tx, rows.map(basisOf));
  return rows.map((row) => ({
    seq: row.seq,
    type: row.type,
    at: row.recorded_at as string,
    actor: row.full_name,
    place: placeName(row.counter_id, reference),
    basis: { kind: row.basis_kind, title: titleOf(basisOf(row)) },
    note: row.sealed && unseal<string>(ring, `note:${dossierId}:${row.seq}`, row.sealed),
  }));
}

function placeName(counterId: string | null, reference: Reference): string | null {
  const counter = counterId === null ? undefined : reference.counters.get(counterId);
  return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
}
