import type { WatchDesk, WatchKind } from "#domain/watch/watch.ts";

type Words<Key extends string> = Readonly<Record<Key, string>>;

const kinds: Words<WatchKind> = {
  dueSoon: "Sắp đến hạn",
  overdue: "Quá hạn",
  supplementUnanswered: "Chưa bổ sung đúng hẹn",
  dutyUnanswered: "Chưa nộp tiền đúng hẹn",
  resultNotCollected: "Chưa nhận kết quả",
  stepIdle: "Bước chưa ai làm",
  consultationUnanswered: "Chưa được trả lời ý kiến",
};
/** Ngày mà việc nói đến. */
const about: Readonly<Record<WatchKind, (day: string) => string>> = {
  dueSoon: (day) => `Hẹn trả ${day}`,
  overdue: (day) => `Hẹn trả ${day}`,
  supplementUnanswered: (day) => `Hạn bổ sung ${day}`,
  dutyUnanswered: (day) => `Hạn nộp ${day}`,
  resultNotCollected: (day) => `Có kết quả từ ${day}`,
  stepIdle: (day) => `Chờ từ ${day}`,
  consultationUnanswered: (day) => `Hạn trả lời đã qua, ${day}`,
};
/** Nên làm gì. */
const advice: Words<WatchKind> = {
  dueSoon: "Giải quyết xong trước giờ hẹn, hoặc xin lỗi và hẹn lại khi còn kịp.",
  overdue: "Giải quyết ngay, hoặc gửi văn bản xin lỗi.",
  supplementUnanswered: "Gọi người dân; nếu không bổ sung, trình văn bản từ chối.",
  dutyUnanswered: "Gọi người dân, hoặc ghi nhận chứng từ đã nộp.",
  resultNotCollected: "Gọi người dân đến nhận, hoặc đề nghị gửi qua bưu điện.",
  stepIdle: "Nhận bước này, hoặc giao cho người khác.",
  consultationUnanswered: "Hỏi lại cơ quan được lấy ý kiến; quá hạn thì có thể giải quyết tiếp.",
};
const desks: Words<WatchDesk> = {
  counter: "Quầy",
  case: "Công chức chuyên môn",
  approval: "Người phê duyệt",
};

export const tasks = {
  title: "Việc cần làm",
  intro: "Những hồ sơ cần người để ý. Việc tự mất khi lý do không còn.",
  kinds,
  about,
  advice,
  desks,
  now: "Đang chờ",
  snoozed: "Đã để lại",
  all: "Tất cả",
  byKind: "Lọc theo loại việc",
  lists: "Danh sách",
  mine: "Của tôi",
  anybody: (desk: string, place: string) => `${desk}, ${place}`,
  step: (name: string) => `Bước: ${name}`,
  emptyNow: "Không có việc nào đang chờ",
  emptyNowHint: "Hồ sơ sắp đến hạn, quá hạn hoặc chờ quá lâu sẽ hiện ở đây.",
  emptySnoozed: "Không có việc nào để lại",
  emptySnoozedHint: "Việc được để lại đến một ngày sẽ nằm ở đây và tự về danh sách khi đến ngày.",
  finish: "Đã làm",
  snooze: "Để lại",
  finishTitle: (code: string) => `Đã làm việc của hồ sơ ${code}`,
  finishHint: "Việc này không hiện lại nữa cho cùng ngày hẹn.",
  finishWords: "Đã làm gì",
  snoozeTitle: (code: string) => `Để lại việc của hồ sơ ${code}`,
  snoozeUntil: "Hiện lại từ ngày",
  snoozeWords: "Vì sao để lại",
  save: "Ghi",
  cancel: "Thôi",
  finished: (code: string) => `Đã ghi: xong việc của hồ sơ ${code}.`,
  snoozedUntil: (day: string) => `Để lại đến ${day}`,
  snoozeSaved: (code: string) => `Đã để lại việc của hồ sơ ${code}.`,
  more: "Xem thêm",
  count: (count: number) => `${count} việc đang chờ`,
  keys: "Phím: ↑ ↓ đi từng việc, Enter mở hồ sơ, D đã làm, L để lại.",
  listLabel: "Việc cần làm, ngày cũ nhất trước",
};
