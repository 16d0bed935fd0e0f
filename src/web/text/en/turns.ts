import type { turns as vi } from "../vi/turns.ts";

type Text = typeof vi;

const supplement: Text["supplement"] = {
  papers: "Papers to bring",
  paper: (nth) => `Paper ${nth}`,
  name: "Name of the paper, or what is to be completed",
  // It is printed on a form in Vietnamese, whoever fills it in.
  toShow: (name) => `${name} (xuất trình)`,
  originals: "Originals",
  copies: "Copies",
  originalsOf: (nth) => `Originals of paper ${nth}`,
  copiesOf: (nth) => `Copies of paper ${nth}`,
  remove: (nth) => `Remove paper ${nth}`,
  add: "Add a paper",
  rowsHint: "Enter in a name: to the next row, or a new one.",
  rowsMissing: "Name at least one paper.",
  countMissing: "Say how many originals or copies.",
  reason: "Reason",
  reasonHint: "Printed on the citizen's slip: complete and clear, so that one request is enough.",
  answerBy: "To be brought by",
  answerByHint: "The clock stands until the papers are in; then the time limit counts anew.",
  basis: "Legal basis of this request",
  basisHint: "The law allows one request; name the article that allows another.",
  basisMissing: "Name the legal basis.",
  again: (nth) => `This is request number ${nth}`,
  againNote: "With more than one request the dossier counts as late in the statistics.",
  submit: "Ask for the supplement",
};

const receiving: Text["receiving"] = {
  papers: "Papers that came",
  asked: (day) => `The papers below were asked for by ${day}. Change them to what has come.`,
  note: "Note",
  submit: "Take the supplement in",
  effect: "The time limit counts anew from now.",
};

const duty: Text["duty"] = {
  amount: "Amount (đồng)",
  amountHint: "Leave it empty when another authority fixes it.",
  amountProblem: "Write the amount in figures, such as 1.500.000.",
  reason: "What is to be paid, and why",
  answerBy: "To be paid by",
  effect: "The clock stands until the payment is noted.",
  submit: "Ask for the payment",
  proof: "Proof of payment",
  proofHint: "Number and day of the receipt, the deposit slip or the confirmation.",
  proofMissing: "Say by what it was proved.",
  fulfilled: "Note the payment",
  asked: (amount) => `${amount} was asked for.`,
};

const withdrawal: Text["withdrawal"] = {
  reason: "Reason that the citizen gives",
  submit: "Note the request",
  said: "The citizen asks to have the dossier back",
  acceptReason: "Reason for stopping",
  acceptHint: "Printed on the notice. Only while nothing has been decided.",
  accept: "Stop the dossier",
  declineReason: "Why it is not stopped",
  declineHint:
    "The citizen is told this reason; speak of a result only when there is a decision or a notice of it.",
  decline: "Let it go on",
};

const clock: Text["clock"] = {
  countsLate: "Counts as late",
  countsLateBecause: (times) =>
    `Supplements were asked for ${times} times: the statistics count the dossier as late, even if the result comes in time.`,
  standing: "The clock stands",
  standingSince: (day, why) => `The clock has stood since ${day}: ${why}.`,
  reasons: {
    supplement: "the citizen is to bring papers",
    financialDuty: "the citizen is to make a payment",
    consultation: "another authority is to answer",
  },
  waiting: (why) => `The dossier waits: ${why}. There is nothing to do for you now.`,
  answerBy: (day) => `The citizen is to answer by ${day}.`,
  answerLate: (day) => `The day of the answer has passed: ${day}.`,
  deskLimits: "What the desks do before the due date",
  deskDuties: {
    askSupplement: (by) => `If papers are missing: ask for them by ${by}.`,
    forward: (by) => `Forward the dossier to where it is decided by ${by}.`,
  },
  deskDutyLate: "This moment is past; it can still be done, best with the reason said.",
  lastDue: "Due date before the clock stood",
  anew: "When the papers are in, the time limit counts anew.",
  runsOn: "When the payment is noted, the date moves by as long as the clock stood.",
  noDate: "No date yet",
  noDateBecause: "The dossier was not received, so there is no due date.",
  extendedOnce: "Extended once.",
  ended: "The dossier has ended; the date holds no longer.",
};

