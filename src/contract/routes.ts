import { previewIntake, readProcedure, searchProcedures } from "./catalogue.ts";
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
} as const;
