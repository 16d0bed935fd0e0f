import { type RefusalDetails, codes, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

const names = (details: RefusalDetails, key: string) => codes(details, key, (list) => `: ${list}`);

/** What happened and what to do now, where other agencies have their part in a dossier. */
export const linkedRefusals = {
  consultation_agency_unknown: () => ({
    what: "Không lấy ý kiến được của cơ quan này: cơ quan không còn hoặc không thuộc tỉnh này.",
    wayOut: "Hãy chọn một cơ quan trong danh sách, hoặc gửi văn bản ngoài hệ thống.",
  }),
  consultation_own_agency: () => ({
    what: "Đây chính là cơ quan đang giải quyết hồ sơ.",
    wayOut: "Hãy chọn cơ quan khác; người cùng cơ quan thì giao bước trong quy trình nội bộ.",
  }),
  consultation_asked_already: (details: RefusalDetails) => ({
    what: `Đã hỏi cơ quan này và đang chờ trả lời${detail(details, "answerBy", (day) => ` đến ${dates.day(day)}`)}.`,
    wayOut: "Hãy chờ trả lời, hoặc rút yêu cầu cũ rồi hỏi lại.",
  }),
  consultation_over: () => ({
    what: "Yêu cầu lấy ý kiến này đã xong: đã được trả lời, đã rút, hoặc hồ sơ đã có quyết định.",
    wayOut: "Hãy tải lại danh sách để xem tình trạng hiện nay.",
  }),
  consultation_open: (details: RefusalDetails) => ({
    what: `Còn chờ ý kiến${names(details, "agencies")}.`,
    wayOut: "Hãy chờ trả lời hoặc hết ngày đã hẹn; nếu không cần nữa thì rút yêu cầu.",
  }),
  part_of_another: (details: RefusalDetails) => ({
    what: `Đây là một phần của hồ sơ liên thông${detail(details, "code", (code) => ` ${code}`)}.`,
    wayOut: "Hãy làm việc này ở hồ sơ chung: người dân chỉ có một mã hồ sơ và nhận một lần.",
  }),
  parts_open: (details: RefusalDetails) => ({
    what: `Hồ sơ liên thông còn phần chưa xong${names(details, "parts")}.`,
    wayOut: "Hãy chờ cơ quan giải quyết phần đó; tình trạng từng phần có trên trang hồ sơ.",
  }),
};
