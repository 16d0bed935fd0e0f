import { type RefusalDetails, codes } from "../refusal-words.ts";

/** What happened and what to do now, where the papers of a dossier are not what they should be. */
export const paperRefusals = {
  unknown_paper: () => ({
    what: "The list of papers of the procedure has changed.",
    wayOut: "Load the procedure again and look at the papers.",
  }),
  paper_listed_twice: (details: RefusalDetails) => ({
    what: `A paper stands on two lines${codes(details, "papers", (papers) => `: ${papers}`)}.`,
    wayOut: "Put them on one line with the right number of originals and copies, and send again.",
  }),
  paper_not_of_dossier: () => ({
    what: "A line is about a paper that this dossier does not have, or that was struck from it.",
    wayOut: "Load the page again to see the papers of the dossier, and put them right.",
  }),
  papers_missing: (details: RefusalDetails) => ({
    what: `Papers are missing${codes(details, "papers", (papers) => `: ${papers}`)}.`,
    wayOut: "Add them, or write why the dossier is received all the same.",
  }),
  paper_held_by_other: () => ({
    what: "Somebody else, or another counter, holds a paper whose number would change.",
    wayOut:
      "Ask who holds it (see the dossier's papers) to correct it, or sit at the counter that holds it. Everything else can be corrected.",
  }),
  nothing_corrected: () => ({
    what: "Nothing differs from the dossier as it was written down.",
    wayOut: "Change what is wrong; if the dossier is right, submit it again on its page.",
  }),
};
