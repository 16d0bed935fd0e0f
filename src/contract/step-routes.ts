import {
  assignStep,
  checkInternalProcedure,
  finishStep,
  listStepPeople,
  listSteps,
  readInternalProcedures,
  recordInternalProcedure,
  sendStepBack,
  takeStep,
} from "./steps.ts";

/** The routes of internal procedures and of the steps that dossiers are worked by. */
export const STEP_ROUTES = {
  checkInternalProcedure,
  recordInternalProcedure,
  readInternalProcedures,
  takeStep,
  assignStep,
  finishStep,
  sendStepBack,
  listStepPeople,
  listSteps,
} as const;
