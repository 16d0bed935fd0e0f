import type { work as vietnamese } from "../vi/work.ts";

type Text = typeof vietnamese;

const some = (count: number) => `${count} ${count === 1 ? "dossier" : "dossiers"}`;

const filters: Text["filters"] = {
  label: "Filter dossiers",
  due: "Due",
  any: "All",
  buckets: { overdue: "Overdue", today: "Due today", week: "Due this week", later: "After this week" },
  holder: "In whose hands",
  mine: "Mine",
  nobody: "Nobody's yet",
  clock: "Time limit",
  running: "Running",
  standing: "Standing still",
  field: "Field",
  status: "Status",
  step: "Step",
  clear: "Clear filters",
  matching: (count, open) => `${count} of ${some(open)}`,
  none: "No dossier fits the filter",
  noneHint: "Take a condition away to see others.",
};

const list: Text["list"] = {
  choose: (code) => `Choose dossier ${code}`,
  chooseAll: "Choose all shown",
  chosen: (count) => (count === 0 ? "No dossier chosen" : `${some(count)} chosen`),
  chosenMax: (most) => `At most ${most} at a time.`,
  keys: "↑ ↓ or J K: row by row · Enter: open · X: choose · Shift + X: choose a stretch · A: act on the chosen · ?: all shortcuts",
  since: (moment, why) => `Since ${moment}, ${why}`,
  lodgedAt: (moment) => `Noted ${moment}`,
  handedBack: "Handed back by an officer: the supplement was not enough",
  outcomes: { granted: "Proposed: grant", refused: "Proposed: refuse" },
  steps: (names) => `Step: ${names}`,
  shelf: (name) => `The result lies at: ${name}`,
  number: (number) => `no. ${number}`,
  late: {
    label: "Why it is late",
    held: (since) => `here since ${since}`,
    idle: (days) => (days === 0 ? "worked on today" : `nothing done for ${days} working days`),
    waiting: (agencies) => `waiting for the opinion of: ${agencies}`,
    supplements: (times) => `supplements asked for: ${times}`,
    stood: (days) => `waited for the applicant ${days} calendar days before`,
    extended: "extended",
    apologised: "apologised",
    notApologised: "no apology yet",
  },
  csv: "Download CSV",
  print: "Print the list",
};

const bulk: Text["bulk"] = {
  acts: {
    take: "Take",
    forward: "Send on",
    sendToDesk: "Send back to the desk",
    approve: "Approve",
    assign: "Give to an officer",
  },
  button: (act, count) => `${act} (${count})`,
  title: (act, count) => `${act}: ${some(count)}`,
  leftOut: (count) => `${some(count)} that you chose stand elsewhere and are not in this list.`,
  each: "Each dossier is recorded by itself: what cannot be done stays as it is, with the reason beside it.",
  look: "Look at the proposed outcome of each dossier before you approve.",
  reason: "Reason for sending back",
  reasonHint: "Written into each dossier; the one-stop unit reads it.",
  reasonShort: "Write the reason, at least 3 characters.",
  note: "Note (optional)",
  start: (act, count) => `${act} ${some(count)}`,
  progress: (done, all) => `${done} of ${some(all)} done`,
  done: (count) => `${some(count)} done`,
  refused: (count) => `${some(count)} could not be done`,
  ok: "Done",
  waiting: "Not sent yet",
  goOn: "Send the rest",
  results: "Result of each dossier",
  undo: (count) => `Undo: give ${some(count)} back to whom they were`,
  undone: (count, all) => `${count} of ${some(all)} given back`,
  wayBack: {
    take: "Taken by mistake: the approver gives it to somebody else.",
    assign: "Given by mistake: give it again.",
    forward: "Sent on by mistake: the agency sends it back as long as nobody has taken it.",
    sendToDesk: "The one-stop unit sends it on again.",
    approve: "A result with an error is made again on the page of the dossier.",
  },
};

const assign: Text["assign"] = {
  to: "Give to",
  hint: "Case officers of the agency; who has the least in hand stands first.",
  officer: (name, inHand) => `${name} (${some(inHand)} in hand)`,
  nobody: "No officer has such a name",
  missing: "Choose an officer.",
};

const board: Text["board"] = {
  title: "Board",
  intro: "What is late, where it lies, and how much the next days bring.",
  overviews: { unit: "One-stop unit", agency: "Deciding agency" },
  overviewLabel: "Scope",
  asOf: (moment) => `As of ${moment}`,
  columns: { overdue: "Overdue", today: "Today", week: "This week", later: "Later", standing: "Standing" },
  standingNote:
    "Standing: waits for the citizen and is not late. Each part of an interlinked dossier is work of its own and counted here; a register counts the whole alone.",
  total: "All open dossiers",
  byStatus: "Where it lies",
  byStep: "At which step of the internal procedure",
  byOfficer: "In whose hands",
  byPlace: { unit: "Deciding agency", agency: "Received at" },
  nobody: "Nobody's yet",
  name: { status: "Stage", step: "Step", officer: "Person", place: "Place" },
  forecast: "Due in the next 10 working days",
  forecastColumns: { day: "Day", due: "Dossiers due", people: "People", each: "For each" },
  noPeople: "nobody",
  open: (count, what) => `Open ${some(count)}: ${what}`,
  listTitle: (what) => `List: ${what}`,
  close: "Close the list",
  csv: "Download CSV",
  print: "Print the board",
  empty: "No open dossiers",
  emptyHint: "Figures appear here when there are new dossiers.",
};

const presence: Text["presence"] = {
  others: (names) => `Also open with: ${names}`,
  one: (name, since) => `${name} (since ${since})`,
  doing: (name, since, form) => `${name} (since ${since}, filling in “${form}”)`,
  changed: "The dossier has just changed",
  act: (actor, what, at) => (actor === "" ? `${at}: ${what}` : `${at}, ${actor}: ${what}`),
  reload: "Load the new version",
  kept: "What you are typing is kept.",
  since: "Since you opened the form, others have done:",
};

export const work: Text = { filters, list, bulk, assign, board, presence };