/** Words of the turns that a dossier can take. */
export const turns: Text = {
  faults: {
    agency: "The deciding authority",
    desk: "The one-stop unit",
    post: "The post",
    citizen: "The citizen (what was declared is wrong)",
  },
  forms: {
    supplement: "the supplement request",
    refusal: "the refusal slip",
    apology: "the apology",
    stop: "the notice of stopping",
  },
  others: {
    title: "Other acts",
    count: (open, all) => (open === all ? `${all} possible` : `${open} of ${all} possible`),
    atCounter: "This dossier is received, asked to be supplemented or refused at the counter.",
    toCounter: "Open at the counter",
    ofPost: (posts) => `Done by the ${posts.join(" or the ")}:`,
    ofPostElsewhere: (posts) => `Done by the ${posts.join(" or the ")} of the place in charge:`,
  },
  printing: {
    print: (form) => `Print ${form}`,
    open: (form) => `Open ${form}`,
    newTab: "opens in a new tab",
    give: "Print, sign and give it to the citizen, or send it electronically.",
  },
  supplement,
  receiving,
  duty,
  withdrawal,
  stop: {
    reason: "Reason for stopping",
    hint: "Printed on the notice that the citizen gets.",
    submit: "Stop the dossier",
    final: "A dossier that was stopped stays so; the citizen may hand in a new one.",
  },
  desk: {
    reason: "Reason for giving it back",
    hint: "The one-stop unit reads it.",
    submit: "Give back to the one-stop unit",
  },
  extension: {
    day: "New due date",
    dayHint: (due, lastDay) => `Due now: ${due}. It can be extended once, on ${lastDay} at the latest.`,
    lastDays: (day, working) => `${day} (the last working day: ${working})`,
    dayNotLater: "Choose a day after the present due date.",
    reason: "Reason",
    reasonHint: "Printed on the apology that the citizen gets.",
    submit: "Apologise and extend",
  },
  apology: {
    day: "Result expected on",
    dayHint: (due) => `By law the date stays ${due}.`,
    dayNotLate: "Choose a day after the due day: an apology is for what is or will be late.",
    submit: "Apologise",
  },
  reopening: {
    fault: "Whose error it was",
    faultMissing: "Choose whose error it was.",
    faultHint: "Who is at fault pays for the new result and apologises.",
    reason: "What the error is",
    step: "Begin anew from the step",
    allSteps: "All steps after the receipt",
    submit: "Make the result again",
  },
  payers: {
    agency: "The deciding agency pays for the new result; the citizen pays nothing more.",
    desk: "The one-stop unit pays for the new result; the citizen pays nothing more.",
    post: "The post pays for the new result; the citizen pays nothing more.",
    citizen: "The citizen pays for the new result: fees and charges as the first time.",
  },
  originals: {
    title: "Originals that go back to the citizen",
    of: (name, count) => `${name} (${count} ${count === 1 ? "original" : "originals"})`,
    hint: "Tick what is handed back; whoever takes it signs. Copies of the same paper stay in the file.",
    withResult: "Tick what goes back with the result. What is not ticked is noted as staying in the file.",
    missing: "Tick at least one original.",
    none: "No originals of the citizen are here any more.",
    submit: "Hand originals back",
    back: "originals handed back",
  },
  clock,
  facts: {
    again: (nth, approver) =>
      `Request ${nth} for a supplement, approved by ${approver}; the dossier counts as late`,
    basis: (words) => `Basis: ${words}`,
    due: (moment) => `Due: ${moment}`,
    calendarChange: (decisions) => `The calendar changed: ${decisions}`,
    answerBy: (moment) => `Answer by: ${moment}`,
    amount: (amount) => `Amount: ${amount}`,
    manifest: (number) => `Biên bản giao nhận ${number}`,
    expectedOn: (day) => `Result expected: ${day}`,
    fault: (whose, payer) => `Error of: ${whose}. ${payer}`,
  },
  reasonShort: "Give the reason, at least 3 characters.",
  dayMissing: "Choose a day.",
  dayPast: "This day has passed; choose one after today.",
};
