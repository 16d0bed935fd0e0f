import type { ROUTES } from "#contract/routes.ts";
import { readProcedureRoute, searchProceduresRoute } from "../catalogue/read-procedures.ts";
import { readFileRoute, uploadFileRoute } from "../files/keep-files.ts";
import { deleteDraftRoute, listDraftsRoute, readDraftRoute, saveDraftRoute } from "../intake/keep-drafts.ts";
import { previewIntakeRoute } from "../intake/preview-intake.ts";
import { printReceiptRoute } from "../intake/print-receipt.ts";
import { receiveDossierRoute } from "../intake/receive-dossier.ts";
import { listQueueRoute, searchDossiersRoute } from "../lookup/find-dossiers.ts";
import { readDossierRoute } from "../lookup/read-dossier.ts";
import { approveOutcomeRoute, sendBackOutcomeRoute } from "../processing/approve-outcome.ts";
import { forwardDossierRoute, takeDossierRoute } from "../processing/forward-dossier.ts";
import { recordOutcomeRoute } from "../processing/record-outcome.ts";
import { returnResultRoute } from "../returning/return-result.ts";
import {
  chooseCounterRoute,
  listCountersRoute,
  listDemoAccountsRoute,
  readSessionRoute,
  signOutRoute,
} from "../session/keep-session.ts";
import { signInRoute } from "../session/sign-in.ts";
import type { BoundRoute } from "./context.ts";

/** Every route of the contract with its use-case; one that is missing does not compile. */
export const BOUND_ROUTES = {
  signIn: signInRoute,
  readSession: readSessionRoute,
  signOut: signOutRoute,
  listCounters: listCountersRoute,
  chooseCounter: chooseCounterRoute,
  listDemoAccounts: listDemoAccountsRoute,
  searchProcedures: searchProceduresRoute,
  readProcedure: readProcedureRoute,
  previewIntake: previewIntakeRoute,
  listDrafts: listDraftsRoute,
  readDraft: readDraftRoute,
  saveDraft: saveDraftRoute,
  deleteDraft: deleteDraftRoute,
  receiveDossier: receiveDossierRoute,
  printReceipt: printReceiptRoute,
  listQueue: listQueueRoute,
  searchDossiers: searchDossiersRoute,
  readDossier: readDossierRoute,
  forwardDossier: forwardDossierRoute,
  takeDossier: takeDossierRoute,
  recordOutcome: recordOutcomeRoute,
  approveOutcome: approveOutcomeRoute,
  sendBackOutcome: sendBackOutcomeRoute,
  returnResult: returnResultRoute,
  uploadFile: uploadFileRoute,
  readFile: readFileRoute,
} as const satisfies Record<keyof typeof ROUTES, BoundRoute>;
