import type { CitizenText } from "../vi/citizen.ts";
import { parcel } from "./citizen-parcel.ts";
import { post } from "./citizen-post.ts";
import { procedure } from "./citizen-procedure.ts";

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

const statuses: CitizenText["dossier"]["statuses"] = {
  lodged: {
    title: "The dossier has been noted",
    next: "The desk is checking it; it is not received yet, so there is no due date.",
  },
  toBeSupplemented: {
    title: "Something is missing before the dossier can be received",
    next: "Bring what the supplement request lists and hand it in again. The time limit only counts from a complete dossier.",
  },
  notReceived: {
    title: "The dossier was not received",
    next: "The reason stands on the refusal slip.",
  },
  awaitingSupplement: {
    title: "The dossier needs a supplement",
    next: "Bring what the supplement request lists. Once it is complete, the time limit counts anew.",
  },
  supplementAwaitingConfirmation: {
    title: "The supplement is waiting to be confirmed",
    next: "The counter has taken it in. An officer is looking at it; if it is complete, the limit counts from when you handed it in.",
  },
  awaitingPayment: {
    title: "A payment is needed before the dossier goes on",
    next: "Pay the amount of the notice. The time until then does not count towards the time limit.",
  },
  withdrawalAsked: {
    title: "Your request to withdraw was noted",
    next: "An officer is checking; if there is no result yet, the dossier is stopped and you get your papers back.",
  },
  stopped: {
    title: "The dossier was stopped",
    next: "The reason stands on the stop notice. Please collect the papers you handed in.",
  },
  awaitingConfirmation: {
    title: "The dossier is waiting to be confirmed",
    next: "The counter has taken it in. An officer of the one-stop unit is looking at it; once confirmed, the time limit counts from the moment it was handed in.",
  },
  handedBack: {
    title: "The dossier is waiting to be confirmed",
    next: "The officer asked the counter to look at it again. You will be contacted if something is missing.",
  },
  withdrawn: {
    title: "The dossier was taken home",
    next: "It was not received. You can hand it in again at any time.",
  },
  received: {
    title: "The dossier has been received",
    next: "The one-stop unit is sending it on to the authority that decides.",
  },
  forwarded: {
    title: "The dossier is with the deciding authority",
    next: "It is waiting for an officer to take it up.",
  },
  processing: {
    title: "The dossier is being processed",
    next: "An officer is examining it and preparing the result.",
  },
  awaitingApproval: {
    title: "The result is waiting for approval",
    next: "The officer has finished; the competent person is reviewing the result.",
  },
  finished: {
    title: "The result is ready",
    next: "The matter has been decided and the result is waiting to be handed to you.",
  },
  returnAwaitingConfirmation: {
    title: "The result was handed over",
    next: "It was signed for. An officer of the one-stop unit is confirming the return; there is nothing for you to do.",
  },
  returned: {
    title: "The result has been handed over",
    next: "The result was handed over against a signature. The matter is closed.",
  },
};

const home: CitizenText["home"] = {
  title: "Look up a dossier or a procedure",
  lead: "See where a dossier handed in at a one-stop unit or a post office counter stands, when its result is due, and why.",
  trackTitle: "Look up a dossier",
  trackLead: "Enter the two codes printed on the receipt and appointment slip, or scan its QR code.",
  proceduresTitle: "Find a procedure",
  proceduresLead: "Type its Vietnamese name or its code, with or without diacritics.",
  staff: "For staff",
};

const form: CitizenText["form"] = {
  code: "Dossier code",
  codeHint: "For example: H20.031-261123-0001",
  secret: "Look-up secret",
  secretHint: "Printed beside the QR code. Capital and small letters are the same.",
  submit: "Show the dossier",
  problemTitle: "The dossier could not be opened",
  problems: {
    track_not_found: "The dossier code and the look-up secret do not fit together.",
    too_many_requests: "There were too many attempts. Please wait 15 minutes and try again.",
    input_malformed: "The dossier code or the look-up secret does not have the right form.",
  },
  check: {
    track_not_found: [
      "Compare every character of both codes with the receipt and appointment slip.",
      "A dossier that was handed in just now can be looked up at once.",
      "If the slip is lost or unreadable, bring an identity paper to the place where the dossier was handed in.",
    ],
    too_many_requests: [
      "The limit keeps others from guessing your codes.",
      "Meanwhile you can ask at the place where the dossier was handed in.",
    ],
    input_malformed: [
      "Enter both codes exactly as printed, with the dots and hyphens.",
      "Do not enter an identity number or a phone number here.",
    ],
  },
};

