import { type RefusalDetails, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

const onDay = (details: RefusalDetails, key: string) => detail(details, key, (day) => ` ${dates.day(day)}`);

/** By which days the last day is counted; it may be a Sunday, and whoever reads it then has until Friday. */
function byCalendar(details: RefusalDetails): string {
  const { lastDay, lastWorkingDay } = details;
  const other = typeof lastWorkingDay === "string" && lastWorkingDay !== lastDay;
  return ` (tính theo ngày lịch${other ? `; ngày làm việc cuối cùng: ${dates.day(lastWorkingDay)}` : ""})`;
}

/** What happened and what to do now, where a dossier cannot take the turn that was asked for. */
export const turnRefusals = {
  supplement_basis_missing: () => ({
    what: "Hồ sơ này đã được yêu cầu bổ sung một lần; pháp luật chỉ cho yêu cầu một lần.",
    wayOut:
      "Chỉ yêu cầu lần nữa khi pháp luật chuyên ngành cho phép: hãy ghi căn cứ, và người phê duyệt thực hiện.",
  }),
  supplement_empty: () => ({
    what: "Chưa ghi giấy tờ nào đã nhận.",
    wayOut: "Hãy ghi số bản chính hoặc bản sao của từng giấy tờ, hoặc ghi chú người dân đã bổ sung những gì.",
  }),
  answer_day_past: () => ({
    what: "Ngày này đã qua.",
    wayOut: "Hãy chọn một ngày từ hôm nay trở đi.",
  }),
  day_too_far: (details: RefusalDetails) => ({
    what: `Ngày này quá xa${detail(details, "lastDay", (day) => `: chậm nhất là ngày ${dates.day(day)}`)}.`,
    wayOut: "Hãy chọn một ngày sớm hơn; chưa có gì được gửi.",
  }),
  form_not_in_force: (details: RefusalDetails) => ({
    what: `Chưa có Thông báo dừng giải quyết hồ sơ (Mẫu 05): mẫu này dùng từ ngày ${String(details["from"] ?? "15/09/2025")}.`,
    wayOut: "Chưa có gì thay đổi; hồ sơ chưa dừng. Trước ngày đó hãy trả lời người dân bằng văn bản riêng.",
  }),
  extension_second: () => ({
    what: "Ngày hẹn trả của hồ sơ này đã được gia hạn một lần; chỉ được hẹn lại một lần.",
    wayOut: "Nếu vẫn chậm, hãy gửi lời xin lỗi; ngày hẹn giữ nguyên.",
  }),
  extension_too_late: (details: RefusalDetails) => ({
    what: `Đã quá muộn để gia hạn: chậm nhất là${onDay(details, "lastDay") || " một ngày trước ngày hẹn trả"}${byCalendar(details)}.`,
    wayOut: "Hãy gửi lời xin lỗi và báo ngày dự kiến có kết quả; ngày hẹn giữ nguyên.",
  }),
  extension_not_later: (details: RefusalDetails) => ({
    what: `Ngày mới phải sau ngày hẹn trả${onDay(details, "dueOn")}.`,
    wayOut: "Hãy chọn một ngày làm việc muộn hơn.",
  }),
  extension_too_long: (details: RefusalDetails) => ({
    what: `Thời gian gia hạn dài hơn thời hạn giải quyết của hồ sơ${detail(details, "lastDay", (day) => `: ngày mới chậm nhất là ngày ${dates.day(day)}`)}.`,
    wayOut: "Hãy chọn một ngày sớm hơn. Nếu vẫn không kịp, khi đến hạn hãy gửi lời xin lỗi.",
  }),
  expected_day_off: () => ({
    what: "Ngày dự kiến là ngày cơ quan nghỉ.",
    wayOut: "Hãy chọn một ngày làm việc.",
  }),
  apology_not_late: (details: RefusalDetails) => ({
    what: `Hồ sơ không chậm: ngày dự kiến không sau ngày hẹn trả${onDay(details, "dueOn")}.`,
    wayOut: "Chỉ xin lỗi khi hồ sơ đã hoặc sẽ trễ hẹn: hãy chọn ngày dự kiến sau ngày hẹn trả.",
  }),
  extension_day_off: () => ({
    what: "Ngày mới là ngày nghỉ.",
    wayOut: "Hãy chọn một ngày làm việc.",
  }),
  assignee_not_officer: () => ({
    what: "Người này hôm nay không phải công chức chuyên môn của cơ quan giải quyết hồ sơ.",
    wayOut: "Hãy chọn người khác trong danh sách.",
  }),
  bulk_reason_missing: () => ({
    what: "Chưa ghi lý do chuyển lại.",
    wayOut: "Hãy viết lý do, ít nhất 3 ký tự, rồi gửi lại.",
  }),
  apology_too_early: (details: RefusalDetails) => ({
    what: `Hồ sơ vẫn còn gia hạn được, chậm nhất là${onDay(details, "lastDay") || " một ngày trước ngày hẹn trả"}${byCalendar(details)}.`,
    wayOut: "Hãy dùng nút Xin lỗi và gia hạn để hẹn ngày mới.",
  }),
};
