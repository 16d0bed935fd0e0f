/** Shelves, safes, desks and vehicles for papers. */
export const places = {
  page: "Chỗ để",
  intro: "Kệ, két, bàn và xe để giấy tờ. Mỗi chỗ có một người phụ trách, người đó giữ mọi thứ để ở đó.",
  inUse: "Đang dùng",
  closed: "Đã đóng",
  kinds: { shelf: "Kệ", safe: "Két", agencyDesk: "Bàn ở cơ quan", vehicle: "Xe" },
  responsible: (name: string) => `Phụ trách: ${name}`,
  things: (count: number) => (count === 0 ? "đang trống" : `đang để ${count}`),
  actOn: (act: string, name: string) => `${act}: ${name}`,
  none: "Chưa có chỗ nào",
  noneHint: "Mở một kệ hay két, in nhãn dán lên đó, rồi chuyển giấy tờ vào ở trang Tôi đang giữ.",
  noneClosed: "Chưa đóng chỗ nào",
  open: "Mở chỗ để",
  openHint: "Ông/bà phụ trách chỗ này cho đến khi giao lại cho người khác.",
  name: "Tên",
  nameHint: "Như: Kệ trả kết quả, tầng 1.",
  belongsTo: "Thuộc",
  opened: (name: string, code: string) => `Đã mở ${name}, mã nhãn ${code}.`,
  pass: "Giao lại",
  passTitle: (name: string) => `Giao lại ${name}`,
  passHint: (count: number) =>
    count === 0
      ? "Chỗ này đang trống. Bên giao và bên nhận cùng ký."
      : `${count} thứ để ở đây thuộc trách nhiệm của người nhận kể từ lúc ký. Hãy kiểm kê trước.`,
  receiverCode: "Mã một lần của người nhận",
  receiverCodeHint: "6 số trong ứng dụng xác thực của chính người nhận, do người nhận nhập.",
  receiverCodeMissing: "Người nhận nhập mã 6 số.",
  passed: (name: string) => `Đã giao lại ${name}.`,
  close: "Đóng",
  closeTitle: (name: string) => `Đóng ${name}`,
  closeHint:
    "Chỉ đóng được khi không còn gì để ở đây và không có bảng kê nào chờ chuyển đến. Đóng rồi không mở lại.",
  closedNow: (name: string) => `Đã đóng ${name}.`,
};

/** Results that nobody fetches. */
export const uncollected = {
  page: "Chưa ai đến lấy",
  intro:
    "Kết quả đã xong còn để ở đơn vị, hẹn trả sớm nhất trước. Hệ thống tự nhắn người dân khi đến kỳ nhắc.",
  none: "Không có kết quả nào chờ người dân",
  days: (days: number) => (days === 0 ? "Hôm nay" : `${days} ngày`),
  shelf: (shelf: string) => `Kết quả ở ${shelf}`,
  away: (agency: string) => `Kết quả đã trả lại ${agency}: nhận lại trước khi trao cho người dân`,
  noShelf: (unit: string) => `Kết quả ở ${unit}, chưa để vào kệ nào`,
  ways: { counter: "Hẹn trả tại quầy", postal: "Hẹn trả qua bưu điện, chưa đặt gửi" },
  ordered: "Đã đặt gửi qua bưu điện, chờ bưu tá lấy",
  notReminded: "chưa nhắc lần nào",
  reminded: (count: number, moment: string) => `đã nhắc ${count} lần, gần nhất ${moment}`,
  handBack: "Trả lại cơ quan",
  handBackOf: (code: string) => `Trả lại cơ quan kết quả của ${code}`,
};
