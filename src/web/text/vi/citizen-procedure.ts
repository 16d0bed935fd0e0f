import type { Channel } from "#domain/catalogue/procedure.ts";

const where: Readonly<Record<Channel, string>> = {
  direct:
    "Nộp tại Bộ phận Một cửa hoặc nơi nhận hồ sơ của cơ quan giải quyết. Một số thủ tục nộp được ở điểm phục vụ của bưu điện; nên hỏi trước khi đến.",
  online: "Nộp trên Cổng Dịch vụ công quốc gia, địa chỉ dichvucong.gov.vn.",
  postal: "Gửi hồ sơ qua dịch vụ bưu chính công ích.",
};

/** Words of the page of one procedure. */
export const procedure = {
  title: "Thủ tục",
  back: "Tìm thủ tục khác",
  level: "Cơ quan giải quyết",
  subjects: "Ai thực hiện",
  inForce: "Có hiệu lực",
  inForceFrom: (from: string) => `từ ${from}`,
  inForceSpan: (from: string, to: string) => `từ ${from} đến hết ${to}`,

  nextTitle: "Cần làm gì",
  prepare: (count: number) => `Chuẩn bị giấy tờ: xem ${count} mục trong danh sách dưới đây.`,
  prepareNothing: "Hỏi Bộ phận Một cửa cần mang giấy tờ gì: danh sách giấy tờ chưa được công bố.",
  presence: "Người yêu cầu phải trực tiếp đến ký.",
  submitVia: (channels: string) => `Nộp hồ sơ theo một trong các cách: ${channels}.`,
  submitOnly: (channel: string) => `Nộp hồ sơ: ${channel}.`,
  submitUnknown: "Hỏi Bộ phận Một cửa cách nộp: hình thức nộp chưa được công bố.",
  keepSlip: "Giữ giấy hẹn trả kết quả; hai mã trên giấy dùng để",
  track: "xem hồ sơ đến đâu",

  contents: "Trong trang này",
  channelsTitle: "Nộp ở đâu, mất bao lâu, bao nhiêu tiền",
  channelsNone: "Hình thức nộp, thời hạn và phí: chưa công bố.",
  where,
  limit: "Thời hạn",
  fee: "Phí, lệ phí",
  notPublished: "chưa công bố",
  ask: "Chỗ chưa rõ hoặc chưa công bố: hãy hỏi Bộ phận Một cửa trước khi nộp.",
  papersTitle: "Giấy tờ cần có",
  papersNone: "Danh sách giấy tờ: chưa công bố.",
  papersOf: { submit: "Giấy tờ phải nộp", show: "Giấy tờ chỉ xuất trình" },
  paperNotes: "Lưu ý về giấy tờ",
  stepsTitle: "Các bước thực hiện",
  stepsFrom:
    "Nguyên văn trên Cổng Dịch vụ công quốc gia; tên cơ quan, địa chỉ trong bài có thể là của nơi khác.",
  requirementsTitle: "Yêu cầu, điều kiện",
  resultsTitle: "Kết quả nhận được",
  legalTitle: "Căn cứ pháp lý",
  sourceTitle: "Nguồn của thông tin",
  publishedBy: "Quyết định công bố",
  source: "Nguồn",
  caseNote: "Lưu ý",
  toTop: "Về đầu trang",

  missing: {
    title: "Chưa có trang của thủ tục này",
    unknown: (code: string) => `Không có thủ tục nào đang được công bố ở đây với mã “${code}”.`,
    notInForce: (code: string) => `Thủ tục mã “${code}” hiện không có hiệu lực.`,
    endedOn: (day: string) => `Bản gần nhất có hiệu lực đến hết ${day}.`,
    beginsOn: (day: string) => `Bản mới có hiệu lực từ ${day}.`,
    advice: [
      "So lại mã với giấy tờ hoặc với Cổng Dịch vụ công quốc gia; mã có dạng 1.001193.",
      "Hoặc tìm theo tên thủ tục ở ô dưới đây, có dấu hay không dấu đều được.",
      "Nếu vẫn không thấy, hãy hỏi tại Bộ phận Một cửa.",
    ],
  },
};
