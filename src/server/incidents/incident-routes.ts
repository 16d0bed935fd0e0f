import type { INCIDENT_ROUTES } from "#contract/incidents.ts";
import type { BoundRoute } from "../http/context.ts";
import { listIncidentsRoute } from "./list-incidents.ts";
import { listSuggestedIncidentsRoute } from "./list-suggested-incidents.ts";
import { openIncidentRoute } from "./open-incident.ts";
import { readIncidentRoute } from "./read-incident.ts";
import {
  answerIncidentRoute,
  closeIncidentRoute,
  findLiabilityRoute,
  linkReissueRoute,
  offerCompensationRoute,
  payCompensationRoute,
  withdrawIncidentRoute,
} from "./record-incident-acts.ts";

/** The use-cases of what goes wrong with shipments. */
export const INCIDENT_BOUND = {
  listIncidents: listIncidentsRoute,
  listSuggestedIncidents: listSuggestedIncidentsRoute,
  readIncident: readIncidentRoute,
  openIncident: openIncidentRoute,
  answerIncident: answerIncidentRoute,
  findLiability: findLiabilityRoute,
  offerCompensation: offerCompensationRoute,
  payCompensation: payCompensationRoute,
  linkReissue: linkReissueRoute,
  withdrawIncident: withdrawIncidentRoute,
  closeIncident: closeIncidentRoute,
} as const satisfies Record<keyof typeof INCIDENT_ROUTES, BoundRoute>;