const issued: CitizenText["dossier"]["issued"] = {
  title: "Papers that were issued to you",
  lead: "These papers name people and their numbers, so the personal number is asked for before one is opened.",
  number: "Personal number, or tax code",
  numberHint: "Of the applicant or of who handed the dossier in, as on the receipt and appointment slip.",
  wrongNumber:
    "This is neither the applicant's number nor that of who handed it in. Compare and enter it again.",
  open: (form, at) => `Open: ${form} (PDF), ${at}`,
  forms: {
    mau01: "receipt and appointment slip",
    mau02: "request for papers",
    mau03: "refusal to receive",
    mau04: "letter of apology",
    mau05: "notice that the dossier is stopped",
  },
};

const dossier: CitizenText["dossier"] = {
  statuses,
  issued,
  code: "Dossier code",
  procedure: "Procedure",
  procedureCode: "Procedure code",
  dueTitle: "Result due",
  dueProvisional: "provisional",
  overdueAdvice:
    "The due date has passed without a result. You may ask for the reason and a new date where you handed the dossier in.",
  expected: (day) =>
    `The agency apologises for the delay and expects the result on ${day}. The legal date above stays as it is.`,
  extended:
    "This date was extended with an apology; the old date and the letter stand under “Why this date?”.",
  why: (reason) => `Reason: ${reason}`,
  refused: {
    finished: {
      title: "The dossier was refused",
      next: "The agency has refused it. The written answer with the reason is waiting for you.",
    },
    returnAwaitingConfirmation: {
      title: "The refusal was handed over",
      next: "The recipient has signed. A civil servant of the one-stop unit is confirming it; there is nothing more for you to do.",
    },
    returned: {
      title: "The refusal was handed over",
      next: "The dossier was refused; the written answer with the reason was handed over and signed for. The matter is closed.",
    },
  },
  finishedEarly: (count) => `Finished ${days(count)} before the due date.`,
  finishedOnTime: "Finished on time.",
  finishedCountsLate: (times) => `Papers were asked for ${times} times: the dossier counts as late.`,
  finishedLate: (count) =>
    count === 0 ? "Finished later than the hour promised." : `Finished ${days(count)} after the due date.`,
  nextTitle: "What comes next",
  withdrawnToDo: "When you hand it in again it gets a new code.",
  waitingToDo:
    "There is nothing for you to do now. Once an officer has confirmed, the receipt and appointment slip reaches you in the way that your slip says.",
  receiptToCome: {
    counter: (place) => `The receipt and appointment slip is ready. Please collect it at ${place}.`,
    post: () => "The receipt and appointment slip is ready and will be sent to you by post.",
    message: () =>
      "The receipt and appointment slip is ready; it will come by e-mail, or you will be told by text message.",
  },
  awaited: {
    supplement: (place) => `Bring these papers to ${place}:`,
    payment: (place, agency) =>
      `Make the payment below where the notice of ${agency} says, then bring the proof to ${place}.`,
    what: (reason) => `To be paid for: ${reason}`,
    amount: (amount) => `Amount: ${amount}.`,
    amountByNotice: (agency) => `Amount: see the notice of ${agency}.`,
    by: "At the latest:",
    byNotice: (agency) => `Pay by: see the notice of ${agency}.`,
  },
  standing: {
    title: "The clock stands",
    since: (moment) => `The time limit has stood since ${moment}, because the dossier waits for you.`,
    after: {
      supplement: "Once all papers are in, the time limit counts anew and you are told the new date.",
      payment: "Once your payment is noted, the date moves by as long as the clock stood.",
    },
  },
  confirmedSoon: "There is nothing for you to do now. This page will say what came of it.",
  notReceivedToDo: "You may hand it in again once the reason for the refusal is gone.",
  stoppedToDo: (place) =>
    `Collect the papers that you handed in at ${place}. To go on with the matter, hand in a new dossier.`,
  nothingToDo: "There is nothing for you to do now. You need not ask before the due date.",
  doneTitle: "There is nothing more for you to do.",
  collect: {
    counter: (place) => `Collect the result at ${place}.`,
    onItsWay: (place) =>
      `The result is ready and on its way to ${place}. This page will say when it is there to be collected.`,
    postal: "The post will bring the result to the address given. Show an identity paper when it arrives.",
    electronic: "The electronic result is sent in the way chosen when the dossier was handed in.",
  },
  bring: {
    slip: "Bring the receipt and appointment slip.",
    lost: "If it is lost: show an identity paper and give details of the dossier.",
    proxy: "Whoever collects for you also brings a power of attorney and their own identity paper.",
  },
  toldTitle: "What you were told",
  stepsTitle: "Steps so far",
  steps: {
    "dossier.lodged": "Dossier noted, not received yet",
    "dossier.accepted": "Dossier received",
    "dossier.acceptanceTakenIn": "Dossier taken in, waiting to be confirmed",
    "dossier.supplementAskedBeforeReceipt": "Supplement asked for before the receipt",
    "dossier.intakeRefused": "Dossier not received",
    "dossier.sentToDesk": "Given back to the one-stop unit by the authority",
    "dossier.supplementAsked": "Supplement asked for",
    "dossier.supplemented": "Supplement received, dossier complete",
    "dossier.supplementTakenIn": "Supplement taken in, waiting to be confirmed",
    "dossier.dutyImposed": "Payment asked for",
    "dossier.dutyFulfilled": "Payment made",
    "dossier.withdrawalAsked": "Withdrawal asked for",
    "dossier.withdrawalAccepted": "Stopped as you asked",
    "dossier.withdrawalDeclined": "Not stopped as asked; the dossier goes on",
    "dossier.stopped": "Dossier stopped",
    "dossier.stoppedWithWhole": "Stopped with the whole dossier",
    "dossier.openedAsPart": "Sent to the agency of this part",
    "dossier.partEnded": "A part of the dossier is decided",
    "dossier.consulted": "Another agency is asked for its opinion",
    "dossier.consultationAnswered": "The asked agency has answered",
    "dossier.consultationWithdrawn": "The opinion is not needed any more",
    "dossier.extended": "Apology and a new due date",
    "dossier.apologised": "Apology for the delay",
    "dossier.submitted": "The post handed it over to the agency: the time limit runs from here",
    "dossier.dueDateMoved": "Due date moved since the calendar was corrected",
    "dossier.reopened": "The result is made again",
    "dossier.received": "Dossier received",
    "dossier.takenIn": "Dossier taken in, waiting to be confirmed",
    "dossier.confirmed": "Confirmed by an officer",
    "dossier.handedBack": "The officer asked the counter to look again",
    "dossier.corrected": "Corrected and submitted again by the counter",
    "dossier.resubmitted": "Submitted again by the counter",
    "dossier.withdrawn": "Taken home",
    "dossier.receiptDelivered": "Receipt delivered",
    "dossier.handedOver": "Result handed over and signed for",
    "dossier.papersHandedBack": "Originals were handed back",
    "dossier.collectionChosen": "Where you collect the result was changed",
    "dossier.resultTakenOver": "The result has come to where you collect it",
    "dossier.remarked": "The return is being checked",
    "dossier.forwarded": "Sent on to the deciding authority",
    "dossier.taken": "Taken up by an officer",
    "dossier.assigned": "Given to an officer",
    "dossier.outcomeRecorded": "Result prepared and submitted for approval",
    "dossier.stepTaken": "A step of the inner work was begun",
    "dossier.stepAssigned": "A step of the inner work was assigned",
    "dossier.stepFinished": "A step of the inner work was finished",
    "dossier.stepSentBack": "A step of the inner work is done again",
    "dossier.sentBack": "Sent back to complete the result",
    "dossier.approved": "Result approved",
    "dossier.returned": "Result handed over and signed for",
    "dossier.imported": "Dossier received (in the old system)",
    "dossier.pastStepImported": "Step in the old system",
    "dossier.custodyPassed": "Papers passed on inside the office",
    "dossier.reassigned": "Another officer took over the dossier",
    "dossier.stepsPassed": "Another officer took over part of the work",
  },
  partEnds: {
    granted: "A part of the dossier is decided",
    refused: "A part of the dossier was refused",
    stopped: "Work on a part of the dossier has stopped",
  },
  otherStep: "Dossier updated",
  oldStep: (status: string) => `${status} (in the old system)`,
  papersTitle: "Papers handed in",
  noPapers: "No papers are recorded.",
  originals: (count) => `${count} ${count === 1 ? "original" : "originals"}`,
  copies: (count) => `${count} ${count === 1 ? "copy" : "copies"}`,
  shownOnly: "only shown for comparison",
  nothingHandedIn: "not handed in",
  placesTitle: "Where it was received and is decided",
  receivedAt: "Handed in at",
  unit: "One-stop unit",
  helpedAt: "Helped at",
  collectedAt: "Result collected at",
  decidedBy: "Deciding authority",
  /** A place that was reorganised, and the one that goes on today. */
  nowCalled: (name: string, now: string) => `${name} (today ${now})`,
  returnMethod: "How the result is returned",
  returnMethods: { counter: "Collected at the counter", postal: "By post", electronic: "Electronically" },
  national: (code) => `Status code of the National Public Service Portal: ${code}`,
  asOf: (moment) => `As of ${moment}.`,
  rating: {
    title: "Were you satisfied with the service?",
    levels: { verySatisfied: "Very satisfied", satisfied: "Satisfied", notSatisfied: "Not satisfied" },
    confidential: "Answers are only counted together; the staff cannot see the answer about one dossier.",
    until: (day) => `You can answer, and change your answer, until ${day}.`,
    answered: (level) => `Your answer: ${level}.`,
    thanks: "Thank you. Your answer has been kept.",
    closed: "This dossier takes no answers now; what you sent was not kept.",
    complain:
      "To say what you were not satisfied with, send a complaint or suggestion to the one-stop unit or by the National Public Service Portal.",
  },
  privacy: "This page shows no name and no identity number of the applicant.",
};

