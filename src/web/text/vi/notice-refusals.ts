import { type RefusalDetails, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

const upTo = (details: RefusalDetails) => detail(details, "lastDay", (day) => ` đến ${dates.day(day)}`);

/** What happened and what to do now, with messages to citizens and with tasks. */
export const noticeRefusals = {
  notice_not_given_up: () => ({
    what: "Thông báo này đang được gửi, đã gửi hoặc đã báo trực tiếp.",
    wayOut: "Hãy tải lại danh sách để xem tình trạng mới nhất.",
  }),
  task_settled: () => ({
    what: "Việc này đã xong hoặc không còn lý do để làm.",
    wayOut: "Hãy tải lại danh sách việc cần làm.",
  }),
  snooze_day_wrong: (details: RefusalDetails) => ({
    what: "Ngày để lại phải sau hôm nay và không quá 60 ngày.",
    wayOut: `Hãy chọn một ngày từ ngày mai${upTo(details)}.`,
  }),
};
