import type { DueDateText } from "../vi/due-date.ts";

const some = (amount: number, one: string, more: string) => `${amount} ${amount === 1 ? one : more}`;

const limits: DueDateText["limits"] = {
  workingDay: (amount) => some(amount, "working day", "working days"),
  calendarDay: (amount) => some(amount, "day", "days"),
  workingHour: (amount) => some(amount, "working hour", "working hours"),
  sameDay: () => "on the same day",
  calendarMonth: (amount) => some(amount, "month", "months"),
};

const reasons: DueDateText["reasons"] = {
  workingDay: "working day",
  weeklyDayOff: "weekend",
  holiday: "public holiday",
  compensatoryDayOff: "day off in lieu",
  swappedDayOff: "swapped day off",
  makeUpDay: "worked to make up for a day off",
  proposedHoliday: "proposed as a day off",
  servedHoliday: "holiday on which the office works",
  localOpening: "additional opening of the office",
  localClosing: "office closed",
  dayOfReceipt: "day of receipt",
  receivedAfterHours: "received after working hours",
  receivedAfterCutOff: "received after the cut-off time for the same day",
  calendarDay: "every day counts",
  endMovedHere: "the limit ended on a day off or while the clock stood, and moves to this day",
  clockStopped: "the clock stood still",
  dayOfNewStart: "day on which all missing papers were there, or the work began again",
  newStartAfterHours: "counted anew from after the working hours of this day",
};

const rules: DueDateText["rules"] = {
  dayOfReceiptNotCounted: "The day of receipt is not counted; day 1 is the next working day.",
  dayOfReceiptCounted: "The day of receipt is day 1.",
  onlyWorkingDaysCount: "Only working days count, days off do not.",
  everyCalendarDayCounts: "Every day counts, days off included.",
  monthEndsOnSameDate: "A limit in months ends on the day of the last month with the same number.",
  endMovesToWorkingDay: "A limit that ends on a day off moves to the next working day.",
  sameDayCutOff: "Received before the cut-off: due the same day; received later: due the next working day.",
  onlyWorkingHoursCount: "Only working hours count.",
  dueAtEndOfHours: "Due at the end of the working hours of the last day.",
  dueAtSetMinute: "Due at the time of day set by the agency.",
  stopsAreLeftOut: "The time in which the clock stood still does not count; what overlaps is left out once.",
  supplementCountsAnew: "Once all missing papers are there, the limit counts from the start again.",
  reopeningCountsAnew: "A result with an error is made again, and the limit counts from the start.",
};

const marks: DueDateText["marks"] = {
  sourced: null,
  recalled: "not compared with the text yet",
  inference: "this application is not confirmed by the authority",
  undecided: "waiting for a decision",
};

/** Words about due dates, for citizens and staff alike. */
export const dueDate: DueDateText = {
  why: "Why this date?",
  fromOldSystem: "The date comes from the old system, where the dossier was received.",
  limit: "Time limit",
  limits,
  received: "Received",
  anew: {
    supplement: "Counted from the start again, when all missing papers were there",
    reopening: "Counted from the start again, as a result with an error is made again",
  },
  dueBefore: "Due by the time limit",
  due: "Due",
  extendedTo: "Extended to",
  extendedBy: (issued, from, to) =>
    `Extended once: the apology with a new date (Mẫu 04) of ${issued} put ${to} in the place of ${from}.`,
  daysTitleBefore: "How each day of the date by the time limit was counted, before the extension",
  takenBack: (name, reason) => `${name === null ? "own hours" : `“${name}”`} withdrawn: ${reason}`,
  movedFrom: (before) => `The date was ${before} before, and moved because the calendar changed:`,
  hoursChanged: "the working hours changed",
  daysTitle: "How each day was counted",
  counted: "Counted",
  notCounted: "Not counted",
  nthDay: (nth) => `day ${nth}`,
  nthDays: (first, last) => `days ${first} to ${last}`,
  until: (from, to) => `${from} to ${to}`,
  worked: (hours) => `${hours} hours`,
  undecided: "waiting for the official decision",
  provisional: "Provisional",
  provisionalBecause: (days) =>
    `The date is provisional: whether ${days} is worked has not been decided officially. The date may move once it is.`,
  reasons,
  rulesTitle: "Rules applied",
  rules,
  source: "Source",
  marks,
  daysLeft: (days) => some(days, "day left", "days left"),
  dueToday: "Due today",
  overdue: (days) => `Overdue by ${some(days, "calendar day", "calendar days")}`,
  overdueToday: "Past its time today",
};