const procedures: CitizenText["procedures"] = {
  title: "Find an administrative procedure",
  label: "Name or code of the procedure",
  hint: "For example: khai sinh, chứng thực, 1.001193",
  submit: "Find procedures",
  found: (count, query) => `${count} ${count === 1 ? "procedure" : "procedures"} in force for “${query}”`,
  all: (count) => `${count} ${count === 1 ? "procedure" : "procedures"} in force`,
  foundPart: (query) => `Procedures in force for “${query}”`,
  allPart: "Procedures in force",
  next: "Show the next procedures",
  code: "Code",
  field: "Field",
  noneTitle: (query) => `No procedure found for “${query}”`,
  noneAdvice: [
    "Try fewer words, for example only “khai sinh” instead of a whole sentence.",
    "Or ask at a one-stop unit: staff will name the right procedure and the papers to bring.",
  ],
};

/** Every word of the public pages. */
export const citizen: CitizenText = {
  brand: "Một cửa",
  brandNote: "Public services in one place",
  skip: "Skip to the content",
  home,
  form,
  dossier,
  procedures,
  procedure,
  parcel,
  post,
  otherLookup: "Look up another dossier",
  toHome: "To the first page",
  notFound: {
    title: "There is no such page",
    lead: "The address may be mistyped, or the QR code was not read completely.",
    advice:
      "If you scanned the slip, scan it again, or enter the dossier code and the look-up secret by hand.",
  },
  tooMany: {
    title: "Please wait a minute",
    lead: "Too many pages were read from this network address.",
    advice: "Wait a minute, then load the page again.",
  },
};
