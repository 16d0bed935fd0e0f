import { formatDong, dong } from "#domain/shared/money.ts";
import type { RefusalDetails } from "../refusal-words.ts";
import { dates } from "./dates.ts";

/** Of incidents of shipments. */
export const incidentRefusals = {
  incident_open_already: () => ({
    what: "This shipment has an open incident of this kind.",
    wayOut: "Go on in that incident.",
  }),
  incident_changed: () => ({
    what: "Somebody has just added to this incident.",
    wayOut: "Load it again and repeat.",
  }),
  incident_ended: () => ({
    what: "The incident has ended.",
    wayOut: "Open another one for anything new.",
  }),
  incident_day_wrong: () => ({
    what: "The day lies before what it follows, or is still to come.",
    wayOut: "Check the day.",
  }),
  incident_answered: () => ({
    what: "The incident was answered already.",
    wayOut: "Load it again to see the answer.",
  }),
  incident_not_settled: () => ({
    what: "Something is still owed in this incident.",
    wayOut: "Do the next step on the page before you close it.",
  }),
  shipment_not_taken: () => ({
    what: "The post has not taken this shipment yet.",
    wayOut: "Record it as another complaint, or cancel the order.",
  }),
  liability_found: () => ({
    what: "It was found in writing already who answers for it.",
    wayOut: "Load it again and do the next step.",
  }),
  liability_not_found: () => ({
    what: "Nobody has found in writing that the post is at fault.",
    wayOut: "Record the finding first.",
  }),
  compensation_not_offered: () => ({
    what: "No compensation was recorded yet.",
    wayOut: "Record its sum before its payment.",
  }),
  compensation_paid: () => ({
    what: "The payment was recorded already.",
    wayOut: "Load it again; tell the administrator of a mistake.",
  }),
  postage_unknown: () => ({
    what: "The order has no price.",
    wayOut: "Enter the postage that the citizen paid.",
  }),
  reissue_unknown: () => ({
    what: "No dossier has this code.",
    wayOut: "Check the code of the dossier by which the papers are made again.",
  }),
  complaint_too_late: ({ until }: RefusalDetails) => ({
    what:
      typeof until === "string"
        ? `It is too late to complain: the last day was ${dates.day(until)}.`
        : "It is too late to complain.",
    wayOut: "Explain it to the citizen; what the post notices itself may still be opened.",
  }),
  compensation_below_least: ({ least }: RefusalDetails) => ({
    what:
      typeof least === "number"
        ? `The sum is less than what is owed: ${formatDong(dong(least))} at least.`
        : "The sum is less than what is owed.",
    wayOut: "Enter another sum.",
  }),
};
