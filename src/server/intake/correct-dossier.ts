import { type CorrectableForm, correctDossier, readCorrection } from "#contract/correcting.ts";
import { receiptDelivery } from "#domain/dossier/confirmation.ts";
import { papersOfOthers, touchedPapers } from "#domain/dossier/corrected-papers.ts";
import { type WrittenDossier, decideCorrection } from "#domain/dossier/correction.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { afterMove } from "#domain/dossier/dossier-machine.ts";
import { type WrittenForm, readWritten } from "#domain/dossier/receive-dossier.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { areOffered, holdPapers, loadWritten, putRight } from "../ledgers/correction-ledger.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { lastWords } from "../ledgers/last-words.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import type { Reference } from "../units/reference.ts";
import { formOfWritten } from "./form-of-written.ts";
import { withProvinces } from "./with-provinces.ts";

/** A dossier that was handed back, as the form that puts it right begins. */
export const readCorrectionRoute = bind(readCorrection, async ({ deps, reference, params, read }) => {
  const found = await read(async (tx) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const allowed = afterMove(stateOfRow(dossier), "correct");
    if (!allowed.ok) return allowed;
    const written = await loadWritten(tx, deps.ring, dossier);
    return done({ dossier, written, words: await lastWords(tx, deps.ring, dossier.id) });
  });
  if (!found.ok) return found;
  const { dossier, written, words } = found.value;
  const { id, content, validFrom, validTo } = versionOf(reference, dossier);
  const fieldName = reference.fieldNames.get(content.fieldCode) ?? content.fieldCode;
  return done({
    dossierId: dossier.id,
    code: dossier.code,
    version: dossier.version,
    procedure: { versionId: id, validFrom, validTo, fieldName, content },
    channel: dossier.channel as WrittenForm["channel"],
    case: dossier.limit_case,
    words,
    form: formOfWritten(written),
  });
});

/**
 * Puts right what was written down wrongly and answers the officer in the same act: nothing is left half mended, and the
 * officer never sees a dossier between two states. What the dossier is about stays: its procedure, channel and case.
 *
 * @rule CORRECTION-01
 */
export const correctDossierRoute = bind(correctDossier, (context) => {
  const { deps, reference, body, params, now } = context;
  const { words: note, version, ...form } = body;
  const { day } = localTime(now);
  return context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...params, version, note, move: "correct" },
      facts,
      async (dossier, act) => {
        const before = await loadWritten(tx, deps.ring, dossier);
        const channel = dossier.channel as WrittenForm["channel"];
        const typed = { ...withProvinces(form, reference, day), channel };
        const written = readWritten(typed, versionOf(reference, dossier).content, day);
        if (!written.ok) return written;
        const delivery = receiptDelivery(form.receiptDelivery, written.value.parties);
        if (!delivery.ok) return delivery;
        const closing = closingOf(form, delivery.value, before);
        const correction = decideCorrection(before, { ...written.value, closing });
        if (!correction.ok) return correction;
        const hand = { accountId: act.actorId, counterId: act.counterId };
        const others = papersOfOthers(correction.value.steps, await holdPapers(tx, dossier.id), hand);
        if (others.length > 0) return refuse("paper_held_by_other");
        const touched = touchedPapers(correction.value.steps).map(({ itemId }) => itemId);
        if (await areOffered(tx, touched)) return refuse("thing_offered");
        const { changed } = correction.value;
        const put = { parties: written.value.parties, closing, correction: correction.value };
        const rows = await putRight(tx, deps, act, dossier, put);
        const event = dossierEvent("dossier.corrected", { changed, receiptDelivery: delivery.value });
        return done({ event, rows });
      },
    ),
  );
});

function closingOf(form: CorrectableForm, receiptDelivery: string, before: WrittenDossier) {
  return {
    ...before.closing,
    missingPapersReason: form.missingPapersReason?.trim() || null,
    dossierSets: form.dossierSets,
    returnMethod: form.returnMethod,
    receiptDelivery,
    remarks: form.remarks?.trim() || null,
    assistedWriting: form.assistedWriting,
  };
}

function versionOf(reference: Reference, dossier: DossierRecord) {
  const version = reference.versionsById.get(dossier.procedure_version_id);
  invariant(version, "the procedure version of a dossier is there");
  return version;
}
