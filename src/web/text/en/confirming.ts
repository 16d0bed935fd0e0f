import type { confirming as vietnamese } from "../vi/confirming.ts";

const acts = (count: number) => `${count} ${count === 1 ? "act" : "acts"}`;

export const confirming: typeof vietnamese = {
  title: "Confirm",
  awaitedTitle: "Waiting for an officer",
  tabs: { waiting: "To confirm", receipts: "Receipts to deliver", figures: "How long it takes" },
  tabsLabel: "Confirmation",
  acts: { receive: "Taking in", supplement: "Taking in a supplement", returnResult: "Returning a result" },
  refresh: "Refresh",
  filter: "Filter the list",
  filterHint: "Code, applicant, procedure or clerk.",
  noMatch: (typed) => `No row matches “${typed}”`,
  total: (count) => `${acts(count)} waiting`,
  shownOf: (shown, total) => `The ${shown} that have waited longest, of ${total}`,
  empty: "Nothing waits for confirmation",
  emptyHint: "What the post's clerks did and you must confirm will stand here.",
  awaitedEmpty: "No dossier waits for confirmation",
  awaitedEmptyHint:
    "Dossiers that were taken in and not confirmed yet, or were handed back, will stand here.",
  list: "Acts that wait for confirmation",
  columns: {
    choose: "Choose",
    dossier: "Dossier",
    applicant: "Applicant",
    clerk: "Done by",
    waiting: "Waiting for",
    papers: "Papers",
  },
  papers: (count) => `${count} ${count === 1 ? "paper" : "papers"} held`,
  results: (count) => `${count} ${count === 1 ? "result" : "results"} handed over`,
  minutes: (minutes) => waited(minutes),
  own: "Your own act; somebody else confirms it",
  choose: (code) => `Choose ${code}`,
  chooseAll: "Choose all",
  chosen: (count) => `${count} chosen`,
  chosenMax: (max) => `At most ${max} are confirmed at once.`,
  confirmChosen: (count) => (count === 0 ? "Confirm" : `Confirm ${acts(count)}`),
  keys: "↑ ↓ or J K: from row to row · Space: choose · Enter: open · →: into the dossier, Esc: back to the list · Ctrl Enter: confirm",
  confirmed: (count) => `${acts(count)} confirmed.`,
  notConfirmed: (count) => `${acts(count)} could not be confirmed and stay in the list:`,
  openHint: "Open a row to see the papers and the applicant.",
  opened: "The opened dossier",
  closeOpened: "Close the dossier",
  openWhole: "Open the dossier's page",
  lastWords: "Last words",
  states: {
    awaitingConfirmation: "Waiting",
    handedBack: "Handed back, to be mended",
    supplementAwaitingConfirmation: "Supplement taken in, waiting",
    returnAwaitingConfirmation: "Result handed over, waiting",
  },
  forms: {
    short: "Write at least 3 characters.",
    handBack: {
      label: "What is to be mended",
      hint: "The clerk reads this and answers when submitting again.",
      submit: "Hand back",
    },
    resubmit: {
      label: "What was mended",
      hint: "The officer reads this before confirming.",
      submit: "Submit again",
    },
    remark: {
      label: "Words",
      hint: "The citizen has the result, so nothing can be handed back; the two sides can only talk.",
      submit: "Send",
    },
    withdraw: {
      label: "Note (optional)",
      hint: "Why the citizen takes the dossier home.",
      submit: "Confirm that the dossier was given back",
    },
  },
  receipts: {
    list: "Receipts to deliver",
    hint: "Mẫu 01 of confirmed dossiers that has not reached the citizen. Whoever has the result needs none.",
    empty: "No receipt is left to deliver",
    emptyHint: "Confirmed dossiers stand here until their receipt was delivered.",
    filterHint: "Code, applicant or procedure.",
    total: (count) => `${count} ${count === 1 ? "receipt" : "receipts"} to deliver`,
    shownOf: (shown, total) => `The ${shown} that have waited longest, of ${total}`,
    by: "How",
    received: "Taken in at",
    print: "Print",
    printChosen: (count) => (count === 0 ? "Print several" : `Print ${count}`),
    printMax: (max) => `At most ${max} are printed at once.`,
    printOf: (code) => `Print the receipt of ${code}, in a new tab`,
    done: { counter: "Handed over", post: "Posted", message: "Citizen was told" },
    doneOf: (words, code) => `${words}: ${code}`,
    marked: (code) => `Noted: the receipt of ${code} was delivered.`,
    messageByHand: "The program does not send this one: tell the citizen, then mark it.",
  },
  figures: {
    from: "From",
    to: "To",
    show: "Show",
    print: "Print this table",
    caption: "What the post's clerks did that an officer had to confirm, by the day it was done",
    unit: "One-stop unit",
    act: "Act",
    count: "All",
    confirmed: "Confirmed",
    waiting: "Waiting",
    withdrawn: "Taken home",
    sentBack: "Sent back or remarked on",
    median: "Half confirmed within",
    p90: "90% confirmed within",
    share: (count, percent) => `${count} (${percent}%)`,
    none: "–",
    empty: "Nothing had to be confirmed on these days",
    hint: "From the act to its confirmation, nights and holidays included.",
  },
  counter: {
    waits: "You may take it in; an officer will confirm",
    waitsHint:
      "Code and time are given at once; the citizen gets a slip that says it waits, and the receipt (Mẫu 01) after the confirmation.",
    delivery: "After the confirmation the receipt (Mẫu 01) comes",
    deliveryHint: "Ask the citizen. A message needs an e-mail address or a phone number.",
    takenIn: "Taken in, waiting for an officer",
    print: "Print the slip",
    next: "The dossier is not officially received yet",
    nextHint: "An officer confirms it or hands it back; see Awaited.",
    slipTitle: "Slip – waiting for confirmation",
    slipHint: "Both sign, and one copy goes to the citizen. This is not Mẫu 01 yet.",
  },
};

/** @example waited(75) → "1 h 15 min" */
function waited(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  const word = days === 1 ? "day" : "days";
  return hours % 24 === 0 ? `${days} ${word}` : `${days} ${word} ${hours % 24} h`;
}
