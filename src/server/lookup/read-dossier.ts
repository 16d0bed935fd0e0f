import { type DossierView, readDossier } from "#contract/dossiers.ts";
import { NATIONAL_STATUS, movesFrom } from "#domain/dossier/dossier-state.ts";
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
import { rightToMove } from "../ledgers/move-dossier.ts";
import { permitView } from "../ledgers/permit-view.ts";
import type { Reference } from "../units/reference.ts";
import { eventViews } from "./event-views.ts";
import { itemViews } from "./item-views.ts";
import { partyViews } from "./party-views.ts";

/** A dossier whole: people, papers with their holders, history, and what this person may do now. */
export const readDossierRoute = bind(
  readDossier,
  async ({ deps, actor, reference, params, now, mandates, read }) => {
    const facts = await mandates();
    const view = await read(async (tx) => {
      const dossier = await loadDossier(tx, params.dossierId);
      if (!dossier) return undefined;
      return {
        ...headView(deps, dossier, reference),
        ...(await partyViews(tx, deps.ring, dossier.id)),
        items: await itemViews(tx, dossier.id, reference),
        events: await eventViews(tx, deps.ring, dossier.id, reference),
        result: await resultView(tx, deps, dossier),
        acts: await actViews(tx, actor, dossier, facts, now),
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
    },
    receivedAs: dossier.received_as as DossierView["receivedAs"],
    receivedAt: dossier.received_at as string,
    dueAt: dossier.due_at as string,
    provisional: dossier.due_provisional,
    explanation: dossier.due_explanation as DossierView["explanation"],
    returnMethod: dossier.return_method as DossierView["returnMethod"],
    feeDue: dossier.fee_due,
    remarks:
      dossier.remarks_sealed && unseal<string>(ring, `dossier.remarks:${dossier.id}`, dossier.remarks_sealed),
    assistedWriting: dossier.assisted_writing,
    missingPapersReason: dossier.missing_papers_reason,
  };
}

async function resultView(tx: Tx, { ring }: Deps, dossier: DossierRecord): Promise<DossierView["result"]> {
  const { outcome } = stateOfRow(dossier);
  const fileId = dossier.result_file_id;
  if (outcome === null || fileId === null) return null;
  const file = await tx.selectFrom("file").select("name").where("id", "=", fileId).executeTakeFirst();
  // The last outcome, with or without a note: that of an outcome which was sent back belongs to the history only.
  const note = await tx
    .selectFrom("dossier_event as event")
    .leftJoin("event_note as note", (join) =>
      join.onRef("event.dossier_id", "=", "note.dossier_id").onRef("event.seq", "=", "note.seq"),
    )
    .select(["event.seq", "note.sealed"])
    .where("event.dossier_id", "=", dossier.id)
    .where("event.type", "=", "dossier.outcomeRecorded")
    .orderBy("event.seq", "desc")
    .executeTakeFirst();
  return {
    outcome,
    fileId,
    fileName: file?.name ?? "",
    number: dossier.result_number,
    note: note?.sealed ? unseal<string>(ring, `note:${dossier.id}:${note.seq}`, note.sealed) : null,
  };
}

/** Every move that the state allows, with the answer of the right to act: the buttons ask nothing else. */
async function actViews(
  tx: Tx,
  actor: Actor,
  dossier: DossierRecord,
  facts: MandateFacts,
  now: Parameters<typeof rightToMove>[4],
): Promise<DossierView["acts"]> {
  const moves = movesFrom(stateOfRow(dossier).business);
  const rights = moves.map((move) => ({ move, right: rightToMove(actor, move, dossier, facts, now) }));
  const titleOf = await basisTitles(
    tx,
    rights.flatMap(({ right }) => (right.ok ? [right.value] : [])),
  );
  return rights.map(({ move, right }) => ({ move, permit: permitView(right, titleOf) }));
}
