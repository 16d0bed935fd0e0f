import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

const names = (details: RefusalDetails, key: string) => codes(details, key, (list) => `: ${list}`);

/** What happened and what to do now, where a dossier is worked by an internal procedure. */
export const stepRefusals = {
  steps_open: (details: RefusalDetails) => ({
    what: `Steps of the internal procedure are not done${names(details, "steps")}.`,
    wayOut: "Finish them, then submit the result.",
  }),
  step_unknown: () => ({
    what: "This dossier has no such step.",
    wayOut: "Open the dossier again to see its steps.",
  }),
  step_not_open: () => ({
    what: "Nothing can be done with this step now: it is done, waits for others, or the dossier has ended.",
    wayOut: "Open the dossier again to see which step is open.",
  }),
  step_not_done: () => ({
    what: "This step is not done, so it cannot be sent back.",
    wayOut: "Choose a step that is done.",
  }),
  step_yours_already: () => ({
    what: "You have taken this step already.",
    wayOut: "Go on with it and finish it when it is done.",
  }),
  step_of_another: (details: RefusalDetails) => ({
    what:
      detail(details, "name", (name) => (name === "" ? "" : `${name} has this step.`)) ||
      "Nobody has taken this step.",
    wayOut: "Take the step first, then finish it; that you stand in for somebody is noted.",
  }),
  step_person_unsuited: () => ({
    what: "The chosen person does not hold the post for this step at its place today.",
    wayOut: "Choose a person from the list.",
  }),
  step_papers_missing: (details: RefusalDetails) => ({
    what: `Papers that this step yields are missing${names(details, "papers")}.`,
    wayOut: "Attach the papers of the step, then finish it.",
  }),
  internal_procedure_invalid: () => ({
    what: "This internal procedure cannot be worked by, so nothing was kept.",
    wayOut: "Mend what is said beside each step, then save again.",
  }),
  internal_procedure_changed: () => ({
    what: "Somebody has just kept a newer internal procedure.",
    wayOut: "Open it again to see the new one, then go on.",
  }),
};
