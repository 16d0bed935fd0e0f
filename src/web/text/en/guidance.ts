import type { guidance as words } from "../vi/guidance.ts";

/** Words of guidance without a dossier. */
export const guidance: typeof words = {
  title: "Guidance today",
  today: (count, minutes) =>
    `${count} ${count === 1 ? "time" : "times"} · ${minutes} minutes at this counter`,
  none: "No guidance is recorded today.",
  noneHint: "Each time somebody is guided without a dossier, write one line; citizens are not named.",
  record: "Record guidance",
  dialogTitle: "Record guidance",
  procedure: "Procedure",
  procedureHint: "Type its name or code, then Enter. When it is about none, choose the field alone.",
  otherProcedure: "Choose another procedure",
  field: "Field",
  fieldPlaceholder: "Where it was about no single procedure",
  subjectMissing: "Choose a procedure or a field.",
  minutes: "Minutes",
  minutesOf: (count) => `${count} min`,
  outcome: "Outcome",
  save: "Record",
  saved: "The guidance is recorded.",
  undone: "The line is taken back.",
  undo: (about) => `Take back: ${about}`,
  outcomes: {
    answered: "Answered",
    toComeBack: "Will come back with more",
    sentElsewhere: "Sent to another place",
    appliedOnline: "Helped to apply online",
    dossierReceived: "A dossier was received right after",
  },
};
