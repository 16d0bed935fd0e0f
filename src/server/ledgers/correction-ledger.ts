import type { CustodyEntry, Holder } from "#domain/custody/custody.ts";
import {
  type Closing,
  type Correction,
  type WrittenDossier,
  changedRoles,
} from "#domain/dossier/correction.ts";
import type { PaperStep } from "#domain/dossier/corrected-papers.ts";
import type { Parties } from "#domain/person/parties.ts";
import { asId } from "#domain/shared/id.ts";
import { invariant } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";
import { custodyRow } from "./custody-ledger.ts";
import { type ActRecord, stateOfRow } from "./dossier-ledger.ts";
import { type RowMaking, itemRows, partyRow } from "./dossier-rows.ts";
import type { DossierRecord } from "./load-dossier.ts";
import { readParties } from "./sealed-parties.ts";

/** What of a correction is sealed beside its event. */
export type SealedCorrection = Pick<Correction, "values" | "papers">;

/** A dossier as it is written down now. */
export async function loadWritten(
  tx: Tx,
  ring: KeyRing,
  dossier: DossierRecord,
): Promise<WrittenDossier & { readonly closing: Closing }> {
  const { applicant, submitter, authorisation } = await readParties(tx, ring, dossier.id);
  invariant(applicant, "a dossier has an applicant");
  const items = await tx
    .selectFrom("item")
    .select(["id", "paper_id", "name", "originals", "copies", "shown", "note"])
    .where("dossier_id", "=", dossier.id)
    .where("kind", "=", "paper")
    .where("struck", "=", false)
    .orderBy("position")
    .execute();
  const remarks = dossier.remarks_sealed;
  return {
    parties: { applicant, submitter, authorisation },
    papers: items.map(({ id, paper_id, ...item }) => ({ itemId: id, paperId: paper_id, ...item })),
    closing: {
      missingPapersReason: dossier.missing_papers_reason,
      dossierSets: dossier.dossier_sets,
      returnMethod: dossier.return_method,
      receiptDelivery: stateOfRow(dossier).receiptDue,
      remarks: remarks && unseal<string>(ring, `dossier.remarks:${dossier.id}`, remarks),
      assistedWriting: dossier.assisted_writing,
    },
  };
}

/**
 * Who holds the papers of a dossier now, by item; a paper that was only shown has nobody. The papers are held until the
 * transaction ends: nothing packs or offers them meanwhile.
 */
export async function holdPapers(tx: Tx, dossierId: string): Promise<ReadonlyMap<string, Holder>> {
  await sql`select from item where dossier_id = ${dossierId}::uuid order by id for update`.execute(tx);
  const rows = await tx
    .selectFrom("item")
    .select(["id", "holder_kind", "holder_id"])
    .where("dossier_id", "=", dossierId)
    .where("holder_kind", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.id, { kind: row.holder_kind, id: row.holder_id } as Holder]));
}

