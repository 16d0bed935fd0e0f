import { type RefusalDetails, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

/** What the server refuses about openings, surveys and findings of sites. */
export const siteRefusals = {
  opening_invalid: () => ({
    what: "Something about the opening is wrong.",
    wayOut: "Look at the marked fields, mend them and record again.",
  }),
  site_opened_already: () => ({
    what: "An opening of this site is recorded already.",
    wayOut: "Load the page of the site again; if the record is wrong, withdraw it before recording anew.",
  }),
  survey_invalid: () => ({
    what: "Something about the survey is wrong.",
    wayOut: "Look at the marked items, mend them and send again.",
  }),
  checklist_unknown: () => ({
    what: "The program has no such version of the checklist.",
    wayOut: "Load the page again to go by the one in use.",
  }),
  site_photo_unknown: () => ({
    what: "A photo is not kept on the server.",
    wayOut: "Take that photo away, then take or choose it again.",
  }),
  withdrawn_already: () => ({
    what: "This record was withdrawn before.",
    wayOut: "Load the page again to see by whom and why.",
  }),
  finding_not_open: () => ({
    what: "This finding waits to be looked at, or is closed.",
    wayOut: "Load the page again to see how it stands.",
  }),
  finding_not_resolved: () => ({
    what: "This finding does not wait to be looked at any more.",
    wayOut: "Load the page again to see how it stands.",
  }),
  finding_verified_by_resolver: () => ({
    what: "Whoever put a finding right cannot accept it.",
    wayOut: "Ask another surveyor to look at it.",
  }),
  resolution_day_wrong: (details: RefusalDetails) => ({
    what: `The day lies between the survey${detail(details, "surveyedOn", (day) => ` (${dates.shortDay(day)})`)} and today.`,
    wayOut: "Correct the day.",
  }),
  verdict_words_missing: () => ({
    what: "A rejection says what is still missing.",
    wayOut: "Write a few words, so that the unit knows what to do.",
  }),
};
