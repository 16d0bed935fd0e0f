import type { BoundRoute } from "../http/context.ts";
import { listSitesRoute, readChecklistRoute, readSiteRoute, readSurveyRoute } from "./read-sites.ts";
import { recordOpeningRoute, withdrawOpeningRoute } from "./record-opening.ts";
import { resolveFindingRoute, verifyFindingRoute } from "./record-resolution.ts";
import { recordSurveyRoute, withdrawSurveyRoute } from "./record-survey.ts";

/** The use-cases of sites: openings, surveys, what was found and mended. */
export const SITE_BOUND = {
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
} as const satisfies Record<string, BoundRoute>;