/** Whether any of these papers stands on a bảng kê that nobody has answered yet. */
export async function areOffered(tx: Tx, itemIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from manifest_line where thing_id = any (${[...itemIds]}::uuid[]) and outcome = 'offered' limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** What a correction puts in the place of what was written down. */
export interface PutRightRows {
  readonly parties: Parties;
  readonly closing: Closing;
  readonly correction: Correction;
}

/**
 * Puts a dossier right that was seen at a version: the projection, its people and its papers at once, the ledger's rows
 * for the statement that writes the event. The rows of people stay as they are and end with the event; the numbers of
 * papers are recounted by their holder. When somebody was faster nothing is found, and the event is refused.
 */
export async function putRight(
  tx: Tx,
  making: RowMaking,
  act: ActRecord,
  dossier: DossierRecord,
  put: PutRightRows,
): Promise<Rows> {
  const { correction, parties } = put;
  const seq = dossier.version + 1;
  await putClosing(tx, making, dossier, put);
  const roles = changedRoles(correction);
  if (roles.length > 0) {
    await tx
      .updateTable("party")
      .set({ until_seq: seq })
      .where("dossier_id", "=", dossier.id)
      .where("role", "in", [...roles])
      .where("until_seq", "is", null)
      .execute();
  }
  const people = roles.flatMap((role) => {
    const details = parties[role];
    if (!details) return [];
    const sealed = role === "applicant" ? { details } : { details, authorisation: parties.authorisation };
    return [partyRow(making, act, role, details, sealed)];
  });
  const { items, entries } = await putPapers(tx, making, act, seq, correction.steps);
  const kept: SealedCorrection = { values: correction.values, papers: correction.papers };
  return {
    party: people,
    item: items,
    custody_entry: entries,
    dossier_correction: [
      {
        dossier_id: dossier.id,
        seq,
        sealed: seal(making.ring, sealContext(dossier.id, seq), kept),
        scope: [...act.scope],
      },
    ],
  };
}

/** What a correction changed, unsealed. Whoever calls this has logged the read. */
export function openCorrection(
  ring: KeyRing,
  { dossierId, seq, sealed }: { readonly dossierId: string; readonly seq: number; readonly sealed: Buffer },
): SealedCorrection {
  return unseal<SealedCorrection>(ring, sealContext(dossierId, seq), sealed);
}

function sealContext(dossierId: string, seq: number): string {
  return `correction:${dossierId}:${seq}`;
}

async function putClosing(
  tx: Tx,
  { ring }: RowMaking,
  dossier: DossierRecord,
  { parties, closing }: PutRightRows,
): Promise<void> {
  const { name } = parties.applicant;
  const { remarks } = closing;
  await tx
    .updateTable("dossier")
    .set({
      applicant_name: name,
      return_method: closing.returnMethod,
      dossier_sets: closing.dossierSets,
      assisted_writing: closing.assistedWriting,
      missing_papers_reason: closing.missingPapersReason,
      remarks_sealed: remarks === null ? null : seal(ring, `dossier.remarks:${dossier.id}`, remarks),
    })
    .where("id", "=", dossier.id)
    .where("version", "=", dossier.version)
    .execute();
  if (name === dossier.applicant_name) return;
  await sql`select rename_in_search(${dossier.id}::uuid, ${searchKey(name)})`.execute(tx);
}

type Items = NonNullable<Rows["item"]>;
type Entries = NonNullable<Rows["custody_entry"]>;

async function putPapers(
  tx: Tx,
  making: RowMaking,
  act: ActRecord,
  seq: number,
  steps: readonly PaperStep[],
): Promise<{ readonly items: Items; readonly entries: Entries }> {
  const held = await tx
    .selectFrom("item")
    .select(["id", "holder_kind", "holder_id", "custody_seq", "position"])
    .where("dossier_id", "=", act.dossierId)
    .execute();
  const last = Math.max(-1, ...held.map(({ position }) => position));
  const holder: Holder =
    act.counterId === null ? { kind: "person", id: act.actorId } : { kind: "counter", id: act.counterId };
  const added = steps
    .flatMap((step) => (step.kind === "add" ? [step.item] : []))
    .map((item, index) => itemRows(making, act, { ...item, kind: "paper" }, last + 1 + index, holder, seq));
  const entries: Entries[number][] = added.flatMap(({ birth }) => birth);
  for (const step of steps) {
    if (step.kind === "keep" || step.kind === "add") continue;
    const row = held.find(({ id }) => id === step.paper.itemId);
    invariant(row, "a paper that is put right is there");
    const entry = entryOf(step, row);
    await tx
      .updateTable("item")
      .set((set) => ({
        ...(step.kind === "strike" ? { struck: true, holder_kind: null, holder_id: null } : step.to),
        custody_seq: entry === null ? set.ref("custody_seq") : row.custody_seq + 1,
      }))
      .where("id", "=", row.id)
      .execute();
    if (entry !== null) entries.push(custodyRow(act, seq, entry, row.custody_seq + 1));
  }
  return { items: added.map(({ item }) => item), entries };
}

/** The act of custody of a step; null for a paper that nobody holds, or whose number stays. */
function entryOf(
  step: Extract<PaperStep, { kind: "alter" | "strike" }>,
  row: { readonly id: string; readonly holder_kind: string | null; readonly holder_id: string | null },
): CustodyEntry | null {
  if (row.holder_kind === null) return null;
  const from = { kind: row.holder_kind, id: row.holder_id } as Holder;
  const itemId = asId<never>(row.id);
  if (step.kind === "strike") return { thingId: itemId, type: "struck", from, to: null };
  if (!step.recounted) return null;
  const { originals, copies } = step.to;
  return { thingId: itemId, type: "recounted", from, to: from, originals, copies };
}
