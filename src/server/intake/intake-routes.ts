import { acceptDossierRoute, readLodgingRoute } from "./accept-dossier.ts";
import { correctDossierRoute, readCorrectionRoute } from "./correct-dossier.ts";
import { findIntakePlacesRoute } from "./find-places.ts";
import { deleteDraftRoute, listDraftsRoute, readDraftRoute, saveDraftRoute } from "./keep-drafts.ts";
import { lodgeDossierRoute } from "./lodge-dossier.ts";
import { printReceiptRoute, printReceiptsRoute } from "./print-receipt.ts";
import { listGroupsRoute, readGroupRoute } from "./read-groups.ts";
import { receiveDossierRoute } from "./receive-dossier.ts";
import { receiveGroupRoute } from "./receive-group.ts";

/** The use-cases of the counter's routes. */
export const INTAKE_BOUND = {
  listDrafts: listDraftsRoute,
  readDraft: readDraftRoute,
  saveDraft: saveDraftRoute,
  deleteDraft: deleteDraftRoute,
  receiveDossier: receiveDossierRoute,
  printReceipt: printReceiptRoute,
  printReceipts: printReceiptsRoute,
  findIntakePlaces: findIntakePlacesRoute,
  receiveGroup: receiveGroupRoute,
  listGroups: listGroupsRoute,
  readGroup: readGroupRoute,
  lodgeDossier: lodgeDossierRoute,
  readLodging: readLodgingRoute,
  acceptDossier: acceptDossierRoute,
  readCorrection: readCorrectionRoute,
  correctDossier: correctDossierRoute,
} as const;
