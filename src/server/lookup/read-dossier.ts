import { type DossierView, readDossier } from "#contract/dossiers.ts";
import { AWAITING_STATUSES, NATIONAL_STATUS, hasResultInHand } from "#domain/dossier/dossier-state.ts";
import { type Move, hasButton, movesFrom } from "#domain/dossier/dossier-machine.ts";
import type { ShipmentState } from "#domain/postal/shipment-journey.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { Actor } from "../ledgers/actor.ts";
import { type Words, loadWords } from "../ledgers/basis-title.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, resultUnits } from "../ledgers/load-dossier.ts";
import { partsRead } from "../ledgers/part-ledger.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { doerOf, rightToMove } from "../ledgers/move-dossier.ts";
import { permitView } from "../ledgers/permit-view.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import { awaitedOnPage } from "./awaited-view.ts";
import { collectionOf } from "./collection-of.ts";
import { consultationsOfPage } from "./consultation-views.ts";
import { deadlineView, formViews } from "./deadline-view.ts";
import { basisOf, eventViews, noteOf } from "./event-views.ts";
import { type PapersHeld, itemViews, loadPapersHeld } from "./item-views.ts";
import { linkedFacts } from "./linked-facts.ts";
import { noticeViews } from "./notice-views.ts";
import { basesOf } from "./page-part.ts";
import { type PageRows, loadPage } from "./page-store.ts";
import { partOfView, partsSeen } from "./part-views.ts";
import { partyViews } from "./party-views.ts";
import { type StepsOfPage, stepsOfPage } from "./step-views.ts";

/** A dossier whole: people, papers with their holders, history, and what this person may do now. */
export const readDossierRoute = bind(
  readDossier,
  async ({ deps, actor, reference, params, now, mandates, read }) => {
    const facts = await mandates();
    const view = await read(async (tx, space) => {
      const page = await loadPage(tx, params.dossierId, actor.places);
      if (!page) return undefined;
      const reading = { deps, actor, facts, now, reference };
      const partOf = partOfView(page);
      const rights = rightsOf(reading, page.dossier, partOf);
      const steps = stepsOfPage(reading, page);
      const consultations = consultationsOfPage(reading, page);
      const words = await loadWords(
        tx,
        [...page.history.map(basisOf), ...basesOf(rights), ...steps.bases, ...consultations.bases],
        [...steps.accountIds, ...consultations.accountIds],
      );
      return {
        ...headView(deps, page.dossier, reference),
        ...storedView(reading, page, await loadPapersHeld(tx, { reference, space, ring: deps.ring }, page)),
        ...historyView(reading, page, words, steps.view(words)),
        consultations: consultations.view(words),
        partOf,
        acts: rights.map(({ move, right }) => ({ move, permit: permitView(right, words.titleOf) })),
      } satisfies DossierView;
    });
    return view ? done(view) : refuse("not_found");
  },
);

/** Who reads, and by what. */
interface Reading {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly facts: MandateFacts;
  readonly now: Instant;
  readonly reference: Reference;
}

/** What lies beside the dossier, and who holds its papers. */
function storedView({ deps: { ring }, actor, now, reference }: Reading, page: PageRows, held: PapersHeld) {
  return {
    rightSubject: rightSubjectOf(actor, page.dossier, reference),
    ...partyViews(ring, page),
    awaited: awaitedOnPage(ring, page),
    items: itemViews(page, reference, held),
    result: resultView(ring, page),
    notices: noticeViews(ring, page),
    deadline: deadlineView(page, reference, now),
    forms: formViews(page),
    group: page.groups[0] ?? null,
    postalReturn: postalReturnView(page),
    resultAway: page.dossier.business_status === "finished" && page.resultAway,
    parts: partsSeen(reference, page.dossier, partsRead(page.dossier, page.parts)),
  };
}

function historyView(
  { deps: { ring }, reference }: Reading,
  { dossier, history, forms }: PageRows,
  { titleOf }: Words,
  { steps, stepOf }: StepsOfPage,
) {
  const linkedOf = linkedFacts(history, reference, dossier);
  const events = eventViews({ history, forms }, ring, reference, titleOf, stepOf);
  return { events: events.map((event) => ({ ...event, linked: linkedOf(event.seq) })), steps };
}

