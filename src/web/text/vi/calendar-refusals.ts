import { type RefusalDetails, codes, detail } from "../refusal-words.ts";
import { calendarProblems } from "./calendars.ts";
import { dates } from "./dates.ts";

const words: Readonly<Record<string, string>> = calendarProblems;

/** What stands against an entry of a calendar, and what to do now. */
export const calendarRefusals = {
  calendar_entry_invalid: (details: RefusalDetails) => ({
    what: `Ngày hoặc giờ chưa đúng${codes(details, "problems", (found) => `: ${sentence(found)}`)}.`,
    wayOut: "Hãy sửa rồi ghi lại; lịch chưa thay đổi.",
  }),
  calendar_day_decided: (details: RefusalDetails) => ({
    what: `${detail(details, "decision", (decision) => decision) || "Quyết định này"} đã được ghi cho ngày này${detail(details, "from", (from) => `, từ ngày ${dates.day(from)}`)}${detail(details, "recordedBy", (by) => ` (${by} ghi)`)}.`,
    wayOut: "Không ghi lần nữa. Nếu lần ghi trước sai, hãy rút lại rồi ghi lại.",
  }),
  calendar_entry_withdrawn: () => ({
    what: "Quyết định này đã được rút lại trước đó.",
    wayOut: "Hãy tải lại trang để xem lịch hiện hành.",
  }),
};

function sentence(found: string): string {
  return found
    .split("; ")
    .map((problem) => words[problem] ?? problem)
    .join("; ");
}
