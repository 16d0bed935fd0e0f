import { listCaseOfficers } from "#contract/queue.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findOfficers } from "./board-store.ts";
import { WORK_LISTS, placesAt } from "./work-lists.ts";

/** Who can be given a dossier today, those with the least in hand first. */
export const listCaseOfficersRoute = bind(listCaseOfficers, async ({ actor, reference, now, read }) => {
  const places = placesAt(actor, reference, WORK_LISTS.agency.roles);
  const { day } = localTime(now);
  return done({ officers: await read((tx) => findOfficers(tx, places, WORK_LISTS.agency.statuses, day)) });
});
