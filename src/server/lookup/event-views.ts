import type { DossierView } from "#contract/dossiers.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-event.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { Tx } from "../db/kysely.ts";
import { openCorrection } from "../ledgers/correction-ledger.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Reference } from "../units/reference.ts";

/** What was done with a dossier, by sequence, as the ledger has it: read once for all that a page says of it. */
export type History = Awaited<ReturnType<typeof loadHistory>>;

export function loadHistory(tx: Tx, dossierId: string) {
  return tx
    .selectFrom("dossier_event as event")
    .leftJoin("nation.account as actor", "actor.id", "event.actor_id")
    .leftJoin("event_note as note", (join) =>
      join.onRef("note.dossier_id", "=", "event.dossier_id").onRef("note.seq", "=", "event.seq"),
    )
    .leftJoin("dossier_correction as correction", (join) =>
      join.onRef("correction.dossier_id", "=", "event.dossier_id").onRef("correction.seq", "=", "event.seq"),
    )
    .select([
      "event.dossier_id",
      "event.seq",
      "event.type",
      "event.payload",
      "event.occurred_at",
      "event.recorded_at",
      "event.counter_id",
      "event.basis_kind",
      "event.basis_id",
    ])
    .select(["actor.full_name", "note.sealed", "correction.sealed as corrected"])
    .where("event.dossier_id", "=", dossierId)
    .orderBy("event.seq")
    .execute();
}

/** The right that an event rests on. */
export function basisOf(event: History[number]): Basis {
  return { kind: event.basis_kind, id: event.basis_id } as Basis;
}

/** What was written beside an event; null when nothing was. */
export function noteOf(ring: KeyRing, { dossier_id, seq, sealed }: History[number]): string | null {
  return sealed && unseal<string>(ring, `note:${dossier_id}:${seq}`, sealed);
}

/** The history in words: what, who, where, by which right, and what was written beside it. */
export function eventViews(
  history: History,
  ring: KeyRing,
  reference: Reference,
  titleOf: (basis: Basis) => string,
): DossierView["events"] {
  const system = history.map((event) => pastOf(event)?.system).find((name) => name !== undefined);
  return history.map((event) => ({
    seq: event.seq,
    type: event.type,
    // What another system tells is shown at the time that it claims; the rest at the time that we know.
    at: pastOf(event) ? event.occurred_at : event.recorded_at,
    actor: event.full_name ?? system ?? "",
    place: placeName(event.counter_id, reference),
    basis: { kind: event.basis_kind, title: titleOf(basisOf(event)) },
    note: noteOf(ring, event),
    imported: importedView(pastOf(event)),
    correction: correctionView(ring, event),
  }));
}

function correctionView(
  ring: KeyRing,
  { dossier_id: dossierId, seq, corrected: sealed }: History[number],
): DossierView["events"][number]["correction"] {
  if (sealed === null) return null;
  const { values, papers } = openCorrection(ring, { dossierId, seq, sealed });
  return { values: [...values], papers: [...papers] };
}

type Past = Partial<
  DossierEventPayloads["dossier.imported"] & DossierEventPayloads["dossier.pastStepImported"]
>;

/** What an event of another system says; undefined for one of our own. */
function pastOf({ type, payload }: { readonly type: string; readonly payload: unknown }): Past | undefined {
  return type === "dossier.imported" || type === "dossier.pastStepImported" ? (payload as Past) : undefined;
}

function importedView(past: Past | undefined): DossierView["events"][number]["imported"] {
  return past ? { status: past.status ?? null, notes: [...(past.notes ?? [])] } : null;
}

function placeName(counterId: string | null, reference: Reference): string | null {
  const counter = counterId === null ? undefined : reference.counters.get(counterId);
  return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
}
