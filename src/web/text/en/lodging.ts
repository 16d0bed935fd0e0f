import type { lodging as vi } from "../vi/lodging.ts";

export const lodging: typeof vi = {
  ask: "Ask for more",
  refuse: "Refuse to receive",
  notAllowed: (act, why) => `Cannot ${act}: ${why}`,
  asking: "ask for more",
  refusing: "refuse to receive",

  askTitle: "Ask for what is missing",
  askEffect: "The dossier gets a code and no time runs yet. All papers go back to the person.",
  askPapers: "What is to be brought or put right",
  askReason: "Reason",
  askReasonHint: "Printed on Mẫu 02; say it clearly, so that the person comes back once only.",
  askSubmit: "Ask for more",
  refuseTitle: "Refuse to receive the dossier",
  refuseEffect: "The dossier ends here. All papers go back to the person.",
  refuseReason: "Reason for the refusal",
  refuseReasonHint: "Printed on Mẫu 03; where another place decides, name it.",
  refuseSubmit: "Refuse to receive",

  askedTitle: "Asked for more",
  refusedTitle: "Refused to receive",
  earlier: "The dossier was recorded by the sending before the connection was lost.",
  earlierHint: "What was changed after that sending is not in the dossier. Open it to look again.",
  papersBack: "Give all papers back to the person",
  comesBack: "When the person comes back: find the dossier by its code, then open it at the counter.",
  printAsk: "Print the supplement request",
  printRefusal: "Print the refusal",
  newTab: "opens in a new tab",

  acceptTitle: (code) => `Receive dossier ${code}`,
  acceptLabel: "Form of a dossier that was lodged before",
  asked: (moment) => `Asked for more on ${moment}`,
  askedPaper: (name, counts) => (counts === "" ? name : `${name} (${counts})`),
  fixed:
    "Procedure, channel and case stay as they were lodged. Papers are counted anew, since none is at the counter.",
  toDossier: "See the dossier",
  reload: "Load the dossier again",
  wait: "Asking for the right…",

  sameDay: "A same-day procedure: print the receipt only when the person asks for it. All is recorded.",
};
