import { previewIntake, readProcedure, searchProcedures } from "./catalogue.ts";
import {
  acknowledgeWarnings,
  listReview,
  publishVersion,
  readReviewedProcedure,
  readReviewedVersion,
  readReviewSummary,
  withdrawVersion,
} from "./catalogue-review.ts";
import {
  approveOutcome,
  forwardDossier,
  listQueue,
  readDossier,
  recordOutcome,
  returnResult,
  searchDossiers,
  sendBackOutcome,
  takeDossier,
} from "./dossiers.ts";
import { deleteDraft, listDrafts, readDraft, saveDraft } from "./drafts.ts";
import { readFile, uploadFile } from "./files.ts";
import { printReceipt, receiveDossier } from "./intake.ts";
import { findAddresses, listAdministrativeUnits, readAdministrativeUnit } from "./map.ts";
import {
  changePlace,
  createPlace,
  exportPlaces,
  importPlaces,
  listPlaceChoices,
  listPlaces,
  previewPlaceImport,
  readPlace,
} from "./places.ts";
import { chooseCounter, listCounters, listDemoAccounts, readSession, signIn, signOut } from "./session.ts";

/** Every route of the API, in one place: the server serves exactly these, OpenAPI lists exactly these. */
export const ROUTES = {
  signIn,
  readSession,
  signOut,
  listCounters,
  chooseCounter,
  listDemoAccounts,
  searchProcedures,
  readProcedure,
  previewIntake,
  listReview,
  readReviewSummary,
  readReviewedProcedure,
  readReviewedVersion,
  publishVersion,
  withdrawVersion,
  acknowledgeWarnings,
  listDrafts,
  readDraft,
  saveDraft,
  deleteDraft,
  receiveDossier,
  printReceipt,
  listQueue,
  searchDossiers,
  readDossier,
  forwardDossier,
  takeDossier,
  recordOutcome,
  approveOutcome,
  sendBackOutcome,
  returnResult,
  uploadFile,
  readFile,
  listAdministrativeUnits,
  readAdministrativeUnit,
  findAddresses,
  listPlaces,
  listPlaceChoices,
  readPlace,
  createPlace,
  changePlace,
  exportPlaces,
  previewPlaceImport,
  importPlaces,
} as const;
