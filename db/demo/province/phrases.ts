/** What people of the demo write beside an act. Nothing here is about anybody. */

export const MISSING_REASONS = [
  "Người dân cam kết bổ sung bản sao trước ngày hẹn trả.",
  "Giấy tờ gốc đang làm thủ tục cấp lại, có giấy hẹn kèm theo.",
  "Thông tin đã tra được trong cơ sở dữ liệu, chờ đối chiếu bản chính khi trả kết quả.",
] as const;

export const REMARKS = [
  "Người dân xin nhận kết quả vào buổi sáng.",
  "Đã giải thích về thời hạn và lệ phí.",
  "Cần trước ngày nhập học của con.",
  "Người nộp đi cùng người thân lớn tuổi.",
  "Gọi điện trước khi trả kết quả.",
] as const;

export const FURTHER_PAPERS = [
  "Đơn trình bày viết tay",
  "Bản sao sổ hộ khẩu cũ",
  "Giấy xác nhận của trưởng ấp",
  "Ảnh 3 × 4",
] as const;

export const FORWARD_NOTES = [
  "Chuyển kèm bản giấy.",
  "Hồ sơ đủ, chuyển giải quyết.",
  "Người dân có hẹn trước.",
] as const;

export const GRANTED_NOTES = ["Đủ điều kiện, trình ký.", "Đã đối chiếu cơ sở dữ liệu."] as const;

export const SEND_BACK_REASONS = [
  "Sai năm sinh trong dự thảo kết quả, đề nghị sửa lại.",
  "Chưa đính kèm biên bản thẩm định.",
  "Trích yếu chưa đúng mẫu, trình lại.",
] as const;

export const HAND_BACK_WORDS = [
  "Thiếu bản sao giấy tờ tùy thân, hỏi lại người nộp.",
  "Ghi nhầm thủ tục, đề nghị kiểm tra với người dân.",
] as const;

export const APPROVAL_NOTES = ["Đồng ý.", "Ký ban hành."] as const;
