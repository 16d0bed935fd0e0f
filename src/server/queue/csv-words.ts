import type { ClockStopReason } from "#domain/calendar/clock-stop.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";

/** Where a dossier stands, as a file names it to people who do not know the names of the program. */
export const STATUS_WORDS: Readonly<Record<BusinessStatus, string>> = {
  lodged: "Đã ghi nhận, chưa tiếp nhận",
  toBeSupplemented: "Chờ bổ sung trước khi tiếp nhận",
  notReceived: "Từ chối tiếp nhận",
  awaitingConfirmation: "Chờ công chức xác nhận tiếp nhận",
  handedBack: "Công chức trả lại để sửa",
  withdrawn: "Người nộp đã nhận lại hồ sơ",
  received: "Đã tiếp nhận tại quầy",
  forwarded: "Đã chuyển cơ quan giải quyết",
  processing: "Đang giải quyết",
  awaitingSupplement: "Chờ người nộp bổ sung",
  supplementAwaitingConfirmation: "Giấy tờ bổ sung chờ công chức xác nhận",
  awaitingPayment: "Chờ thực hiện nghĩa vụ tài chính",
  withdrawalAsked: "Người nộp yêu cầu rút hồ sơ",
  stopped: "Đã dừng giải quyết",
  awaitingApproval: "Đang chờ phê duyệt",
  finished: "Đã có kết quả, chờ trả",
  returnAwaitingConfirmation: "Đã trao kết quả, chờ xác nhận",
  returned: "Đã trả kết quả",
};

/** Why the clock stands. */
export const STANDING_WORDS: Readonly<Record<ClockStopReason, string>> = {
  supplement: "Chờ người nộp bổ sung",
  financialDuty: "Chờ người nộp thực hiện nghĩa vụ tài chính",
  consultation: "Chờ cơ quan khác trả lời",
};
