import { type RefusalDetails, codes, detail } from "../refusal-words.ts";
import { calendarProblems } from "./calendars.ts";
import { dates } from "./dates.ts";

const words: Readonly<Record<string, string>> = calendarProblems;

/** What stands against an entry of a calendar, and what to do now. */
export const calendarRefusals = {
  calendar_entry_invalid: (details: RefusalDetails) => ({
    what: `The days or hours are wrong${codes(details, "problems", (found) => `: ${sentence(found)}`)}.`,
    wayOut: "Correct them and write again; the calendar has not changed.",
  }),
  calendar_day_decided: (details: RefusalDetails) => ({
    what: `${detail(details, "decision", (decision) => decision) || "This decision"} stands for this day already${detail(details, "from", (from) => `, from ${dates.day(from)}`)}${detail(details, "recordedBy", (by) => ` (written by ${by})`)}.`,
    wayOut: "It is not written again. If the first entry is wrong, withdraw it and write it anew.",
  }),
  calendar_entry_withdrawn: () => ({
    what: "The entry was withdrawn before.",
    wayOut: "Load the page again to see the calendar as it is.",
  }),
};

function sentence(found: string): string {
  return found
    .split("; ")
    .map((problem) => words[problem] ?? problem)
    .join("; ");
}
