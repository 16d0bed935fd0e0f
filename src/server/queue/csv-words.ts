import type { QueueRow } from "#contract/queue.ts";
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

/** The facts of a late dossier in one cell, as the board's list says them; `moment` writes a moment. */
export function latenessCell(
  lateness: QueueRow["lateness"] | undefined,
  moment: (at: string) => string,
): string {
  if (!lateness) return "";
  const { heldSince, idleDays, asked, supplements, stoodDays, extended, apologised } = lateness;
  return [
    `giữ ở đây từ ${moment(heldSince)}`,
    idleDays === null ? "" : idleDays === 0 ? "hôm nay có xử lý" : `không ai xử lý ${idleDays} ngày làm việc`,
    asked.length > 0 ? `đang chờ ý kiến: ${asked.join(", ")}` : "",
    supplements > 0 ? `đã yêu cầu bổ sung ${supplements} lần` : "",
    stoodDays > 0 ? `từng chờ người nộp ${stoodDays} ngày lịch` : "",
    extended ? "đã gia hạn" : "",
    apologised ? "đã xin lỗi" : "chưa xin lỗi",
  ]
    .filter((part) => part !== "")
    .join("; ");
}
