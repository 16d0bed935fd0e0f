import { previewIntake } from "./catalogue.ts";
import { correctDossier, readCorrection } from "./correcting.ts";
import { deleteDraft, listDrafts, readDraft, saveDraft } from "./drafts.ts";
import { readGuidance, recordGuidance, withdrawGuidance } from "./guidance.ts";
import { listGroups, readGroup, receiveGroup } from "./groups.ts";
import { findIntakePlaces, printReceipt, printReceipts, receiveDossier } from "./intake.ts";
import { acceptDossier, askBeforeReceipt, lodgeDossier, readLodging, refuseIntake } from "./lodging.ts";

/** The routes of the counter: forms half filled, what is received, lodged, accepted and put right, whom it guides. */
export const INTAKE_ROUTES = {
  previewIntake,
  listDrafts,
  readDraft,
  saveDraft,
  deleteDraft,
  receiveDossier,
  printReceipt,
  printReceipts,
  findIntakePlaces,
  receiveGroup,
  listGroups,
  readGroup,
  lodgeDossier,
  readLodging,
  acceptDossier,
  askBeforeReceipt,
  refuseIntake,
  readCorrection,
  correctDossier,
  readGuidance,
  recordGuidance,
  withdrawGuidance,
} as const;
