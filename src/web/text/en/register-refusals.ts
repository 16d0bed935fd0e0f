import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

/** What happened and what to do now, at the registers and the slips with which dossiers change hands. */
export const registerRefusals = {
  register_year_running: (details: RefusalDetails) => ({
    what: `The year${detail(details, "year", (year) => ` ${year}`)} is not over; dossiers still come into the register.`,
    wayOut: "Close it from 1 January of the next year on; the open register can be printed now.",
  }),
  register_closed: () => ({
    what: "This register, or a field of the group, is closed already.",
    wayOut: "Reload the page and open the closed register in the list.",
  }),
  register_empty: () => ({
    what: "Nothing stands in this register yet.",
    wayOut: "Choose another field or year.",
  }),
  originals_unsaid: (details: RefusalDetails) => ({
    what: `Originals of the citizen are still here${codes(details, "papers", (papers) => `: ${papers}`)}.`,
    wayOut: "Tick those that go back with the result; what is not ticked is noted as staying here.",
  }),
  originals_not_held: () => ({
    what: "The originals of this paper are not here any more, or went back already.",
    wayOut: "Reload the page to see who holds what.",
  }),
  slip_dossier_unfit: () => ({
    what: "A dossier is no longer at this step, or on another slip already.",
    wayOut: "Reload the list and choose again.",
  }),
  unit_phone_invalid: () => ({
    what: "This is not a telephone number.",
    wayOut: "Write a landline with its area code, a mobile or a hotline, such as 0277 3833 999.",
  }),
  slip_two_agencies: () => ({
    what: "The dossiers belong to several agencies or one-stop units.",
    wayOut: "Make a slip for each agency.",
  }),
};
