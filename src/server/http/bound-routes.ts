import type { ROUTES } from "#contract/routes.ts";
import { acknowledgeWarningsRoute } from "../catalogue/acknowledge-warnings.ts";
import { publishVersionRoute, withdrawVersionRoute } from "../catalogue/publish-version.ts";
import { readProcedureRoute, searchProceduresRoute } from "../catalogue/read-procedures.ts";
import {
  listReviewRoute,
  readReviewedProcedureRoute,
  readReviewedVersionRoute,
  readReviewSummaryRoute,
} from "../catalogue/read-review.ts";
import { readFileRoute, uploadFileRoute } from "../files/keep-files.ts";
import { deleteDraftRoute, listDraftsRoute, readDraftRoute, saveDraftRoute } from "../intake/keep-drafts.ts";
import { previewIntakeRoute } from "../intake/preview-intake.ts";
import { printReceiptRoute } from "../intake/print-receipt.ts";
import { receiveDossierRoute } from "../intake/receive-dossier.ts";
import { listQueueRoute, searchDossiersRoute } from "../lookup/find-dossiers.ts";
import {
  readGuidanceRoute,
  recordGuidanceRoute,
  withdrawGuidanceRoute,
} from "../guidance/record-guidance.ts";
import { readDossierRoute } from "../lookup/read-dossier.ts";
import { findAddressesRoute } from "../map/find-addresses.ts";
import { listAdministrativeUnitsRoute, readAdministrativeUnitRoute } from "../map/read-units.ts";
import { giveAssignmentRoute, revokeAssignmentRoute } from "../mandates/give-assignment.ts";
import { listMandateChoicesRoute, listSuspensionChoicesRoute } from "../mandates/read-choices.ts";
import { moveMandateRoute } from "../mandates/move-mandate.ts";
import { listActsUnderRoute, listMandatesRoute, readMandateRoute } from "../mandates/read-mandates.ts";
import { readOwnRightsRoute, readUnitRightsRoute } from "../mandates/read-rights.ts";
import { liftSuspensionRoute, listSuspensionsRoute, suspendRightRoute } from "../mandates/suspend-right.ts";
import { changeMandateRoute, draftMandateRoute } from "../mandates/draft-mandate.ts";
import { importPlacesRoute, previewPlaceImportRoute } from "../places/import-places.ts";
import { changePlaceRoute, createPlaceRoute } from "../places/keep-places.ts";
import {
  exportPlacesRoute,
  listPlaceChoicesRoute,
  listPlacesRoute,
  readPlaceRoute,
} from "../places/read-places.ts";
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
  listReview: listReviewRoute,
  readReviewSummary: readReviewSummaryRoute,
  readReviewedProcedure: readReviewedProcedureRoute,
  readReviewedVersion: readReviewedVersionRoute,
  publishVersion: publishVersionRoute,
  withdrawVersion: withdrawVersionRoute,
  acknowledgeWarnings: acknowledgeWarningsRoute,
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
  listAdministrativeUnits: listAdministrativeUnitsRoute,
  readAdministrativeUnit: readAdministrativeUnitRoute,
  findAddresses: findAddressesRoute,
  listPlaces: listPlacesRoute,
  listPlaceChoices: listPlaceChoicesRoute,
  readPlace: readPlaceRoute,
  createPlace: createPlaceRoute,
  changePlace: changePlaceRoute,
  exportPlaces: exportPlacesRoute,
  previewPlaceImport: previewPlaceImportRoute,
  importPlaces: importPlacesRoute,
  listMandates: listMandatesRoute,
  readMandate: readMandateRoute,
  draftMandate: draftMandateRoute,
  changeMandate: changeMandateRoute,
  moveMandate: moveMandateRoute,
  listActsUnder: listActsUnderRoute,
  listMandateChoices: listMandateChoicesRoute,
  readUnitRights: readUnitRightsRoute,
  readOwnRights: readOwnRightsRoute,
  giveAssignment: giveAssignmentRoute,
  revokeAssignment: revokeAssignmentRoute,
  listSuspensions: listSuspensionsRoute,
  listSuspensionChoices: listSuspensionChoicesRoute,
  suspendRight: suspendRightRoute,
  liftSuspension: liftSuspensionRoute,
  readGuidance: readGuidanceRoute,
  recordGuidance: recordGuidanceRoute,
  withdrawGuidance: withdrawGuidanceRoute,
} as const satisfies Record<keyof typeof ROUTES, BoundRoute>;