function headView({ ring }: Deps, dossier: DossierRecord, reference: Reference) {
  const state = stateOfRow(dossier);
  const unitName = (id: string) => reference.units.get(id)?.name ?? "";
  return {
    dossierId: dossier.id as string,
    code: dossier.code,
    version: dossier.version,
    procedureCode: dossier.procedure_code,
    procedureName: dossier.procedure_name,
    channel: dossier.channel as DossierView["channel"],
    statuses: {
      business: state.business,
      money: state.money,
      delivery: state.delivery,
      sync: state.sync,
      national: NATIONAL_STATUS[state.business],
    },
    units: {
      helpedAt: unitName(dossier.helped_at_unit_id),
      receivedAt: unitName(dossier.received_at_unit_id),
      decidedBy: reference.agencies.get(dossier.deciding_agency_id)?.name ?? "",
      receivedAtNow: nameToday(dossier.received_at_unit_id, reference),
      decidedByNow: nameToday(dossier.deciding_agency_id, reference),
      ...collectionOf(dossier, reference),
    },
    receivedAs: dossier.received_as as DossierView["receivedAs"],
    receivedAt: dossier.received_at as string,
    dueAt: dossier.due_at as string | null,
    provisional: dossier.due_provisional,
    explanation: dossier.due_explanation as DossierView["explanation"],
    importedFrom: dossier.imported_from,
    receiptDue: hasResultInHand(state.business) ? null : state.receiptDue,
    returnMethod: dossier.return_method as DossierView["returnMethod"],
    feeDue: dossier.fee_due,
    remarks:
      dossier.remarks_sealed && unseal<string>(ring, `dossier.remarks:${dossier.id}`, dossier.remarks_sealed),
    assistedWriting: dossier.assisted_writing,
    missingPapersReason: dossier.missing_papers_reason,
  };
}

/** What the browser's rule is asked about; whose work it is depends on what may be done to it next. */
function rightSubjectOf(
  actor: Actor,
  dossier: DossierRecord,
  { heirOf }: Reference,
): DossierView["rightSubject"] {
  const { collectedAt, resultAt } = resultUnits(dossier);
  const awaits = AWAITING_STATUSES.some((status) => status === dossier.business_status);
  return {
    unitId: heirOf(dossier.received_at_unit_id),
    collectionUnitId: heirOf(collectedAt),
    resultUnitId: heirOf(resultAt),
    decidingAgencyId: heirOf(dossier.deciding_agency_id),
    fieldCode: dossier.field_code,
    preparedBy: doerOf(actor, awaits ? "confirm" : "approve", dossier),
  };
}

function postalReturnView({ postalReturns: [live] }: PageRows): DossierView["postalReturn"] {
  if (!live) return null;
  const { shipmentId, order_number: orderNumber, waybill, state } = live;
  return { shipmentId, number: waybill ?? orderNumber, state: state as ShipmentState };
}

function resultView(ring: KeyRing, { dossier, history, resultFiles }: PageRows): DossierView["result"] {
  const { outcome } = stateOfRow(dossier);
  const fileId = dossier.result_file_id;
  if (outcome === null) return null;
  if (fileId === null) return { outcome, fileId, fileName: "", number: dossier.result_number, note: null };
  // The last outcome, with or without a note: that of an outcome which was sent back belongs to the history only.
  const recorded = history.findLast(({ type }) => type === "dossier.outcomeRecorded");
  return {
    outcome,
    fileId,
    fileName: resultFiles[0]?.name ?? "",
    number: dossier.result_number,
    note: recorded ? noteOf(ring, recorded) : null,
  };
}

/** What the citizen does with the whole: a part offers none of it. */
const OF_THE_WHOLE: readonly Move[] = ["chooseCollection", "takeOverResult", "returnResult", "askWithdrawal"];

/**
 * Every move that the state allows, with the answer of the right to act: the buttons ask nothing else. What
 * an act comes to under `assist` is no button of its own.
 */
function rightsOf(
  { actor, facts, now, reference }: Reading,
  dossier: DossierRecord,
  partOf: DossierView["partOf"],
) {
  return movesFrom(stateOfRow(dossier).business)
    .filter(hasButton)
    .filter((move) => !partOf || partOf.ended || !OF_THE_WHOLE.includes(move))
    .filter((move) => move !== "takeOverResult" || collectionOf(dossier, reference).resultStillAt !== null)
    .map((move) => ({ move, right: rightToMove(actor, move, dossier, facts, now) }));
}
