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
import { keepMandateFileRoute, readMandateFileRoute } from "../files/keep-mandate-files.ts";
import {
  handBackDossierRoute,
  remarkOnReturnRoute,
  resubmitDossierRoute,
} from "../confirming/answer-confirmation.ts";
import { confirmDossiersRoute } from "../confirming/confirm-dossiers.ts";
import { deliverReceiptRoute } from "../confirming/deliver-receipt.ts";
import {
  listAwaitedRoute,
  listConfirmationsRoute,
  listReceiptsDueRoute,
  readConfirmationFiguresRoute,
} from "../confirming/read-confirmations.ts";
import { withdrawDossierRoute } from "../confirming/withdraw-dossier.ts";
import { readFileRoute, uploadFileRoute } from "../files/keep-files.ts";
import { correctDossierRoute, readCorrectionRoute } from "../intake/correct-dossier.ts";
import { deleteDraftRoute, listDraftsRoute, readDraftRoute, saveDraftRoute } from "../intake/keep-drafts.ts";
import { previewIntakeRoute } from "../intake/preview-intake.ts";
import { printReceiptRoute, printReceiptsRoute } from "../intake/print-receipt.ts";
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
import { readRightFactsRoute } from "../mandates/read-right-facts.ts";
import { readOwnRightsRoute, readUnitRightsRoute } from "../mandates/read-rights.ts";
import { liftSuspensionRoute, listSuspensionsRoute, suspendRightRoute } from "../mandates/suspend-right.ts";
import { changeMandateRoute, draftMandateRoute } from "../mandates/draft-mandate.ts";
import { applyReorganisationRoute } from "../reorganisation/apply-reorganisation.ts";
import { findHeirsRoute } from "../reorganisation/find-heirs.ts";
import {
  cancelReorganisationRoute,
  changeReorganisationRoute,
  planReorganisationRoute,
} from "../reorganisation/plan-reorganisation.ts";
import { exportFiguresRoute, readFiguresRoute } from "../reorganisation/read-figures.ts";
import {
  listReorganisationsRoute,
  previewReorganisationRoute,
  readReorganisationRoute,
} from "../reorganisation/read-reorganisations.ts";
import { previewSuspensionRoute } from "../mandates/preview-suspension.ts";
import { endPostRoute, givePostRoute } from "../people/give-posts.ts";
import { createPersonRoute, resetCredentialsRoute } from "../people/keep-accounts.ts";
import { endContractRoute, extendContractRoute } from "../people/keep-contracts.ts";
import { listHandOversRoute, readHandOverRoute } from "../people/read-hand-over.ts";
import { countMoneyRoute, takeHandOverRoute } from "../people/confirm-hand-over.ts";
import {
  listPeopleChoicesRoute,
  listPeopleRoute,
  previewLeavingRoute,
  readPersonRoute,
} from "../people/read-people.ts";
import {
  listAccreditationsRoute,
  listTrainingChoicesRoute,
  listTrainingGapsRoute,
  listTrainingsRoute,
} from "../people/read-training.ts";
import { recordTrainingRoute, withdrawAccreditationRoute } from "../people/record-training.ts";
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
import { listSitesRoute, readChecklistRoute, readSiteRoute, readSurveyRoute } from "../sites/read-sites.ts";
import { recordOpeningRoute, withdrawOpeningRoute } from "../sites/record-opening.ts";
import { resolveFindingRoute, verifyFindingRoute } from "../sites/record-resolution.ts";
import { recordSurveyRoute, withdrawSurveyRoute } from "../sites/record-survey.ts";
import { listGapsRoute } from "../mandates/find-gaps.ts";
import { listProposalsRoute } from "../mandates/find-proposals.ts";
import { listRecurringRoute } from "../mandates/find-recurring.ts";
import { readMandateFiguresRoute, readUnitFiguresRoute } from "../mandates/read-figures.ts";
import { drawSamplesRoute } from "../samples/draw-samples.ts";
import { judgeSampleRoute } from "../samples/judge-sample.ts";
import { listSamplesRoute, readSampleResultsRoute } from "../samples/read-samples.ts";
import type { BoundRoute } from "./context.ts";
import { beginProgrammeRoute, changeProgrammeRoute } from "../programmes/keep-programme.ts";
import { keepProgrammePartRoute, removeProgrammePartRoute } from "../programmes/keep-part.ts";
import {
  addDecisionScanRoute,
  listDecisionScansRoute,
  withdrawDecisionScanRoute,
} from "../programmes/keep-scans.ts";
import { readBasisRoute, readBasisScanRoute } from "../programmes/read-basis.ts";
import { listProgrammeChoicesRoute } from "../programmes/read-choices.ts";
import {
  listProgrammesRoute,
  readOwnCoordinationRoute,
  readProgrammeRoute,
} from "../programmes/read-programmes.ts";
import {
  exportStaffFreedRoute,
  listStaffFreedRoute,
  recordStaffFreedRoute,
  withdrawStaffFreedRoute,
} from "../programmes/record-staff-freed.ts";
import { exportActsUnderRoute } from "../mandates/read-act-file.ts";

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
  printReceipts: printReceiptsRoute,
  listQueue: listQueueRoute,
  searchDossiers: searchDossiersRoute,
  readDossier: readDossierRoute,
  forwardDossier: forwardDossierRoute,
  takeDossier: takeDossierRoute,
  recordOutcome: recordOutcomeRoute,
  approveOutcome: approveOutcomeRoute,
  sendBackOutcome: sendBackOutcomeRoute,
  returnResult: returnResultRoute,
  listConfirmations: listConfirmationsRoute,
  listAwaited: listAwaitedRoute,
  confirmDossiers: confirmDossiersRoute,
  handBackDossier: handBackDossierRoute,
  remarkOnReturn: remarkOnReturnRoute,
  readCorrection: readCorrectionRoute,
  correctDossier: correctDossierRoute,
  resubmitDossier: resubmitDossierRoute,
  withdrawDossier: withdrawDossierRoute,
  listReceiptsDue: listReceiptsDueRoute,
  deliverReceipt: deliverReceiptRoute,
  readConfirmationFigures: readConfirmationFiguresRoute,
  uploadFile: uploadFileRoute,
  readFile: readFileRoute,
  keepMandateFile: keepMandateFileRoute,
  readMandateFile: readMandateFileRoute,
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
  listReorganisations: listReorganisationsRoute,
  readReorganisation: readReorganisationRoute,
  previewReorganisation: previewReorganisationRoute,
  planReorganisation: planReorganisationRoute,
  changeReorganisation: changeReorganisationRoute,
  cancelReorganisation: cancelReorganisationRoute,
  applyReorganisation: applyReorganisationRoute,
  findHeirs: findHeirsRoute,
  readFigures: readFiguresRoute,
  exportFigures: exportFiguresRoute,
  listMandates: listMandatesRoute,
  readMandate: readMandateRoute,
  draftMandate: draftMandateRoute,
  changeMandate: changeMandateRoute,
  moveMandate: moveMandateRoute,
  listActsUnder: listActsUnderRoute,
  exportActsUnder: exportActsUnderRoute,
  listProgrammes: listProgrammesRoute,
  readProgramme: readProgrammeRoute,
  beginProgramme: beginProgrammeRoute,
  changeProgramme: changeProgrammeRoute,
  keepProgrammePart: keepProgrammePartRoute,
  removeProgrammePart: removeProgrammePartRoute,
  listProgrammeChoices: listProgrammeChoicesRoute,
  readOwnCoordination: readOwnCoordinationRoute,
  listDecisionScans: listDecisionScansRoute,
  addDecisionScan: addDecisionScanRoute,
  withdrawDecisionScan: withdrawDecisionScanRoute,
  readBasis: readBasisRoute,
  readBasisScan: readBasisScanRoute,
  listStaffFreed: listStaffFreedRoute,
  exportStaffFreed: exportStaffFreedRoute,
  recordStaffFreed: recordStaffFreedRoute,
  withdrawStaffFreed: withdrawStaffFreedRoute,
  listMandateChoices: listMandateChoicesRoute,
  readUnitRights: readUnitRightsRoute,
  readOwnRights: readOwnRightsRoute,
  readRightFacts: readRightFactsRoute,
  giveAssignment: giveAssignmentRoute,
  revokeAssignment: revokeAssignmentRoute,
  listSuspensions: listSuspensionsRoute,
  listSuspensionChoices: listSuspensionChoicesRoute,
  suspendRight: suspendRightRoute,
  liftSuspension: liftSuspensionRoute,
  previewSuspension: previewSuspensionRoute,
  listPeople: listPeopleRoute,
  readPerson: readPersonRoute,
  createPerson: createPersonRoute,
  resetCredentials: resetCredentialsRoute,
  endContract: endContractRoute,
  extendContract: extendContractRoute,
  givePost: givePostRoute,
  endPost: endPostRoute,
  previewLeaving: previewLeavingRoute,
  listPeopleChoices: listPeopleChoicesRoute,
  listTrainings: listTrainingsRoute,
  listAccreditations: listAccreditationsRoute,
  listTrainingGaps: listTrainingGapsRoute,
  listTrainingChoices: listTrainingChoicesRoute,
  recordTraining: recordTrainingRoute,
  withdrawAccreditation: withdrawAccreditationRoute,
  listHandOvers: listHandOversRoute,
  readHandOver: readHandOverRoute,
  countMoney: countMoneyRoute,
  takeHandOver: takeHandOverRoute,
  readGuidance: readGuidanceRoute,
  recordGuidance: recordGuidanceRoute,
  withdrawGuidance: withdrawGuidanceRoute,
  readUnitFigures: readUnitFiguresRoute,
  readMandateFigures: readMandateFiguresRoute,
  listProposals: listProposalsRoute,
  listGaps: listGapsRoute,
  listRecurring: listRecurringRoute,
  drawSamples: drawSamplesRoute,
  listSamples: listSamplesRoute,
  judgeSample: judgeSampleRoute,
  readSampleResults: readSampleResultsRoute,
  listSites: listSitesRoute,
  readSite: readSiteRoute,
  recordOpening: recordOpeningRoute,
  withdrawOpening: withdrawOpeningRoute,
  readChecklist: readChecklistRoute,
  recordSurvey: recordSurveyRoute,
  readSurvey: readSurveyRoute,
  withdrawSurvey: withdrawSurveyRoute,
  resolveFinding: resolveFindingRoute,
  verifyFinding: verifyFindingRoute,
} as const satisfies Record<keyof typeof ROUTES, BoundRoute>;
