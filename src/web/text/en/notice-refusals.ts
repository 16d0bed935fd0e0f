import { type RefusalDetails, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

const upTo = (details: RefusalDetails) => detail(details, "lastDay", (day) => ` to ${dates.day(day)}`);

/** What happened and what to do now, with messages to citizens and with tasks. */
export const noticeRefusals = {
  notice_not_given_up: () => ({
    what: "This message is on its way, was sent, or was told in person.",
    wayOut: "Load the list again to see how it stands now.",
  }),
  task_settled: () => ({
    what: "This task is done, or there is no reason for it any more.",
    wayOut: "Load the list of tasks again.",
  }),
  snooze_day_wrong: (details: RefusalDetails) => ({
    what: "A task is put off until a day after today, 60 days at most.",
    wayOut: `Choose a day from tomorrow${upTo(details)}.`,
  }),
};
