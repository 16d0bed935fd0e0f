import type { ROUTES } from "#contract/routes.ts";
import { acknowledgeWarningsRoute } from "../catalogue/acknowledge-warnings.ts";
import { addCalendarEntryRoute, withdrawCalendarEntryRoute } from "../calendars/keep-calendars.ts";
import { checkDueDatesRoute, moveDueDatesRoute } from "../calendars/move-due-dates.ts";
import {
  exportCalendarYearRoute,
  listCalendarPlacesRoute,
  readCalendarYearRoute,
} from "../calendars/read-calendars.ts";
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
import { CUSTODY_BOUND } from "../custody/custody-routes.ts";
import { INCIDENT_BOUND } from "../incidents/incident-routes.ts";
import { POSTAL_REPORT_BOUND } from "../postal-reports/postal-report-routes.ts";
import { MAIL_RUN_BOUND } from "../mail-runs/mail-run-routes.ts";
import { POSTAL_BOUND } from "../postal/postal-routes.ts";
import { keepCustodyFileRoute, readCustodyFileRoute } from "../files/keep-custody-files.ts";
import { readUploadRoute, sendUploadPartRoute } from "../files/keep-upload-parts.ts";
import { readRoundRoute } from "../postal/read-round.ts";
import { INTAKE_BOUND } from "../intake/intake-routes.ts";
import { previewIntakeRoute } from "../intake/preview-intake.ts";
import { searchDossiersRoute } from "../lookup/find-dossiers.ts";
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
import { assignDossierRoute } from "../processing/give-dossier.ts";
import { moveDossiersRoute } from "../processing/move-dossiers.ts";
import { recordOutcomeRoute } from "../processing/record-outcome.ts";
import { exportQueueRoute, listQueueRoute } from "../queue/find-work.ts";
import { keepPresenceRoute } from "../queue/keep-presence.ts";
import { exportBoardRoute, readBoardRoute } from "../queue/read-board.ts";
import { listCaseOfficersRoute } from "../queue/read-officers.ts";
import { chooseCollectionRoute, takeOverResultRoute } from "../returning/choose-collection.ts";
import { returnResultRoute } from "../returning/return-result.ts";
import {
  chooseCounterRoute,
  listCountersRoute,
  listDemoAccountsRoute,
  readSessionRoute,
  signOutRoute,
} from "../session/keep-session.ts";
import { signInRoute } from "../session/sign-in.ts";
import { SITE_BOUND } from "../sites/site-routes.ts";
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
import { askBeforeReceiptRoute, refuseIntakeRoute } from "../turns/ask-before-receipt.ts";
import { assignStepRoute, finishStepRoute, sendStepBackRoute, takeStepRoute } from "../steps/move-step.ts";
import {
  checkInternalProcedureRoute,
  readInternalProceduresRoute,
  recordInternalProcedureRoute,
} from "../steps/plan-procedure.ts";
import { listStepPeopleRoute, listStepsRoute } from "../steps/read-steps.ts";
import { answerConsultationRoute, withdrawConsultationRoute } from "../linked/answer-consultation.ts";
import { consultAgencyRoute } from "../linked/consult-agency.ts";
import { listConsultationsRoute, listConsultedAgenciesRoute } from "../linked/read-consultations.ts";
import { askSupplementRoute } from "../turns/ask-supplement.ts";
import { apologiseRoute, extendDueDateRoute, reopenDossierRoute } from "../turns/extend-due-date.ts";
import { fulfilDutyRoute, imposeDutyRoute } from "../turns/impose-duty.ts";
import { issueSlipRoute, readSlipsRoute } from "../registers/give-slips.ts";
import { printRegisterRoute, printUnitFormRoute } from "../registers/print-lists.ts";
import {
  exportRegisterRoute,
  listRegisterEntriesRoute,
  readRegistersRoute,
} from "../registers/read-registers.ts";
import { setUnitPhoneRoute } from "../registers/keep-unit-phone.ts";
import { closeRegisterRoute } from "../registers/record-closing.ts";
import { handPapersBackRoute } from "../turns/give-papers-back.ts";
import { printControlSheetRoute } from "../turns/print-control-sheet.ts";
import { printFormRoute } from "../turns/print-form.ts";
import { receiveSupplementRoute } from "../turns/receive-supplement.ts";
import {
  askWithdrawalRoute,
  decideWithdrawalRoute,
  sendToDeskRoute,
  stopDossierRoute,
} from "../turns/stop-dossier.ts";
import { sendNoticeAgainRoute, tellInPersonRoute } from "../notices/ask-again.ts";
import { exportNoticesRoute, listNoticesRoute, readNoticeWishRoute } from "../notices/read-notices.ts";
import { recordNoticeWishRoute } from "../notices/record-wish.ts";
import { countTasksRoute, listTasksRoute } from "../watchers/find-tasks.ts";
import { finishTaskRoute, snoozeTaskRoute } from "../watchers/record-task.ts";

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
  ...INTAKE_BOUND,
  ...CUSTODY_BOUND,
  ...POSTAL_BOUND,
  ...INCIDENT_BOUND,
  ...POSTAL_REPORT_BOUND,
  ...MAIL_RUN_BOUND,
  listQueue: listQueueRoute,
  exportQueue: exportQueueRoute,
  readBoard: readBoardRoute,
  exportBoard: exportBoardRoute,
  moveDossiers: moveDossiersRoute,
  assignDossier: assignDossierRoute,
  listCaseOfficers: listCaseOfficersRoute,
  keepPresence: keepPresenceRoute,
  searchDossiers: searchDossiersRoute,
  readDossier: readDossierRoute,
  forwardDossier: forwardDossierRoute,
  takeDossier: takeDossierRoute,
  recordOutcome: recordOutcomeRoute,
  approveOutcome: approveOutcomeRoute,
  sendBackOutcome: sendBackOutcomeRoute,
  chooseCollection: chooseCollectionRoute,
  takeOverResult: takeOverResultRoute,
  returnResult: returnResultRoute,
  askBeforeReceipt: askBeforeReceiptRoute,
  refuseIntake: refuseIntakeRoute,
  askSupplement: askSupplementRoute,
  receiveSupplement: receiveSupplementRoute,
  imposeDuty: imposeDutyRoute,
  fulfilDuty: fulfilDutyRoute,
  askWithdrawal: askWithdrawalRoute,
  decideWithdrawal: decideWithdrawalRoute,
  stopDossier: stopDossierRoute,
  sendToDesk: sendToDeskRoute,
  extendDueDate: extendDueDateRoute,
  apologise: apologiseRoute,
  reopenDossier: reopenDossierRoute,
  consultAgency: consultAgencyRoute,
  answerConsultation: answerConsultationRoute,
  withdrawConsultation: withdrawConsultationRoute,
  listConsultations: listConsultationsRoute,
  listConsultedAgencies: listConsultedAgenciesRoute,
  checkInternalProcedure: checkInternalProcedureRoute,
  recordInternalProcedure: recordInternalProcedureRoute,
  readInternalProcedures: readInternalProceduresRoute,
  takeStep: takeStepRoute,
  assignStep: assignStepRoute,
  finishStep: finishStepRoute,
  sendStepBack: sendStepBackRoute,
  listStepPeople: listStepPeopleRoute,
  listSteps: listStepsRoute,
  handPapersBack: handPapersBackRoute,
  printForm: printFormRoute,
  printControlSheet: printControlSheetRoute,
  readRegisters: readRegistersRoute,
  listRegisterEntries: listRegisterEntriesRoute,
  exportRegister: exportRegisterRoute,
  printRegister: printRegisterRoute,
  closeRegister: closeRegisterRoute,
  setUnitPhone: setUnitPhoneRoute,
  readSlips: readSlipsRoute,
  issueSlip: issueSlipRoute,
  printUnitForm: printUnitFormRoute,
  listConfirmations: listConfirmationsRoute,
  listAwaited: listAwaitedRoute,
  confirmDossiers: confirmDossiersRoute,
  handBackDossier: handBackDossierRoute,
  remarkOnReturn: remarkOnReturnRoute,
  resubmitDossier: resubmitDossierRoute,
  withdrawDossier: withdrawDossierRoute,
  listReceiptsDue: listReceiptsDueRoute,
  deliverReceipt: deliverReceiptRoute,
  readConfirmationFigures: readConfirmationFiguresRoute,
  listNotices: listNoticesRoute,
  exportNotices: exportNoticesRoute,
  sendNoticeAgain: sendNoticeAgainRoute,
  tellInPerson: tellInPersonRoute,
  readNoticeWish: readNoticeWishRoute,
  recordNoticeWish: recordNoticeWishRoute,
  listTasks: listTasksRoute,
  countTasks: countTasksRoute,
  finishTask: finishTaskRoute,
  snoozeTask: snoozeTaskRoute,
  keepCustodyFile: keepCustodyFileRoute,
  sendUploadPart: sendUploadPartRoute,
  readUpload: readUploadRoute,
  readRound: readRoundRoute,
  readCustodyFile: readCustodyFileRoute,
  uploadFile: uploadFileRoute,
  readFile: readFileRoute,
  keepMandateFile: keepMandateFileRoute,
  readMandateFile: readMandateFileRoute,
  listAdministrativeUnits: listAdministrativeUnitsRoute,
  readAdministrativeUnit: readAdministrativeUnitRoute,
  findAddresses: findAddressesRoute,
  listCalendarPlaces: listCalendarPlacesRoute,
  readCalendarYear: readCalendarYearRoute,
  exportCalendarYear: exportCalendarYearRoute,
  addCalendarEntry: addCalendarEntryRoute,
  withdrawCalendarEntry: withdrawCalendarEntryRoute,
  checkDueDates: checkDueDatesRoute,
  moveDueDates: moveDueDatesRoute,
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
  ...SITE_BOUND,
} as const satisfies Record<keyof typeof ROUTES, BoundRoute>;
