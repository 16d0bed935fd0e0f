import type { DateBecause, NoticeFacts, NoticeWords } from "./words.ts";

const DATE_BECAUSE: Readonly<Record<DateBecause, string>> = {
  supplement: "all papers have come, so the time limit begins anew",
  duty: "the payment is recorded, so the time limit runs on",
  submission: "the post handed it over to the agency, so the time limit runs from the signing",
  calendar: "the working calendar of the agency was put right",
};

export const EN: NoticeWords = {
  greeting: (name) => `Dear ${name},`,
  subjects: {
    receipt: "Receipt and appointment for the result of dossier",
    supplementBeforeReceipt: "Papers missing for dossier",
    intakeRefused: "Not received: dossier",
    supplement: "Papers to be supplemented for dossier",
    duty: "Payment needed for dossier",
    newDate: "New appointment for the result of dossier",
    extended: "Apology and new appointment for the result of dossier",
    apology: "Apology for the delay of dossier",
    stopped: "Notice that work has stopped on dossier",
    withdrawalDeclined: "Answer to your request to withdraw dossier",
    resultReady: "Result ready for dossier",
    reopened: "Result to be made again for dossier",
    partRefused: "A part was refused of dossier",
    supplementReminder: "Reminder: papers to be supplemented for dossier",
    dutyReminder: "Reminder: payment needed for dossier",
    resultReminder: "Reminder: result to be collected for dossier",
    parcelAttempted: "Not delivered yet: result of dossier",
    parcelInvited: "Please fetch at the post office: result of dossier",
    parcelLost: "Reported lost by the post: result of dossier",
    parcelBack: "Back at the agency: result of dossier",
  },
  openings: {
    receipt: ({ unitName }) => `${unitName} has received your dossier.`,
    supplementBeforeReceipt: ({ unitName }) =>
      `Papers are missing from the dossier that you brought to ${unitName}, so it is not received yet. What to bring stands in the attached form and on the page of the dossier.`,
    intakeRefused: ({ unitName }) =>
      `${unitName} could not receive your dossier. The reason stands in the attached form.`,
    supplement: ({ agencyName, day }) =>
      `${agencyName} asks you to supplement your dossier by ${day}. What to bring stands in the attached form and on the page of the dossier.`,
    duty: ({ unitName, agencyName, reason, amount, day }) =>
      `Something is to be paid before your dossier can go on${reason === null ? "" : `: ${reason.replace(/\.$/u, "")}`}. Amount: ${amount ?? `see the notice of ${agencyName}`}. Pay by: ${day ?? `see the notice of ${agencyName}`}. Where to pay: see the notice of ${agencyName}; then bring the proof to ${unitName}.`,
    newDate: ({ day, formerDay, dateBecause, calendarChange }) =>
      `Your dossier has a new day: the result is due on ${day}${formerDay === null ? "" : ` instead of ${formerDay}`}${dateBecause === null ? "" : `, because ${DATE_BECAUSE[dateBecause]}`}${calendarChange === null ? "" : ` (${calendarChange})`}.`,
    extended: ({ agencyName, day, formerDay }) =>
      `${agencyName} could not decide your dossier in time, apologises, and will have the result on ${day}${formerDay === null ? "" : ` instead of ${formerDay}`}. The reason stands in the attached letter.`,
    apology: ({ agencyName, day, isLate }) =>
      `${agencyName} ${isLate ? "is" : "will be"} late with your dossier, apologises, and expects the result on ${day}. The reason stands in the attached letter.`,
    stopped: ({ unitName }) =>
      `Work on your dossier has stopped. The reason stands in the attached notice; papers that are still at ${unitName} can be fetched there.`,
    withdrawalDeclined: ({ reason }) =>
      `Your dossier is not stopped as you asked, and goes on.${reason === null ? "" : ` The reason: ${reason.replace(/\.$/u, "")}.`}`,
    resultReady: ({ collection, agencyName, isRefused }) =>
      isRefused
        ? `${agencyName} has refused your dossier. The written answer with the reason is ready${fetchedAt(collection)}`
        : `The result of your dossier is ready${fetchedAt(collection)}`,
    partRefused: ({ unitName, part }) =>
      `The part “${part?.en ?? ""}” of your dossier was refused, so what would follow it is not done. Ask ${unitName} for the reason and what can be done.`,
    reopened: ({ agencyName, day }) =>
      `The result of your dossier has an error. ${agencyName} makes it again, due on ${day}.`,
    supplementReminder: ({ day }) =>
      `Papers for your dossier were to be brought by ${day} and have not come. If something is unclear, please ask where it was received.`,
    dutyReminder: ({ day }) =>
      `A payment for your dossier was due on ${day} and is not recorded. If you have paid, please bring the proof to where it was received.`,
    resultReminder: ({ collection, unitName }) =>
      collection?.onItsWay
        ? `You have not fetched the result of your dossier${fetchedAt(collection)}`
        : `The result of your dossier is still waiting for you at ${collection?.at ?? unitName}.`,
    parcelAttempted: ({ day }) =>
      `The courier came with the result of your dossier and could not hand it over. ${day === null ? "The courier comes again, or you are invited to the post office" : `The courier comes again on ${day}`}. Please have your identity paper ready; who takes it for you needs a power of attorney as well.`,
    parcelInvited: ({ parcel }) =>
      `The result of your dossier is at ${parcel?.office ? `${parcel.office.name}, ${parcel.office.address}` : "the post office"}. This is invitation ${parcel?.nth ?? 1}: please fetch it with your identity paper. Who takes it for you needs a power of attorney as well. After two invitations in vain it goes back to the agency.`,
    parcelLost: ({ unitName }) =>
      `The post reports that the result of your dossier is lost. Please ask ${unitName} to have the papers made again; on the page of the dossier you may complain and claim compensation.`,
    parcelBack: ({ unitName }) =>
      `The post could not deliver the result of your dossier and has brought it back to the agency. Please fetch it at ${unitName}, or ask for it to be sent again.`,
  },
  short: {
    receipt: ({ code, day }) => `Dossier ${code} is received, due on ${day}.`,
    supplementBeforeReceipt: ({ code }) => `Dossier ${code} is not received yet: papers are missing.`,
    intakeRefused: ({ code }) => `Dossier ${code} was not received.`,
    supplement: ({ code, day }) => `Dossier ${code}: please supplement papers by ${day}.`,
    duty: ({ code, amount, day }) =>
      `Dossier ${code}: a payment is needed, amount ${amount ?? "by the agency's notice"}, ${day === null ? "by the day in that notice" : `by ${day}`}. What for and where: on the page of the dossier.`,
    newDate: ({ code, day, formerDay, dateBecause }) =>
      `Dossier ${code} has a new day: due on ${day}${formerDay === null ? "" : ` instead of ${formerDay}`}${dateBecause === null ? "" : `, because ${DATE_BECAUSE[dateBecause]}`}.`,
    extended: ({ code, day, formerDay }) =>
      `We apologise: dossier ${code} has a new appointment on ${day}${formerDay === null ? "" : ` instead of ${formerDay}`}.`,
    apology: ({ code, day, isLate }) =>
      `We apologise: dossier ${code} ${isLate ? "is" : "will be"} late, expected on ${day}.`,
    stopped: ({ code }) => `Work on dossier ${code} has stopped.`,
    withdrawalDeclined: ({ code }) => `Dossier ${code} is not stopped as asked and goes on.`,
    resultReady: ({ code, isRefused }) =>
      isRefused
        ? `Dossier ${code} was refused; the written answer is ready.`
        : `The result of dossier ${code} is ready.`,
    partRefused: ({ code }) => `A part of dossier ${code} was refused.`,
    reopened: ({ code, day }) => `The result of dossier ${code} is made again, due on ${day}.`,
    supplementReminder: ({ code, day }) => `Dossier ${code}: papers were due on ${day} and have not come.`,
    dutyReminder: ({ code, day }) => `Dossier ${code}: a payment was due on ${day} and is not recorded.`,
    resultReminder: ({ code }) => `The result of dossier ${code} is waiting for you.`,
    parcelAttempted: ({ code, day }) =>
      `The result of dossier ${code} could not be delivered${day === null ? "" : `; the courier comes again on ${day}`}.`,
    parcelInvited: ({ code, parcel }) =>
      `Please fetch the result of dossier ${code} at ${parcel?.office?.name ?? "the post office"} (invitation ${parcel?.nth ?? 1}).`,
    parcelLost: ({ code }) =>
      `The post reports the result of dossier ${code} lost. Please ask where you handed it in.`,
    parcelBack: ({ code }) =>
      `The post could not deliver the result of dossier ${code}; it is back at the agency.`,
  },
  see: (url) => `See: ${url}`,
  labels: {
    code: "Dossier code",
    procedure: "Procedure",
    agency: "Deciding agency",
    papers: "Papers received",
    due: "Result due",
    note: "Note",
    place: "Where to collect it",
    days: {
      receipt: "Result due",
      supplementBeforeReceipt: null,
      intakeRefused: null,
      supplement: "Bring by",
      duty: "Pay by",
      newDate: "New day",
      extended: "New day",
      apology: "Result expected",
      stopped: null,
      withdrawalDeclined: "Result due",
      resultReady: null,
      reopened: "New day",
      partRefused: null,
      supplementReminder: "To be brought by",
      dutyReminder: "To be paid by",
      resultReminder: null,
      parcelAttempted: "Comes again on",
      parcelInvited: null,
      parcelLost: null,
      parcelBack: null,
    },
    formerDay: "Day told before",
    toBring: "Papers to bring",
    bringTo: "Where to bring them",
    amount: "Amount",
    waybill: "Waybill",
    office: "Post office",
    track: "See where the dossier stands",
  },
  none: "none",
  appointment: (time, day) => `${time} on ${day}`,
  paper: ({ name, originals, copies, shownOnly }) => {
    if (shownOnly) return `${name} (shown)`;
    const amounts = [
      ...(originals > 0 ? [`originals: ${originals}`] : []),
      ...(copies > 0 ? [`copies: ${copies}`] : []),
    ];
    return amounts.length === 0 ? name : `${name} (${amounts.join(", ")})`;
  },
  receiptAttached: "The receipt (Mẫu 01) is attached. Please keep it: the result is collected with it.",
  formAttached: "The form is attached.",
  automatic: "This mail was sent by a program; please do not answer it.",
};

/** Where the result is fetched, behind what is said of it. */
function fetchedAt(collection: NoticeFacts["collection"]): string {
  if (collection === null) return " and comes to you in the way that you chose.";
  const way = collection.onItsWay
    ? " It is on its way there; the page of the dossier says when it can be fetched."
    : "";
  return ` at ${collection.at}.${way}`;
}
