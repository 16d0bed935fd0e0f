import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

/** What happened and what to do now, where units are reorganised. */
export const reorganisationRefusals = {
  reorganisation_invalid: () => ({
    what: "Something about the plan is wrong; nothing was kept or applied.",
    wayOut: "Mend what is said below the plan, then try again.",
  }),
  reorganisation_two_spaces: (details: RefusalDetails) => ({
    what: `The data of the units in the plan are kept in several places${codes(details, "names", (names) => `: ${names}`)}.`,
    wayOut: "Make a plan of its own for the units of each place of data.",
  }),
  reorganisation_changed: () => ({
    what: "Somebody changed this plan first.",
    wayOut: "Open it again to see how it stands, then go on.",
  }),
  reorganisation_settled: () => ({
    what: "This plan was applied or called off already.",
    wayOut: "Make a new plan for whatever is to change next.",
  }),
  reorganisation_not_due: (details: RefusalDetails) => ({
    what: `Its day has not come${detail(details, "day", (day) => ` (${day})`)}.`,
    wayOut: "The program applies it at midnight of its day; until then it can be changed or called off.",
  }),
};
