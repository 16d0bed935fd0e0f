/** Của chuyến thư. */
export const mailRunRefusals = {
  mail_times_not_rising: () => ({
    what: "Giờ các điểm dừng không tăng dần.",
    wayOut: "Sửa giờ để điểm sau muộn hơn điểm trước.",
  }),
  mail_stop_repeated: () => ({
    what: "Hai điểm dừng liền nhau là cùng một nơi.",
    wayOut: "Bỏ bớt một điểm.",
  }),
  mail_period_reversed: () => ({
    what: "Ngày kết thúc trước ngày bắt đầu.",
    wayOut: "Sửa lại thời gian áp dụng.",
  }),
  mail_day_past: () => ({
    what: "Ngày hoặc giờ này đã qua.",
    wayOut: "Chọn từ lúc này trở đi.",
  }),
  mail_stop_unknown: ({ position }: { readonly position?: unknown }) => ({
    what:
      typeof position === "number"
        ? `Điểm dừng ${position} không có ở đây vào ngày này.`
        : "Điểm dừng không có ở đây vào ngày này.",
    wayOut: "Chọn lại nơi dừng trong danh sách.",
  }),
  mail_driver_unknown: () => ({
    what: "Người phụ trách chuyến không làm việc ở đây.",
    wayOut: "Chọn bưu tá hoặc lái xe đang có tài khoản và vị trí.",
  }),
  mail_route_ended: () => ({
    what: "Tuyến này đã kết thúc.",
    wayOut: "Mở một tuyến mới.",
  }),
  mail_run_unknown: () => ({
    what: "Ngày này không có chuyến hoặc điểm dừng như vậy.",
    wayOut: "Tải lại danh sách chuyến của ngày.",
  }),
  mail_past_midnight: () => ({
    what: "Chuyến đi vào giờ này không kết thúc trong ngày.",
    wayOut: "Chọn giờ sớm hơn.",
  }),
  mail_reason_wrong: () => ({
    what: "Điểm đến muộn hoặc bỏ lỡ phải có lý do; điểm đã ghé thì không.",
    wayOut: "Chọn lại lý do.",
  }),
};
