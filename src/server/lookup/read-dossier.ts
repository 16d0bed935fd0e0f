import { type DossierView, readDossier } from "#contract/dossiers.ts";
import {
  AWAITING_STATUSES,
  NATIONAL_STATUS,
  hasResultInHand,
  movesFrom,
} from "#domain/dossier/dossier-state.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { unseal } from "../keys/seal.ts";
import type { Actor } from "../ledgers/actor.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierRecord, loadDossier } from "../ledgers/load-dossier.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { doerOf, rightToMove } from "../ledgers/move-dossier.ts";
import { permitView } from "../ledgers/permit-view.ts";
import { nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import { type History, basisOf, eventViews, loadHistory, noteOf } from "./event-views.ts";
import { itemViews } from "./item-views.ts";
import { noticeViews } from "./notice-views.ts";
import { partyViews } from "./party-views.ts";

/** A dossier whole: people, papers with their holders, history, and what this person may do now. */
export const readDossierRoute = bind(
  readDossier,
  async ({ deps, actor, reference, params, now, mandates, read }) => {
    const facts = await mandates();
    const view = await read(async (tx) => {
      const dossier = await loadDossier(tx, params.dossierId);
      if (!dossier) return undefined;
      const history = await loadHistory(tx, dossier.id);
      const rights = rightsOf(actor, dossier, facts, now);
      const bases = [
        ...history.map(basisOf),
        ...rights.flatMap(({ right }) => (right.ok ? [right.value] : [])),
      ];
      const titleOf = await basisTitles(tx, bases);
      return {
        ...headView(deps, dossier, reference),
        rightSubject: rightSubjectOf(actor, dossier, reference),
        ...(await partyViews(tx, deps.ring, dossier.id, history)),
        items: await itemViews(tx, dossier.id, reference),
        events: eventViews(history, deps.ring, reference, titleOf),
        result: await resultView(tx, deps, dossier, history),
        notices: await noticeViews(tx, deps.ring, dossier.id),
        acts: rights.map(({ move, right }) => ({ move, permit: permitView(right, titleOf) })),
      } satisfies DossierView;
    });
    return view ? done(view) : refuse("not_found");
  },
);

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
    },
    receivedAs: dossier.received_as as DossierView["receivedAs"],
    receivedAt: dossier.received_at as string,
    dueAt: dossier.due_at as string,
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
  const awaits = AWAITING_STATUSES.some((status) => status === dossier.business_status);
  return {
    unitId: heirOf(dossier.received_at_unit_id),
    decidingAgencyId: heirOf(dossier.deciding_agency_id),
    fieldCode: dossier.field_code,
    preparedBy: doerOf(actor, awaits ? "confirm" : "approve", dossier),
  };
}

async function resultView(
  tx: Tx,
  { ring }: Deps,
  dossier: DossierRecord,
  history: History,
): Promise<DossierView["result"]> {
  const { outcome } = stateOfRow(dossier);
  const fileId = dossier.result_file_id;
  if (outcome === null) return null;
  if (fileId === null) return { outcome, fileId, fileName: "", number: dossier.result_number, note: null };
  const file = await tx.selectFrom("file").select("name").where("id", "=", fileId).executeTakeFirst();
  // The last outcome, with or without a note: that of an outcome which was sent back belongs to the history only.
  const recorded = history.findLast(({ type }) => type === "dossier.outcomeRecorded");
  return {
    outcome,
    fileId,
    fileName: file?.name ?? "",
    number: dossier.result_number,
    note: recorded ? noteOf(ring, recorded) : null,
  };
}

/**
 * Every move that the state allows, with the answer of the right to act: the buttons ask nothing else. Handing over
 * under `assist` is no button of its own: it is what returning the result comes to.
 */
function rightsOf(
  actor: Actor,
  dossier: DossierRecord,
  facts: MandateFacts,
  now: Parameters<typeof rightToMove>[4],
) {
  return movesFrom(stateOfRow(dossier).business)
    .filter((move) => move !== "handOver")
    .map((move) => ({ move, right: rightToMove(actor, move, dossier, facts, now) }));
}
