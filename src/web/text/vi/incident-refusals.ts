import { formatDong, dong } from "#domain/shared/money.ts";
import type { RefusalDetails } from "../refusal-words.ts";
import { dates } from "./dates.ts";

/** Của vụ việc bưu gửi. */
export const incidentRefusals = {
  incident_open_already: () => ({
    what: "Bưu gửi này đã có một vụ việc cùng loại đang mở.",
    wayOut: "Mở vụ việc đó và ghi tiếp.",
  }),
  incident_changed: () => ({
    what: "Vụ việc vừa được người khác ghi thêm.",
    wayOut: "Tải lại rồi làm lại.",
  }),
  incident_ended: () => ({
    what: "Vụ việc đã kết thúc.",
    wayOut: "Có việc mới thì mở vụ việc khác.",
  }),
  incident_day_wrong: () => ({
    what: "Ngày ghi ở trước việc mà nó nối tiếp, hoặc chưa đến.",
    wayOut: "Kiểm tra lại ngày.",
  }),
  incident_answered: () => ({
    what: "Vụ việc đã được trả lời.",
    wayOut: "Tải lại để xem câu trả lời.",
  }),
  incident_not_settled: () => ({
    what: "Vụ việc còn việc chưa xong.",
    wayOut: "Làm bước tiếp theo ghi trên trang rồi hãy đóng.",
  }),
  shipment_not_taken: () => ({
    what: "Bưu điện chưa nhận bưu gửi này.",
    wayOut: "Ghi là khiếu nại khác, hoặc hủy yêu cầu gửi.",
  }),
  liability_found: () => ({
    what: "Đã có văn bản xác định trách nhiệm.",
    wayOut: "Tải lại và làm bước tiếp theo.",
  }),
  liability_not_found: () => ({
    what: "Chưa có văn bản xác định bưu điện có lỗi.",
    wayOut: "Ghi văn bản xác định trách nhiệm trước.",
  }),
  compensation_not_offered: () => ({
    what: "Chưa ghi mức bồi thường.",
    wayOut: "Ghi mức bồi thường trước khi ghi chi trả.",
  }),
  compensation_paid: () => ({
    what: "Đã ghi chi trả bồi thường.",
    wayOut: "Tải lại để xem; ghi nhầm thì báo người quản trị.",
  }),
  postage_unknown: () => ({
    what: "Yêu cầu gửi chưa có giá cước.",
    wayOut: "Nhập số cước người dân đã trả.",
  }),
  reissue_unknown: () => ({
    what: "Không có hồ sơ nào mang mã này.",
    wayOut: "Kiểm tra lại mã hồ sơ làm lại giấy tờ.",
  }),
  complaint_too_late: ({ until }: RefusalDetails) => ({
    what:
      typeof until === "string"
        ? `Đã quá hạn khiếu nại: ngày cuối là ${dates.day(until)}.`
        : "Đã quá hạn khiếu nại.",
    wayOut: "Giải thích cho người dân; bưu điện tự phát hiện thì vẫn mở được.",
  }),
  compensation_below_least: ({ least }: RefusalDetails) => ({
    what:
      typeof least === "number"
        ? `Số tiền thấp hơn mức phải trả: ít nhất ${formatDong(dong(least))}.`
        : "Số tiền thấp hơn mức phải trả.",
    wayOut: "Nhập lại số tiền.",
  }),
};
