import { type RefusalDetails, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

const onDay = (details: RefusalDetails, key: string) => detail(details, key, (day) => ` ${dates.day(day)}`);

/** The last day is a Sunday: whoever reads it has until Friday. */
function byCalendar(details: RefusalDetails): string {
  const { lastDay, lastWorkingDay } = details;
  const other = typeof lastWorkingDay === "string" && lastWorkingDay !== lastDay;
  return ` (by days of the calendar${other ? `; the last working day: ${dates.day(lastWorkingDay)}` : ""})`;
}

/** What happened and what to do now, where a dossier cannot take the turn that was asked for. */
export const turnRefusals = {
  supplement_basis_missing: () => ({
    what: "A supplement of this dossier was asked for once already; the law allows one request.",
    wayOut: "Ask again only where the law of the field allows it: write its basis, and the approver does it.",
  }),
  supplement_empty: () => ({
    what: "No paper that came is written down.",
    wayOut: "Write the originals or copies of each paper, or say in a note what the citizen brought instead.",
  }),
  answer_day_past: () => ({ what: "This day lies in the past.", wayOut: "Choose a day from today on." }),
  day_too_far: (details: RefusalDetails) => ({
    what: `This day is too far away${detail(details, "lastDay", (day) => `: the last is ${dates.day(day)}`)}.`,
    wayOut: "Choose an earlier day; nothing has been sent.",
  }),
  form_not_in_force: (details: RefusalDetails) => ({
    what: `There is no notice that a dossier is stopped (Mẫu 05) yet: the form is used from ${String(details["from"] ?? "15/09/2025")} on.`,
    wayOut: "Nothing has changed and the dossier goes on. Before that day, answer the citizen by a letter.",
  }),
  extension_second: () => ({
    what: "The due date of this dossier was extended once already; it is done once.",
    wayOut: "If it is late all the same, send an apology; the date stays.",
  }),
  extension_too_late: (details: RefusalDetails) => ({
    what: `It is too late to extend: the last day was${onDay(details, "lastDay") || " the one before the due day"}${byCalendar(details)}.`,
    wayOut: "Send an apology and say when the result is expected; the date stays.",
  }),
  extension_not_later: (details: RefusalDetails) => ({
    what: `The new day must be later than the due day${onDay(details, "dueOn")}.`,
    wayOut: "Choose a later working day.",
  }),
  extension_too_long: (details: RefusalDetails) => ({
    what: `The date is moved by more than the limit of the dossier${detail(details, "lastDay", (day) => `: the last new day is ${dates.day(day)}`)}.`,
    wayOut: "Choose an earlier day. If that is not enough, send an apology when the day comes.",
  }),
  expected_day_off: () => ({
    what: "The agency is closed on the expected day.",
    wayOut: "Choose a working day.",
  }),
  apology_not_late: (details: RefusalDetails) => ({
    what: `The dossier is not late: the expected day is not after the due day${onDay(details, "dueOn")}.`,
    wayOut: "Apologise for what is or will be late: choose an expected day after the due day.",
  }),
  extension_day_off: () => ({ what: "Nobody works on the new day.", wayOut: "Choose a working day." }),
  assignee_not_officer: () => ({
    what: "This person is no case officer of the deciding agency today.",
    wayOut: "Choose somebody else from the list.",
  }),
  bulk_reason_missing: () => ({
    what: "The reason for sending back is missing.",
    wayOut: "Write it, at least 3 characters, and send again.",
  }),
  apology_too_early: (details: RefusalDetails) => ({
    what: `The due date can still be extended, until${onDay(details, "lastDay") || " the day before the due day"}${byCalendar(details)}.`,
    wayOut: "Use Apologise and extend to set a new day.",
  }),
};
