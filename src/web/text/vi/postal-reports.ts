import type { ReportPeriod } from "#domain/postal/report-period.ts";

/** Báo cáo bưu chính công ích theo kỳ. */
export const postalReports = {
  title: "Báo cáo",
  intro: "Sản lượng, doanh thu, khiếu nại và bồi thường theo kỳ, tính từ sổ vào lúc này.",
  period: "Kỳ báo cáo",
  periodName: ({ kind, code }: Pick<ReportPeriod, "kind" | "code">) => {
    const [year = "", part = ""] = code.split("-");
    if (kind === "quarter") return `Quý ${part.slice(1)} năm ${year}`;
    return kind === "halfYear" ? `6 tháng đầu năm ${year}` : `Năm ${year}`;
  },
  span: (from: string, to: string) => `Từ ${from} đến ${to}.`,
  before: (day: string) => `Gửi báo cáo trước ngày ${day}.`,
  running: "Kỳ này chưa hết, số liệu còn thay đổi.",
  heardLate: (count: number) =>
    `${count} bưu gửi của kỳ này chỉ được báo sau hạn gửi báo cáo: báo cáo đã gửi chưa có.`,
  csv: "Tải bảng (CSV)",
  print: "In",
  volume: "Sản lượng và doanh thu",
  none: "Kỳ này chưa nhận bưu gửi nào",
  noneHint: "Chọn kỳ khác.",
  unit: "Đơn vị",
  procedure: "Thủ tục",
  service: "Dịch vụ",
  orders: "Yêu cầu",
  revenue: "Cước (đồng)",
  parcels: "Bưu gửi",
  delivered: "Đã phát",
  backAtAgency: "Chuyển hoàn",
  late: "Quá hạn",
  lost: "Thất lạc",
  damaged: "Hư hỏng",
  total: "Tổng",
  safety: "Mức độ an toàn",
  noSafety: "Chưa có bưu gửi",
  claims: "Khiếu nại và bồi thường",
  complaints: "Khiếu nại",
  accepted: "Chấp nhận",
  declined: "Không chấp nhận",
  unanswered: "Chưa trả lời",
  delayed: "Vụ chậm",
  lostCases: "Vụ thất lạc",
  damagedCases: "Vụ hư hỏng",
  compensations: "Vụ đã bồi thường",
  compensated: "Số tiền đã bồi thường",
  shares: "Tỷ lệ hồ sơ qua bưu chính",
  received: "Hồ sơ đã tiếp nhận",
  receivedByPost: "Tiếp nhận qua bưu chính",
  returnByPost: "Đăng ký trả qua bưu chính",
  returned: "Kết quả đã trả",
  returnedByPost: "Đã trả qua bưu chính",
  noShares: "Kỳ này chưa tiếp nhận và chưa trả hồ sơ nào.",
};
