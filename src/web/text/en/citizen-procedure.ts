import type { procedure as vietnamese } from "../vi/citizen-procedure.ts";

/** Words of the page of one procedure. */
export const procedure: typeof vietnamese = {
  title: "Procedure",
  back: "Find another procedure",
  level: "Deciding authority",
  subjects: "For whom",
  inForce: "In force",
  inForceFrom: (from) => `from ${from}`,
  inForceSpan: (from, to) => `from ${from} to ${to}`,

  nextTitle: "What to do",
  prepare: (count) =>
    `Prepare the papers: see the ${count} ${count === 1 ? "entry" : "entries"} in the list below.`,
  prepareNothing: "Ask at a one-stop unit which papers to bring: the list of papers is not published.",
  presence: "The person who asks must come to sign.",
  submitVia: (channels) => `Hand in the dossier in one of these ways: ${channels}.`,
  submitOnly: (channel) => `Hand in the dossier: ${channel}.`,
  submitUnknown: "Ask at a one-stop unit how to hand it in: the ways of handing in are not published.",
  keepSlip: "Keep the slip with the due date; its two codes let you",
  track: "see where the dossier stands",

  contents: "On this page",
  channelsTitle: "Where to hand in, how long it takes, what it costs",
  channelsNone: "Ways of handing in, time limits and fees: not published.",
  where: {
    direct:
      "At a one-stop unit or the counter of the deciding authority. Some procedures can be handed in at a post office; ask before you go.",
    online: "On the National Public Service Portal, dichvucong.gov.vn.",
    postal: "By the public postal service.",
  },
  limit: "Time limit",
  fee: "Fees",
  notPublished: "not published",
  ask: "Where something is unclear or not published, ask at a one-stop unit before handing in.",
  papersTitle: "Papers needed",
  papersNone: "List of papers: not published.",
  papersOf: { submit: "Papers to hand in", show: "Papers only to be shown" },
  paperNotes: "Notes on the papers",
  stepsTitle: "Steps",
  stepsFrom:
    "Word for word from the National Public Service Portal; authorities and addresses in it may be those of another place.",
  requirementsTitle: "Requirements and conditions",
  resultsTitle: "What you receive",
  legalTitle: "Legal basis",
  sourceTitle: "Where this comes from",
  publishedBy: "Decision of publication",
  source: "Source",
  caseNote: "Note",
  toTop: "To the top",

  missing: {
    title: "There is no page of this procedure",
    unknown: (code) => `No procedure with the code “${code}” is published here.`,
    notInForce: (code) => `The procedure with the code “${code}” is not in force now.`,
    endedOn: (day) => `Its latest version was in force until ${day}.`,
    beginsOn: (day) => `A new version is in force from ${day}.`,
    advice: [
      "Compare the code with your papers or with the National Public Service Portal; it looks like 1.001193.",
      "Or look for the name of the procedure below, with or without diacritics.",
      "If it cannot be found, ask at a one-stop unit.",
    ],
  },
};
