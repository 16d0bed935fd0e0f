import { printReceipt, printReceipts } from "#contract/intake.ts";
import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { type Db, type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import { CITIZENS_COPY } from "../print/copy-names.ts";
import type { ReceiptData } from "../print/receipt-data.ts";
import { receiptOf } from "./receipt-of.ts";

/**
 * Mẫu 01 as it was kept; until the job has kept it, made now: the same data give the same bytes. Before a confirmation
 * the slip that says the dossier waits, which is not kept: Mẫu 01 takes its place.
 */
export const printReceiptRoute = bind(printReceipt, async ({ deps, reference, params, read }) => {
  const found = await read(async (tx) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier || hasNoSlip(dossier)) return undefined;
    const kept = await findKept(tx, dossier.id);
    return {
      code: dossier.code,
      kept,
      data: kept ? undefined : await receiptOf(tx, deps, reference, dossier),
    };
  });
  if (!found) return refuse("not_found");
  const content = found.data
    ? await deps.printer.renderReceipt(found.data)
    : await deps.files.get(found.kept ?? Buffer.of());
  return done({ content, mediaType: "application/pdf", fileName: `${found.code}.pdf` });
});

/**
 * Mẫu 01 of several dossiers as one PDF, and of those that wait for a confirmation the slip that says so. They are typeset
 * anew from the same data as what is kept, which stays what the citizen was given; one that this person does not see, that
 * was only lodged or comes from another system, refuses all.
 */
export const printReceiptsRoute = bind(printReceipts, async ({ deps, reference, query, read }) => {
  const ids = [...new Set(query.dossierIds.split(","))];
  const all = await read(async (tx) => {
    const receipts = [];
    for (const id of ids) {
      const dossier = await loadDossier(tx, id);
      if (!dossier || hasNoSlip(dossier)) return undefined;
      receipts.push(await receiptOf(tx, deps, reference, dossier));
    }
    return receipts;
  });
  if (!all) return refuse("not_found");
  const content = await deps.printer.renderReceipts(all);
  return done({ content, mediaType: "application/pdf", fileName: "mau-01.pdf" });
});

/**
 * The slip of a dossier from another system was printed there, and of a part the citizen has that of the whole. What was
 * only lodged has Mẫu 02 or 03 instead: nobody has promised anything, there was no date to print.
 */
function hasNoSlip(dossier: DossierRecord): boolean {
  if (dossier.imported_from !== null || dossier.whole_id !== null) return true;
  return dossier.due_at === null && isBeforeReceipt(stateOfRow(dossier).business);
}

async function findKept(tx: Tx, dossierId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom("file")
    .select("sha256")
    .where("dossier_id", "=", dossierId)
    .where("purpose", "=", "receipt")
    .executeTakeFirst();
  return row?.sha256;
}

/** Mẫu 01 as it is kept, the citizen's copy of it, and what it says; undefined while there is none. */
export async function openReceipt(
  deps: Deps,
  space: Space,
  dossierId: string,
): Promise<{ readonly data: ReceiptData; readonly content: Buffer } | undefined> {
  await keepReceipt(deps, deps.db, space, dossierId);
  const found = await inSpace(deps.db, space, { places: [], dossierId }, async (tx) => {
    const dossier = await loadDossier(tx, dossierId);
    const kept = await findKept(tx, dossierId);
    return dossier && kept && { kept, data: await receiptOf(tx, deps, deps.reference.current(), dossier) };
  });
  return found && { data: found.data, content: await citizensCopy(deps, found) };
}

/**
 * The copy that is the citizen's, typeset from the same data as what was kept. When a date has moved since, the data would
 * say another date than the slip: what was kept goes whole, as it was given.
 */
async function citizensCopy(
  { files, printer }: Deps,
  { kept, data }: { readonly kept: Buffer; readonly data: ReceiptData },
): Promise<Buffer> {
  const whole = await files.get(kept);
  if (!whole.equals(await printer.renderReceipt(data))) return whole;
  return Buffer.from(await printer.renderReceipt({ ...data, onlyCopy: CITIZENS_COPY }));
}

/**
 * Keeps the receipt of a dossier that was just received: what the citizen was given can be shown for ever,
 * whatever templates become. Done twice it changes nothing, so the job may be repeated.
 */
export async function keepReceipt(deps: Deps, db: Db, space: Space, dossierId: string): Promise<void> {
  const access = { places: [], dossierId };
  const data = await inSpace(db, space, access, async (tx) => {
    const dossier = await loadDossier(tx, dossierId);
    if (!dossier || isBeforeReceipt(stateOfRow(dossier).business) || (await findKept(tx, dossierId)))
      return undefined;
    return { dossier, receipt: await receiptOf(tx, deps, deps.reference.current(), dossier) };
  });
  if (!data) return;
  const { dossier, receipt } = data;
  const uploadedBy = dossier.received_by;
  invariant(uploadedBy, "somebody received a dossier of our own");
  const content = await deps.printer.renderReceipt(receipt);
  const sha256 = await deps.files.put(content);
  await inSpace(db, space, access, async (tx) => {
    // One receipt per dossier: its id is the dossier's own, so a second job finds the row and leaves it.
    await tx
      .insertInto("file")
      .values({
        id: dossier.id,
        dossier_id: dossier.id,
        purpose: "receipt",
        sha256,
        bytes: content.length,
        media_type: "application/pdf",
        name: `${dossier.code}.pdf`,
        uploaded_by: uploadedBy,
        uploaded_at: dossier.received_at,
        scope: dossier.scope,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  });
}
